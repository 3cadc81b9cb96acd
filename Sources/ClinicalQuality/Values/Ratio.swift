/// A relationship between two quantities, for example a titer `1:128`.
public struct Ratio: Sendable {
    private final class Storage: Sendable {
        let numerator: Quantity
        let denominator: Quantity

        init(_ numerator: Quantity, _ denominator: Quantity) {
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    private let storage: Storage

    /// Creates a ratio.
    public init(numerator: Quantity, denominator: Quantity) {
        storage = Storage(numerator, denominator)
    }

    /// What stands before the colon.
    public var numerator: Quantity { storage.numerator }

    /// What stands after the colon.
    public var denominator: Quantity { storage.denominator }
}
