import ClinicalQuality
import UnitsOfMeasure

/// Reads expressions that are the same for every record, or count from an event of the protocol.
struct BoundReader {
    private let meaning: Meaning
    /// The events of the protocol, by the term of their day or time.
    private var events: [Int: String] = [:]

    init(_ definition: CheckedDefinition) {
        meaning = definition.meaning
        for event in definition.definition.events {
            guard let index = definition.index(of: event.expression),
                let placed = definition.placed(index)
            else { continue }
            let term = core(of: placed)
            // Screening and consent may be the same day; the first of the file stands for both.
            if events[term] == nil { events[term] = event.id }
        }
    }

    /// The limits that `placed` may be, by branches; nil when it depends on the record otherwise.
    func read(_ placed: Placed) -> [DecisionLimit.Bound]? {
        if let event = events[core(of: placed)] {
            let isTime = placed.expression.type == .dateTime
            return [isTime ? .time(of: event, before: nil) : .day(of: event, before: nil)]
        }
        let target = meaning.followed(placed, calls: true)
        let frame = target.frame
        switch target.expression.form {
        case .constant(let value):
            if value.isNull { return [] }
            return number(value).map { [$0] }
        case .parameter(let name): return [.parameter(name)]
        case .selection(let branches, let otherwise):
            var all: [DecisionLimit.Bound] = []
            for result in branches.map(\.result) + [otherwise] {
                guard let bounds = read(Placed(result, frame)) else { return nil }
                all += bounds
            }
            return all
        case .operation("DateFrom", let operands) where operands.count == 1:
            return read(Placed(operands[0], frame))?.map(\.day)
        case .operation(let name, let operands) where operands.count == 2:
            return computed(name, Placed(operands[0], frame), Placed(operands[1], frame))
        case .tuple(let elements): return quantity(elements, frame).map { [.quantity($0)] }
        default: return nil
        }
    }

    private func number(_ value: Value) -> DecisionLimit.Bound? {
        switch value {
        case .integer(let number): .number(ExactDecimal(Int(number)))
        case .long(let number): .number(ExactDecimal(Int(number)))
        case .decimal(let number): .number(number)
        case .quantity(let quantity): .quantity(quantity)
        default: nil
        }
    }

    private func computed(
        _ name: String,
        _ left: Placed,
        _ right: Placed
    ) -> [DecisionLimit.Bound]? {
        let (first, second) = (only(left), only(right))
        switch (name, first, second) {
        case ("Subtract", .day(let event, nil)?, .quantity(let span)?):
            return [.day(of: event, before: span)]
        case ("Subtract", .time(let event, nil)?, .quantity(let span)?):
            return [.time(of: event, before: span)]
        case ("Multiply", nil, .number(let factor)?), ("Multiply", .number(let factor)?, nil):
            return [.multiple(factor)]
        case ("Add", .number(let a)?, .number(let b)?):
            return (try? a.adding(b)).map { [.number($0)] }
        case ("Subtract", .number(let a)?, .number(let b)?):
            return (try? a.subtracting(b)).map { [.number($0)] }
        default: return nil
        }
    }

    private func only(_ placed: Placed) -> DecisionLimit.Bound? {
        let bounds = read(placed)
        return bounds?.count == 1 ? bounds?.first : nil
    }

    /// A quantity that is put together from a number and a unit.
    private func quantity(
        _ elements: [ExpressionOutline.Element],
        _ frame: Frame
    ) -> Quantity? {
        func value(_ name: String) -> Placed? {
            elements.first { $0.name == name }.map { Placed($0.value, frame) }
        }
        guard let number = value("value"), case .number(let amount)? = read(number)?.first,
            let unit = value("unit"), case .string(let code)? = meaning.constant(unit),
            let unit = try? QuantityUnit(code)
        else { return nil }
        return Quantity(amount, unit)
    }

    /// The term of an event, whether its day or its time is meant.
    private func core(of placed: Placed) -> Int {
        let target = meaning.followed(placed, calls: false)
        switch target.expression.form {
        case .operation("DateFrom", let operands) where operands.count == 1:
            return core(of: Placed(operands[0], target.frame))
        case .operation("Now", _), .operation("Today", _): return meaning.term("as-of", [])
        default: return meaning.term(target)
        }
    }
}

extension DecisionLimit.Bound {
    /// The day of a time; anything else as it is.
    fileprivate var day: DecisionLimit.Bound {
        if case .time(let event, let span) = self { return .day(of: event, before: span) }
        return self
    }
}
