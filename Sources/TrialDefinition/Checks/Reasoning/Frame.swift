import ClinicalQuality

/// What local names stand for where an expression is read.
///
/// A frame has identity: the same expression in the same frame means the same.
final class Frame {
    /// What a local name stands for.
    enum Binding {
        /// An operand or a `let`: the expression that was given, in its own frame.
        case expression(ExpressionOutline, Frame)
        /// An alias: some element of a list. `ordinal` tells aliases of the same list apart.
        case element(of: ExpressionOutline, Frame, ordinal: Int)
    }

    let bindings: [String: Binding]

    init(_ bindings: [String: Binding] = [:]) {
        self.bindings = bindings
    }
}

/// An expression in its frame.
struct Placed {
    let expression: ExpressionOutline
    let frame: Frame

    init(_ expression: ExpressionOutline, _ frame: Frame) {
        self.expression = expression
        self.frame = frame
    }

    var key: Key { Key(self) }

    struct Key: Hashable {
        let expression: ObjectIdentifier
        let frame: ObjectIdentifier

        init(_ placed: Placed) {
            expression = ObjectIdentifier(placed.expression)
            frame = ObjectIdentifier(placed.frame)
        }
    }
}
