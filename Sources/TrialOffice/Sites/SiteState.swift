/// The states of a site.
public enum SiteState: String, Sendable, Codable {
    /// Named as a site; not all approvals are granted.
    case planned
    /// Screens, enrolls and asks for allocations.
    case active
    /// Stopped for the time being, for example by war, inspection or lack of staff: it screens, but
    /// nobody is enrolled or allocated.
    case suspended

    /// The state in which an event of the kind `kind` leaves its site.
    init?(after kind: String) {
        switch EventKind(rawValue: kind) {
        case .trialCreated: self = .planned
        case .siteActivated, .siteResumed: self = .active
        case .siteSuspended: self = .suspended
        default: return nil
        }
    }
}
