/// Finds the comparisons and statements that decided a value, and puts each into a line.
///
/// Logical operators, calls, definitions, branches and lists of answers are gone through; what
/// says nothing of its own, such as `not` or a literal, gives no line.
struct DecisiveLines {
    let names: ResourceNames
    private(set) var lines: [Explanation.Line] = []
    private var sentences: Set<Phrase> = []

    private var steps = 0

    /// More lines are not written: nobody reads the hundredth.
    private static let limit = 100
    /// More places are not looked at.
    private static let stepLimit = 5000

    init(_ place: TracePlace, names: ResourceNames) {
        self.names = names
        walk(place)
    }

    private var describing: Describing { Describing(names) }

    /// A line with the verdict `truth`.
    private mutating func compared(
        _ text: Phrase,
        _ place: TracePlace,
        _ truth: Bool?,
        number: Phrase? = nil
    ) {
        add(text, place, truth, isComparison: true, number: number)
    }

    /// A line that only tells what was found.
    private mutating func told(_ text: Phrase, _ place: TracePlace) {
        add(text, place, nil, isComparison: false)
    }

    private mutating func add(
        _ text: Phrase,
        _ place: TracePlace,
        _ verdict: Bool?,
        isComparison: Bool,
        number: Phrase? = nil
    ) {
        var seen: Set<ObjectIdentifier> = []
        let line = Explanation.Line(
            text: text,
            verdict: verdict,
            isComparison: isComparison,
            resources: place.sources.map(\.instance)
                .filter { seen.insert(ObjectIdentifier($0)).inserted },
            compared: number,
            location: place.node.location
        )
        if sentences.insert(line.sentence).inserted { lines.append(line) }
    }

    /// `isNegated` is whether an odd number of `not` stands around the place.
    private mutating func walk(_ place: TracePlace, isNegated: Bool = false) {
        steps += 1
        guard steps < Self.stepLimit, lines.count < Self.limit else { return }
        let node = place.node
        if let error = node.error, node.children.allSatisfy({ $0.error == nil }) {
            return told(Sentence.about(describing.operand(place), .term("\(error)")), place)
        }
        switch place.kind {
        case .logical(let name): logical(name, place, isNegated)
        case .comparison: compare(place, isNegated)
        case .conditional: branch(place, isNegated)
        case .call(let name):
            if place.isCombination {
                answers(place.children[0], node.truth, isNegated)
            } else if let limit = place.limitOfReading {
                let reading = describing.operand(place.children[0])
                compared(
                    Sentence.element(
                        reading,
                        ValueText.words(name),
                        describing.operand(limit, asLimit: true)
                    ),
                    place,
                    node.truth
                )
            } else if let body = place.children.last {
                walk(body, isNegated: isNegated)
            }
        case .literal, .parameter, .retrieve: break
        default:
            if let origin = place.origin { return walk(origin, isNegated: isNegated) }
            statement(place)
        }
    }

    private mutating func logical(_ name: String, _ place: TracePlace, _ isNegated: Bool) {
        switch name {
        case "And", "Or", "Xor", "Implies", "Not", "IsTrue", "IsFalse":
            let turns = name == "Not" || name == "IsFalse"
            for child in place.children where child.node.isDecisive {
                walk(child, isNegated: isNegated != turns)
            }
        case "AllTrue", "AnyTrue":
            if let list = place.children.first {
                answers(list, place.node.truth, isNegated)
            }
        case "Exists": exists(place)
        case "IsNull":
            guard let operand = place.children.first else { return }
            if operand.node.isTruth { return walk(operand) }
            guard !operand.sources.isEmpty || !OperandPath(operand).isNameless else { return }
            presence(operand, place)
        default: break
        }
    }

    /// `no Day of death on record`, or the value that is.
    private mutating func presence(_ operand: TracePlace, _ place: TracePlace) {
        guard let name = OperandPath(operand).definition else {
            let text = Sentence.isMissing(describing.operand(operand))
            return compared(text, place, place.node.truth)
        }
        let isMissing = place.node.truth == true
        told(isMissing ? Sentence.noneOnRecord(.term(name)) : describing.operand(operand), place)
    }

    /// A comparison says something when a name or an object of the record is in it.
    private mutating func compare(_ place: TracePlace, _ isNegated: Bool) {
        guard place.children.contains(where: { $0.isTelling }) else { return }
        // The comparator of a result is shown with its value.
        guard place.children.first?.made.kind != .property("comparator") else { return }
        // Why there is nothing to compare is a reason, and no comparison.
        if place.node.isNull, place.children.contains(where: \.node.isNull) { return }
        let turns = isNegated && place.isOrder
        let truth = place.node.truth
        compared(
            describing.comparison(place, isNegated: turns),
            place,
            turns ? truth.map { !$0 } : truth,
            number: describing.comparedNumber(place)
        )
    }

    /// The branch that was taken; where that is a literal, the condition that chose it.
    private mutating func branch(_ place: TracePlace, _ isNegated: Bool) {
        guard let taken = place.children.last else { return }
        let conditions = place.children.dropLast()
        guard taken.isLiteral else {
            walk(taken, isNegated: isNegated)
            if let last = conditions.last, last.node.truth == true, last.isOrder {
                walk(last)
            }
            return
        }
        if taken.node.isNull {
            for condition in conditions where condition.node.isNull { walk(condition) }
        } else if let last = conditions.last, last.node.truth == true {
            walk(last)
        } else {
            for condition in conditions { walk(condition) }
        }
    }

    /// Of a list of answers, those that agree with the whole; all, when none does.
    private mutating func answers(_ list: TracePlace, _ whole: Bool?, _ isNegated: Bool) {
        guard let elements = list.elements() else { return }
        if elements.isEmpty, whole != nil { none(of: list) }
        let agreeing = elements.filter { $0.node.truth == whole }
        for element in agreeing.isEmpty ? elements : agreeing {
            walk(element, isNegated: isNegated)
        }
    }

    /// What is not there: nothing of that name, or nothing of that kind that counts.
    private mutating func none(of list: TracePlace) {
        if let name = list.definitionBehind {
            return told(Sentence.noneOnRecord(.term(name)), list)
        }
        for retrieve in list.retrieves() {
            guard let wanted = ResourceNames.wanted(retrieve).map(Phrase.term) else { continue }
            let isEmpty = if case .list(let found) = retrieve.value { found.isEmpty } else { true }
            told(isEmpty ? Sentence.noneOnRecord(wanted) : Sentence.noneCounts(wanted), list)
        }
    }

    private mutating func exists(_ place: TracePlace) {
        guard let list = place.children.first else { return }
        let isChosen = OperandPath(list).call != nil
        let found = list.sources.map(\.instance)
        if place.node.truth == true, !found.isEmpty {
            // A function chose these, by their status among other things.
            let titles = found.map { instance in
                let status = isChosen ? describing.status(instance) : nil
                let title = names.title(instance)
                return status.map { Sentence.withStatus(title, .term($0)) } ?? title
            }
            told(.all(titles, .semicolon), place)
        } else if place.node.truth == false {
            let rows = list.made.children.filter(\.node.isRow)
            let wanted = list.retrieves().compactMap(ResourceNames.wanted)
            if rows.isEmpty, !isChosen, !wanted.isEmpty {
                let what = Phrase.all(wanted.map(Phrase.term), .comma)
                told(Sentence.noneOnRecord(what), place)
            }
            for row in rows {
                for child in row.children { walk(child) }
            }
        }
    }

    /// A truth value that is recorded as such: `Refractory disease stated on 2026-11-16`.
    private mutating func statement(_ place: TracePlace) {
        guard place.node.isTruth, let source = place.singleSource else { return }
        let name = names.name(source.instance)
        let text =
            ResourceNames.time(source.instance).map { Sentence.statedOnDay(name, .verbatim($0)) }
            ?? Sentence.stated(name)
        compared(text, place, place.node.truth)
    }
}

extension OperandPath {
    var isNameless: Bool { definition == nil && call == nil }
}

extension TracePlace {
    /// Whether people learn something from this operand.
    fileprivate var isTelling: Bool {
        !sources.isEmpty || OperandPath(self).definition != nil
    }

    /// Whether a value is given here that was written in the library.
    fileprivate var isLiteral: Bool {
        switch kind {
        case .literal: true
        case .conversion, .operation("Message"): children.first?.isLiteral ?? false
        default: false
        }
    }

    /// The definition whose list this one goes through, by its name.
    fileprivate var definitionBehind: String? {
        var place = self
        while true {
            let path = OperandPath(place)
            if let definition = path.definition { return definition }
            guard path.made.kind == .query, let source = path.made.children.first else {
                return nil
            }
            place = source
        }
    }

    fileprivate var isOrder: Bool {
        guard case .comparison(let name) = kind else { return false }
        return Describing.opposites[name] != nil
    }

    /// Whether this is a call that makes one answer of a list of answers.
    fileprivate var isCombination: Bool {
        guard children.count == 2, case .list(let values) = children[0].node.value else {
            return false
        }
        guard values.isEmpty else { return children[0].node.isListOfTruths }
        // Of an empty list it does not show whether answers were asked for: a query made them.
        return children[0].made.kind == .query
    }

    /// The limit of a call that compares a result which is reported with a comparator, as `< 5`;
    /// how it is decided step by step would confuse.
    fileprivate var limitOfReading: TracePlace? {
        guard children.count == 3, case .tuple(let reading) = children[0].node.value,
            case .string? = reading["comparator"], case .quantity = children[1].node.value
        else { return nil }
        return children[1]
    }
}

extension TraceNode {
    /// Whether the expression is one that is true, false or unknown.
    var isTruth: Bool {
        if truth != nil { return true }
        switch kind {
        case .logical, .comparison: return true
        case .definition, .call, .conditional:
            return isNull && children.contains { $0.isTruth }
        default: return false
        }
    }
}
