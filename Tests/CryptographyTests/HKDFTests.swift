import Cryptography
import Testing

@Suite struct HKDFTests {
    struct Vector: Sendable {
        let inputKey: String
        let salt: String
        let info: String
        let prk: String
        let output: String
    }

    static func sequence(_ range: ClosedRange<UInt8>) -> String {
        Hex.encode(Array(range))
    }

    /// RFC 5869 appendices A.1 to A.3.
    static let vectors = [
        Vector(
            inputKey: String(repeating: "0b", count: 22),
            salt: sequence(0x00...0x0c),
            info: sequence(0xf0...0xf9),
            prk: "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
            output: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                + "34007208d5b887185865"
        ),
        Vector(
            inputKey: sequence(0x00...0x4f),
            salt: sequence(0x60...0xaf),
            info: sequence(0xb0...0xff),
            prk: "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
            output: "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                + "cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
        Vector(
            inputKey: String(repeating: "0b", count: 22),
            salt: "",
            info: "",
            prk: "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
            output: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                + "9d201395faa4b61a96c8"
        ),
    ]

    @Test(arguments: vectors)
    func `keys agree with RFC 5869`(vector: Vector) throws {
        let inputKey = try secret(vector.inputKey)
        let salt = try bytes(vector.salt)
        let info = try bytes(vector.info)
        let count = vector.output.utf8.count / 2
        let prk = HKDF.extract(salt: salt.span, inputKey: inputKey)
        #expect(reveal(prk) == vector.prk)
        #expect(reveal(try HKDF.expand(prk, info: info.span, count: count)) == vector.output)
        let derived = try HKDF.derive(from: inputKey, salt: salt, info: info, count: count)
        #expect(reveal(derived) == vector.output)
    }

    @Test func `the longest output is 255 blocks`() throws {
        let key = try secret("00")
        let longest = try HKDF.derive(from: key, salt: [], info: [], count: 8160)
        #expect(longest.count == 8160)
        #expect(throws: CryptographyError.outputTooLong("HKDF")) {
            _ = try HKDF.derive(from: try secret("00"), salt: [], info: [], count: 8161)
        }
    }
}
