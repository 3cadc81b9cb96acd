/// Finds the UCUM code that somebody may have meant.
///
/// An answer depends on the tables only, never on what was read before.
struct UnitSuggestion: Sendable {
    private static let shared = UnitSuggestion()

    /// Codes by their lower-case form without square brackets; the first in the table wins.
    private let atoms: [String: UnitAtom]
    private let prefixes: [(folded: String, code: String)]

    private init() {
        let table = UnitTable.shared
        var atoms: [String: UnitAtom] = [:]
        for atom in table.atoms {
            let key = atom.code.filter { $0 != "[" && $0 != "]" }.lowercased()
            if atoms[key] == nil { atoms[key] = atom }
        }
        self.atoms = atoms
        // The table begins with the greatest: milli is to be found before mega.
        prefixes = table.prefixes.reversed().map { ($0.code.lowercased(), $0.code) }
    }

    /// A code that differs from `symbol` in case, in square brackets or in one character.
    static func code(near symbol: String) -> String? {
        guard 1...16 ~= symbol.utf8.count else { return nil }
        return LaboratoryAlias.named(symbol)?.code ?? shared.code(near: symbol)
    }

    private func code(near symbol: String) -> String? {
        let folded = symbol.filter { $0 != "[" && $0 != "]" }.lowercased()
        if let atom = atoms[folded] { return atom.code }
        for prefix in prefixes where folded.hasPrefix(prefix.folded) {
            let rest = String(folded.dropFirst(prefix.folded.count))
            if let atom = atoms[rest], atom.isMetric { return prefix.code + atom.code }
        }
        guard symbol.utf8.count >= 3 else { return nil }
        let bytes = Array(symbol.utf8)
        return UnitTable.shared.atoms
            .first { Self.differByOne(bytes, Array($0.code.utf8)) }?
            .code
    }

    /// Whether at most one insertion, removal or replacement makes the one the other.
    private static func differByOne(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= 1 else { return false }
        let head = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return head + tail >= max(left.count, right.count) - 1
    }
}
