import ClinicalQuality
import TrialDefinition
import UnitsOfMeasure

/// Makes the FHIR resource that an entry of a sheet stands for, as a bundle would have it.
///
/// What is written in a cell is checked here; whatever a bundle has to pass is checked where bundles
/// are read.
struct ResourceMaker {
    typealias Members = [(String, JSONPart)]

    let finder: ItemFinder
    private(set) var problems: [IntakeProblem] = []
    private(set) var notes: [String] = []

    init(_ finder: ItemFinder) {
        self.finder = finder
    }

    private var catalog: ItemCatalog { finder.catalog }

    /// The resource; nil after reporting what is wrong with its cells.
    mutating func resource(of entry: SheetEntry) -> JSONPart? {
        guard let type = entry.item.kind.resourceType else { return nil }
        let before = problems.count
        var members: Members = [
            ("resourceType", .string(type)), ("id", .string(entry.place.source)),
        ]
        switch entry.item.kind {
        case .quantity, .number, .yesNo, .choice: members += observation(entry)
        case .condition: members += condition(entry)
        case .procedure: members += procedure(entry)
        case .administration: members += administration(entry)
        case .statement: members += statement(entry)
        case .order: members += order(entry)
        case .vaccine: members += vaccine(entry)
        case .consent: members += consent(entry)
        case .identity, .birthDate, .sex, .site, .death: break
        }
        return problems.count == before ? .object(members) : nil
    }

    // MARK: Cells

    mutating func report(_ problem: SheetProblem, at place: SheetPlace) {
        problems.append(IntakeProblem(problem, at: place))
    }

    /// The answer in a cell; reports when it is none of the list `list`.
    mutating func answer(_ cell: SheetCell, _ list: String) -> ItemAnswer? {
        if let answer = finder.answer(cell.text, in: list) { return answer }
        report(
            SheetProblem(
                "this answer is none that is allowed here",
                "write one of: \(finder.allowed(list))"
            ),
            at: cell.place
        )
        return nil
    }

    /// The date in a column, as FHIR writes it; nil when there is none.
    mutating func date(_ field: ItemField, _ entry: SheetEntry) -> JSONPart? {
        guard let cell = entry.cells[field] else { return nil }
        do throws(SheetProblem) {
            let date = try DateText(cell.text, catalog.dates)
            if date.lostTime {
                notes.append("a time of day without its time zone was left out: the day counts")
            }
            return .string(date.fhir)
        } catch {
            report(error, at: cell.place)
            return nil
        }
    }

    /// `effectiveDateTime`, or `effectivePeriod` when there is an end.
    mutating func time(
        _ element: String,
        _ entry: SheetEntry,
        period: Bool = false
    ) -> Members {
        let (start, end) = (date(.date, entry), date(.end, entry))
        guard end != nil || period else {
            return start.map { [(element + "DateTime", $0)] } ?? []
        }
        let parts = [start.map { ("start", $0) }, end.map { ("end", $0) }].compactMap(\.self)
        return parts.isEmpty ? [] : [(element + "Period", .object(parts))]
    }

    /// The status in its column, or what a row of this kind means without one.
    mutating func status(
        _ entry: SheetEntry,
        _ list: String,
        or usual: String
    ) -> (String, JSONPart) {
        guard let cell = entry.cells[.status] else { return ("status", .string(usual)) }
        return ("status", .string(answer(cell, list)?.id ?? usual))
    }

    mutating func number(_ cell: SheetCell) -> NumberText? {
        do throws(SheetProblem) {
            return try NumberText(cell.text, catalog.numbers)
        } catch {
            report(error, at: cell.place)
            return nil
        }
    }

    /// A quantity of FHIR with its unit as printed.
    static func quantity(_ number: NumberText, _ unit: String?) -> JSONPart {
        var members: Members = [("value", .literal(number.number))]
        if let comparator = number.comparator {
            members.append(("comparator", .string(comparator)))
        }
        if let unit { members.append(("unit", .string(unit))) }
        return .object(members)
    }

    /// The unit of a number: in its own cell, or behind the number.
    mutating func unit(
        _ number: NumberText,
        _ cell: SheetCell,
        _ entry: SheetEntry
    ) -> String? {
        let own = entry.cells[.unit]
        guard let text = own?.text ?? (number.rest.isEmpty ? nil : number.rest) else { return nil }
        let place = own?.place ?? cell.place
        if own != nil, !number.rest.isEmpty, number.rest != text {
            report(
                SheetProblem("the number is followed by another unit", "write the unit once"),
                at: cell.place
            )
        }
        let quantity = Self.isEnzyme(entry.item) ? LaboratoryQuantity.enzymeActivity : .unspecified
        guard UnitOfMeasure.fromLaboratory(text, measuring: quantity) != nil else {
            report(
                SheetProblem(
                    "this is no unit that is known",
                    "write it as UCUM or as laboratories print it, for example "
                        + (entry.item.unit ?? "mg/dL, umol/L or 10*9/L")
                ),
                at: place
            )
            return nil
        }
        return text
    }

    private static func isEnzyme(_ item: Item) -> Bool {
        guard let unit = item.unit.flatMap({ try? UnitOfMeasure($0) }),
            let activity = try? UnitOfMeasure("U/L")
        else { return false }
        return unit.isCommensurable(with: activity)
    }
}
