/// A way in which laboratories print a unit, and the UCUM code that it stands for.
public struct LaboratoryAlias: Hashable, Sendable {
    /// The text as printed; for an entry of the table, its folded spelling.
    public let printed: String

    /// The UCUM code.
    public let code: String

    /// Why the code is what was meant; empty where there is nothing to say.
    public let note: String

    /// All entries of the table, in its order.
    public static var all: [LaboratoryAlias] { LaboratoryAliasTable.shared.entries }

    /// The entry for a printed text in folded spelling.
    static func named(_ folded: String) -> LaboratoryAlias? {
        LaboratoryAliasTable.shared.entry(folded)
    }
}

/// What a laboratory measures, where the printed unit alone does not decide.
public enum LaboratoryQuantity: Hashable, Sendable {
    /// Anything; `IU` is then the international unit of a reference preparation, `[IU]`.
    case unspecified

    /// The catalytic activity of an enzyme such as ALT; `IU` is then `U`, micromole per minute.
    case enzymeActivity
}

extension UnitOfMeasure {
    /// Reads a unit as laboratories print it: UCUM, or an entry of the alias table.
    ///
    /// The table comes first, since some common prints are UCUM codes for something else (`K/uL`
    /// is kelvin by microliter). Blanks, micro signs, raised digits and multiplication signs are
    /// folded. `alias` is nil only where the printed text itself is the code; so the caller
    /// always learns what was read into it. Nil when neither the table nor UCUM knows the text,
    /// and for `109/L` and its like, which are powers of ten with the raised digits lost.
    public static func fromLaboratory(
        _ printed: String,
        measuring quantity: LaboratoryQuantity = .unspecified
    ) -> (unit: UnitOfMeasure, alias: LaboratoryAlias?)? {
        guard printed.utf8.count <= 64 else { return nil }
        let folded = LaboratorySpelling.folded(printed)
        if LaboratorySpelling.hasLostExponent(folded) { return nil }
        if quantity == .enzymeActivity, let code = LaboratorySpelling.enzymeCode(folded),
            let unit = try? UnitOfMeasure(code)
        {
            let note = "for an enzyme, an international unit is U (micromole per minute)"
            return (unit, LaboratoryAlias(printed: printed, code: code, note: note))
        }
        if let entry = LaboratoryAlias.named(folded), let unit = try? UnitOfMeasure(entry.code) {
            let alias = LaboratoryAlias(printed: printed, code: entry.code, note: entry.note)
            return (unit, alias)
        }
        guard let unit = try? UnitOfMeasure(folded) else { return nil }
        if folded == printed { return (unit, nil) }
        let note = "written in the characters of UCUM"
        return (unit, LaboratoryAlias(printed: printed, code: folded, note: note))
    }
}
