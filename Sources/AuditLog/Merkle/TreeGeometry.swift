/// The shape of an RFC 6962 tree: where a range of leaves splits.
enum TreeGeometry: Sendable {
    /// The largest power of two below a size of at least 2: the number of leaves on the left.
    static func split(_ size: UInt64) -> UInt64 {
        1 << UInt64(63 - (size - 1).leadingZeroBitCount)
    }

    /// Whether leaves `start` to `end` (exclusive) can be a subtree: the start is a multiple of
    /// the smallest power of two that is not below their number.
    static func isSubtree(start: UInt64, end: UInt64) -> Bool {
        guard start <= end else { return false }
        let size = end - start
        guard size > 1 else { return true }
        let (width, overflow) = split(size).multipliedReportingOverflow(by: 2)
        // Above 2⁶³ leaves only the range that begins at 0 is a subtree.
        return overflow ? start == 0 : start.isMultiple(of: width)
    }

    /// The level of the complete subtree that these leaves form, or nil if they form none.
    static func levelOfCompleteNode(start: UInt64, end: UInt64) -> Int? {
        let size = end - start
        guard size.nonzeroBitCount == 1, start.isMultiple(of: size) else { return nil }
        return size.trailingZeroBitCount
    }
}
