import ClinicalQuality
import UnitsOfMeasure

/// What one measurement can be.
///
/// The ranges are wide on purpose: a value outside is impossible, not merely unusual.
/// Source: shares, scores and grades by their definition; the others are an assumption of ours, no
/// norm was consulted.
struct PlausibleRange: Sendable {
    let name: String
    let low: ExactDecimal
    let high: ExactDecimal
    /// Nil for a score, grade or count: a plain number, whatever unit is printed after it.
    private let unit: String?

    private init(_ name: String, _ low: String, _ high: ExactDecimal, _ unit: String?) {
        self.name = name
        self.low = ExactDecimal(low) ?? 0
        self.high = high
        self.unit = unit
    }

    private static func share(_ name: String) -> PlausibleRange {
        PlausibleRange(name, "0", 100, "%")
    }

    private static func number(_ name: String, to high: ExactDecimal) -> PlausibleRange {
        PlausibleRange(name, "0", high, nil)
    }

    /// `value` as a number to compare with ``low`` and ``high``; nil when the unit is missing or
    /// measures something else.
    ///
    /// A share without a unit is not a percentage: 0.9 may be meant as it is.
    func comparable(_ value: ExactDecimal, _ given: UnitOfMeasure?) -> ExactDecimal? {
        guard let unit else { return value }
        guard let given, let limit = try? UnitOfMeasure(unit), given.isCommensurable(with: limit)
        else { return nil }
        return try? UnitOfMeasure.convert(value, from: given, to: limit)
    }

    /// The range for a code; a code without a system counts as one of LOINC or ours.
    static func named(_ key: CodeKey) -> PlausibleRange? {
        switch key.system {
        case CodeSystemName.loinc: loinc[key.code]
        case "urn:milenari:screening": screening[key.code]
        case nil: loinc[key.code] ?? screening[key.code]
        default: nil
        }
    }

    private static let loinc: [String: PlausibleRange] = [
        "29463-7": PlausibleRange("body weight", "0.3", 250, "kg"),
        "8302-2": PlausibleRange("body height", "20", 230, "cm"),
        "8277-6": PlausibleRange("body surface area", "0.05", 4, "m2"),
        "59408-5": share("oxygen saturation"),
        "20564-1": share("oxygen saturation"),
        "3150-6": share("share of inhaled oxygen"),
        "2160-0": PlausibleRange("creatinine", "0", 50, "mg/dL"),
        "14682-9": PlausibleRange("creatinine", "0", 4500, "umol/L"),
        "1742-6": PlausibleRange("ALT", "0", 50000, "U/L"),
        "1920-8": PlausibleRange("AST", "0", 50000, "U/L"),
        "1975-2": PlausibleRange("bilirubin", "0", 100, "mg/dL"),
        "14631-6": PlausibleRange("bilirubin", "0", 1800, "umol/L"),
        "718-7": PlausibleRange("hemoglobin", "0", 30, "g/dL"),
        "777-3": PlausibleRange("platelets", "0", 10000, "10*9/L"),
        "731-0": PlausibleRange("lymphocytes", "0", 2000, "10*9/L"),
        "32525-8": share("share of CD19 cells"),
        "8117-4": share("share of CD19 cells"),
        "10230-1": share("ejection fraction"),
        "8806-2": share("ejection fraction"),
        "18043-3": share("ejection fraction"),
        "18051-3": share("shortening fraction"),
        "89243-0": number("Karnofsky score", to: 100),
        "89244-8": number("Lansky score", to: 100),
    ]

    /// Of the project's own code system.
    private static let screening: [String: PlausibleRange] = [
        "marrow-lymphoblasts": share("share of lymphoblasts"),
        "marrow-mrd": share("share of residual disease"),
        "marrow-relapses": number("number of relapses", to: 20),
        "dyspnea-grade": number("grade of dyspnea", to: 5),
        "acute-gvhd-grade": number("grade of GVHD", to: 4),
    ]
}
