import TrialDefinition

/// What a sheet says about one candidate, as cells with their places; nothing is read yet.
struct CandidateSheet {
    var entries: [SheetEntry] = []
    /// What there is only one of, by the item's identifier: birth date, names, site.
    var person: [String: (item: Item, cell: SheetCell)] = [:]
    var problems: [IntakeProblem] = []

    /// Adds a problem of a cell.
    mutating func report(_ message: String, _ remedy: String, at place: SheetPlace) {
        problems.append(IntakeProblem(place: place.words, message: message, remedy: remedy))
    }

    /// Adds a part of what there is only one of; two different ones contradict each other.
    mutating func add(_ item: Item, _ cell: SheetCell) {
        guard let known = person[item.id] else {
            person[item.id] = (item, cell)
            return
        }
        guard known.cell.text != cell.text else { return }
        report(
            "this is something else than in \(known.cell.place.words)",
            "correct one of them: the rows have to be of one candidate",
            at: cell.place
        )
    }

    /// Adds what is filled in of an item.
    ///
    /// A unit alone is what a form prints; another column without a value is a slip.
    mutating func add(_ item: Item, _ cells: [ItemField: SheetCell], at place: SheetPlace) {
        let filled = cells.filter { !$0.value.text.isEmpty }
        guard item.kind.resourceType != nil else {
            if let cell = filled[.value] { add(item, cell) }
            return
        }
        let others = filled.filter { $0.key != .value && $0.key != .unit }
        guard filled[.value] != nil || !others.isEmpty else { return }
        guard filled[.value] != nil || item.kind.resourceType == "Observation" else {
            let slip = others.min { $0.key.rawValue < $1.key.rawValue }?.value.place ?? place
            report(
                "this is filled in, and the value of `\(item.id)` is not",
                "write the value, or empty this cell",
                at: slip
            )
            return
        }
        entries.append(SheetEntry(item: item, cells: filled, place: place))
    }
}
