extension ExpressionCompiler {
    /// Operands of which those that are the same for every row are evaluated only once.
    ///
    /// Only the greatest such part is remembered: an operand stays as it is when the whole
    /// operation does not depend on the row either.
    func hoisted(_ operands: [any Node]) -> [any Node] {
        let varies = operands.map(\.dependsOnLocals)
        guard varies.contains(true) else { return operands }
        return zip(operands, varies).map { operand, varies in
            guard !varies, operand.isWorthRemembering else { return operand }
            compilation.cellCount += 1
            return InvariantNode(operand, cell: compilation.cellCount - 1)
        }
    }
}
