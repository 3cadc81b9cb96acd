/// What an event tells.
public enum EventKind: String, Sendable, Codable, CaseIterable {
    case trialCreated = "trial.created"
    case userAdded = "user.added"
    case siteActivated = "site.activated"
    case screeningRecorded = "screening.recorded"
    case subjectEnrolled = "subject.enrolled"
    case allocationRequested = "allocation.requested"
    case allocationMade = "allocation.made"
    case identityOpened = "identity.opened"
    case logExported = "log.exported"
}
