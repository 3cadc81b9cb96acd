extension Operators {
    /// CQL `distinct`: each element once, at its first place, with `null` equal to `null`.
    public func distinct(_ list: [Value]) -> [Value] {
        if list.count <= 1 { return list }
        return ListIndex(self, distinct: list).values
    }

    /// CQL `union` on lists: the distinct elements of the first, then those of the second.
    public func union(_ left: [Value], _ right: [Value]) -> [Value] {
        distinct(left + right)
    }

    /// CQL `intersect` on lists: the distinct elements of the first that the second has too.
    public func intersect(_ left: [Value], _ right: [Value]) -> [Value] {
        let index = ListIndex(self, distinct: right)
        return distinct(left).filter(index.contains)
    }

    /// CQL `except` on lists: the distinct elements of the first that the second has not.
    public func except(_ left: [Value], _ right: [Value]) -> [Value] {
        let index = ListIndex(self, distinct: right)
        return distinct(left).filter { !index.contains($0) }
    }
}
