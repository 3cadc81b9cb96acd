import Cryptography
import Testing

@Suite struct CryptographyErrorTests {
    @Test func `the library under the module is there and says which it is`() throws {
        try CryptographyLibrary.prepare()
        #expect(CryptographyLibrary.version.hasPrefix("OpenSSL 3"))
    }

    @Test func `an error says what does not hold and no value`() throws {
        let identifier = try KeyIdentifier(text: "records/BCN#1")
        let other = try KeyIdentifier(text: "records/ROM#2")
        let errors: [(CryptographyError, String)] = [
            (.authenticationFailed, "does not authenticate"), (.wrongKey, "this key"),
            (.wrongPassphrase, "passphrase"), (.unsupportedVersion(9), "9"),
            (.keyIdentifierMismatch(expected: identifier, found: other), "records/ROM#2"),
            (.malformed("wrapped key"), "wrapped key"),
            (.invalidLength("data key", expected: 32, actual: 31), "31"),
            (.weakParameters("scrypt"), "minimum"), (.excessiveParameters("scrypt"), "maximum"),
            (.library(operation: "f", reason: "because"), "f failed: because"),
            (.outputTooLong("HKDF"), "HKDF"), (.sharedSecretIsZero, "all-zero"),
            (.invalidPublicKey, "public key"), (.invalidKeyIdentifier, "name#version"),
            (.shares(.wrongCharacters(line: 3)), "line 3"),
            (.shares(.tooFew(missing: 1)), "1 more"),
        ]
        for (error, part) in errors {
            #expect("\(error)".contains(part))
        }
    }
}
