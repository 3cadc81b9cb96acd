import UnitsOfMeasure

extension Operators {
    /// CQL `Count`: the elements that are not `null`.
    public static func count(_ list: [Value]) -> Int {
        list.count { !$0.isNull }
    }

    /// CQL `AllTrue`: whether no element is false; `null` does not count.
    public static func allTrue(_ list: [Value]) -> Bool {
        !list.contains { $0.truth == false }
    }

    /// CQL `AnyTrue`: whether an element is true.
    public static func anyTrue(_ list: [Value]) -> Bool {
        list.contains { $0.truth == true }
    }

    /// CQL `Sum`; `null` when there is nothing to add, on overflow and for quantities of different
    /// dimensions.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func sum(_ list: [Value]) throws(EvaluationError) -> Value {
        try folded(list, add)
    }

    /// CQL `Product`; the product of quantities has the unit of the first, as the examples of the
    /// specification have it.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func product(_ list: [Value]) throws(EvaluationError) -> Value {
        guard let (numbers, unit) = try numbers(list, operator: "Product") else { return .null }
        guard let unit else { return try folded(list, multiply) }
        let product = try folded(numbers.map { .decimal($0) }, multiply)
        return product.number.map { .quantity(Quantity($0, unit)) } ?? .null
    }

    /// CQL `Max`: the element that no other exceeds; `null` when there is none, or when it depends
    /// on what is not known of a date.
    public func maximum(_ list: [Value]) -> Value {
        extreme(list) { compare($0, $1) }
    }

    /// CQL `Min`: the element that exceeds no other; `null` as for `maximum`.
    public func minimum(_ list: [Value]) -> Value {
        extreme(list) { compare($1, $0) }
    }

    private func extreme(_ list: [Value], _ order: (Value, Value) -> Ordering) -> Value {
        var best = Value.null
        for element in list where !element.isNull {
            if best.isNull || order(element, best).isGreater == true { best = element }
        }
        for element in list where !element.isNull {
            guard order(element, best).isLessOrEqual == true else { return .null }
        }
        return best
    }

    /// CQL `Mode`: the element that occurs most often, the first of several.
    ///
    /// - Throws: `limitExceeded` when too many elements have to be compared one by one.
    public func mode(_ list: [Value]) throws(EvaluationError) -> Value {
        var counts: [Int] = []
        var index = ListIndex(self)
        for element in list where !element.isNull {
            if try index.insert(element) {
                counts.append(1)
            } else if let place = index.place(of: element) {
                counts[place] += 1
            }
        }
        guard let most = counts.max(), let place = counts.firstIndex(of: most) else {
            return .null
        }
        return index.values[place]
    }

    private static func folded(
        _ list: [Value],
        _ function: (Value, Value) throws(EvaluationError) -> Value
    ) throws(EvaluationError) -> Value {
        var result: Value?
        for element in list where !element.isNull {
            guard let sum = result else {
                result = element
                continue
            }
            // A null between is an overflow and stays null.
            result = try function(sum, element)
        }
        return result ?? .null
    }
}
