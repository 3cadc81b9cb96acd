/// All combinations of the cells of some terms.
struct Enumeration {
    private var terms: [(term: Int, cells: [Cell])] = []
    private var constants: [Int: [Magnitude]] = [:]

    /// Chooses the terms that are asked about more than once, those that measure something first,
    /// as many as give at most `limit` combinations.
    init(_ questions: [Int: Question], limit: Int) {
        var size = 1
        let ordered = questions.filter { $0.value.count > 1 }.sorted { left, right in
            (left.value.rank, -left.value.count, left.key)
                < (right.value.rank, -right.value.count, right.key)
        }
        for (term, question) in ordered {
            guard let sorted = question.sortedConstants else { continue }
            let cells = question.cells(sorted: sorted)
            guard size * cells.count <= limit else { continue }
            size *= cells.count
            terms.append((term, cells))
            constants[term] = sorted
        }
    }

    /// Gives every combination to `body`, until it returns false.
    func forEach(_ body: ([Int: Cell], [Int: [Magnitude]]) -> Bool) {
        var places = [Int](repeating: 0, count: terms.count)
        while true {
            var cells: [Int: Cell] = [:]
            for (place, item) in zip(places, terms) { cells[item.term] = item.cells[place] }
            guard body(cells, constants) else { return }
            var index = 0
            while index < terms.count {
                places[index] += 1
                if places[index] < terms[index].cells.count { break }
                places[index] = 0
                index += 1
            }
            if index == terms.count { return }
        }
    }
}
