import ClinicalQuality
import UnitsOfMeasure

/// Refuses measurements that no child can have: they are errors of typing or of units, and an
/// eligibility answer must not rest on them.
///
/// The ranges are wide on purpose: a value outside is impossible, not merely unusual.
/// Source: assumption; they are ours, no norm was consulted.
enum Plausibility {
    /// What one measurement can be.
    private struct Range {
        let name: String
        let low: ExactDecimal
        let high: ExactDecimal
        let unit: String

        init(_ name: String, _ low: String, _ high: ExactDecimal, _ unit: String) {
            self.name = name
            self.low = ExactDecimal(low) ?? 0
            self.high = high
            self.unit = unit
        }
    }

    /// By LOINC code.
    private static let ranges: [String: Range] = [
        "29463-7": Range("body weight", "0.3", 250, "kg"),
        "8302-2": Range("body height", "20", 230, "cm"),
        "8277-6": Range("body surface area", "0.05", 4, "m2"),
        "59408-5": Range("oxygen saturation", "0", 100, "%"),
        "20564-1": Range("oxygen saturation", "0", 100, "%"),
        "2160-0": Range("creatinine", "0", 50, "mg/dL"),
        "14682-9": Range("creatinine", "0", 4500, "umol/L"),
        "1742-6": Range("ALT", "0", 50000, "U/L"),
        "1920-8": Range("AST", "0", 50000, "U/L"),
        "1975-2": Range("bilirubin", "0", 100, "mg/dL"),
        "14631-6": Range("bilirubin", "0", 1800, "umol/L"),
        "718-7": Range("hemoglobin", "0", 30, "g/dL"),
        "777-3": Range("platelets", "0", 10000, "10*9/L"),
        "731-0": Range("lymphocytes", "0", 2000, "10*9/L"),
        "10230-1": Range("ejection fraction", "0", 100, "%"),
        "8806-2": Range("ejection fraction", "0", 100, "%"),
        "18043-3": Range("ejection fraction", "0", 100, "%"),
        "18051-3": Range("shortening fraction", "0", 100, "%"),
        "89243-0": Range("Karnofsky score", "0", 100, "{score}"),
    ]

    /// Reports the observation's value when it is impossible.
    static func check(_ instance: Instance, place: String, _ collector: ProblemCollector) {
        guard instance.type == FHIR.observation,
            case .instance(let quantity) = instance["value"], quantity.type.isQuantity,
            case .decimal(let value) = quantity["value"]
        else { return }
        let unit = quantity["code"].text.flatMap { try? UnitOfMeasure($0) }
        let known = instance.codeKeys.lazy.compactMap { ranges[$0.code] }.first
        if let known, let unit, let limit = try? UnitOfMeasure(known.unit),
            unit.isCommensurable(with: limit),
            let compared = try? UnitOfMeasure.convert(value, from: unit, to: limit)
        {
            if compared < known.low || known.high < compared {
                report("this \(known.name) is impossible", place, collector)
            }
        } else if value.isNegative, known != nil || unit.map(cannotBeNegative) ?? false {
            report("this value cannot be negative", place, collector)
        }
    }

    /// Amounts and counts are not negative; temperatures, scores and excesses can be.
    private static func cannotBeNegative(_ unit: UnitOfMeasure) -> Bool {
        ["kg", "g/L", "/L", "kat/L", "m", "m2"].contains { code in
            (try? UnitOfMeasure(code)).map(unit.isCommensurable(with:)) ?? false
        }
    }

    private static func report(_ message: String, _ place: String, _ collector: ProblemCollector) {
        collector.add(
            IntakeProblem(
                place: place + ".valueQuantity",
                message: message,
                remedy: "check the number and its unit at the source, and correct it there"
            )
        )
    }
}
