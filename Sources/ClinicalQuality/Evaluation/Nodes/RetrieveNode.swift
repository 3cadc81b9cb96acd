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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        let found = try list(&machine)
        if machine.isTracing, case .list(let elements) = found {
            machine.recorder.read(elements.compactMap(\.asInstance))
        }
        return found
    }

    private func list(_ machine: inout Machine) throws(EvaluationError) -> Value {
        switch selection {
        case .indexed(let number): return machine.selected[number]
        case .computed(let path, let codes):
            let wanted = try Self.keys(try machine.value(of: codes))
            let all = machine.record.instances(of: type)
            try machine.spend(all.count)
            let found = all.filter { instance in
                var value = Value.instance(instance)
                for name in path { value = value.element(called: name) ?? .null }
                return Instance.codeKeys(in: value).contains { wanted.contains($0) }
            }
            return .list(found.map { .instance($0) })
        }
    }

    static func keys(_ value: Value) throws(EvaluationError) -> Set<CodeKey> {
        if case .valueSet(let set) = value {
            guard let codes = set.expansion else { throw .valueSetUnknown(id: set.id) }
            return Set(codes.compactMap { CodeKey($0) })
        }
        return Set(Instance.codeKeys(in: value))
    }
}
