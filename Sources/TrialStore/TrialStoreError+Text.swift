extension TrialStoreError {
    /// What is wrong, in a few words.
    public var shortText: String {
        switch self {
        case .notATrial(let file): "\(file) is not a milenari file"
        case .newerFormat(let found, let supported):
            "format \(found) is newer than the \(supported) that this program reads"
        case .alreadyExists(let file): "\(file) is there already"
        case .missing(let file): "\(file) is missing"
        case .damaged(let file, let what): "\(file) is damaged: \(what)"
        case .eventsMissing(let acknowledged, let found):
            "\(acknowledged) events were acknowledged, the log holds \(found)"
        case .logForked(let size): "the first \(size) events are not those that were acknowledged"
        case .busy: "another process is writing"
        case .unreadable(let file): "\(file) cannot be read"
        case .readOnly(let file): "\(file) cannot be changed"
        case .storage(let file, let what): "\(file): \(what)"
        case .conflict(let table): "\(table) has such a row already"
        case .againstRules(let what): what
        case .log(let error): "\(error)"
        case .cryptography(let error): "\(error)"
        }
    }
}
