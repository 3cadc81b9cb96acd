/// The loops over the rows of a query.
extension QueryNode {
    /// Goes through a list; gives the jump that is taken where there is no list.
    @discardableResult
    func loop(
        over list: Register,
        _ element: Register,
        _ code: CodeBuilder,
        _ body: () -> Void
    ) -> Int {
        let place = code.temporary()
        let null = code.emit(.each, place, list, element)
        // What follows is passed over unless the list is empty.
        let empty = code.emit(.jump)
        let start = Int(code.here)
        body()
        code.emit(.next, element, place, 0, start)
        code.land(empty)
        // Without a use of its own the jump leads behind the loop.
        code.land(null)
        return null
    }

    /// Binds source number `depth` to each of its elements and goes on with the next one.
    ///
    /// Where a source is null, the code jumps: `nulls` are these jumps.
    func visit(
        _ code: CodeBuilder,
        _ depth: Int,
        _ nulls: inout [Int],
        _ consume: (Register) -> Void
    ) {
        guard depth < plan.sources.count else {
            emitRow(code, consume)
            return
        }
        let source = plan.sources[depth]
        let value = code.value(source.node)
        let variable = code.bind(source.slot)
        guard source.isList else {
            nulls.append(code.emit(.jumpIfNull, 0, value))
            code.emit(.move, variable, value)
            visit(code, depth + 1, &nulls, consume)
            return
        }
        var inner: [Int] = []
        let null = loop(over: value, variable, code) {
            visit(code, depth + 1, &inner, consume)
        }
        nulls += inner + [null]
    }

    /// Tests the current row and hands its result on.
    private func emitRow(_ code: CodeBuilder, _ consume: (Register) -> Void) {
        guard code.isTracing else {
            let excluded = emitInclusion(code)
            consume(result(code))
            code.land(excluded)
            return
        }
        code.emit(.beginRow, 0, 0, 0, code.number(traced: self))
        let excluded = emitInclusion(code)
        let value = result(code)
        emitRowEnd(code, true)
        consume(value)
        let done = code.emit(.jump)
        code.land(excluded)
        emitRowEnd(code, false)
        code.land(done)
    }

    private func emitRowEnd(_ code: CodeBuilder, _ isIncluded: Bool) {
        for source in plan.sources { code.emit(.read, 0, code.local(source.slot)) }
        code.emit(.end, 0, code.constant(.boolean(isIncluded)))
    }

    func emitLets(_ code: CodeBuilder) {
        for (slot, node) in plan.lets { code.value(node, into: code.bind(slot)) }
    }

    /// Gives the jumps that are taken when the current row is left out.
    func emitInclusion(_ code: CodeBuilder) -> [Int] {
        emitLets(code)
        var excluded: [Int] = []
        for inclusion in plan.inclusions { emit(inclusion, code, &excluded) }
        if let condition = plan.condition {
            excluded += code.jumps(unless: condition)
        }
        return excluded
    }

    private func emit(_ inclusion: Inclusion, _ code: CodeBuilder, _ excluded: inout [Int]) {
        let source = inclusion.source
        let value = code.value(source.node)
        let variable = code.bind(source.slot)
        let matches: Int
        if source.isList {
            var found = 0
            loop(over: value, variable, code) {
                found = code.emit(.jumpIfTrue, 0, code.value(inclusion.condition))
            }
            matches = found
        } else {
            code.emit(.move, variable, value)
            matches = code.emit(.jumpIfTrue, 0, code.value(inclusion.condition))
        }
        if inclusion.isExclusion {
            excluded.append(matches)
        } else {
            excluded.append(code.emit(.jump))
            code.land(matches)
        }
    }

    func result(_ code: CodeBuilder) -> Register {
        switch plan.result {
        case .expression(let node, _): return code.value(node)
        case .row, .aggregate:
            guard plan.sources.count > 1 else { return code.local(plan.sources[0].slot) }
            let tuple = code.temporary()
            let mark = code.temporary()
            let sorted = plan.sources.sorted { $0.name < $1.name }
            code.emit(.mark, mark)
            for source in sorted { code.emit(.push, 0, code.local(source.slot)) }
            code.emit(.tuple, tuple, mark, 0, Int(code.shape(sorted.map(\.name))))
            return tuple
        }
    }
}
