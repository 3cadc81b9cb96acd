extension String {
    /// Whether two texts have the same bytes; `==` also calls texts equal that only look equal.
    func isIdentical(to other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}
