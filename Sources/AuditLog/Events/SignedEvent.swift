public import Cryptography

/// An event with the signature of the person who acted: the leaf of the log.
///
/// The signature (Ed25519) covers the text `milenari event v2` and a zero byte, the origin of the
/// log with its length as 4 bytes in front, the sequence number as 8 bytes, the root over all
/// events before as 32 bytes, and the bytes of the event: see ``LogPlace``. The leaf is:
///
/// ```
/// offset  bytes  content
/// 0       1      format version, 1
/// 1       4      n, the length of the event
/// 5       n      the event, canonical JSON
/// 5+n     32     the public key of the signer
/// 37+n    64     the signature
/// ```
///
/// Integers are big-endian. That the key belongs to the person named in the event is for the
/// caller to decide: the log itself records whose keys are whose.
public struct SignedEvent: Hashable, Sendable {
    private static let domain = Array("milenari event v2\0".utf8)
    private static let version: UInt8 = 1

    /// The event.
    public let event: Event

    /// The key that signed it.
    public let signer: Ed25519.PublicKey

    /// The signature.
    public let signature: Ed25519.Signature

    /// Puts an event and its signature together; nothing is checked here.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - signer: The key that signed it.
    ///   - signature: The signature.
    public init(event: Event, signer: Ed25519.PublicKey, signature: Ed25519.Signature) {
        self.event = event
        self.signer = signer
        self.signature = signature
    }

    /// Signs an event for one place in one log.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - place: Where the event will stand.
    ///   - privateKey: The key of the person who acts.
    /// - Returns: The signed event.
    /// - Throws: `AuditLogError.cryptography`.
    public static func sign(
        _ event: Event,
        at place: LogPlace,
        with privateKey: borrowing Ed25519.PrivateKey
    ) throws(AuditLogError) -> SignedEvent {
        let message = message(for: event, at: place)
        do {
            return SignedEvent(
                event: event,
                signer: privateKey.publicKey,
                signature: try privateKey.signature(for: message)
            )
        } catch {
            throw .cryptography(error)
        }
    }

    /// Checks the signature for one place in one log.
    ///
    /// - Parameter place: Where the event stands.
    /// - Throws: `AuditLogError.invalidEventSignature`.
    public func verify(at place: LogPlace) throws(AuditLogError) {
        let message = Self.message(for: event, at: place)
        guard signer.isValid(signature, for: message) else { throw .invalidEventSignature }
    }

    /// The bytes of the leaf.
    public var leaf: [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.version)
        writer.append(field: event.encoded)
        writer.append(signer.bytes)
        writer.append(signature.bytes)
        return writer.bytes
    }

    /// Reads the bytes of a leaf.
    ///
    /// - Parameter leaf: What `leaf` gave.
    /// - Throws: `AuditLogError.malformedLeaf`, `.notCanonical` or `.invalidField`. The signature
    ///   is not checked here.
    public init(leaf: [UInt8]) throws(AuditLogError) {
        var reader = ByteReader(leaf)
        guard reader.readByte() == Self.version,
            let event = reader.readField(),
            let key = reader.read(32),
            let signature = reader.read(Ed25519.Signature.byteCount),
            reader.remaining == 0,
            let key = try? Ed25519.PublicKey(bytes: key),
            let signature = try? Ed25519.Signature(bytes: signature)
        else { throw .malformedLeaf }
        self.init(event: try Event(encoded: event), signer: key, signature: signature)
    }

    private static func message(for event: Event, at place: LogPlace) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(domain)
        writer.append(field: place.origin)
        writer.append(bigEndian: place.sequence)
        writer.append(place.root.bytes)
        writer.append(event.encoded)
        return writer.bytes
    }
}
