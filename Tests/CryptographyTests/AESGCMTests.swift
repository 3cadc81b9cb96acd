import Cryptography
import Testing

@Suite struct AESGCMTests {
    /// The GCM specification (McGrew and Viega), test cases 4 and 16 for 128- and 256-bit keys.
    static let vectors = [
        (
            "feffe9928665731c6d6a8f9467308308",
            "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
                + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
            "5bc94fbc3221a5db94fae95ae7121a47"
        ),
        (
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
            "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
    ]

    @Test(arguments: vectors)
    func `sealing agrees with the specification`(
        keyHex: String,
        ciphertext: String,
        tag: String
    ) throws {
        let key = try secret(keyHex)
        let nonce = try bytes("cafebabefacedbaddecaf888")
        let associatedData = try bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        let plaintext = try bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
        )
        let sealed = try AESGCM.seal(
            plaintext,
            key: key,
            nonce: nonce,
            associatedData: associatedData
        )
        #expect(Hex.encode(sealed) == ciphertext + tag)
        let opened = try AESGCM.open(
            sealed,
            key: key,
            nonce: nonce,
            associatedData: associatedData
        )
        #expect(opened == plaintext)
        for bit in 0..<sealed.count * 8 {
            #expect(throws: CryptographyError.authenticationFailed) {
                try AESGCM.open(
                    sealed.flippingBit(bit),
                    key: try secret(keyHex),
                    nonce: nonce,
                    associatedData: associatedData
                )
            }
        }
    }

    @Test func `empty messages and empty associated data are authenticated`() throws {
        let key = try secret(String(repeating: "00", count: 32))
        let nonce = [UInt8](repeating: 0, count: 12)
        let sealed = try AESGCM.seal([], key: key, nonce: nonce, associatedData: [])
        #expect(Hex.encode(sealed) == "530f8afbc74536b9a963b4f1c4cb738b")
        #expect(try AESGCM.open(sealed, key: key, nonce: nonce, associatedData: []).isEmpty)
        #expect(throws: CryptographyError.authenticationFailed) {
            try AESGCM.open(
                sealed,
                key: try secret(String(repeating: "00", count: 32)),
                nonce: nonce,
                associatedData: [0]
            )
        }
        #expect(throws: CryptographyError.authenticationFailed) {
            try AESGCM.open(
                Array(sealed.dropLast()),
                key: try secret(String(repeating: "00", count: 32)),
                nonce: nonce,
                associatedData: []
            )
        }
    }

    @Test(arguments: [(32, 0), (32, 8), (32, 11), (32, 13), (32, 16), (31, 12), (0, 12), (33, 12)])
    func `other sizes of key and nonce are refused`(keySize: Int, nonceSize: Int) throws {
        let nonce = [UInt8](repeating: 0, count: nonceSize)
        #expect(throws: CryptographyError.self) {
            let key = SecretBytes(copying: [UInt8](repeating: 0, count: keySize))
            _ = try AESGCM.seal([1], key: key, nonce: nonce, associatedData: [])
        }
        #expect(throws: CryptographyError.self) {
            let key = SecretBytes(copying: [UInt8](repeating: 0, count: keySize))
            _ = try AESGCM.open(
                [UInt8](repeating: 0, count: 17),
                key: key,
                nonce: nonce,
                associatedData: []
            )
        }
    }
}
