import Foundation
import Pseudonymization
import Testing

@Suite struct `Identities` {
    private static let canary = "CANARYNAME"

    private static func full() throws -> Identity {
        let name = HumanName(
            use: canary,
            text: canary,
            family: canary,
            given: [canary],
            prefixes: [canary],
            suffixes: [canary]
        )
        let phone = ContactPoint(system: "phone", use: canary, value: canary)
        let address = PostalAddress(
            use: canary,
            text: canary,
            lines: [canary],
            city: canary,
            district: canary,
            state: canary,
            postalCode: canary,
            country: canary
        )
        return Identity(
            names: [name],
            birthDate: try BirthDate("2015-03-02"),
            sex: .female,
            recordNumbers: [RecordNumber(system: canary, value: canary)],
            addresses: [address],
            telecoms: [phone],
            contacts: [
                ContactPerson(
                    relationship: canary,
                    names: [name],
                    telecoms: [phone],
                    addresses: [address],
                    sex: .male,
                    organization: canary
                )
            ],
            photos: [Photo(contentType: canary, title: canary, location: canary, base64: canary)],
            narratives: [canary]
        )
    }

    @Test func `nothing of an identity or of its parts is ever printed`() throws {
        let identity = try Self.full()
        let values: [Any] = [
            identity, Identity?.some(identity) as Any, [identity], ["key": identity],
            identity.names, identity.names[0], identity.recordNumbers[0], identity.addresses[0],
            identity.telecoms[0], identity.contacts[0], identity.photos[0],
            identity.birthDate as Any,
        ]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), String(describing: value), dumped] {
                #expect(!text.contains(Self.canary))
                #expect(!text.contains("2015"))
            }
        }
    }

    @Test func `an identity survives coding`() throws {
        let identity = try Self.full()
        let data = try JSONEncoder().encode(identity)
        #expect(try JSONDecoder().decode(Identity.self, from: data) == identity)
    }

    @Test func `errors name no value`() {
        #expect(throws: PseudonymizationError.self) { try BirthDate("31.12.1999") }
        let error = #expect(throws: PseudonymizationError.self) { try BirthDate("1999-02-30") }
        #expect(error.map { !"\($0)".contains("1999") } ?? false)
    }

    @Test(arguments: ["2015", "2015-03", "2015-03-02", "2016-02-29", "2000-02-29", "1999-12-31"])
    func `a birth date is read and written`(_ text: String) throws {
        #expect(try BirthDate(text).text == text)
    }

    @Test(arguments: [
        "", "15", "2015-", "2015-3", "2015-13", "2015-00", "2015-02-29", "1900-02-29",
        "2015-04-31", "2015-03-00", "2015-03-02T10:00", "02-03-2015", "2015/03/02", "٢٠١٥",
        "2015-03-02-01", "+015", "1799", "2200",
    ])
    func `what is no existing day is no birth date`(_ text: String) {
        #expect(throws: PseudonymizationError.invalidBirthDate) { try BirthDate(text) }
    }
}
