extension TraceNode {
    /// What a library says with `Message`.
    public struct Message: Sendable, Hashable {
        /// A word for programs; nil when the library gives none.
        public let code: String?
        /// `Trace`, `Message`, `Warning` or `Error`; nil when the library gives none.
        public let severity: String?
        /// A text for people.
        ///
        /// It can hold values of the record.
        public let text: String
    }

    /// The message of a call of `Message` whose condition is true and whose text is known.
    public var message: Message? {
        guard isMessage else { return nil }
        let children = children
        guard children.count == 5, children[1].truth == true,
            case .string(let text) = children[4].value
        else { return nil }
        func optional(_ index: Int) -> String? {
            if case .string(let text) = children[index].value { text } else { nil }
        }
        return Message(code: optional(2), severity: optional(3), text: text)
    }
}
