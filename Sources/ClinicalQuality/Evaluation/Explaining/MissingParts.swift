/// Finds what would have to be known to decide an unknown value.
struct MissingParts {
    private let names: ResourceNames
    private(set) var texts: [String] = []

    init(_ place: TracePlace, names: ResourceNames) {
        self.names = names
        visit(place)
    }

    private mutating func add(_ text: String) {
        if !texts.contains(text) { texts.append(text) }
    }

    /// `isSearched` is whether the retrieves inside of the place were looked at.
    private mutating func visit(_ place: TracePlace, isSearched: Bool = false) {
        let node = place.node
        let describing = Describing(names)
        if let error = node.error, node.children.allSatisfy({ $0.error == nil }) {
            return add("\(describing.operand(place)): \(error)")
        }
        guard node.value.isNull || node.error != nil else { return }
        let causes = place.children.filter {
            $0.node.isDecisive && ($0.node.value.isNull || $0.node.error != nil)
        }
        let isAnswer = isSearched || node.isTruth
        for empty in isAnswer ? [] : node.emptyRetrieves() {
            if let wanted = ResourceNames.wanted(empty) { add("no \(wanted) on record") }
        }
        switch place.kind {
        case .property(let name) where causes.isEmpty:
            if case .instance(let instance)? = node.children.last?.value {
                add("\(names.title(instance)) has no \(ValueText.words(name))")
            }
        case .parameter(let name): add("\(name) is not given")
        case .subject: add("no patient in the record")
        default: break
        }
        for cause in causes { visit(cause, isSearched: isSearched || !isAnswer) }
        if causes.isEmpty, case .comparison = place.kind {
            add("undecided: \(describing.comparison(place))")
        }
    }
}
