import Eligibility
import Foundation

/// What is sealed of a screening for those who may know which criteria decided, the monitor among
/// them: no record, no value, no date.
struct ScreeningOutcome: Codable {
    /// SHA-256 of the document's bytes, hexadecimal.
    ///
    /// Sealed, because an open one would let anybody prove a guess of what a document says.
    let document: String
    /// The criteria that stand in the way, in the order of the protocol.
    let excluding: [String]
    /// The criteria that are open, in the order of the protocol.
    let open: [String]

    init(_ payload: ScreeningPayload) {
        document = payload.document
        excluding = payload.report.criteria.filter { $0.effect == .excludes }.map(\.id)
        open = payload.report.criteria.filter { $0.effect == .open }.map(\.id)
    }

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(self))
    }

    static func decode(_ bytes: [UInt8]) throws -> ScreeningOutcome {
        try JSONDecoder().decode(ScreeningOutcome.self, from: Data(bytes))
    }
}
