public import ClinicalQuality
import UnitsOfMeasure

/// What the criteria of a version ask a record for, read from their compiled expressions: which
/// codes of which resources, by which criterion, and how far back.
struct ItemDemand {
    /// One read of the record.
    struct Ask {
        /// The type of the resources, for example `Observation`.
        let type: String
        /// The codes asked for; nil for all of the type.
        let codes: Set<CodeKey>?
        /// The criteria that read it, in the order of the protocol.
        var criteria: [String]
        /// How far back a result counts; several where criteria differ.
        var windows: [ItemWindow]
    }

    private(set) var asks: [Ask] = []
    private var places: [String: Int] = [:]
    private let definition: CheckedDefinition
    private var events: [Int: String] = [:]

    init(_ definition: CheckedDefinition) {
        self.definition = definition
        for event in definition.definition.events {
            guard let index = definition.index(of: event.expression),
                let placed = definition.placed(index)
            else { continue }
            let core = core(of: placed)
            if events[core] == nil { events[core] = event.id }
        }
        for row in definition.rows { read(row.index, for: row.criterion.id) }
        for (factor, _) in definition.factors {
            if let index = definition.index(of: factor.expression) { read(index, for: nil) }
        }
        for event in definition.definition.events {
            if let index = definition.index(of: event.expression) { read(index, for: nil) }
        }
    }

    private mutating func read(_ index: Int, for criterion: String?) {
        guard let placed = definition.placed(index) else { return }
        var found: [(Placed, [ItemWindow])] = []
        let walk = Walk(definition.meaning, follows: true)
        walk.visit(placed) { part in
            switch part.expression.form {
            case .retrieve: found.append((part, []))
            case .call(_, let operands):
                let windows = operands.compactMap { window(Placed($0, part.frame)) }
                guard !windows.isEmpty else { return }
                for operand in operands {
                    for retrieve in retrieves(in: Placed(operand, part.frame)) {
                        found.append((retrieve, windows))
                    }
                }
            default: return
            }
        }
        for (retrieve, windows) in found { add(retrieve, windows, criterion) }
    }

    private mutating func add(
        _ retrieve: Placed,
        _ windows: [ItemWindow],
        _ criterion: String?
    ) {
        guard case .retrieve(let asked) = retrieve.expression.form,
            case .list(.instance(let type)) = retrieve.expression.type
        else { return }
        let codes = asked.flatMap { self.codes(of: Placed($0, retrieve.frame)) }
        var names = ["*"]
        if let codes {
            names = codes.map { key in "\(key.system ?? "")|\(key.code)" }.sorted()
        }
        let key = "\(type.shortName) \(names.joined(separator: ","))"
        let place = places[key] ?? asks.count
        if place == asks.count {
            places[key] = place
            asks.append(Ask(type: type.shortName, codes: codes, criteria: [], windows: []))
        }
        if let criterion, !asks[place].criteria.contains(criterion) {
            asks[place].criteria.append(criterion)
        }
        for window in windows where !asks[place].windows.contains(window) {
            asks[place].windows.append(window)
        }
    }

    private func codes(of placed: Placed) -> Set<CodeKey>? {
        let target = definition.meaning.followed(placed, calls: true)
        switch target.expression.form {
        case .terminology(let index):
            switch definition.outline.terminology[index].value {
            case .code(let code): return Set([CodeKey(code)].compactMap(\.self))
            case .concept(let concept): return Set(concept.codes.compactMap { CodeKey($0) })
            default: return nil
            }
        case .constant(.code(let code)): return Set([CodeKey(code)].compactMap(\.self))
        case .constant(.concept(let concept)):
            return Set(concept.codes.compactMap { CodeKey($0) })
        default: return nil
        }
    }

    /// The reads that an operand is: one, or several put together.
    private func retrieves(in placed: Placed) -> [Placed] {
        let target = definition.meaning.followed(placed, calls: false)
        switch target.expression.form {
        case .retrieve: return [target]
        case .operation("Union", let operands):
            return operands.flatMap { retrieves(in: Placed($0, target.frame)) }
        default: return []
        }
    }

    // MARK: Windows

    /// `Today() - 14 days` as 14 days before screening.
    private func window(_ placed: Placed) -> ItemWindow? {
        let target = definition.meaning.followed(placed, calls: false)
        guard case .operation("Subtract", let operands) = target.expression.form,
            operands.count == 2, [.date, .dateTime].contains(operands[0].type),
            case .quantity(let length)? = definition.meaning.constant(
                Placed(operands[1], target.frame)
            ),
            let event = events[core(of: Placed(operands[0], target.frame))]
        else { return nil }
        return ItemWindow(length: length, event: event)
    }

    /// The term of an event, whether its day or its time is meant.
    private func core(of placed: Placed) -> Int {
        let target = definition.meaning.followed(placed, calls: false)
        switch target.expression.form {
        case .operation("DateFrom", let operands) where operands.count == 1:
            return core(of: Placed(operands[0], target.frame))
        case .operation("Now", _), .operation("Today", _):
            return definition.meaning.term("as-of", [])
        default: return definition.meaning.term(target)
        }
    }
}

/// How far back from an event something counts.
public struct ItemWindow: Sendable, Hashable {
    /// The length, for example 14 days.
    public let length: Quantity
    /// The `id` of the event from which it counts back.
    public let event: String

    /// The first day that counts when the event is on `day`; nil for a length in hours.
    public func earliest(from day: CalendarDate) -> CalendarDate? {
        guard let count else { return nil }
        switch unit {
        case .day: return day.advanced(byDays: -count)
        case .week: return day.advanced(byDays: -7 * count)
        case .month: return day.months(back: count)
        case .year: return day.months(back: 12 * count)
        default: return nil
        }
    }

    /// How many units the length has.
    public var count: Int? { length.value.truncated.asInt64.flatMap(Int.init(exactly:)) }

    /// The calendar unit of the length; nil for a unit of UCUM.
    public var unit: CalendarUnit? {
        if case .calendar(let unit) = length.unit { unit } else { nil }
    }
}

extension CalendarDate {
    /// The day so many months before, or the last one of its month.
    fileprivate func months(back count: Int) -> CalendarDate? {
        guard let month, let day else { return nil }
        let index = year * 12 + month - 1 - count
        for candidate in stride(from: day, to: 27, by: -1) {
            if let date = try? CalendarDate(year: index / 12, month: index % 12 + 1, day: candidate)
            {
                return date
            }
        }
        return try? CalendarDate(year: index / 12, month: index % 12 + 1, day: min(day, 28))
    }
}
