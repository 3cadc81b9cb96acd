extension Operators {
    /// CQL `exists`: whether the list has an element that is not `null`.
    public static func exists(_ list: [Value]) -> Bool {
        list.contains { !$0.isNull }
    }

    /// CQL `flatten`: the elements of all lists in the list; what is no list stays, and a `null`
    /// list adds nothing.
    ///
    /// - Throws: `limitExceeded` for more than four million elements.
    public static func flatten(_ list: [Value]) throws(EvaluationError) -> [Value] {
        var result: [Value] = []
        for element in list {
            if case .list(let inner) = element {
                try Limits.checkLength(ofList: result.count + inner.count)
            }
            switch element {
            case .list(let inner): result += inner
            case .null: continue
            default: result.append(element)
            }
        }
        return result
    }

    /// CQL `singleton from`: the only element, `null` for an empty list.
    ///
    /// - Throws: `notASingleton` when there are several.
    public static func singleton(_ list: [Value]) throws(EvaluationError) -> Value {
        guard list.count <= 1 else { throw .notASingleton }
        return list.first ?? .null
    }

    /// The element at `index` from 0; `null` when there is none.
    public static func element(_ list: [Value], at index: Int) -> Value {
        list.indices.contains(index) ? list[index] : .null
    }

    /// CQL `Skip`: without the first `count` elements; empty when `count` is negative.
    public static func skip(_ list: [Value], _ count: Int) -> [Value] {
        count < 0 ? [] : Array(list.dropFirst(count))
    }

    /// CQL `Take`: the first `count` elements; empty when `count` is negative.
    public static func take(_ list: [Value], _ count: Int) -> [Value] {
        Array(list.prefix(max(0, count)))
    }

    /// CQL `Slice`: from `start` up to but not including `end`; negative places count from the end
    /// of the list, and nil is the beginning or the end.
    public static func slice(_ list: [Value], from start: Int?, to end: Int?) -> [Value] {
        func place(_ index: Int) -> Int {
            min(max(index < 0 ? index + list.count : index, 0), list.count)
        }
        let first = place(start ?? 0)
        let last = place(end ?? list.count)
        return first < last ? Array(list[first..<last]) : []
    }
}
