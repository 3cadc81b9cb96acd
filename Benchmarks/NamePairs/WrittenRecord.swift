internal import Pseudonymization

/// What an office writes down about a child.
struct WrittenRecord: Sendable {
    var given: [String]
    var family: String
    /// The whole name in one field instead.
    var text: String?
    var year: Int
    var month: Int?
    var day: Int?
    var isFemale: Bool?
    var number: String
    var office: Int

    /// The record as the program takes it.
    func identity() throws(PseudonymizationError) -> Identity {
        let parts = [year] + [month, day].compactMap { $0 }
        let date = parts.enumerated().map { index, number in
            let text = String(number)
            let width = index == 0 ? 4 : 2
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return Identity(
            names: [
                text.map { HumanName(text: $0) }
                    ?? HumanName(family: family.isEmpty ? nil : family, given: given)
            ],
            birthDate: try BirthDate(date.joined(separator: "-")),
            sex: isFemale.map { $0 ? .female : .male },
            recordNumbers: number.isEmpty
                ? [] : [RecordNumber(system: "urn:office:\(office)", value: number)]
        )
    }
}
