/// Collects the messages that a library gives on the way to an unknown value.
///
/// A part that is known cannot be why the whole is unknown, so nothing is collected inside of it.
struct ReasonFinder {
    private let names: ResourceNames
    private var found: [(reason: Explanation.Reason, subjects: [Phrase])] = []

    init(_ place: TracePlace, names: ResourceNames) {
        self.names = names
        visit(place, around: [], isTold: false)
    }

    /// Each reason once; one about several things is left out when the same is said about one of
    /// them.
    var reasons: [Explanation.Reason] {
        var kept: [Explanation.Reason] = []
        for (reason, subjects) in found where !kept.contains(reason) {
            let isRepeated = found.contains { other in
                other.reason.code == reason.code && other.subjects.count < subjects.count
                    && !other.subjects.isEmpty && other.subjects.allSatisfy(subjects.contains)
            }
            if !isRepeated { kept.append(reason) }
        }
        return kept
    }

    /// `around` are the definitions, calls and rows that enclose the place, the nearest last.
    ///
    /// What a function was told (`isTold`) can be known and still be why it gives no answer.
    private mutating func visit(_ place: TracePlace, around: [TracePlace], isTold: Bool) {
        let node = place.node
        if let message = node.message { note(message, place, around) }
        var around = around
        switch place.kind {
        case .definition, .call, .row: around.append(place)
        default: break
        }
        let body = place.kind.isCall ? place.children.count - 1 : -1
        for (index, child) in place.children.enumerated() where child.node.isDecisive {
            let isKnown = child.node.truth != nil
            switch child.kind {
            case .row where child.node.truth == false: continue
            case .row: visit(child, around: around, isTold: isTold)
            default:
                let isOperand = place.kind.isCall && index < body
                guard !isKnown || isOperand || isTold else { continue }
                visit(child, around: around, isTold: isTold || (isKnown && isOperand))
            }
        }
    }

    /// More reasons are not collected.
    private static let limit = 100

    private mutating func note(
        _ message: TraceNode.Message,
        _ place: TracePlace,
        _ around: [TracePlace]
    ) {
        guard found.count < Self.limit else { return }
        var subjects: [Phrase] = []
        var days: [String] = []
        for place in around.reversed() {
            let objects = objects(at: place)
            subjects = objects.names
            days = objects.days
            if !subjects.isEmpty { break }
        }
        var text = MessageText.phrase(place.children[4], saying: message.text)
        if days.count == 1, !message.text.contains(days[0]) {
            text = Sentence.aside(text, .verbatim(days[0]))
        }
        let reason = Explanation.Reason(
            code: message.code ?? "",
            text: text,
            subject: subjects.isEmpty ? nil : .all(subjects, .comma)
        )
        found.append((reason, subjects))
    }

    /// What a definition, call or row is about, and the days of the objects that are known.
    private func objects(at place: TracePlace) -> (names: [Phrase], days: [String]) {
        if case .row = place.kind { return titles(place.node.resources) }
        let parts =
            place.kind.isCall ? Array(place.children.dropLast()) : place.children
        let given = parts.compactMap { part -> Instance? in
            part.node.instance
        }
        if !given.isEmpty { return titles(given) }
        var wanted: [Phrase] = []
        for retrieve in parts.flatMap({ $0.retrieves() }) {
            guard let name = ResourceNames.wanted(retrieve) else { continue }
            let codes = retrieve.isCoded ? [] : codes(in: parts)
            let shown =
                codes.isEmpty
                ? Phrase.term(name) : Sentence.aside(.term(name), .all(codes, .comma))
            if !wanted.contains(shown) { wanted.append(shown) }
        }
        let answers = parts.filter { $0.node.isListOfTruths }.flatMap { $0.elements() ?? [] }
        let days = answers.flatMap { $0.sources }.map(\.instance)
            .compactMap(ResourceNames.time)
        return (wanted, days.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }

    private func titles(_ instances: [Instance]) -> (names: [Phrase], days: [String]) {
        let coded = instances.filter { $0.type.isRetrievable }
        return (
            coded.map(names.name),
            coded.compactMap(ResourceNames.time)
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        )
    }

    /// The codes that a search in all objects of a class was narrowed down with: `Mother`.
    private func codes(in parts: [TracePlace]) -> [Phrase] {
        var found: [Phrase] = []
        var steps = TracePlace.stepLimit
        func collect(_ place: TracePlace) {
            steps -= 1
            guard steps > 0 else { return }
            if let argument = place.argument { return collect(argument) }
            if let name = names.name(of: place.node.value).map(Phrase.term), !found.contains(name) {
                found.append(name)
            }
            if place.kind.isCall { place.children.dropLast().forEach(collect) }
        }
        parts.forEach(collect)
        return found
    }
}

extension TraceNode.Kind {
    var isCall: Bool {
        if case .call = self { true } else { false }
    }
}

extension TraceNode {
    /// Whether this is a retrieve with codes.
    fileprivate var isCoded: Bool {
        if case .retrieve(_, .some) = kind { true } else { false }
    }
}
