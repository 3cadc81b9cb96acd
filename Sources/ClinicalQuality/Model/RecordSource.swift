/// What a library is evaluated over: the data of one person.
public protocol RecordSource: Sendable {
    /// The person: what `Patient` means in `context Patient`.
    var subject: Instance? { get }

    /// All objects of a class, in record order.
    func instances(of type: ClassType) -> [Instance]

    /// The objects of a class whose primary code is one of `codes`, in record order.
    func instances(of type: ClassType, codes: CodeFilter) -> [Instance]
}
