/// The codes that a retrieve asks for, prepared when the library is compiled.
struct CodeFilter: Sendable, Hashable {
    /// Without repetition, in the order in which the library names them.
    let keys: [CodeKey]

    /// Creates a filter; repeated keys count once.
    init(keys: [CodeKey]) {
        var seen: Set<CodeKey> = []
        self.keys = keys.filter { seen.insert($0).inserted }
    }
}

extension Instance {
    /// The codes in a concept, coding, code or list of them, in their order.
    static func codeKeys(in value: Value) -> [CodeKey] {
        switch value {
        case .instance(let instance):
            guard case .success(let system) = instance.converted else { return [] }
            return codeKeys(in: system)
        case .concept(let concept): return concept.codes.compactMap { CodeKey($0) }
        case .code(let code): return CodeKey(code).map { [$0] } ?? []
        case .list(let elements): return elements.flatMap { codeKeys(in: $0) }
        default: return []
        }
    }
}
