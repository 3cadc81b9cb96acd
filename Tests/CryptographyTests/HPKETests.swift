import Cryptography
import Testing

@Suite struct HPKETests {
    /// RFC 9180 appendix A.1.1 (base mode, AES-128-GCM): two messages and an exported secret.
    @Test func `a context agrees with RFC 9180`() throws {
        let encapsulated = try X25519.PublicKey(
            bytes: try bytes("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431")
        )
        let recipient = try X25519.PrivateKey(
            secret: try secret("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")
        )
        var context = try HPKE(
            receiving: encapsulated,
            with: recipient,
            info: try bytes("4f6465206f6e2061204772656369616e2055726e"),
            cipher: .aes128GCM
        )
        let messages = [
            (
                "Count-0",
                "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea"
                    + "87e13c512a"
            ),
            (
                "Count-1",
                "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca"
                    + "42c2063b84"
            ),
        ]
        for (associatedData, ciphertext) in messages {
            let opened = try context.open(
                try bytes(ciphertext),
                associatedData: utf8(associatedData)
            )
            #expect(reveal(opened) == Hex.encode(utf8("Beauty is truth, truth beauty")))
        }
        #expect(
            reveal(try context.export(context: [], count: 32))
                == "3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee"
        )
    }

    /// Sealed with the HPKE of the Python package cryptography 48.
    @Test func `a message of another implementation opens`() throws {
        let message = try bytes(
            "a6805e48732d523f9fb0a79b1da5435adb1375bc4684a0d93e0f019eba135733"
                + "0df8399e6bacedc35b0e1f30f05fba141e265c94743e3a572014560730c3cb9b"
                + "7cf5333623b9d9237d2da4a46b3f062d"
        )
        let recipient = try X25519.PrivateKey(secret: SecretBytes(copying: Array(1..<33)))
        var context = try HPKE(
            receiving: try X25519.PublicKey(bytes: Array(message.prefix(32))),
            with: recipient,
            info: utf8("interop")
        )
        let opened = try context.open(Array(message.dropFirst(32)), associatedData: [])
        #expect(reveal(opened) == Hex.encode(utf8("a data key of thirty-two bytes!!")))
    }

    @Test func `messages open in their order and with their associated data`() throws {
        let recipient = try X25519.PrivateKey.random()
        var sender = try HPKE(sendingTo: recipient.publicKey, info: [1])
        var receiver = try HPKE(
            receiving: sender.encapsulatedKey,
            with: recipient,
            info: [1]
        )
        let first = try sender.seal(try secret("aa"), associatedData: [9])
        let second = try sender.seal(try secret("bb"), associatedData: [9])
        #expect(throws: CryptographyError.authenticationFailed) {
            _ = try receiver.open(second, associatedData: [9])
        }
        #expect(throws: CryptographyError.authenticationFailed) {
            _ = try receiver.open(first, associatedData: [8])
        }
        #expect(reveal(try receiver.open(first, associatedData: [9])) == "aa")
        #expect(reveal(try receiver.open(second, associatedData: [9])) == "bb")
        var stranger = try HPKE(
            receiving: sender.encapsulatedKey,
            with: recipient,
            info: [2]
        )
        #expect(throws: CryptographyError.authenticationFailed) {
            _ = try stranger.open(first, associatedData: [9])
        }
    }
}
