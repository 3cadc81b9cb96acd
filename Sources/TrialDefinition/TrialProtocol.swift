public import ClinicalQuality

/// One version of a trial's definition, loaded and checked: what is asked of a candidate, where, and what for.
///
/// It is a value; it is compiled once and used for any number of candidates from any thread.
/// Acquire one with ``ProtocolVersions/load(_:)``.
public struct TrialProtocol: Sendable {
    /// The protocol's identifier, for example `MILENARI-ALL-1`.
    public let id: String
    /// The trial's title, one line.
    public let title: String
    /// In which state the protocol is, in words (`planning model`), or ``published``.
    public let status: String
    /// Who is responsible for the trial, in words.
    public let sponsor: String
    /// The version that this is.
    public let version: ProtocolVersion
    /// The arms, in the order of the file; none in a published trial.
    public let arms: [ArmDefinition]
    /// How subjects are allocated to the arms; nil in a published trial, which is not run here.
    public let allocation: AllocationPlan?
    /// The stratification factors beside the site.
    public let factors: [StratificationFactor]
    /// The events from which time windows count, in the order of the file.
    public let events: [ReferenceEvent]
    /// In the order of the protocol document.
    public let criteria: [Criterion]
    /// The compiled criteria, of this and of all other versions.
    public let library: CompiledLibrary
    /// The countries' rules, by ISO 3166-1 code; none in a published trial.
    public let frameworks: [String: CountryFramework]
    /// The partner sites and the candidates, in the order of the file; none in a published trial.
    public let sites: [Site]
    /// What a table or worksheet of a candidate may say; nil where the protocol has no such list, so
    /// that only FHIR documents are taken.
    public let items: ItemCatalog?

    /// The ``status`` of a trial of others, of which only the criteria are known: a candidate can
    /// be screened against it, and nobody can be enrolled.
    public static let published = "published"

    /// The site with the code `code`, or nil.
    public func site(_ code: String) -> Site? {
        sites.first { $0.code == code }
    }

    /// The framework of the country in which `site` lies.
    public func framework(of site: Site) -> CountryFramework? {
        frameworks[site.country]
    }
}

extension TrialProtocol {
    init(
        _ file: ProtocolFile,
        _ version: ProtocolVersion,
        _ rows: ProtocolResolver.Rows,
        _ library: CompiledLibrary,
        _ frameworks: [String: CountryFramework],
        _ sites: [Site],
        _ items: ItemCatalog?
    ) {
        id = file.id
        title = file.title
        status = file.status
        sponsor = file.sponsor
        self.version = version
        arms = file.arms
        allocation = file.allocation
        factors = rows.factors
        events = rows.events
        criteria = rows.criteria
        self.library = library
        self.frameworks = frameworks
        self.sites = sites
        self.items = items
    }
}

/// Which version of a protocol.
public struct ProtocolVersion: Sendable, Equatable {
    /// For example `1.0.0`.
    public let number: String
    /// The date of the version.
    public let date: CalendarDate
    /// What the version changes, in words.
    public let summary: String
}

/// One arm of the trial.
public struct ArmDefinition: Sendable, Equatable {
    /// The identifier in the protocol, for example `POC`.
    public let id: String
    /// What the arm is, in words.
    public let name: String
    /// The arm's share in the allocation ratio.
    public let ratio: Int
    /// The published trial from which the arm is taken, or `assumption: why`.
    public let source: String
}

/// How subjects are allocated.
public struct AllocationPlan: Sendable, Equatable {
    /// The name of the procedure: `permuted-blocks` or `complete`.
    public let procedure: String
    /// The sizes from which each block's size is drawn; empty without blocks.
    public let blockSizes: [Int]
    /// `site` or the `id` of a ``StratificationFactor``, in the order of the stratum's name.
    public let factors: [String]

    /// The factor that is known without evaluating anything.
    public static let siteFactor = "site"
}

/// A factor by which the allocation is stratified.
public struct StratificationFactor: Sendable {
    /// The identifier in the protocol, for example `disease-burden`.
    public let id: String
    /// The factor's name in words, for people.
    public let name: String
    /// The CQL definition that gives one of the levels.
    public let expression: String
    /// The compiled form of ``expression``; it gives a text, or null.
    public let handle: DefinitionHandle
    /// The levels that the definition can give, as they stand in a stratum's name.
    public let levels: [String]
    /// The published trial from which the factor is taken, or `assumption: why`.
    public let source: String
}
