public import TrialOffice

/// What a transfer did, and what has to be done next, for the terminal.
public enum TransferText: Sendable {
    /// An offer.
    public static func text(_ offer: TransferOffer) -> String {
        lines(
            [
                "\(offer.subject) is offered to \(offer.to): \(offer.reason.rawValue)",
                "Until it is accepted the subject stays at \(offer.from).",
                "Next: one of \(offer.acceptedBy.joined(separator: ", ")) accepts with"
                    + " `milenari subject accept \(offer.subject)`.",
                "Only they can open what was offered. \(offer.from) keeps what it has now: identity"
                    + " and record in its own files, and copies and backups of the trial.",
            ],
            "Rules about sending data:",
            offer.dataDuties
        )
    }

    /// A transfer that was accepted.
    public static func text(_ transfer: AcceptedTransfer) -> String {
        let allocation = transfer.allocation.map { "allocation \($0) stays" } ?? "not allocated yet"
        return lines(
            [
                "\(transfer.subject) came from \(transfer.from) to \(transfer.site).",
                "Pseudonym and stratum (\(transfer.stratum)) stay; \(allocation).",
                "Next: see whether consent and assent hold here, and take them anew where they do"
                    + " not, before anything is done for the trial.",
            ],
            "Rules of \(transfer.site)'s country:",
            transfer.consentRules
        )
    }

    private static func lines(
        _ lines: [String],
        _ head: String,
        _ rules: [RuleInForce]
    ) -> String {
        let listed = rules.map { rule in
            "  \(rule.country): \(rule.text) [\(rule.source)]"
                + (rule.isVerified ? "" : " (verified by nobody)")
        }
        let all = lines + (rules.isEmpty ? [] : [head] + listed)
        return all.map { $0.printable + "\n" }.joined()
    }
}
