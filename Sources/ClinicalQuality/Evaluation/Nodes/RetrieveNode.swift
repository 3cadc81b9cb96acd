/// `[Observation: code in "Creatinine"]`.
final class RetrieveNode: Node {
    /// How the objects are narrowed down.
    enum Selection: Sendable {
        /// All of the class, or by the class's own code element with codes known when the library
        /// was compiled: the number among the program's selections.
        case indexed(Int)
        /// By another element, or with codes that are known only now.
        case computed(path: [String], codes: any Node)
    }

    let span: Span
    let type: ClassType
    let selection: Selection
    /// The terminology as the library names it, for people.
    let codesName: String?

    init(_ span: Span, _ type: ClassType, _ selection: Selection, codesName: String?) {
        self.span = span
        self.type = type
        self.selection = selection
        self.codesName = codesName
    }

    var traceKind: TraceNode.Kind { .retrieve(type: type.shortName, codes: codesName) }

    var children: [any Node] {
        if case .computed(_, let codes) = selection { [codes] } else { [] }
    }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        switch selection {
        case .indexed(let number): code.selection(number)
        case .computed(_, let codes):
            emit(code, .retrieve, d, codes, code.number(of: self))
        }
    }

    /// What a computed retrieve finds, with the codes that are wanted.
    func found(_ codes: Value, _ state: inout MachineState) throws(EvaluationError) -> Slot {
        guard case .computed(let path, _) = selection else { return .null }
        let wanted = try Self.keys(codes)
        let all = state.heap.record.list(of: type)
        try state.spend(all.count)
        return state.heap.arena.list(
            of: all.filter { slot in
                var value = Value.instance(state.heap.instance(slot))
                for name in path { value = value.element(called: name) ?? .null }
                return Instance.codeKeys(in: value).contains { wanted.contains($0) }
            }
        )
    }

    static func keys(_ value: Value) throws(EvaluationError) -> Set<CodeKey> {
        if case .valueSet(let set) = value {
            guard let codes = set.expansion else { throw .valueSetUnknown(id: set.id) }
            return Set(codes.compactMap { CodeKey($0) })
        }
        return Set(Instance.codeKeys(in: value))
    }
}
