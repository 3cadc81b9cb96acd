/// One record of a CSV text: a row as a spreadsheet numbers it.
struct CSVRecord {
    /// What is wrong with the writing of one cell.
    enum Flaw {
        case strayQuote, textAfterQuote, notUTF8, controlCharacter, tooLong, unclosedQuote
        case tooManyColumns
    }

    /// From 1; a line break inside of quotes does not begin a row.
    let row: Int
    /// The cells, without quotes.
    var fields: [String] = []
    /// What is wrong, by column from 0.
    var flaws: [(column: Int, flaw: Flaw)] = []
    /// The bytes of the record, with its line end.
    var raw: [UInt8] = []

    /// Whether nothing stands in it.
    var isBlank: Bool {
        flaws.isEmpty && fields.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }
}

extension CSVRecord.Flaw {
    /// What is wrong, and what to do.
    var words: (message: String, remedy: String) {
        switch self {
        case .strayQuote:
            (
                "there is a quotation mark inside of a cell that does not begin with one",
                "put the whole cell in quotation marks, and double the one inside"
            )
        case .textAfterQuote:
            (
                "there is more text after the quotation mark that ends this cell",
                "double the quotation marks inside of a cell"
            )
        case .notUTF8:
            (
                "this text is not in UTF-8",
                "save the sheet as “CSV UTF-8”"
            )
        case .controlCharacter:
            ("there is a control character in this cell", "type the cell again")
        case .tooLong:
            (
                "this cell is longer than \(CSVReader.longestCell) characters",
                "write only what the column asks for"
            )
        case .unclosedQuote:
            (
                "the quotation mark that begins this cell is never closed",
                "close it, or take it away"
            )
        case .tooManyColumns:
            (
                "there are more than \(CSVReader.mostColumns) columns",
                "keep the columns that the protocol asks for"
            )
        }
    }
}
