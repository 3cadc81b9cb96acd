extension TrialStoreError {
    /// What is wrong, in a few words; where it is, is the case's `file`.
    public var shortText: String {
        switch self {
        case .notATrial: "this is not a file of milenari"
        case .newerFormat(let found, let supported):
            "format \(found) is newer than the \(supported) that this program reads"
        case .alreadyExists: "there is something already"
        case .missing: "this file of the trial is missing"
        case .damaged(_, let what): "this is damaged: \(what)"
        case .erased: "what was asked for was destroyed"
        case .eventsMissing(let acknowledged, let found):
            "\(acknowledged) events were acknowledged, the log holds \(found)"
        case .logForked(let size): "the first \(size) events are not those that were acknowledged"
        case .busy: "another command is writing"
        case .unreadable: "the system does not let you read this file of the trial"
        case .readOnly: "this file of the trial, or its folder, cannot be changed"
        case .storage(_, let what): what
        case .conflict(let table): "\(table) has such a row already"
        case .againstRules(let what): what
        case .log(let error): "\(error)"
        case .cryptography(let error): "\(error)"
        }
    }
}
