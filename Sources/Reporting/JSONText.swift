import ClinicalQuality
import Foundation

/// Results for machines: JSON with sorted keys, always the same bytes for the same result.
///
/// Texts for people are in the language of the wording; keys and codes are the same in all.
public enum JSONText: Sendable {
    /// `value` as JSON in one line, with a line end: for lists of many (NDJSON).
    public static func encodeLine(
        _ value: some Encodable,
        in wording: Wording = .english
    ) throws -> String {
        try encode(value, [.sortedKeys, .withoutEscapingSlashes], wording)
    }

    /// `value` as JSON, with a line end.
    public static func encode(
        _ value: some Encodable,
        in wording: Wording = .english
    ) throws -> String {
        try encode(value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes], wording)
    }

    private static func encode(
        _ value: some Encodable,
        _ formatting: JSONEncoder.OutputFormatting,
        _ wording: Wording
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        if wording.language != .english, let key = Phrase.speaker {
            encoder.userInfo[key] = wording.speaker
        }
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
