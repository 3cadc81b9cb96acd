import Cryptography
import Foundation

/// Opens a person's keys as the commands do, stops while they are open, lets them go, and stops again,
/// so that a test can look through its memory from outside.
///
/// Usage: memory-probe FOLDER, with `keys` and `wrapped` in the folder. Standard input gives 32 bytes of
/// passphrase, then a byte for each stop.
@main
enum MemoryProbe {
    static let place = SealingContext(trial: "probe", table: "t", column: "c", row: "r")

    static func main() throws {
        try useKeys(URL(fileURLWithPath: CommandLine.arguments[1]))
        try stop("closed")
    }

    @inline(never)
    private static func useKeys(_ folder: URL) throws {
        func bytes(_ name: String) throws -> [UInt8] {
            [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        }
        // Straight into secret memory: a buffer of the library would keep a copy.
        let passphrase = SecretBytes(count: 32) { span in
            _ = unsafe span.withUnsafeMutableBytes { buffer in
                unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            }
        }
        let keys = try SealedUserKeys(encoded: bytes("keys"))
            .open(passphrase: passphrase, user: "probe", trial: "probe")
        let key = try WrappedKey(encoded: bytes("wrapped"))
            .unwrap(with: keys.agreement, trial: "probe")
        let sealed = try key.seal([1, 2, 3], in: place)
        guard try key.open(sealed, in: place) == [1, 2, 3],
            keys.signing.publicKey.isValid(try keys.signing.signature(for: sealed), for: sealed)
        else { throw CryptographyError.authenticationFailed }
        try stop("open")
        // Without a later use they would be gone before the stop.
        guard passphrase.isEqual(to: passphrase), key.withSecret({ $0.isEqual(to: $0) }) else {
            throw CryptographyError.authenticationFailed
        }
    }

    private static func stop(_ state: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((state + "\n").utf8))
        var byte: UInt8 = 0
        _ = unsafe read(STDIN_FILENO, &byte, 1)
    }
}
