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
    static let database = "trial.sqlite"
    /// The last checkpoint that was acknowledged, a C2SP signed note.
    static let head = "head.note"

    /// The frozen protocol folder and the library that it shares.
    public var protocolFiles: URL { url.appendingPathComponent("protocol", isDirectory: true) }

    /// Where the file `path` of the trial lies, for example `keys/BCN.sqlite`.
    func file(_ path: String) -> URL { url.appendingPathComponent(path) }

    /// Whether the folder is one of a trial, be it that some of its files are missing.
    ///
    /// - Returns: Whether there is a trial file, or the head file of one.
    /// - Throws: ``TrialStoreError`` `unreadable` where this process may not look.
    public func holdsTrial() throws -> Bool {
        try [Self.database, Self.head].contains { path in
            switch access(path) {
            case .missing: false
            case .unreadable: throw TrialStoreError.unreadable(file: path)
            case .readable, .writable: true
            }
        }
    }

    /// What this process may do with a file of the trial.
    enum Access {
        /// There is nothing, or nothing that is a file.
        case missing
        /// The system does not let this process look, or read.
        case unreadable
        /// It can be read, but not be changed, or nothing can be written beside it.
        case readable
        /// It can be read and changed, and so can its folder.
        case writable
    }

    /// What this process may do with the file `path`.
    func access(_ path: String) -> Access {
        let manager = FileManager.default
        let place = file(path).resolvingSymlinksInPath()
        do {
            let type = try manager.attributesOfItem(atPath: place.path)[.type]
            guard type as? FileAttributeType == .typeRegular else { return .missing }
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return .missing
        } catch {
            return .unreadable
        }
        guard manager.isReadableFile(atPath: place.path) else { return .unreadable }
        let folder = place.deletingLastPathComponent().path
        let isWritable =
            manager.isWritableFile(atPath: place.path) && manager.isWritableFile(atPath: folder)
        return isWritable ? .writable : .readable
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
