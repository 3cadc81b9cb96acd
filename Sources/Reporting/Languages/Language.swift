import Eligibility

/// A language in which reports are written, by its ISO 639-1 code.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case spanish = "es"
    case italian = "it"
    case french = "fr"
    case arabic = "ar"

    /// Whether it is written from right to left.
    public var isRightToLeft: Bool { self == .arabic }

    /// Whether a native reader has checked the program's own words in it.
    ///
    /// What a protocol says is marked in its own files.
    public var isChecked: Bool { self == .english }
}
