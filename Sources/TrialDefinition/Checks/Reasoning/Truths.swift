/// The truth values that an expression may have.
struct Truths: OptionSet {
    let rawValue: UInt8

    static let yes = Truths(rawValue: 1)
    static let no = Truths(rawValue: 2)
    static let unknown = Truths(rawValue: 4)
    static let any: Truths = [.yes, .no, .unknown]

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Exactly the one of `truth`, where nil is unknown.
    init(_ truth: Bool?) {
        self =
            switch truth {
            case true?: .yes
            case false?: .no
            case nil: .unknown
            }
    }

    private static let each: [(Truths, Bool?)] = [(.yes, true), (.no, false), (.unknown, nil)]

    /// The values for which `predicate` may hold, as yes or no; never unknown.
    func test(_ wanted: Truths) -> Truths {
        var result: Truths = []
        if !isDisjoint(with: wanted) { result.insert(.yes) }
        if !subtracting(wanted).isEmpty { result.insert(.no) }
        return result
    }

    /// What `operation` may give for the values of both.
    func combined(_ other: Truths, _ operation: (Bool?, Bool?) -> Bool?) -> Truths {
        var result: Truths = []
        for (left, a) in Self.each where contains(left) {
            for (right, b) in Self.each where other.contains(right) {
                result.insert(Truths(operation(a, b)))
            }
        }
        return result
    }

    var negated: Truths {
        var result = intersection(.unknown)
        if contains(.yes) { result.insert(.no) }
        if contains(.no) { result.insert(.yes) }
        return result
    }

    func and(_ other: Truths) -> Truths {
        combined(other) { a, b in
            a == false || b == false ? false : (a == nil || b == nil ? nil : true)
        }
    }

    func or(_ other: Truths) -> Truths { negated.and(other.negated).negated }
}
