public import TrialDefinition

extension CandidateDocument {
    /// Takes in a worksheet in YAML that was filled in by hand.
    ///
    /// Everything that is wrong is thrown together, with line and column.
    ///
    /// - Parameters:
    ///   - text: The worksheet, UTF-8.
    ///   - items: What a worksheet may say.
    ///   - protocolID: The protocol for which it has to be.
    /// - Throws: ``IntakeError``; no text holds a value of the worksheet.
    public init(
        worksheet text: some Collection<UInt8>,
        items: ItemCatalog,
        protocolID: String
    ) throws(IntakeError) {
        guard text.count <= 1_000_000, let text = String(validating: text, as: UTF8.self) else {
            throw IntakeError.one(
                "document",
                "this is no worksheet in UTF-8 of at most 1 MB",
                "save it as UTF-8"
            )
        }
        let finder = ItemFinder(items)
        var reader = WorksheetReader(finder, protocolID: protocolID)
        let sheet = try reader.read(text)
        var intake = SheetIntake(
            finder,
            at: SheetPlace(source: "worksheet", words: "worksheet")
        )
        self = try intake.document(sheet)
    }
}
