/// The versions of the protocol at one site, each with the day from which on it is in force.
struct VersionsInForce {
    private var versions: [(number: String, since: Day)] = []

    /// Adds a version that comes into force after, or on the same day as, the ones before it.
    ///
    /// - Returns: False where it is there already, or would come into force before another one.
    mutating func add(_ number: String, since: Day) -> Bool {
        guard !versions.contains(where: { $0.number == number }) else { return false }
        if let last = versions.last, since.isBefore(last.since) { return false }
        versions.append((number, since))
        return true
    }

    /// The version in force on `day`; before the first one there is none.
    func version(on day: Day) -> String? {
        versions.last { !day.isBefore($0.since) }?.number
    }

    /// The newest version.
    var newest: (number: String, since: Day)? { versions.last }
}
