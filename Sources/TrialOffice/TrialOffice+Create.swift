import AuditLog
import Cryptography
public import Foundation
import Randomization
public import TrialDefinition
import TrialStore

extension TrialOffice {
    /// What a new trial is made from.
    public struct Founding: Sendable {
        /// The protocol folder and the shared library, which are frozen into the trial.
        public var files: DefinitionFiles
        /// The first users, with at least a custodian, who founds the trial, and a randomization
        /// office.
        public var staff: [StaffMember]
        /// The cost of opening a passphrase.
        public var cost: PassphraseCost

        /// Holds what a trial is made from.
        public init(files: DefinitionFiles, staff: [StaffMember], cost: PassphraseCost = .standard)
        {
            self.files = files
            self.staff = staff
            self.cost = cost
        }
    }

    /// What a new trial is.
    public struct Founded: Sendable, Codable {
        /// The log's origin, which names this trial and no other: `milenari/PROTOCOL/RANDOM`.
        public let origin: String
        /// The name of the custodian who signed the first events.
        public let founder: String
        /// SHA-256 of the founder's public key, hexadecimal: kept outside the trial folder, it shows
        /// that the folder is this trial.
        public let fingerprint: String
        /// The names of all users, in the order in which they were given.
        public let users: [String]
        /// The codes of the partner sites, in the order of the protocol's file.
        public let sites: [String]
        /// The commitment to the allocation seed: the seed itself is published after the trial.
        public let seedCommitment: String
    }

    /// Makes a trial in the folder `url`, which must not exist.
    ///
    /// Everything is made in a neighboring folder and moved into place at the end, so that an
    /// interrupted founding leaves no half trial.
    ///
    /// - Parameters:
    ///   - founding: The definition, the people and the cost of a passphrase.
    ///   - url: The folder of the trial; folders above it that do not exist are made.
    ///   - now: The time of the first events.
    ///   - passphrase: Gives the passphrase of a user, by name.
    /// - Returns: What was made, with the commitment to the allocation seed.
    /// - Throws: ``OfficeError``: `badInput` for a definition that does not load or staff that does
    ///   not fit it, `cannotCreate` where there is something already; and what `passphrase` and
    ///   the files throw, in the office's terms.
    public static func found(
        _ founding: Founding,
        at url: URL,
        now: Moment,
        passphrase: (String) throws -> Passphrase
    ) throws(OfficeError) -> Founded {
        try OfficeError.translate {
            try CryptographyLibrary.prepare()
            let versions = try load(founding.files)
            let definition = versions.first
            _ = try definition.plan()
            let founder = try check(founding.staff, definition)
            let manager = FileManager.default
            guard !manager.fileExists(atPath: url.path) else {
                throw OfficeError(
                    .cannotCreate,
                    at: url.path,
                    "there is something already",
                    remedy: "choose a folder that does not exist"
                )
            }
            let partial = url.deletingLastPathComponent()
                .appendingPathComponent(".\(url.lastPathComponent).founding")
            try? manager.removeItem(at: partial)
            do {
                let founded = try Founder(
                    founding: founding,
                    versions: versions,
                    founder: founder,
                    folder: TrialFolder(partial),
                    now: now
                ).found(passphrase)
                try manager.moveItem(at: partial, to: url)
                return founded
            } catch {
                try? manager.removeItem(at: partial)
                throw error
            }
        }
    }

    /// Loads a definition; the first problems are told in one error.
    public static func load(_ files: DefinitionFiles) throws(OfficeError) -> ProtocolVersions {
        do {
            return try ProtocolVersions.load(files)
        } catch {
            throw OfficeError(definition: error, files)
        }
    }

    /// The staff has to fit the trial, and needs a custodian, who founds it.
    private static func check(
        _ staff: [StaffMember],
        _ definition: TrialProtocol
    ) throws(OfficeError) -> StaffMember {
        var names: Set<String> = []
        for member in staff {
            guard names.insert(member.name).inserted else {
                throw OfficeError(
                    .badInput,
                    at: "staff \(member.name)",
                    "this user stands there twice",
                    remedy: "give each person one name"
                )
            }
            guard let site = member.site else { continue }
            guard definition.site(site)?.status == .partner else {
                throw OfficeError(
                    .badInput,
                    at: "staff \(member.name)",
                    "\(site) is not a partner site of this protocol",
                    remedy: "use a code from sites.yaml"
                )
            }
        }
        for role in [Role.custodian, .randomizationOffice]
        where !staff.contains(where: { $0.role == role }) {
            throw OfficeError(
                .badInput,
                at: "staff",
                "there is no \(role.rawValue)",
                remedy: "a trial needs one: the custodian founds it, the office allocates"
            )
        }
        guard let founder = staff.first(where: { $0.role == .custodian }) else {
            throw OfficeError(.software, at: "staff", "no founder", remedy: "report this")
        }
        return founder
    }
}

/// Makes the files of a new trial.
private struct Founder {
    let founding: TrialOffice.Founding
    let versions: ProtocolVersions
    let founder: StaffMember
    let folder: TrialFolder
    let now: Moment

    private var definition: TrialProtocol { versions.first }

    private var sites: [String] {
        definition.sites.filter { $0.status == .partner }.map(\.code)
    }

    func found(_ passphrase: (String) throws -> Passphrase) throws -> TrialOffice.Founded {
        try PrivateFile.makeFolder(folder.url)
        try DefinitionFolder.write(founding.files, to: folder.protocolFiles)
        for site in sites {
            for kind in SideKind.allCases { try SideStore.create(folder, kind, site: site) }
        }
        let founderKeys = try UserKeys.random()
        // The origin pins the founder's key, and is bound into everything that is ever sealed.
        let founderKey = founderKeys.signing.publicKey
        let pin = People.fingerprint(of: founderKey)
        let origin = "milenari/\(definition.id)/\(pin)"
        let people = try NewPeople(
            founding.staff,
            founder: founder.name,
            keys: founderKeys,
            sites: sites,
            origin: origin,
            cost: founding.cost.scrypt,
            passphrase
        )
        let seed = try AllocationSeed.random()
        let commitment = seed.commitment.hex
        let sealed = try people.withKey(KeyName.allocation) { key in
            try seed.sealed(with: key, origin: origin)
        }
        let (store, _) = try people.withKeys(of: founder.name) { keys in
            try TrialStore.create(
                at: folder,
                origin: origin,
                signedBy: founder.name,
                with: keys.signing,
                rules: TrialRules()
            ) { writer in
                try write(writer, people, commitment, sealed, keys.signing)
            }
        }
        try store.close()
        return TrialOffice.Founded(
            origin: origin,
            founder: founder.name,
            fingerprint: SHA256.digest(of: founderKey.bytes).hex,
            users: founding.staff.map(\.name),
            sites: sites,
            seedCommitment: commitment
        )
    }

    private func write(
        _ writer: TrialWriter,
        _ people: NewPeople,
        _ commitment: String,
        _ sealedSeed: [UInt8],
        _ key: borrowing Ed25519.PrivateKey
    ) throws {
        var rows = TrialWriter.Rows()
        rows.secrets = [SecretRow(name: AllocationSeed.name, sealed: sealedSeed)]
        rows.sites = sites.map { SiteRow(code: $0, state: SiteState.planned.rawValue) }
        rows.protocolVersions = versions.numbers.map(ProtocolVersionRow.init)
        rows.users = try [people.userRow(founder.name)]
        rows.grants = try people.grantRows(founder.name)
        try writer.append(
            draft(
                .trialCreated,
                [
                    .init(Detail.protocolFolder, .text(founding.files.protocolFolder)),
                    .init(Detail.protocolID, .text(definition.id)),
                    .init(Detail.protocolVersion, .text(definition.version.number)),
                    .init(Detail.protocolVersions, .list(versions.numbers)),
                    .init(Detail.protocolFiles, .list(founding.files.digests)),
                    .init(Detail.scheme, .text(try definition.scheme().canonicalText)),
                    .init(Detail.seedCommitment, .text(commitment)),
                    .init(People.Details.sites, .list(sites)),
                ]
            ),
            writing: rows,
            signedWith: key
        )
        for member in founding.staff where member.name != founder.name {
            var rows = TrialWriter.Rows()
            rows.users = try [people.userRow(member.name)]
            rows.grants = try people.grantRows(member.name)
            try writer.append(
                draft(.userAdded, try people.details(member)),
                writing: rows,
                signedWith: key
            )
        }
    }

    private func draft(_ kind: EventKind, _ details: [Event.Detail]) -> EventDraft {
        EventDraft(
            who: founder.name,
            role: founder.role.rawValue,
            site: founder.site ?? EventDraft.trialWide,
            when: now.timestamp,
            kind: kind.rawValue,
            program: TrialOffice.program,
            details: details
        )
    }
}
