/// Finds the name that somebody probably meant.
enum NearestName {
    /// The candidate with the fewest changed letters, when they are few; ties go to the first in
    /// alphabetical order.
    ///
    /// Nil among more candidates than any library has: comparing them takes too long.
    static func of(_ name: String, among candidates: some Collection<String>) -> String? {
        guard candidates.count <= mostCandidates else { return nil }
        let wanted = Array(name.lowercased().utf8.prefix(64))
        let limit = max(1, wanted.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates where abs(candidate.utf8.count - name.utf8.count) <= limit {
            let other = Array(candidate.lowercased().utf8.prefix(64))
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, other)
            guard distance <= limit else { continue }
            if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    private static let mostCandidates = 5000

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var current = [i + 1]
            for (j, b) in right.enumerated() {
                let substitution = previous[j] + (a == b ? 0 : 1)
                current.append(min(substitution, previous[j + 1] + 1, current[j] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
