/// The sort clause of a query.
struct QuerySort: Sendable {
    struct Key: Sendable {
        /// Nil for the row itself.
        let node: (any Node)?
        let descending: Bool
    }

    let keys: [Key]
    /// Where a key finds the row.
    let slot: Int
}
