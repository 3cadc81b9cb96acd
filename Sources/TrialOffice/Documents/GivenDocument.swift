import Intake
import TrialDefinition

/// A candidate's document as it was given.
public struct GivenDocument: Sendable {
    /// How errors name it, for example the file's name.
    public let name: String
    /// The document in its ``format``.
    public let bytes: [UInt8]
    /// How it is written.
    public let format: Format
    /// For a part of a larger table: how many rows are left out between its header and its rows.
    let skippedRows: Int

    /// How a document is written.
    public enum Format: Sendable, Hashable, CaseIterable {
        /// A FHIR R4 JSON bundle.
        case fhir
        /// A table: one row for each candidate, or for each result.
        case csv
        /// A form in YAML that was filled in.
        case worksheet

        /// The format that a file's name tells; anything else is FHIR.
        public init(fileName: String) {
            let ending = fileName.lowercased().split(separator: ".").last ?? ""
            self =
                switch ending {
                case "csv", "tsv": .csv
                case "yaml", "yml": .worksheet
                default: .fhir
                }
        }
    }

    /// Whether a YAML text says that it is a worksheet.
    public var isWorksheet: Bool {
        format == .worksheet
            && bytes.split(separator: 0x0A).contains { $0.starts(with: Array("worksheet:".utf8)) }
    }

    /// Holds a document; without a format its name tells it.
    public init(name: String, bytes: [UInt8], format: Format? = nil) {
        self.init(
            name: name,
            bytes: bytes,
            format: format ?? Format(fileName: name),
            skippedRows: 0
        )
    }

    init(name: String, bytes: [UInt8], format: Format, skippedRows: Int) {
        self.name = name
        self.bytes = bytes
        self.format = format
        self.skippedRows = skippedRows
    }

    /// The document, taken apart; a table or form by the list of items of `definition`.
    func takenIn(by definition: TrialProtocol?) throws(OfficeError) -> CandidateDocument {
        do throws(IntakeError) {
            switch format {
            case .fhir: return try CandidateDocument(fhir: bytes)
            case .csv:
                let items = try requireItems(of: definition)
                return try CandidateDocument(csv: bytes, items: items, skippedRows: skippedRows)
            case .worksheet:
                return try CandidateDocument(
                    worksheet: bytes,
                    items: try requireItems(of: definition),
                    protocolID: definition?.id ?? ""
                )
            }
        } catch {
            throw OfficeError(error, document: name)
        }
    }

    private func requireItems(
        of definition: TrialProtocol?
    ) throws(IntakeError) -> ItemCatalog {
        if let items = definition?.items { return items }
        throw IntakeError(
            problems: [
                IntakeProblem(
                    place: "document",
                    message: "no protocol that is asked has a list of items (items.yaml), so"
                        + " that it takes no tables and worksheets",
                    remedy: "give a FHIR bundle, or screen by a protocol that has the list"
                )
            ]
        )
    }
}
