import AuditLog
import Cryptography
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Adds somebody, as a custodian.
    ///
    /// The person holds no data key until somebody who does grants
    /// them.
    ///
    /// - Parameters:
    ///   - member: Name, role and site. A name is never used again, not even after a revocation.
    ///   - passphrase: The person's passphrase; the person had better choose another one soon.
    ///   - cost: The cost of opening it.
    ///   - session: A custodian.
    ///   - now: The time of the event.
    /// - Returns: The person, with the keys that are to be granted.
    /// - Throws: ``OfficeError``: `refused` for a name that is or was in use, `notFound` for a site
    ///   that is none of the trial's, `notPermitted` for another role.
    public func add(
        _ member: StaffMember,
        passphrase: borrowing Passphrase,
        cost: PassphraseCost = .standard,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> PersonInTrial {
        try session.require(.userAdded)
        if let site = member.site { _ = try requirePartner(site) }
        let (row, details) = try Self.newUser(member, passphrase, cost, origin)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                guard try writer.reader.people()[member.name] == nil else {
                    throw OfficeError(
                        .refused,
                        at: member.name,
                        "there is, or was, a user of this name",
                        remedy: "choose another name: what was signed with a name stays with it"
                    )
                }
                var rows = TrialWriter.Rows()
                rows.users = [row]
                try writer.append(
                    draft(.userAdded, by: session, at: now, details: details),
                    writing: rows,
                    signedWith: session.keys.signing
                )
            }
            return try person(member.name)
        }
    }

    private static func newUser(
        _ member: StaffMember,
        _ passphrase: borrowing Passphrase,
        _ cost: PassphraseCost,
        _ origin: String
    ) throws(OfficeError) -> (UserRow, [Event.Detail]) {
        do {
            let keys = try UserKeys.random()
            let sealed = try SealedUserKeys.seal(
                keys,
                passphrase: passphrase.secret,
                user: member.name,
                trial: origin,
                cost: cost.scrypt
            )
            let details = member.details(signingKey: keys.signing.publicKey)
            return (member.row(keys, sealed), details)
        } catch {
            throw OfficeError(error)
        }
    }

    private func requirePartner(_ code: String) throws(OfficeError) {
        let site = try site(code)
        guard site.status == .partner else {
            throw OfficeError(
                .notFound,
                at: code,
                "this site is no partner of the trial",
                remedy: "see `milenari site readiness`"
            )
        }
    }

    /// Chooses another passphrase for the person of `session`; the keys stay the same.
    ///
    /// Whoever has an old copy of the trial and the old passphrase opens the keys with it for ever:
    /// where a passphrase became known, revoke the user and add the person anew.
    public func changePassphrase(
        _ passphrase: borrowing Passphrase,
        cost: PassphraseCost = .standard,
        by session: Session,
        now: Moment
    ) throws(OfficeError) {
        try session.require(.userRekeyed)
        let sealed: SealedUserKeys
        do {
            sealed = try SealedUserKeys.seal(
                session.keys,
                passphrase: passphrase.secret,
                user: session.name,
                trial: origin,
                cost: cost.scrypt
            )
        } catch {
            throw OfficeError(error)
        }
        let member = try StaffMember(name: session.name, role: session.role, site: session.site)
        try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                var rows = TrialWriter.Rows()
                rows.users = [member.row(session.keys, sealed)]
                try writer.append(
                    draft(.userRekeyed, by: session, at: now, details: []),
                    writing: rows,
                    signedWith: session.keys.signing
                )
            }
            store.truncateLog()
        }
    }

    /// Suspends somebody, who may not sign until resumed, as a custodian.
    ///
    /// - Returns: The person; the data keys that the person holds stay open to whoever has them.
    /// - Throws: ``OfficeError``: `refused` for oneself, for who is not active, and for the last one
    ///   who holds a data key.
    public func suspend(
        user name: String,
        reason: UserReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> PersonInTrial {
        try change(name, .userSuspended, reason, session, now)
    }

    /// Lets somebody who is suspended work again, as a custodian.
    public func resume(
        user name: String,
        reason: UserReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> PersonInTrial {
        try change(name, .userResumed, reason, session, now)
    }

    /// Revokes somebody for ever, as a custodian: what the person signed stays valid, and nothing
    /// that the person signs from now on is.
    ///
    /// - Returns: The person with the data keys that the person has known.
    /// - Throws: As for ``suspend(user:reason:by:now:)``.
    public func revoke(
        user name: String,
        reason: UserReason,
        by session: Session,
        now: Moment
    ) throws(OfficeError) -> PersonInTrial {
        try change(name, .userRevoked, reason, session, now)
    }

    private func change(
        _ name: String,
        _ kind: EventKind,
        _ reason: UserReason,
        _ session: Session,
        _ now: Moment
    ) throws(OfficeError) -> PersonInTrial {
        try session.require(kind)
        return try OfficeError.translate {
            try store.write(signedBy: session.name, with: session.keys.signing) { writer in
                try requireChangeable(name, kind, session, writer.reader)
                try writer.append(
                    draft(
                        kind,
                        by: session,
                        at: now,
                        reason: reason.rawValue,
                        details: [.init(People.Details.name, .text(name))]
                    ),
                    signedWith: session.keys.signing
                )
            }
            return try person(name)
        }
    }

    private func requireChangeable(
        _ name: String,
        _ kind: EventKind,
        _ session: Session,
        _ reader: TrialReader
    ) throws {
        let people = try reader.people()
        guard let before = people.state(of: name) else { throw Self.noUser(name) }
        guard name != session.name else {
            throw OfficeError(
                .refused,
                at: name,
                "nobody does this to oneself: the trial always keeps a custodian",
                remedy: "let another custodian do it"
            )
        }
        let after = People.Details.changing[kind.rawValue]
        guard before != .revoked, before != after else {
            throw OfficeError(
                .refused,
                at: name,
                "this user is \(before.rawValue)",
                remedy: before == .revoked
                    ? "a revocation is for ever; add the person anew, under another name"
                    : "nothing needs to be done"
            )
        }
        guard after != .active else { return }
        let holders = try KeyHolders(reader.grants())
        let lost = holders.keys(onlyWith: name) { people.state(of: $0) == .active }
        guard let key = lost.first else { return }
        throw OfficeError(
            .refused,
            at: name,
            "nobody else holds \(key)" + (lost.count > 1 ? " and \(lost.count - 1) more" : "")
                + ": it would be lost",
            remedy:
                "add another \(people[name]?.role ?? "user"), and let \(name) grant the keys with"
                + " `milenari key grant` first"
        )
    }

    /// The person called `name`.
    func person(_ name: String) throws -> PersonInTrial {
        let found = try store.read { try Self.people($0) }.first { $0.name == name }
        guard let found else { throw Self.noUser(name) }
        return found
    }

    static func noUser(_ name: String) -> OfficeError {
        OfficeError(
            .unknownUser,
            at: name,
            "this trial knows no such user",
            remedy: "see `milenari user list`"
        )
    }
}
