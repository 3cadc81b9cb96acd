import ClinicalQuality
import UnitsOfMeasure

/// Checks a FHIR Quantity's unit, and gives it a UCUM code when only a printed unit is there.
enum QuantityReader {
    private static let value = FHIR.quantity.index(of: "value")
    private static let unit = FHIR.quantity.index(of: "unit")
    private static let system = FHIR.quantity.index(of: "system")
    private static let code = FHIR.quantity.index(of: "code")

    /// `instance` with a valid UCUM code, or as it is after reporting why there is none.
    static func checked(
        _ instance: Instance,
        measuring quantity: LaboratoryQuantity,
        place: @autoclosure () -> String,
        _ collector: ProblemCollector
    ) -> Instance {
        guard let value, let unit, let system, let code else { return instance }
        guard case .decimal = instance.elements[value] else { return instance }
        var instance = instance
        if let text = instance.elements[system].text {
            let name = CodeSystemName.normalized(text, collector)
            if name != text { instance = instance.replacing(system, by: .string(name)) }
        }
        if let text = instance.elements[code].text {
            if let other = instance.elements[system].text, other != CodeSystemName.ucum {
                return withoutAnnotation(instance, text, collector)
            }
            let isInternational = quantity == .enzymeActivity && text.lowercased().contains("[iu]")
            if !isInternational, (try? UnitOfMeasure(text)) != nil {
                return withoutAnnotation(instance, text, collector)
            }
        }
        guard let printed = instance.elements[code].text ?? instance.elements[unit].text else {
            return instance
        }
        guard let (found, alias) = UnitOfMeasure.fromLaboratory(printed, measuring: quantity)
        else {
            collector.add(
                IntakeProblem(
                    place: place(),
                    message: "the unit is neither a UCUM unit nor a known laboratory spelling",
                    remedy: "give the UCUM code in `code`, for example mg/dL, umol/L or 10*9/L"
                )
            )
            return instance
        }
        if alias != nil { collector.note(note(printed, found)) }
        instance = instance.replacing(code, by: .string(found.code))
            .replacing(system, by: .string(CodeSystemName.ucum))
        return withoutAnnotation(instance, found.code, collector)
    }

    private static func withoutAnnotation(
        _ instance: Instance,
        _ written: String,
        _ collector: ProblemCollector
    ) -> Instance {
        let plain = UnitAnnotation.removed(from: written)
        guard let code, plain != written else { return instance }
        collector.note("an annotation of a unit was left out; UCUM gives it no meaning")
        return instance.replacing(code, by: .string(plain))
    }

    /// Spellings of the table of aliases, and of the international unit in UCUM.
    private static let printable: Set<String> =
        Set(LaboratoryAlias.all.map(\.printed)).union(["[IU]/L", "[iU]/L"])

    /// The printed unit stands in it only when our own table has it: other texts may be anything.
    private static func note(_ printed: String, _ unit: UnitOfMeasure) -> String {
        guard printable.contains(printed) else {
            return "a printed unit was read with its characters replaced by those of UCUM"
        }
        return "the printed unit \"\(printed)\" was read as UCUM \(unit.code)"
    }
}

extension Instance {
    /// The same with another value at `position`.
    func replacing(_ position: Int, by value: Value) -> Instance {
        var elements = elements
        elements[position] = value
        return Instance(type: type, elements: elements)
    }
}

extension Value {
    /// The characters of a string value.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
