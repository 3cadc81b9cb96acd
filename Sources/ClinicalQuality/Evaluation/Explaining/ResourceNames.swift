/// What the objects of a record are called in an explanation: by the codes that they were asked
/// for with, else by their class.
struct ResourceNames {
    /// The name of the terminology with which an object was asked for.
    private var groups: [ObjectIdentifier: String?] = [:]
    private let terminology: TerminologyNames

    init(_ trace: TraceNode, _ terminology: TerminologyNames) {
        self.terminology = terminology
        trace.forEachRead { node, instances in
            guard let retrieve = node as? RetrieveNode else { return }
            for instance in instances where groups[ObjectIdentifier(instance)] == nil {
                groups[ObjectIdentifier(instance)] = .some(retrieve.codesName.map(Self.plain))
            }
        }
    }

    /// The name with its time, as `Creatinine on 2026-11-02`.
    func title(_ instance: Instance) -> Phrase {
        Self.time(instance).map { Sentence.onDay(name(instance), .verbatim($0)) } ?? name(instance)
    }

    func name(_ instance: Instance) -> Phrase {
        guard let group = groups[ObjectIdentifier(instance)] else {
            return .term(instance.type.shortName)
        }
        return terminology.title(of: instance, in: group)
    }

    /// The declared name of a code or concept.
    func name(of value: Value) -> String? { terminology.name(of: value) }

    /// What a retrieve asks for: the name of the terminology, else that of the class.
    static func wanted(_ node: TraceNode) -> String? {
        guard case .retrieve(let type, let codes) = node.kind else { return nil }
        return codes.map(plain) ?? type
    }

    /// `Common."Active"` as `Active`.
    static func plain(_ text: String) -> String {
        guard text.hasSuffix("\""), let open = text.dropLast().lastIndex(of: "\"") else {
            return text
        }
        return String(text[text.index(after: open)...].dropLast())
    }

    /// The elements that say when something was measured, given, done or begun.
    static let timeElements = [
        "effective", "performed", "occurrence", "onset", "dateTime", "authoredOn",
        "recordedDate", "issued",
    ]

    /// When something was measured, given, done or begun.
    static func time(_ instance: Instance) -> String? {
        for element in timeElements {
            if let text = time(instance[element]) { return text }
        }
        return nil
    }

    private static func time(_ value: Value) -> String? {
        switch value {
        case .date(let date): date.description
        case .dateTime(let time): time.date.description
        case .instance(let period) where period.type.conversion == .period:
            time(period["start"]) ?? time(period["end"])
        default: nil
        }
    }
}
