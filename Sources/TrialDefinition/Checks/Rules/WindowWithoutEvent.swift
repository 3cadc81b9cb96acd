import ClinicalQuality

/// A time window that does not count from the event of its row.
enum WindowWithoutEvent: DefinitionRule {
    static let name = "window-without-event"
    static let severity = Diagnostic.Severity.error
    static let summary = "a time window that counts from another event than its row, or from none"
    static let remedy =
        "count from the event of `counts-from`, or name the other event in the row's text"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let events = Anchors(definition)
        return definition.rows.flatMap { row in findings(of: row, events, in: definition) }
    }

    private static func findings(
        of row: CheckedDefinition.Row,
        _ events: Anchors,
        in definition: CheckedDefinition
    ) -> [DefinitionFinding] {
        let criterion = row.criterion
        var findings: [DefinitionFinding] = []
        var counted: Set<String> = []
        let windows = events.windows(of: row)
        for window in windows {
            switch window.event {
            case criterion.countsFrom?: counted.insert(criterion.countsFrom)
            case let event?:
                counted.insert(event)
                guard !events.isNamed(event, in: criterion.text) else { continue }
                findings.append(
                    finding(
                        "\(criterion.id) counts from \(criterion.countsFrom), and this window from "
                            + "\(event), which its text does not name",
                        at: window.location
                    )
                )
            case nil:
                findings.append(
                    finding(
                        "this window of \(criterion.id) counts from no event of the protocol",
                        at: window.location
                    )
                )
            }
        }
        if !counted.isEmpty, !counted.contains(criterion.countsFrom) {
            findings.append(
                finding(
                    "\(criterion.id) counts from \(criterion.countsFrom), and none of its windows "
                        + "does",
                    at: row.place.location("counts-from")
                )
            )
        }
        return findings
    }
}

/// Finds the events from which windows count.
private struct Anchors {
    private let definition: CheckedDefinition
    private var events: [Int: [String]] = [:]
    private let criteria: Set<Int>

    struct Window {
        /// The `id` of an event; nil for something else that is the same for the whole record.
        let event: String?
        let location: SourceLocation
    }

    init(_ definition: CheckedDefinition) {
        self.definition = definition
        criteria = Set(definition.rows.map(\.index))
        for event in definition.definition.events {
            guard let index = definition.index(of: event.expression),
                let placed = definition.placed(index)
            else { continue }
            events[core(of: placed), default: []].append(event.id)
        }
    }

    /// The windows of a row that are written in the protocol's own files.
    func windows(of row: CheckedDefinition.Row) -> [Window] {
        guard let placed = definition.placed(row.index) else { return [] }
        var windows: [Window] = []
        let walk = Walk(definition.meaning, follows: true, stops: criteria)
        walk.visit(placed) { part in
            guard definition.isOwn(part.expression.location), let anchor = anchor(of: part) else {
                return
            }
            let term = core(of: Placed(anchor, part.frame))
            // Time between two records is no window of the protocol.
            guard events[term] != nil || !definition.meaning.isOfElement[term] else { return }
            // Events of the same day are one: the row's own name for it counts.
            let names = events[term] ?? []
            let own = names.first { $0 == row.criterion.countsFrom }
            windows.append(Window(event: own ?? names.first, location: part.expression.location))
        }
        return windows
    }

    /// From what `part` counts when it is a window.
    private func anchor(of part: Placed) -> ExpressionOutline? {
        switch part.expression.form {
        case .operation("Subtract", let operands) where operands.count == 2:
            guard [.date, .dateTime].contains(operands[0].type), operands[1].type == .quantity
            else { return nil }
            return operands[0]
        case .timing(_?, _, let right): return right
        default: return nil
        }
    }

    /// The term of an event, whether its day or its time is meant.
    private func core(of placed: Placed) -> Int {
        let target = definition.meaning.followed(placed, calls: false)
        switch target.expression.form {
        case .operation("DateFrom", let operands) where operands.count == 1:
            return core(of: Placed(operands[0], target.frame))
        case .operation("Now", _), .operation("Today", _):
            // Both are the as-of day.
            return definition.meaning.term("as-of", [])
        default: return definition.meaning.term(target)
        }
    }

    /// Whether a text names an event by its name or its identifier.
    func isNamed(_ event: String, in text: String) -> Bool {
        let name = definition.definition.events.first { $0.id == event }?.name ?? event
        let text = text.lowercased()
        return [name, event].contains { text.contains($0.lowercased()) }
    }
}
