extension Operators {
    /// CQL `contains` on a list: whether an element is equal to `element`, with `null` equal to
    /// `null`; unknown when that depends on what is not known of a date or time.
    public func contains(_ list: [Value], _ element: Value) -> Bool? {
        var result: Bool? = false
        for candidate in list where candidate.isNull == element.isNull {
            switch equalOrBothNull(candidate, element) {
            case true?: return true
            case false?: continue
            case nil: result = nil
            }
        }
        return result
    }

    /// CQL `properly includes` with one element: the list contains it and another one besides.
    public func properlyContains(_ list: [Value], _ element: Value) -> Bool? {
        guard let contained = contains(list, element) else {
            return Self.and(nil, hasOther(list, than: element))
        }
        return contained ? hasOther(list, than: element) : false
    }

    private func hasOther(_ list: [Value], than element: Value) -> Bool? {
        var result: Bool? = false
        for candidate in list {
            if element.isNull {
                if !candidate.isNull { return true }
                continue
            }
            switch equal(candidate, element) {
            case true?: continue
            case false?: return true
            case nil: result = nil
            }
        }
        return result
    }

    /// CQL `includes` on lists: whether `list` contains every element of `part`.
    ///
    /// - Throws: `limitExceeded` when too many elements have to be compared one by one.
    public func includes(_ list: [Value], _ part: [Value]) throws(EvaluationError) -> Bool? {
        if list.count * part.count <= 64 { return includesByScan(list, part) }
        let index = try ListIndex(self, distinct: list)
        let missing = part.filter { !index.contains($0) }
        let (comparisons, overflow) = list.count.multipliedReportingOverflow(by: missing.count)
        guard !overflow, comparisons <= 20_000_000 else {
            throw .limitExceeded(what: "the comparisons of a list")
        }
        return includesByScan(list, missing)
    }

    private func includesByScan(_ list: [Value], _ part: [Value]) -> Bool? {
        var result: Bool? = true
        for element in part {
            switch contains(list, element) {
            case true?: continue
            case false?: return false
            case nil: result = nil
            }
        }
        return result
    }

    /// CQL `properly includes` on lists: includes, and has an element that `part` has not.
    ///
    /// - Throws: As `includes`.
    public func properlyIncludes(
        _ list: [Value],
        _ part: [Value]
    ) throws(EvaluationError) -> Bool? {
        guard let included = try includes(list, part) else {
            return Self.and(nil, Self.not(try includes(part, list)))
        }
        return included ? Self.not(try includes(part, list)) : false
    }

    /// The place of the first element equal to `element`, from 0; nil when there is none.
    public func index(of element: Value, in list: [Value]) -> Int? {
        list.firstIndex { equalOrBothNull($0, element) == true }
    }
}
