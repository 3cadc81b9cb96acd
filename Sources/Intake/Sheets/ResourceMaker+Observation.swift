import TrialDefinition
import UnitsOfMeasure

extension ResourceMaker {
    private static let oxygenShare = ItemCode(system: CodeSystemName.loinc, code: "3150-6")
    private static let oxygenFlow = ItemCode(system: CodeSystemName.loinc, code: "3151-8")

    mutating func observation(_ entry: SheetEntry) -> Members {
        var members: Members = [status(entry, "result-status", or: "final")]
        let time = time("effective", entry)
        guard let cell = entry.cells[.value] else {
            // The test is on record, and its result is not: criteria say so.
            let reason = ItemCode(
                system: "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                code: "unknown"
            )
            members += [("code", .concept(entry.item.codes.first.map { [$0] } ?? []))] + time
            return members + [("dataAbsentReason", .concept([reason]))]
        }
        let (codes, value) = value(cell, entry)
        members += [("code", .concept(codes))] + time + value
        members += range(entry) + components(entry)
        return members
    }

    private mutating func value(
        _ cell: SheetCell,
        _ entry: SheetEntry
    ) -> ([ItemCode], Members) {
        let item = entry.item
        switch item.kind {
        case .number:
            return (item.codes, wholeNumber(cell).map { [("valueInteger", $0)] } ?? [])
        case .yesNo:
            let answer = answer(cell, item.answers ?? "yes-no")
            return (item.codes, answer.map { [("valueBoolean", .literal($0.id))] } ?? [])
        case .choice:
            let answer = answer(cell, item.answers ?? "")
            let code = answer.flatMap(\.code).map { [$0] } ?? []
            return (item.codes, [("valueCodeableConcept", .concept(code))])
        default:
            guard let number = number(cell) else { return (item.codes, []) }
            let unit = unit(number, cell, entry)
            let quantity = Self.quantity(number, unit)
            return (Self.codes(of: item, unit), [("valueQuantity", quantity)])
        }
    }

    /// Where an item has a code for each kind of unit, the one that fits.
    private static func codes(of item: Item, _ unit: String?) -> [ItemCode] {
        guard item.codes.contains(where: { $0.unit != nil }) else { return item.codes }
        let given = unit.flatMap { UnitOfMeasure.fromLaboratory($0)?.unit }
        let fitting = item.codes.first { code in
            guard let given, let own = code.unit.flatMap({ try? UnitOfMeasure($0) }) else {
                return false
            }
            return given.isCommensurable(with: own)
        }
        return (fitting ?? item.codes.first).map { [$0] } ?? []
    }

    private mutating func wholeNumber(_ cell: SheetCell) -> JSONPart? {
        guard let number = number(cell) else { return nil }
        guard number.comparator == nil, number.rest.isEmpty, let value = Int32(number.number) else {
            report(
                SheetProblem("this is not a whole number", "write a whole number without a unit"),
                at: cell.place
            )
            return nil
        }
        return .literal(String(value))
    }

    /// The upper limit of normal, in the unit of the result.
    private mutating func range(_ entry: SheetEntry) -> Members {
        guard let cell = entry.cells[.upperLimit], let number = number(cell) else { return [] }
        let unit = number.rest.isEmpty ? entry.cells[.unit]?.text ?? rest(entry) : number.rest
        let high = Self.quantity(number, unit)
        return [("referenceRange", .list([.object([("high", high)])]))]
    }

    /// What stands behind the number of the result.
    private func rest(_ entry: SheetEntry) -> String? {
        guard let cell = entry.cells[.value],
            let rest = try? NumberText(cell.text, finder.catalog.numbers).rest, !rest.isEmpty
        else { return nil }
        return rest
    }

    /// The oxygen under which a saturation was measured.
    private mutating func components(_ entry: SheetEntry) -> Members {
        var components: [JSONPart] = []
        for (field, code, unit) in [
            (ItemField.oxygen, Self.oxygenShare, "%"), (.oxygenFlow, Self.oxygenFlow, "L/min"),
        ] {
            guard let cell = entry.cells[field], let number = number(cell) else { continue }
            components.append(
                .object([
                    ("code", .concept([code])),
                    (
                        "valueQuantity",
                        Self.quantity(number, number.rest.isEmpty ? unit : number.rest)
                    ),
                ])
            )
        }
        return components.isEmpty ? [] : [("component", .list(components))]
    }
}
