import TrialDefinition

/// What stands in one place of a sheet.
struct SheetCell {
    /// Without blanks around it.
    let text: String
    let place: SheetPlace
}

/// A place in a sheet, as people find it again.
struct SheetPlace: Hashable {
    /// The name of the resource that is made from it, for example `row-3-column-5`.
    let source: String
    /// How errors name it, for example `row 3, column 5 (creatinine)`.
    let words: String
}

/// An item that is filled in, with its columns.
struct SheetEntry {
    let item: Item
    var cells: [ItemField: SheetCell]
    /// Where the entry begins, for problems that have no cell of their own.
    let place: SheetPlace
}

/// What is wrong with one cell.
struct SheetProblem: Error {
    let message: String
    let remedy: String

    init(_ message: String, _ remedy: String) {
        self.message = message
        self.remedy = remedy
    }
}

extension IntakeProblem {
    init(_ problem: SheetProblem, at place: SheetPlace) {
        self.init(place: place.words, message: problem.message, remedy: problem.remedy)
    }
}
