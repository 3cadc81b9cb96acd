/// The UCUM table, ready for look-up.
struct UnitTable: Sendable {
    let atoms: [UnitAtom]
    let prefixes: [UnitPrefix]
    private let atomsByCode: [String: Int]
    private let prefixesByCode: [String: Int]

    /// The table of this library, read at first use.
    static let shared = UnitTable()

    private init() {
        atoms = UCUMAtomTable.rows.tableRows.compactMap(UnitAtom.init(row:))
        prefixes = UCUMPrefixTable.rows.tableRows.compactMap(UnitPrefix.init(row:))
        var atomsByCode: [String: Int] = [:]
        atomsByCode.reserveCapacity(atoms.count)
        for (index, atom) in atoms.enumerated() { atomsByCode[atom.code] = index }
        var prefixesByCode: [String: Int] = [:]
        for (index, prefix) in prefixes.enumerated() { prefixesByCode[prefix.code] = index }
        self.atomsByCode = atomsByCode
        self.prefixesByCode = prefixesByCode
    }

    func atom(_ code: String) -> UnitAtom? { atomsByCode[code].map { atoms[$0] } }

    /// Splits a symbol into a prefix, where it has one, and an atom.
    ///
    /// The atom may turn out not to be metric. The script that makes the table has checked that
    /// no symbol is both an atom and a prefix with a metric atom, so the order is free.
    func resolve(_ symbol: String) -> (prefix: UnitPrefix?, atom: UnitAtom)? {
        if let atom = atom(symbol) { return (nil, atom) }
        var refused: (prefix: UnitPrefix?, atom: UnitAtom)?
        for length in [2, 1] where symbol.utf8.count > length {
            guard let prefix = prefixesByCode[String(symbol.prefix(length))],
                let atom = atom(String(symbol.dropFirst(length)))
            else { continue }
            if atom.isMetric { return (prefixes[prefix], atom) }
            refused = (prefixes[prefix], atom)
        }
        return refused
    }
}
