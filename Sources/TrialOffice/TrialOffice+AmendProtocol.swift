import AuditLog
import Cryptography
public import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Brings amendments of the protocol into the trial.
    ///
    /// Nothing changes at any site before ``amend(_:approvals:version:by:asOf:now:)``. The trial keeps
    /// the files and the shared library with which it was made; `files` only adds folders below
    /// `amendments`.
    ///
    /// - Returns: The numbers of the new versions, oldest first.
    /// - Throws: ``OfficeError``: `badInput` for a definition that does not load together with the
    ///   trial's own files; `refused` where an approved file was changed or nothing is new;
    ///   `notPermitted` for another role.
    public func amendProtocol(
        with files: DefinitionFiles,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> [String] {
        try session.require(.protocolAmended)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                let events = try writer.reader.protocolEvents().map(\.event)
                let frozen = try FrozenFiles(store.folder, events).files
                let added = try Self.additions(to: frozen, in: files)
                let amended = DefinitionFiles(
                    protocolFolder: frozen.protocolFolder,
                    texts: frozen.texts.merging(added.texts) { old, _ in old }
                )
                let before = Set(try writer.reader.protocolVersions().map(\.number))
                let new = try Self.load(amended).numbers.filter { !before.contains($0) }
                guard !new.isEmpty else {
                    throw OfficeError(
                        .refused,
                        at: files.protocolFolder,
                        "there is no amendment that the trial does not have already",
                        remedy: "write it to \(files.amendmentsFolder)VERSION/amendment.yaml"
                    )
                }
                // Files without an event belong to nobody: if this is interrupted, nothing changed.
                try DefinitionFolder.write(added, to: store.folder.protocolFiles)
                var rows = TrialWriter.Rows()
                rows.protocolVersions = new.map(ProtocolVersionRow.init)
                try writer.append(
                    draft(
                        .protocolAmended,
                        by: session,
                        at: now,
                        details: [
                            .init(Detail.protocolVersions, .list(new)),
                            .init(Detail.protocolFiles, .list(added.digests)),
                        ]
                    ),
                    writing: rows,
                    signedWith: session.keys.signing
                )
                return new
            }
        }
    }

    /// The files of amendments in `given` that `frozen` does not have; refuses where a file that
    /// both have was changed.
    private static func additions(
        to frozen: DefinitionFiles,
        in given: DefinitionFiles
    ) throws(OfficeError) -> DefinitionFiles {
        guard given.protocolFolder == frozen.protocolFolder else {
            throw OfficeError(
                .badInput,
                at: given.protocolFolder,
                "the trial's protocol folder is called \(frozen.protocolFolder)",
                remedy: "name the folder of the same protocol"
            )
        }
        for path in frozen.paths where path.hasPrefix(frozen.protocolFolder + "/") {
            guard let text = given.texts[path], text != frozen.texts[path] else { continue }
            throw OfficeError(
                .refused,
                at: path,
                "this file is not the one that the trial was made with",
                remedy: "an approved version does not change; write what changes as an amendment"
            )
        }
        return DefinitionFiles(
            protocolFolder: frozen.protocolFolder,
            texts: given.texts.filter { path, _ in
                path.hasPrefix(frozen.amendmentsFolder) && frozen.texts[path] == nil
            }
        )
    }

    /// The version `number`, or without one the newest of the day `asOf`.
    public static func version(
        _ number: String?,
        of versions: ProtocolVersions,
        on asOf: Day
    ) throws(OfficeError) -> TrialProtocol {
        guard let number else { return versions.newest(on: asOf.date) }
        return try version(number, of: versions)
    }

    /// What the version `after` of a protocol asks differently from `before`.
    public static func difference(
        _ before: String,
        _ after: String,
        in versions: ProtocolVersions
    ) throws(OfficeError) -> ProtocolDifference {
        ProtocolDifference(
            try version(before, of: versions),
            try version(after, of: versions)
        )
    }

    private static func version(
        _ number: String,
        of versions: ProtocolVersions
    ) throws(OfficeError) -> TrialProtocol {
        if let version = versions.version(number) { return version }
        throw OfficeError(
            .notFound,
            at: number,
            "this protocol has no such version",
            remedy: "it has \(versions.numbers.joined(separator: ", "))"
        )
    }

    /// The version of the protocol by which candidates of `site` are screened on `day`.
    ///
    /// - Throws: ``OfficeError`` of code `refused` where none is in force.
    public func definition(
        inForceAt site: String,
        on day: Day
    ) throws(OfficeError) -> TrialProtocol {
        let number = try OfficeError.translate {
            try store.read { try Self.versionInForce(at: site, on: day, $0) }
        }
        guard let version = versions.version(number) else {
            throw OfficeError(
                .damaged,
                at: "protocol",
                "version \(number) is missing",
                remedy: "check the folder with `milenari log verify`"
            )
        }
        return version
    }

    static func versionInForce(
        at site: String,
        on day: Day,
        _ reader: TrialReader
    ) throws -> String {
        let rows = try reader.versions(at: site)
        guard !rows.isEmpty else { throw notActive(site) }
        var versions = VersionsInForce()
        for row in rows {
            _ = versions.add(row.name, since: try Day(row.period, at: site))
        }
        guard let number = versions.version(on: day) else {
            throw OfficeError(
                .refused,
                at: site,
                "no version of the protocol is in force here on \(day)",
                remedy: "the site is active from the day of its activation on; see"
                    + " `milenari site readiness \(site)`"
            )
        }
        return number
    }
}
