import UnitsOfMeasure

/// Annotations in UCUM codes, as in `10*9{cells}/L`: free text in braces that means nothing.
///
/// Reports show units, so only the annotations that our own table has are kept.
enum UnitAnnotation {
    /// Of `{cells}/uL`, for example, `{cells}`.
    private static let known: Set<Substring> = Set(
        LaboratoryAlias.all.compactMap { alias in
            guard let start = alias.code.firstIndex(of: "{"),
                let end = alias.code.lastIndex(of: "}")
            else { return nil }
            return alias.code[start...end]
        }
    )

    /// The UCUM code `code` without unknown annotations; one that stands alone means 1.
    static func removed(from code: String) -> String {
        guard code.contains("{") else { return code }
        if let alias = LaboratoryAlias.all.first(where: { $0.printed == code }) {
            return alias.code
        }
        var kept = ""
        var rest = code[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            kept += rest[..<start]
            let annotation = rest[start...end]
            if known.contains(annotation) {
                kept += annotation
            } else if kept.last.map("/.(".contains) ?? true {
                kept += "1"
            }
            rest = rest[rest.index(after: end)...]
        }
        return kept + rest
    }
}
