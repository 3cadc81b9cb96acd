/// Finds what would have to be known to decide an unknown value.
struct MissingParts {
    private let names: ResourceNames
    private(set) var texts: [Phrase] = []

    init(_ place: TracePlace, names: ResourceNames) {
        self.names = names
        visit(place)
    }

    private mutating func add(_ text: Phrase) {
        if !texts.contains(text) { texts.append(text) }
    }

    /// `isSearched` is whether the retrieves inside of the place were looked at.
    private mutating func visit(_ place: TracePlace, isSearched: Bool = false) {
        let node = place.node
        let describing = Describing(names)
        if let error = node.error, node.children.allSatisfy({ $0.error == nil }) {
            return add(Sentence.about(describing.operand(place), .term("\(error)")))
        }
        guard node.isNull || node.error != nil else { return }
        let causes = place.children.filter {
            $0.node.isDecisive && ($0.node.isNull || $0.node.error != nil)
        }
        let isAnswer = isSearched || node.isTruth
        for empty in isAnswer ? [] : node.emptyRetrieves() {
            if let wanted = ResourceNames.wanted(empty) {
                add(Sentence.noneOnRecord(.term(wanted)))
            }
        }
        switch place.kind {
        case .property(let name) where causes.isEmpty:
            if case .instance(let instance)? = node.children.last?.value {
                add(Sentence.hasNo(names.title(instance), ValueText.words(name)))
            }
        case .parameter(let name): add(Sentence.notGiven(.term(name)))
        case .subject: add(Sentence.noPatient())
        default: break
        }
        for cause in causes { visit(cause, isSearched: isSearched || !isAnswer) }
        if causes.isEmpty, case .comparison = place.kind {
            add(Sentence.undecided(describing.comparison(place)))
        }
    }
}
