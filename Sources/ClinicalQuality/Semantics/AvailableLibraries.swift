/// The libraries that can be included, by name and version.
struct AvailableLibraries {
    private var byName: [String: [LibraryUnit]] = [:]
    /// Also of those that were not parsed, because nothing includes them.
    private(set) var names: Set<String> = []

    mutating func note(_ name: String) { names.insert(name) }

    mutating func add(_ library: LibraryUnit) {
        guard let name = library.name else { return }
        byName[name, default: []].append(library)
        note(name)
    }

    /// The library that `include` names: of the version that it asks for, or else the last one
    /// given.
    ///
    /// - Returns: The library, and whether its version is the one that is asked for; nil when there
    ///   is none of the name.
    func find(_ include: IncludeSyntax) -> (library: LibraryUnit, isVersion: Bool)? {
        guard let named = byName[include.name.name], let last = named.last else { return nil }
        guard let version = include.version else { return (last, true) }
        guard let found = named.last(where: { $0.syntax.version == version }) else {
            return (last, false)
        }
        return (found, true)
    }
}
