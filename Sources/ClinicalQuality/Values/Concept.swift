/// A clinical concept: one or more codes that mean the same.
public struct Concept: Sendable {
    private final class Storage: Sendable {
        let codes: [Code]
        let display: String?

        init(_ codes: [Code], _ display: String?) {
            self.codes = codes
            self.display = display
        }
    }

    private let storage: Storage

    /// Creates a concept.
    public init(codes: [Code], display: String? = nil) {
        storage = Storage(codes, display)
    }

    /// The codes, in the order in which they were given.
    public var codes: [Code] { storage.codes }

    /// A text for people; never compared for equivalence.
    public var display: String? { storage.display }

    /// Whether both have a code in common.
    public func isEquivalent(to other: Concept) -> Bool {
        codes.contains { code in other.codes.contains { $0.isEquivalent(to: code) } }
    }
}
