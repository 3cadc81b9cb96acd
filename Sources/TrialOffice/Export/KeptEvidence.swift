import AuditLog
import Cryptography
import TrialStore

/// What somebody kept outside a trial, to hold a trial folder or an export against it.
///
/// Without it a log is only held against itself: whoever may write the folder can put a whole other
/// trial in its place, and whoever may sign can put an older state in its place.
public struct KeptEvidence: Sendable {
    /// SHA-256 of the founder's public key, hexadecimal.
    let founder: String?
    /// A signed checkpoint of any earlier time.
    let note: KeptNote?

    /// Nothing was kept.
    public static let nothing = KeptEvidence(founder: nil, note: nil)

    private init(founder: String?, note: KeptNote?) {
        self.founder = founder
        self.note = note
    }

    /// Reads what was kept.
    ///
    /// - Parameters:
    ///   - founder: The founder's fingerprint, 64 hexadecimal digits, as it was printed when the
    ///     trial was made.
    ///   - earlier: An earlier export, or a copy of an earlier `head.note`, with the file's name.
    /// - Throws: ``OfficeError`` of code `badInput` for anything else.
    public init(
        founder: String?,
        earlier: (name: String, bytes: [UInt8])?
    ) throws(OfficeError) {
        if let founder, Digest(hex: founder.lowercased()) == nil {
            throw OfficeError(
                .badInput,
                at: "--founder",
                "this is not a fingerprint",
                remedy: "give the 64 digits that `milenari trial init` printed"
            )
        }
        self.init(
            founder: founder?.lowercased(),
            note: try earlier.map { file throws(OfficeError) in
                KeptNote(file: file.name, note: try Self.note(file.bytes, file.name))
            }
        )
    }

    private static func note(_ bytes: [UInt8], _ name: String) throws(OfficeError) -> SignedNote {
        let export = try? AllocationLog(decoding: bytes, name: name)
        let note = export.map { Array($0.checkpoint.utf8) } ?? bytes
        do throws(AuditLogError) {
            return try SignedNote(encoded: note)
        } catch {
            throw OfficeError(
                .badInput,
                at: name,
                "this is neither an exported log nor a signed checkpoint",
                remedy: "name a file that `milenari log export` wrote, or a copy of head.note"
            )
        }
    }
}
