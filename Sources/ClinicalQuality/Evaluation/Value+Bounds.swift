extension Value {
    /// Refuses lists and texts that grow without end, as by joining one with itself again and
    /// again.
    @inline(__always)
    func bounded() throws(EvaluationError) -> Value {
        switch self {
        case .list(let elements) where elements.count > Limits.length:
            throw .limitExceeded(what: "the length of a list")
        case .string(let text) where text.utf8.count > Limits.length:
            throw .limitExceeded(what: "the length of a text")
        default: return self
        }
    }
}
