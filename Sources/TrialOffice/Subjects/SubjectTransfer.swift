import Cryptography
import TrialStore

/// Why a subject goes to another site.
///
/// Words of a list, and none that tells about health: the log is open to whoever holds a copy.
public enum TransferReason: String, Sendable, Codable, CaseIterable {
    /// War, or no safe way to the hospital.
    case war
    /// The site is suspended, or leaves the trial.
    case suspended
    /// The family has moved.
    case moved
    /// The site lacks what the treatment needs.
    case capability
    /// The family asks for it.
    case request
    case other
}

/// A transfer that a site has offered.
public struct TransferOffer: Sendable, Codable, Equatable {
    /// The pseudonym, which stays.
    public let subject: String
    /// The transfer's id: pseudonym and number.
    public let transfer: String
    /// The code of the site that gives.
    public let from: String
    /// The code of the site that is asked to take the subject over.
    public let to: String
    /// Why.
    public let reason: TransferReason
    /// The coordinators of the other site, each of whom can accept.
    public let acceptedBy: [String]
    /// Rules of the two countries about sending data, as the protocol has them.
    public let dataDuties: [RuleInForce]
}

/// A transfer that was accepted: the subject belongs to the new site.
public struct AcceptedTransfer: Sendable, Codable, Equatable {
    /// The pseudonym, which stays.
    public let subject: String
    /// The transfer's id: pseudonym and number.
    public let transfer: String
    /// The code of the site that gave.
    public let from: String
    /// The code of the site that cares for the subject now.
    public let site: String
    /// The stratum as it was at enrollment; it stays.
    public let stratum: String
    /// The number of the subject's allocation, which stays; nil where there is none yet.
    public let allocation: String?
    /// The country's rules for consent: those that the site has to meet now.
    public let consentRules: [RuleInForce]
}

/// A rule of a country, and whether somebody has verified it.
public struct RuleInForce: Sendable, Codable, Equatable {
    /// ISO 3166-1 alpha-2 code of the country.
    public let country: String
    /// The rule, in words.
    public let text: String
    /// Where it comes from.
    public let source: String
    /// Whether somebody has checked it there.
    public let isVerified: Bool
}

/// How far a transfer is.
enum TransferState: String {
    case offered
    case accepted
}

/// The names that belong to one transfer.
struct TransferName {
    /// Pseudonym and number.
    let id: String

    init(_ subject: String, number: Int) {
        id = "\(subject).\(number)"
    }

    init(_ row: TransferRow) {
        id = row.id
    }

    /// The entry in the other site's side files in which the offer waits.
    var offeredEntry: String { Self.offeredEntry(id) }
    static func offeredEntry(_ id: String) -> String { id + "/offered" }
    /// Whether the entry `id` is one in which an offer waits.
    static func isOffered(_ id: String) -> Bool { id.hasSuffix(offeredEntry("")) }

    /// The identifier of the key under which the offer is sealed.
    static func key(_ id: String) -> String { "transfer/\(id)" }

    func identifier() throws -> KeyIdentifier {
        try KeyIdentifier(name: Self.key(id), version: 1)
    }
}
