/// `[Observation: code in "Creatinine"]`.
final class RetrieveNode: Node {
    /// How the objects are narrowed down.
    enum Selection: Sendable {
        case all
        /// By the class's own code element, with codes known when the library was compiled.
        case indexed(CodeFilter)
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
        let found = try instances(&machine)
        if machine.isTracing { machine.recorder.read(found) }
        return .list(found.map(Value.instance))
    }

    func instances(_ machine: inout Machine) throws(EvaluationError) -> [Instance] {
        switch selection {
        case .all: return machine.record.instances(of: type)
        case .indexed(let filter): return machine.record.instances(of: type, codes: filter)
        case .computed(let path, let codes):
            let wanted = try Self.keys(try machine.value(of: codes))
            let all = machine.record.instances(of: type)
            try machine.spend(all.count)
            return all.filter { instance in
                var value = Value.instance(instance)
                for name in path { value = value.element(called: name) ?? .null }
                return Instance.codeKeys(in: value).contains { wanted.contains($0) }
            }
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
