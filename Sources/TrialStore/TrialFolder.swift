public import Foundation

/// Where the files of a trial lie.
public struct TrialFolder: Sendable, Hashable {
    /// The folder itself.
    public let url: URL

    /// The trial folder at `url`; nothing is opened.
    public init(_ url: URL) {
        self.url = url
    }

    /// The trial file: log, users, grants, sealed records.
    public var database: URL { url.appendingPathComponent("trial.sqlite") }
    /// The last checkpoint that was acknowledged, a C2SP signed note.
    public var head: URL { url.appendingPathComponent("head.note") }
    /// The frozen protocol folder and the library that it shares.
    public var protocolFiles: URL { url.appendingPathComponent("protocol", isDirectory: true) }

    /// The file of a side store.
    public func file(_ kind: SideKind, site: String) -> URL {
        url.appendingPathComponent(kind.rawValue, isDirectory: true)
            .appendingPathComponent(site + ".sqlite")
    }
}

/// What is kept apart from the trial file, in a file for each site.
public enum SideKind: String, Sendable, CaseIterable {
    /// Identities. They never stand in the trial file.
    case vault = "vaults"
    /// The candidates' own keys: destroying one erases the candidate's data, also in backups of
    /// the trial file; so these files have a backup rule of their own.
    case keys
}
