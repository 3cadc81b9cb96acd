/// What an event tells.
public enum EventKind: String, Sendable, Codable, CaseIterable {
    case trialCreated = "trial.created"
    case protocolAmended = "protocol.amended"
    case userAdded = "user.added"
    case approvalRecorded = "approval.recorded"
    case siteActivated = "site.activated"
    case siteAmended = "site.amended"
    case siteSuspended = "site.suspended"
    case siteResumed = "site.resumed"
    case screeningRecorded = "screening.recorded"
    case subjectEnrolled = "subject.enrolled"
    case allocationRequested = "allocation.requested"
    case allocationMade = "allocation.made"
    case identityOpened = "identity.opened"
    case logExported = "log.exported"
}
