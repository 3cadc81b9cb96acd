import ClinicalQuality
import UnitsOfMeasure

/// Checks a FHIR Quantity's unit, and gives it a UCUM code when only a printed unit is there.
enum QuantityReader {
    private static let value = FHIR.quantity.index(of: "value")
    private static let unit = FHIR.quantity.index(of: "unit")
    private static let system = FHIR.quantity.index(of: "system")
    private static let code = FHIR.quantity.index(of: "code")

    private static let ucum = "http://unitsofmeasure.org"

    /// `instance` with a valid UCUM code, or as it is after reporting why there is none.
    static func checked(
        _ instance: Instance,
        place: String,
        _ collector: ProblemCollector
    ) -> Instance {
        guard let value, let unit, let system, let code else { return instance }
        guard case .decimal = instance.elements[value] else { return instance }
        if let text = instance.elements[code].text {
            if let other = instance.elements[system].text, other != ucum { return instance }
            if (try? UnitOfMeasure(text)) != nil { return instance }
        }
        guard let printed = instance.elements[code].text ?? instance.elements[unit].text else {
            return instance
        }
        guard let (found, alias) = UnitOfMeasure.fromLaboratory(printed) else {
            collector.add(
                IntakeProblem(
                    place: place,
                    message: "the unit is neither a UCUM unit nor a known laboratory spelling",
                    remedy: "give the UCUM code in `code`, for example mg/dL, umol/L or 10*9/L"
                )
            )
            return instance
        }
        if alias != nil {
            collector.note("the printed unit \"\(printed)\" was read as UCUM \(found.code)")
        }
        var elements = instance.elements
        elements[code] = .string(found.code)
        elements[system] = .string(ucum)
        return Instance(type: instance.type, elements: elements)
    }
}

extension Value {
    /// The characters of a string value.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
