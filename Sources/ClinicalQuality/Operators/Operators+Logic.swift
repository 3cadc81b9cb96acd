extension Operators {
    /// Three-valued conjunction: false if either is false, else unknown if either is unknown.
    @inline(__always)
    public static func and(_ left: Bool?, _ right: Bool?) -> Bool? {
        if left == false || right == false { return false }
        return left == nil || right == nil ? nil : true
    }

    /// Three-valued disjunction: true if either is true, else unknown if either is unknown.
    @inline(__always)
    public static func or(_ left: Bool?, _ right: Bool?) -> Bool? {
        if left == true || right == true { return true }
        return left == nil || right == nil ? nil : false
    }

    /// Three-valued exclusive disjunction: unknown if either is unknown.
    @inline(__always)
    public static func xor(_ left: Bool?, _ right: Bool?) -> Bool? {
        guard let left, let right else { return nil }
        return left != right
    }

    /// Three-valued implication: `not left or right`.
    @inline(__always)
    public static func implies(_ left: Bool?, _ right: Bool?) -> Bool? {
        or(not(left), right)
    }

    /// Three-valued negation.
    @inline(__always)
    public static func not(_ value: Bool?) -> Bool? {
        value.map { !$0 }
    }
}
