import AuditLog
import Foundation
import TrialDefinition
import TrialStore

/// The protocol files that lie in a trial folder, held against the events that brought them.
struct FrozenFiles {
    /// The files that the events name.
    let files: DefinitionFiles
    /// The paths of those that are missing or not as the events say.
    let differing: [String]

    /// Reads the files that `events` name, the founding first.
    ///
    /// What an interrupted amendment left in the folder of its version belongs to nobody, and is
    /// passed over; any other file that no event names is a difference.
    init(_ folder: TrialFolder, _ events: [Event]) throws(OfficeError) {
        let found = try Self.read(folder, events.first?.text(Detail.protocolFolder) ?? "")
        let wanted = events.flatMap { $0.list(Detail.protocolFiles) }
        let named = Set(wanted.map(Self.path))
        files = DefinitionFiles(
            protocolFolder: found.protocolFolder,
            texts: found.texts.filter { path, _ in
                named.contains(path) || !path.hasPrefix(found.amendmentsFolder)
            }
        )
        differing = Set(Set(files.digests).symmetricDifference(wanted).map(Self.path)).sorted()
    }

    /// The path in a line `sha256 path`.
    private static func path(_ line: String) -> String {
        line.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
    }

    private static func read(
        _ folder: TrialFolder,
        _ name: String
    ) throws(OfficeError) -> DefinitionFiles {
        // A name that leads elsewhere was not written by this program.
        guard !name.contains("/"), name != ".." else {
            throw OfficeError(TrialStoreError.damaged(file: "trial.sqlite", what: "event 0"))
        }
        let url = folder.protocolFiles.appendingPathComponent(name, isDirectory: true)
        do throws(OfficeError) {
            return try DefinitionFolder.read(url)
        } catch {
            // Here it is no protocol that somebody gave, but a part of the trial.
            guard error.code == .storage else {
                throw OfficeError(TrialStoreError.damaged(file: "protocol", what: "a file of it"))
            }
            let place = "protocol/" + error.place
            throw OfficeError(.storage, at: place, error.message, remedy: error.remedy)
        }
    }
}

extension DefinitionFiles {
    var amendmentsFolder: String { protocolFolder + "/amendments/" }
}

extension TrialOffice {
    /// The protocol files of the trial, which have to be those that its events name.
    static func frozenDefinition(
        _ folder: TrialFolder,
        _ store: TrialStore
    ) throws -> DefinitionFiles {
        let events = try store.read { try $0.protocolEvents() }.map(\.event)
        guard !events.isEmpty else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the first event")
        }
        let frozen = try FrozenFiles(folder, events)
        guard frozen.differing.isEmpty else {
            throw TrialStoreError.damaged(file: "protocol", what: "a file of the protocol")
        }
        return frozen.files
    }
}
