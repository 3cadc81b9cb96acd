import TrialDefinition

/// The header of a table, understood: one row for each candidate, or one for each result.
struct SheetHeader {
    /// What a column is about.
    enum Meaning {
        case column(SheetColumn)
        /// A column of a table with one row for each result.
        case field(ItemField)
        /// What is the same in every row of a candidate.
        case person(Item)
        case passedOver
        /// A header that was not understood.
        case unknown

        /// Whether the header was not understood.
        var isUnknown: Bool { if case .unknown = self { true } else { false } }

        /// Whether the header says anything.
        var isKnown: Bool {
            switch self {
            case .column, .field, .person: true
            case .passedOver, .unknown: false
            }
        }
    }

    let meanings: [Meaning]
    /// Whether each row is one result.
    let isLong: Bool
    let problems: [IntakeProblem]

    /// The column that tells whose row it is.
    var candidateColumn: Int? {
        meanings.firstIndex { if case .field(.candidate) = $0 { true } else { false } }
    }

    init(_ record: CSVRecord, _ finder: ItemFinder) {
        isLong = record.fields.contains { finder.field($0) == .item }
        var meanings: [Meaning] = []
        var problems: [IntakeProblem] = record.problems
        var seen: Set<String> = []
        for (index, header) in record.fields.enumerated() {
            let place = SheetPlace(row: record.row, column: index, name: nil)
            let meaning = Self.meaning(header, isLong, finder)
            if case .unknown = meaning, !record.hasFlaw(in: index) {
                problems.append(
                    IntakeProblem(Self.unknown(header, finder), at: place)
                )
            }
            if let key = Self.key(meaning), !seen.insert(key).inserted {
                problems.append(
                    IntakeProblem(
                        place: place.words,
                        message: "another column is about the same",
                        remedy: "keep one of them, or number them, as in `creatinine 2`"
                    )
                )
            }
            meanings.append(meaning)
        }
        self.meanings = meanings
        // A cell of a patient's row can be a name by chance.
        if meanings.count(where: \.isKnown) * 10 <= meanings.count(where: \.isUnknown) {
            problems = [
                IntakeProblem(
                    place: "row \(record.row)",
                    message: "this is no header: hardly one of its cells is a name that is known",
                    remedy: "write into the first row what its columns are; the names are in"
                        + " items.yaml of the protocol"
                )
            ]
        }
        if isLong,
            !meanings.contains(where: { if case .field(.value) = $0 { true } else { false } })
        {
            problems.append(
                IntakeProblem(
                    place: "row \(record.row)",
                    message: "there is no column for the value of each row",
                    remedy: "name one of the columns `value`"
                )
            )
        }
        self.problems = problems
    }

    private static func meaning(
        _ header: String,
        _ isLong: Bool,
        _ finder: ItemFinder
    ) -> Meaning {
        if header.trimmingBlanks.isEmpty { return .passedOver }
        if isLong {
            if let field = finder.field(header) { return .field(field) }
            if let item = finder.item(header), item.kind.resourceType == nil {
                return .person(item)
            }
        } else {
            if finder.field(header) == .candidate { return .field(.candidate) }
            if let column = finder.column(header) { return .column(column) }
        }
        return finder.isIgnored(header) ? .passedOver : .unknown
    }

    /// The header itself is not told: a table without one has a patient's data in its first row.
    private static func unknown(_ header: String, _ finder: ItemFinder) -> SheetProblem {
        let folded = ItemSpelling.folded(header)
        let names = finder.catalog.items.map(\.id)
        let nearest = names.first { name in
            let name = ItemSpelling.folded(name)
            return folded.count > 3 && (name.hasPrefix(folded) || folded.hasPrefix(name))
        }
        return SheetProblem(
            "the header of this column is none that is known",
            (nearest.map { "if it is `\($0)`, name it so; " } ?? "")
                + "the names are in items.yaml of the protocol; a column that is of no use is taken"
                + " away, or listed there under `ignored`"
        )
    }

    private static func key(_ meaning: Meaning) -> String? {
        switch meaning {
        case .column(let column):
            "\(column.item.id) \(column.item.codes.first?.code ?? "") \(column.field) \(column.number)"
        case .field(let field): "field \(field)"
        case .person(let item): "person \(item.id)"
        case .passedOver, .unknown: nil
        }
    }
}

extension CSVRecord {
    func hasFlaw(in column: Int) -> Bool { flaws.contains { $0.column == column } }

    /// The flaws of its writing.
    var problems: [IntakeProblem] {
        flaws.map { column, flaw in
            IntakeProblem(
                place: SheetPlace(row: row, column: column, name: nil).words,
                message: flaw.words.message,
                remedy: flaw.words.remedy
            )
        }
    }
}

extension SheetPlace {
    /// A cell; the column counts from 0 here, and from 1 in words.
    init(row: Int, column: Int, name: String?) {
        self.init(
            source: "row-\(row)-column-\(column + 1)",
            words: "row \(row), column \(column + 1)" + (name.map { " (\($0))" } ?? "")
        )
    }
}
