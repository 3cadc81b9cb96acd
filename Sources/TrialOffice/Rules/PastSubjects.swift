import AuditLog
import TrialStore

/// The subjects of a trial as its log tells of them: where each is, and what can follow.
struct PastSubjects {
    private var subjects: [String: PastSubject] = [:]
    private var allocations = 0

    /// One subject.
    struct PastSubject {
        /// Where the subject is.
        fileprivate(set) var site: String
        fileprivate let stratum: String
        fileprivate let screening: String
        fileprivate var isRequested = false
        fileprivate var allocation: String?
        fileprivate var offers = 0
        /// The site to which the newest offer went, as long as it is open.
        fileprivate var offeredTo: String?

        fileprivate init(_ event: Event) {
            site = event.site
            stratum = event.text(Detail.stratum) ?? ""
            screening = event.reference ?? ""
        }
    }

    subscript(code: String?) -> PastSubject? { subjects[code ?? ""] }

    /// Each of these notes an event, and returns why it cannot be, or nil.
    mutating func enroll(_ event: Event) -> String? {
        let subject = event.subject ?? ""
        guard subjects[subject] == nil else { return "\(subject) is enrolled twice" }
        subjects[subject] = PastSubject(event)
        return nil
    }

    mutating func request(_ event: Event) -> String? {
        let code = event.subject ?? ""
        guard let subject = subjects[code], subject.site == event.site,
            subject.stratum == event.text(Detail.stratum)
        else { return "\(code) is not enrolled so at \(event.site)" }
        guard !subject.isRequested else { return "\(code) is asked for twice" }
        subjects[code]?.isRequested = true
        return nil
    }

    mutating func allocate(_ event: Event) -> String? {
        let code = event.subject ?? ""
        guard let subject = subjects[code], subject.isRequested,
            subject.stratum == event.text(Detail.stratum)
        else { return "nobody asked for an allocation of \(code) in this stratum" }
        guard subject.allocation == nil else { return "\(code) is allocated twice" }
        let number = AllocationNumber.text(allocations + 1)
        guard event.reference == number else { return "\(number) comes next" }
        allocations += 1
        subjects[code]?.allocation = number
        return nil
    }

    mutating func offer(
        _ logged: LoggedEvent,
        to site: String,
        coordinators holders: [String]
    ) -> String? {
        let event = logged.event
        let code = event.subject ?? ""
        guard let subject = subjects[code], subject.site == event.site, site != event.site
        else { return "\(code) is not at \(event.site), or goes nowhere" }
        let name = TransferName(code, number: subject.offers + 1)
        guard event.reference == name.id else { return "\(name.id) comes next" }
        // The key goes to those who can accept, and to nobody else.
        let keys = logged.rows.filter { $0.table == "key_grant" }.map(\.key)
        guard !holders.isEmpty,
            keys.sorted() == holders.map({ "\(TransferName.key(name.id))#1/\($0)" }).sorted()
        else { return "the transfer's key goes to others than the coordinators of \(site)" }
        subjects[code]?.offers += 1
        subjects[code]?.offeredTo = site
        return nil
    }

    mutating func accept(_ event: Event) -> String? {
        let code = event.subject ?? ""
        guard let subject = subjects[code], subject.offeredTo == event.site,
            event.reference == TransferName(code, number: subject.offers).id
        else { return "nobody offered \(code) to \(event.site)" }
        guard event.text(Detail.from) == subject.site,
            event.text(Detail.stratum) == subject.stratum,
            event.text(Detail.screening) == subject.screening,
            event.text(Detail.number) == subject.allocation
        else { return "\(code) would be another one after the transfer" }
        subjects[code]?.site = event.site
        subjects[code]?.offeredTo = nil
        return nil
    }
}
