import UnitsOfMeasure

/// Finds equal values in a list without comparing every pair.
///
/// Equality is CQL's, with `null` equal to `null`; what is found is known to be equal. The order of
/// the list is kept, so no result depends on hash values.
struct ListIndex {
    private let operators: Operators
    private var buckets: [Int: [Int]] = [:]
    private(set) var values: [Value] = []
    /// One unit for each kind of quantity in the index; quantities are hashed in these units.
    private var units: [QuantityUnit] = []

    /// What has the same hash is compared one by one, which are all quantities inside of others.
    private var remainingComparisons = 5_000_000

    /// Elements of a structure after these do not make the hash any better.
    private static let mostElements = 16
    private static let deepest = 2

    init(_ operators: Operators) {
        self.operators = operators
    }

    init(_ operators: Operators, distinct list: [Value]) throws(EvaluationError) {
        self.operators = operators
        for value in list { _ = try insert(value) }
    }

    /// Adds a value unless an equal one is there; returns whether it was added.
    ///
    /// - Throws: `limitExceeded` when too many values have to be compared one by one.
    mutating func insert(_ value: Value) throws(EvaluationError) -> Bool {
        if case .quantity(let quantity) = value, inCommonUnit(quantity) == nil {
            units.append(quantity.unit)
        }
        let hash = hash(of: value)
        remainingComparisons -= buckets[hash]?.count ?? 0
        if remainingComparisons < 0 { throw .limitExceeded(what: "the comparisons of a list") }
        if place(of: value, hash: hash) != nil { return false }
        buckets[hash, default: []].append(values.count)
        values.append(value)
        return true
    }

    /// Whether the list has a value that is known to be equal.
    func contains(_ value: Value) -> Bool { place(of: value) != nil }

    /// The place of an equal value in `values`.
    func place(of value: Value) -> Int? { place(of: value, hash: hash(of: value)) }

    private func place(of value: Value, hash: Int) -> Int? {
        buckets[hash]?.first { operators.equalOrBothNull(values[$0], value) == true }
    }

    private func inCommonUnit(_ quantity: Quantity) -> ExactDecimal? {
        for unit in units {
            if let value = Operators.value(of: quantity, in: unit) { return value }
        }
        return nil
    }

    private func hash(of value: Value) -> Int {
        var hasher = Hasher()
        if case .quantity(let quantity) = value {
            hasher.combine(inCommonUnit(quantity))
        } else {
            feed(value, &hasher)
        }
        return hasher.finalize()
    }

    /// Feeds what equal values have in common.
    private func feed(_ value: Value, _ hasher: inout Hasher, _ depth: Int = 0) {
        switch value {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .integer, .long, .decimal: hasher.combine(value.number)
        case .string(let value): hasher.combine(value)
        case .date(let value): hasher.combine(operators.localMilliseconds(DateTime(value)))
        case .dateTime(let value): hasher.combine(operators.localMilliseconds(value))
        case .time(let value): hasher.combine(value)
        case .code(let value): hasher.combine(value.code)
        case .list(let elements): feed(elements, &hasher, depth)
        case .tuple(let tuple): feed(tuple.values, &hasher, depth)
        case .instance(let instance): feed(instance.elements, &hasher, depth)
        case .concept(let concept):
            hasher.combine(concept.codes.count)
            for code in concept.codes.prefix(Self.mostElements) { hasher.combine(code.code) }
        case .valueSet(let value): hasher.combine(value.id)
        case .codeSystem(let value): hasher.combine(value.id)
        case .interval(let interval) where !interval.isUncertainty:
            feed(Operators.start(of: interval), &hasher, depth)
            feed(Operators.end(of: interval), &hasher, depth)
        case .quantity, .ratio, .interval: hasher.combine(1)
        }
    }

    /// Feeds the first elements of a structure, down to some depth.
    private func feed(_ elements: [Value], _ hasher: inout Hasher, _ depth: Int) {
        hasher.combine(elements.count)
        for element in elements.prefix(Self.mostElements) {
            switch element {
            case .list, .tuple, .instance:
                if depth < Self.deepest { feed(element, &hasher, depth + 1) }
            default: feed(element, &hasher, depth + 1)
            }
        }
    }
}
