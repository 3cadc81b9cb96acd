public import ClinicalQuality

/// A trial's protocol in all its versions, from the first to the last amendment.
///
/// Countries approve versions on different days, so several are in force at once. All share one
/// compiled library, which is compiled once.
public struct ProtocolVersions: Sendable {
    /// Oldest first; never empty.
    public let all: [TrialProtocol]

    init(_ all: [TrialProtocol]) {
        self.all = all
    }

    /// The version with which the trial begins.
    public var first: TrialProtocol { all[0] }

    /// The numbers of all versions, oldest first.
    public var numbers: [String] { all.map(\.version.number) }

    /// The version `number`, for example `1.1.0`; nil when there is none.
    public func version(_ number: String) -> TrialProtocol? {
        all.first { $0.version.number == number }
    }

    /// The newest version that is dated on or before `day`; the first one when all are later.
    public func newest(on day: CalendarDate) -> TrialProtocol {
        all.last { !day.isBefore($0.version.date) } ?? first
    }

    /// Loads, compiles and checks a protocol with all its amendments.
    ///
    /// Files with an error never give a protocol: all problems that can be found in one run are
    /// thrown together, each with file, line and column.
    public static func load(_ files: DefinitionFiles) throws(CompilationFailure) -> ProtocolVersions
    {
        var loader = ProtocolLoader(files: files)
        return try loader.load()
    }
}
