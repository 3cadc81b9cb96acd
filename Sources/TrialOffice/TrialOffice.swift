import AuditLog
import Cryptography
public import Foundation
public import TrialDefinition
import TrialStore

/// The office of one trial: every use case, who may do it, and the order in which it happens.
///
/// It prints nothing and reads no clock; time comes in with each request.
public final class TrialOffice: Sendable {
    /// The program's version, as it stands in every event.
    public static let program = "milenari 0.1.0"

    /// The protocol in all versions that the trial has.
    public let versions: ProtocolVersions
    /// The files of the protocol, as they lie in the trial.
    public let files: DefinitionFiles

    let store: TrialStore

    init(versions: ProtocolVersions, files: DefinitionFiles, store: TrialStore) {
        self.versions = versions
        self.files = files
        self.store = store
    }

    /// The first version: sites, countries' rules, arms and allocation are the same in all.
    public var definition: TrialProtocol { versions.first }

    /// The log's origin, which names this trial and no other.
    public var origin: String { store.origin }

    /// Opens the trial in the folder `url`.
    public static func open(_ url: URL) throws(OfficeError) -> TrialOffice {
        try OfficeError.translate {
            try CryptographyLibrary.prepare()
            let folder = try TrialFolder.existing(
                url,
                remedy: "make one with `milenari trial init`, or name another folder"
            )
            let store = try TrialStore.open(folder, rules: TrialRules())
            let files = try frozenDefinition(folder, store)
            guard let versions = try? ProtocolVersions.load(files) else {
                throw OfficeError(
                    .damaged,
                    at: "protocol",
                    "the trial's own protocol does not load any more",
                    remedy: "use the milenari version with which the trial was made"
                )
            }
            return TrialOffice(versions: versions, files: files, store: store)
        }
    }

    /// What went wrong after something was done, and does not undo it.
    public var warnings: [String] { store.warningTexts }

    /// Closes the trial's files.
    public func close() throws(OfficeError) {
        try OfficeError.translate { try store.close() }
    }

    /// Opens the keys of the user `name`.
    public func unlock(
        _ name: String,
        passphrase: borrowing Passphrase
    ) throws(OfficeError) -> Session {
        do {
            let found = try store.read { reader in
                (
                    try reader.user(name), try reader.grants(to: name),
                    try reader.people().state(of: name)
                )
            }
            guard let user = found.0, let state = found.2, let role = Role(rawValue: user.role)
            else {
                throw OfficeError(
                    .unknownUser,
                    at: name,
                    "this trial knows no such user",
                    remedy: "check the spelling; users are lowercase, like ana.garcia"
                )
            }
            guard state == .active else {
                throw OfficeError(
                    .notPermitted,
                    at: name,
                    "this user is \(state.rawValue)",
                    remedy: state == .suspended
                        ? "a custodian can let the user work again with `milenari user resume`"
                        : "a custodian can add the person anew, under another name"
                )
            }
            let sealed = try SealedUserKeys(encoded: user.sealedKeys)
            return Session(
                name: name,
                role: role,
                site: user.site,
                keys: try sealed.open(passphrase: passphrase.secret, user: name, trial: origin),
                grants: found.1,
                origin: origin
            )
        } catch {
            throw OfficeError(error)
        }
    }

    /// The site `code` of this trial's definition.
    func site(_ code: String) throws(OfficeError) -> Site {
        if let site = definition.site(code) { return site }
        let known = definition.sites.filter { $0.status == .partner }.map(\.code)
        throw OfficeError(
            .notFound,
            at: code,
            "this trial has no such site",
            remedy: "its sites are \(known.joined(separator: ", "))"
        )
    }

    /// An event signed by the person of `session`.
    func draft(
        _ kind: EventKind,
        by session: Session,
        at now: Moment,
        subject: String? = nil,
        reference: String? = nil,
        reason: String? = nil,
        details: [Event.Detail]
    ) -> EventDraft {
        EventDraft(
            who: session.name,
            role: session.role.rawValue,
            site: session.site ?? EventDraft.trialWide,
            when: now.timestamp,
            kind: kind.rawValue,
            subject: subject,
            reference: reference,
            reason: reason,
            program: Self.program,
            details: details
        )
    }

    /// Where a sealed value of the trial file stands.
    func context(_ table: String, _ column: String, row: String) -> SealingContext {
        SealingContext(trial: origin, table: table, column: column, row: row)
    }
}

/// The names of event details.
enum Detail {
    static let protocolFolder = "protocol"
    static let protocolID = "protocol-id"
    static let protocolFiles = "protocol-files"
    static let protocolVersion = "protocol-version"
    static let scheme = "scheme"
    static let seedCommitment = "seed-commitment"
    static let protocolVersions = "protocol-versions"
    static let isPreScreening = "pre-screening"
    static let approvals = "approvals"
    static let asOf = "as-of"
    static let verdict = "verdict"
    static let again = "again"
    static let screening = "screening"
    static let from = "from"
    static let destination = "to"
    static let endedApprovals = "ended-approvals"
    static let stratum = "stratum"
    static let duplicateDecided = "duplicate-decided"
    static let number = "number"
    static let request = "request"
    static let commitment = "commitment"
    static let format = "format"
    static let digest = "sha256"
    static let blinded = "blinded"
    static let allocations = "allocations"
}
