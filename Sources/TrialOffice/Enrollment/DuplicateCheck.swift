import Cryptography
import Pseudonymization
import TrialStore

/// Finds out whether a child is enrolled already, here or at another site, by keyed tokens.
struct DuplicateCheck {
    let tokens: LinkageTokens

    /// The tokens of `identity`, under the trial's linkage key.
    init(_ identity: Identity, linkage: borrowing DataKey) throws {
        let key = try linkage.withSecret { secret in try LinkageKey(secret: secret) }
        tokens = try LinkageTokens(identity, key: key)
    }

    /// The tokens as the store keeps them.
    func row(for subject: String) -> LinkageRow {
        LinkageRow(subject: subject, tokens: tokens.tokens.map(\.row))
    }

    /// Refuses when the same child is enrolled, and when it may be and nobody has decided.
    ///
    /// - Parameters:
    ///   - reader: The state of the trial in which the tokens are looked up.
    ///   - site: The code of the site that enrolls; only its own subjects are named to it.
    ///   - reason: Why somebody decided that it is another child, if somebody did.
    /// - Throws: `OfficeError` of code `refused`, or the store's error.
    func check(_ reader: TrialReader, site: String, reason: String?) throws {
        try reader.forEachLinkage { found in
            let other = LinkageTokens(tokens: try found.tokens.map(LinkageToken.init(row:)))
            let outcome = LinkageDecision.between(tokens, other).outcome
            guard outcome != .different else { return }
            let name = try name(of: found.subject, reader, site: site)
            switch outcome {
            case .same:
                throw OfficeError(
                    .refused,
                    at: "identity",
                    "this child is enrolled already, as \(name)",
                    remedy: "do not enroll again; talk to that site's coordinator"
                )
            case .possible where reason == nil:
                throw OfficeError(
                    .refused,
                    at: "identity",
                    "this child may be enrolled already, as \(name)",
                    remedy: "compare with that site's coordinator; if it is another child,"
                        + " enroll with --different-child \"why\""
                )
            case .possible, .different: return
            }
        }
    }

    /// Of another site's subject only the site is told.
    private func name(of subject: String, _ reader: TrialReader, site: String) throws -> String {
        let other = try reader.subject(subject)?.site ?? ""
        return other == site ? subject : "a subject of site \(other)"
    }
}

extension LinkageToken {
    fileprivate var row: LinkageRow.Token {
        LinkageRow.Token(kind: Int(kind.rawValue), bytes: encoded)
    }

    fileprivate init(row: LinkageRow.Token) throws {
        guard let token = try? LinkageToken(encoded: row.bytes) else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "a linkage token")
        }
        self = token
    }
}
