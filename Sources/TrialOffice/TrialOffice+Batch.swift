public import Eligibility
import Intake
public import TrialDefinition

/// Answers for many documents by one definition: no keys, and nothing is written.
///
/// Make it once; it keeps a screener for each site.
public struct BatchScreening: Sendable {
    private let definition: TrialProtocol
    private let siteCode: String?
    private let asOf: Day
    private var screeners: [String: Screener] = [:]

    /// Answers by `definition` for the day `asOf`.
    ///
    /// - Parameters:
    ///   - definition: The protocol whose criteria are answered.
    ///   - siteCode: Whose country's rules apply; nil takes the site that each document names.
    ///   - asOf: The day for which the answers hold.
    public init(_ definition: TrialProtocol, siteCode: String?, asOf: Day) {
        self.definition = definition
        self.siteCode = siteCode
        self.asOf = asOf
    }

    /// The answer for `document`.
    ///
    /// - Throws: ``OfficeError``: `badInput` for a document that cannot be taken in, `notFound` for
    ///   a site that the protocol does not have. The next document can be answered all the same.
    public mutating func answer(
        _ document: GivenDocument
    ) throws(OfficeError) -> ScreenedDocument {
        let taken = try document.takenIn(by: definition)
        let site = try TrialOffice.site(of: taken, document.name, definition, wanted: siteCode)
        let screener = screeners[site?.code ?? ""] ?? Screener(definition, site: site)
        screeners[site?.code ?? ""] = screener
        let summary = try TrialOffice.translated { () throws(EligibilityError) in
            try screener.summary(of: taken.record, asOf: asOf.date)
        }
        return ScreenedDocument(document: document.name, summary: summary, refusal: nil)
    }
}

/// One of many documents, with its answer or why there is none.
public struct ScreenedDocument: Sendable, Codable {
    /// How errors name it.
    public let document: String
    /// The answer; nil where the document could not be taken in.
    public let summary: EligibilitySummary?
    /// Why there is no answer, with place and remedy; nil where there is one.
    public let refusal: String?

    /// A document that could not be taken in.
    public init(document: String, refused error: OfficeError) {
        self.document = document
        summary = nil
        refusal = "\(error.message) — \(error.place) — \(error.remedy)"
    }

    init(document: String, summary: EligibilitySummary?, refusal: String?) {
        self.document = document
        self.summary = summary
        self.refusal = refusal
    }
}
