extension Operators {
    /// CQL `distinct`: each element once, at its first place, with `null` equal to `null`.
    ///
    /// - Throws: `limitExceeded` when too many elements have to be compared one by one.
    public func distinct(_ list: [Value]) throws(EvaluationError) -> [Value] {
        if list.count <= 1 { return list }
        return try ListIndex(self, distinct: list).values
    }

    /// CQL `union` on lists: the distinct elements of the first, then those of the second.
    ///
    /// - Throws: As `distinct`.
    public func union(_ left: [Value], _ right: [Value]) throws(EvaluationError) -> [Value] {
        try distinct(left + right)
    }

    /// CQL `intersect` on lists: the distinct elements of the first that the second has too.
    ///
    /// - Throws: As `distinct`.
    public func intersect(_ left: [Value], _ right: [Value]) throws(EvaluationError) -> [Value] {
        let index = try ListIndex(self, distinct: right)
        return try distinct(left).filter(index.contains)
    }

    /// CQL `except` on lists: the distinct elements of the first that the second has not.
    ///
    /// - Throws: As `distinct`.
    public func except(_ left: [Value], _ right: [Value]) throws(EvaluationError) -> [Value] {
        let index = try ListIndex(self, distinct: right)
        return try distinct(left).filter { !index.contains($0) }
    }
}
