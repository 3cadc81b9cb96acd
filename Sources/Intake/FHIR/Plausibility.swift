import ClinicalQuality
import UnitsOfMeasure

/// Refuses measurements that no child can have: they are errors of typing or of units, and an
/// eligibility answer must not rest on them.
enum Plausibility {
    /// Reports the values of an observation and of its components when they are impossible.
    static func check(_ instance: Instance, place: String, _ collector: ProblemCollector) {
        guard instance.type == FHIR.observation else { return }
        checkValue(of: instance, place, collector)
        guard case .list(let components) = instance["component"] else { return }
        for (index, component) in components.enumerated() {
            guard case .instance(let component) = component else { continue }
            checkValue(of: component, "\(place).component[\(index)]", collector)
        }
    }

    private static func checkValue(
        of instance: Instance,
        _ place: String,
        _ collector: ProblemCollector
    ) {
        let known = instance.codeKeys.lazy.compactMap(PlausibleRange.named).first
        switch instance["value"] {
        case .integer(let value):
            check(ExactDecimal(value), unit: nil, known, place + ".valueInteger", collector)
        case .instance(let quantity) where quantity.type.isQuantity:
            guard case .decimal(let value) = quantity["value"] else { return }
            let unit = quantity["code"].text.flatMap { try? UnitOfMeasure($0) }
            check(value, unit: unit, known, place + ".valueQuantity", collector)
        default: return
        }
    }

    private static func check(
        _ value: ExactDecimal,
        unit: UnitOfMeasure?,
        _ known: PlausibleRange?,
        _ place: String,
        _ collector: ProblemCollector
    ) {
        if let known, let compared = known.comparable(value, unit) {
            if compared < known.low || known.high < compared {
                report("this \(known.name) is impossible", place, collector)
            }
        } else if value.isNegative, known != nil || unit.map(cannotBeNegative) ?? false {
            report("this value cannot be negative", place, collector)
        }
    }

    /// Amounts and counts are not negative; temperatures and excesses can be.
    private static func cannotBeNegative(_ unit: UnitOfMeasure) -> Bool {
        ["kg", "g/L", "/L", "kat/L", "m", "m2"].contains { code in
            (try? UnitOfMeasure(code)).map(unit.isCommensurable(with:)) ?? false
        }
    }

    private static func report(_ message: String, _ place: String, _ collector: ProblemCollector) {
        collector.add(
            IntakeProblem(
                place: place,
                message: message,
                remedy: "check the number and its unit at the source, and correct it there"
            )
        )
    }
}
