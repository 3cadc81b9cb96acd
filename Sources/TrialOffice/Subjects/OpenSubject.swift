import Pseudonymization
import TrialDefinition
import TrialStore

/// A subject whose way through the trial is not at its end, and what comes next.
public struct OpenSubject: Sendable, Codable, Equatable {
    /// The pseudonym.
    public let subject: String
    /// The code of the site that cares for the subject.
    public let site: String
    /// The stratum as it was at enrollment.
    public let stratum: String
    /// How far the subject has come.
    public let step: Step
    /// The number of the allocation; nil without one.
    public let allocation: String?
    /// The codes of the sites at which the subject was, the one that enrolled first.
    public let path: [String]
    /// The code of the site that is asked to take the subject over; nil without an open offer.
    public let offeredTo: String?
    /// What comes next.
    public let next: NextStep

    /// How far a subject has come.
    public enum Step: String, Sendable, Codable {
        /// Enrolled; nobody has asked for the allocation.
        case enrolled
        /// The request for the allocation waits for the randomization office.
        case requested
        /// Allocated.
        case allocated
    }

    /// What comes next for a subject, and who has to do it.
    public enum NextStep: String, Sendable, Codable {
        /// The coordinator asks for the allocation.
        case ask
        /// The randomization office answers the request.
        case answer
        /// The investigator goes on with the treatment.
        case treat
        /// The site is suspended: nothing goes on until it is resumed or the subject transferred.
        case resumeOrTransfer = "resume-or-transfer"
        /// The site is suspended, the subject allocated: the investigator decides how treatment
        /// goes on, here or elsewhere.
        case decideOnTreatment = "decide-on-treatment"
        /// The coordinator of the other site accepts the transfer.
        case accept
    }
}

extension TrialOffice {
    /// The subjects with their state and next step; needs no key.
    ///
    /// - Parameter code: One site's code; nil for all sites.
    /// - Returns: By site in the order of the protocol, there in the order in which they were
    ///   enrolled or came.
    /// - Throws: ``OfficeError``: `notFound` for an unknown site; `damaged` where the trial's file
    ///   does not hold.
    public func subjects(of code: String?) throws(OfficeError) -> [OpenSubject] {
        let sites = try code.map { code throws(OfficeError) in [try site(code)] }
        return try OfficeError.translate {
            try store.read { reader in
                let sound = try reader.sound()
                return try (sites ?? definition.sites).flatMap { site in
                    try Self.openSubjects(of: site.code, sound)
                }
            }
        }
    }

    static func openSubjects(of site: String, _ reader: TrialReader) throws -> [OpenSubject] {
        let isActive = try reader.site(site)?.state == SiteState.active.rawValue
        return try reader.subjects(site: site).map { subject in
            let allocation = try reader.allocation(of: subject.code)
            let isRequested = try reader.request(subject.code) != nil
            let transfers = try reader.transfers(of: subject.code)
            let step: OpenSubject.Step =
                allocation != nil ? .allocated : isRequested ? .requested : .enrolled
            let offer = transfers.last { $0.state == TransferState.offered.rawValue }
            let isOpen = offer != nil && offer == transfers.last
            return OpenSubject(
                subject: subject.code,
                site: site,
                stratum: subject.stratum,
                step: step,
                allocation: allocation?.number,
                path: [try Pseudonym(subject.code).site.text]
                    + transfers.filter { $0.state == TransferState.accepted.rawValue }.map(\.site),
                offeredTo: isOpen ? offer?.site : nil,
                next: isOpen ? .accept : next(step, isActive)
            )
        }
    }

    private static func next(
        _ step: OpenSubject.Step,
        _ isActive: Bool
    ) -> OpenSubject.NextStep {
        switch step {
        case .allocated: isActive ? .treat : .decideOnTreatment
        case .enrolled: isActive ? .ask : .resumeOrTransfer
        case .requested: isActive ? .answer : .resumeOrTransfer
        }
    }
}
