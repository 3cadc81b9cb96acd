/// Reads the given or the family names out of the words of a name.
///
/// It joins words that are one name, and drops what is only a link between names.
enum NameReader {
    private static let particles = Set(
        """
        al el ul bin ben ibn bint bou abu abou abi abo de del della dello dei degli delle di da das do
        dos du des la las le les lo los van von y e i den der ال بن ابن بنت ابو ابي ابا بو
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
    private static let articles: Set<String> = ["al", "el", "ul", "ال"]
    /// The article where its l has taken on the sound of the letter after it.
    private static let sunArticles: Set<String> = [
        "as", "ash", "ad", "an", "ar", "at", "az", "es", "esh", "ed", "en", "er", "et", "ez", "ech",
        "ach", "ud", "ur", "us", "un",
    ]
    private static let faith: Set<String> = [
        "din", "dine", "deen", "eddin", "eddine", "eddeen", "aldin", "aldeen", "eldin", "eldine",
        "eldeen", "uddin", "uddeen", "addin", "addine", "addeen",
    ]
    private static let god: Set<String> = ["allah", "alla", "ullah", "ollah"]

    /// The names in a list of words.
    struct Names {
        /// The names, without what only links them.
        let components: [NameComponent]
        /// All words as one name, when there are several.
        let joined: NameComponent?
        /// The names after the first with the particles before them in one word: delatorre.
        let withParticles: [NameComponent]
        /// The words as folded, without articles; Abu, Ben and de stay, since they make a name another.
        let exact: [String]

        /// Some of the components alone.
        func only(_ components: some Collection<NameComponent>) -> Names {
            Names(
                components: Array(components),
                joined: nil,
                withParticles: [],
                exact: components.map(\.exact)
            )
        }
    }

    /// The names in a list of words.
    static func names(in words: [NameWord]) -> Names {
        let compounds = joinCompounds(words)
        let exact = compounds.filter { !articles.contains($0.text) }
            .map { ArticleStripper.withoutArticle($0) }
        let names = compounds.filter { !particles.contains($0.text) && $0.text.utf8.count > 1 }
        let kept = names.isEmpty ? compounds : names
        let components = kept.map(NameComponent.init)
        guard words.count > 1, let script = words.first?.script,
            words.allSatisfy({ $0.script == script })
        else { return Names(components: components, joined: nil, withParticles: [], exact: exact) }
        let joined = NameComponent(NameWord(script, words.map(\.text).joined()))
        let isNew = !components.contains { $0.exact == joined.exact }
        return Names(
            components: components,
            joined: isNew ? joined : nil,
            withParticles: withParticles(compounds),
            exact: exact
        )
    }

    /// The first name with its particles is among what all words make.
    private static func withParticles(_ words: [NameWord]) -> [NameComponent] {
        var result: [NameComponent] = []
        var pending = ""
        var names = 0
        for word in words {
            if particles.contains(word.text) {
                pending += word.text
                continue
            }
            names += 1
            if !pending.isEmpty, names > 1 {
                result.append(NameComponent(NameWord(word.script, pending + word.text)))
            }
            pending = ""
        }
        return result
    }

    private static func joinCompounds(_ words: [NameWord]) -> [NameWord] {
        var result: [NameWord] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            var next = index + 1
            if isServant(word), let following = nextName(in: words, from: next) {
                next = following + 1
                result.append(NameWord(word.script, word.text + words[following].text))
            } else if isSecondPart(word), let first = firstPart(in: result, for: word) {
                let start = result[first]
                result.removeSubrange(first...)
                result.append(NameWord(word.script, start.text + word.text))
            } else if isElided(word), next < words.count, words[next].script == .latin {
                result.append(NameWord(.latin, word.text + words[next].text))
                next += 1
            } else if !isSunArticle(word, before: next < words.count ? words[next] : nil) {
                result.append(word)
            }
            index = next
        }
        return result
    }

    /// Abd, Abdul, Abdel, Abder, عبد: the first half of a name.
    private static func isServant(_ word: NameWord) -> Bool {
        switch word.script {
        case .latin:
            word.text == "abed"
                || word.text.hasPrefix("abd") && word.text.utf8.count <= 6
                    && word.text != "abdo" && word.text != "abdou" && word.text != "abdu"
        case .arabic: word.text == "عبد"
        case .other: false
        }
    }

    private static func nextName(in words: [NameWord], from start: Int) -> Int? {
        words.indices.first { index in
            index >= start && !articles.contains(words[index].text)
                && !isSunArticle(
                    words[index],
                    before: index + 1 < words.count ? words[index + 1] : nil
                )
        }
    }

    /// al-Din and Allah: the second half of a name.
    private static func isSecondPart(_ word: NameWord) -> Bool {
        switch word.script {
        case .latin: faith.contains(word.text) || god.contains(word.text)
        case .arabic: word.text == "الدين" || word.text == "الله"
        case .other: false
        }
    }

    /// Where the name begins that a second half ends: before it, with at most articles between.
    private static func firstPart(in words: [NameWord], for second: NameWord) -> Int? {
        guard let first = words.lastIndex(where: { !articles.contains($0.text) }),
            words[first].script == second.script, words[first].text.utf8.count > 2
        else { return nil }
        return first
    }

    /// The d of d'Angelo and the o of O'Brien, written apart, and the saint of San José.
    private static func isElided(_ word: NameWord) -> Bool {
        ["d", "o", "l", "san", "santa", "sant", "saint", "sainte"].contains(word.text)
    }

    private static func isSunArticle(_ word: NameWord, before next: NameWord?) -> Bool {
        guard word.script == .latin, sunArticles.contains(word.text), let next else { return false }
        return next.text.hasPrefix(word.text.dropFirst())
    }
}
