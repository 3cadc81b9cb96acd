/// What a query is as code: loops over its sources that put rows on the stack.
extension QueryNode {
    typealias Register = CodeBuilder.Register

    func emit(_ code: CodeBuilder, into d: Register) -> Register {
        if let onlySource, !code.isTracing {
            emitList(of: onlySource, code, into: d)
            return d
        }
        let mark = code.temporary()
        code.emit(.mark, mark)
        var nulls: [Int] = []
        visit(code, 0, &nulls) { value in code.emit(.push, 0, value) }
        if case .aggregate(let aggregate) = plan.result {
            emitFold(aggregate, mark, code, into: d)
        } else {
            emitCollected(mark, code, into: d)
        }
        guard !nulls.isEmpty else { return d }
        // A null source makes the whole query null; an empty one makes it empty.
        let done = code.emit(.jump)
        code.land(nulls)
        code.emit(.drop, d, mark)
        code.land(done)
        return d
    }

    /// The rows above the mark, without repetition and in order where that is asked for.
    private func emitCollected(_ mark: Register, _ code: CodeBuilder, into d: Register) {
        guard plan.isList else {
            code.emit(.single, d, mark)
            return
        }
        var isDistinct = false
        if case .expression(_, distinct: true) = plan.result { isDistinct = true }
        guard isDistinct || plan.sort != nil else {
            code.emit(.list, d, mark)
            return
        }
        code.emit(.rows, d, mark)
        if isDistinct { code.emit(.distinct, d, d) }
        if let sort = plan.sort { emitSorted(sort, d, code) }
    }

    private func emitSorted(_ sort: QuerySort, _ list: Register, _ code: CodeBuilder) {
        let mark = code.temporary()
        code.emit(.mark, mark)
        let row = code.bind(sort.slot)
        loop(over: list, row, code) { emitKeys(sort, row, code) { code.emit(.push, 0, $0) } }
        code.emit(.sorted, list, mark, list, code.number(ofSort: sort.keys.map(\.descending)))
    }

    private func emitKeys(
        _ sort: QuerySort,
        _ row: Register,
        _ code: CodeBuilder,
        _ consume: (Register) -> Void
    ) {
        for key in sort.keys { consume(key.node.map { code.value($0) } ?? row) }
    }

    private func emitFold(
        _ aggregate: Aggregate,
        _ mark: Register,
        _ code: CodeBuilder,
        into d: Register
    ) {
        let rows = code.temporary()
        code.emit(.rows, rows, mark)
        if aggregate.distinct { code.emit(.distinct, rows, rows) }
        let total = code.bind(aggregate.slot)
        if let starting = aggregate.starting {
            code.value(starting, into: total)
        } else {
            code.emit(.move, total, code.constant(.null))
        }
        let row = code.temporary()
        loop(over: rows, row, code) {
            for source in plan.sources {
                guard plan.sources.count > 1 else {
                    code.emit(.move, code.bind(source.slot), row)
                    continue
                }
                code.emit(
                    .field,
                    code.bind(source.slot),
                    row,
                    0,
                    code.number(of: source.name, [])
                )
            }
            emitLets(code)
            code.value(aggregate.expression, into: total)
        }
        code.emit(.move, d, total)
    }

    /// The elements of one list, kept or mapped: what nearly every query is.
    private func emitList(of source: Source, _ code: CodeBuilder, into d: Register) {
        let list = code.value(source.node)
        let mark = code.temporary()
        code.emit(.mark, mark)
        let row = code.bind(source.slot)
        let null = loop(over: list, row, code) {
            let excluded = emitInclusion(code)
            code.emit(.push, 0, result(code))
            code.land(excluded)
        }
        if case .row = plan.result {
            code.emit(.filtered, d, mark, list)
        } else {
            code.emit(.list, d, mark)
        }
        // Lists that are missing are rare, so what becomes of them stands apart.
        let done = code.here
        code.apart {
            code.land(null)
            code.emit(.move, d, code.constant(.null))
            code.emit(.jump, 0, 0, 0, Int(done))
        }
    }

    /// `AnyTrue` or `AllTrue` of the rows, which need no list for that.
    func emitTruth(of source: Source, any: Bool, _ code: CodeBuilder, into d: Register) {
        code.emit(.move, d, code.constant(.boolean(!any)))
        let list = code.value(source.node)
        let row = code.bind(source.slot)
        loop(over: list, row, code) {
            let excluded = emitInclusion(code)
            // Others are visited all the same, for what fails in them.
            let next = code.emit(any ? .jumpUnlessTrue : .jumpUnlessFalse, 0, result(code))
            code.emit(.move, d, code.constant(.boolean(any)))
            code.land(excluded + [next])
        }
    }

    // MARK: Exists

    /// Whether the query has a row that is not null, found without visiting the others.
    func emitHasRows(_ code: CodeBuilder, into d: Register) {
        if case .aggregate = plan.result {
            code.emit(.hasAny, d, emit(code, into: d))
            return
        }
        code.emit(.move, d, code.constant(.boolean(false)))
        guard plan.isList else { return }
        var nulls: [Int] = []
        var found: [Int] = []
        visit(code, 0, &nulls) { value in
            let next = code.emit(.jumpIfNull, 0, value)
            code.emit(.move, d, code.constant(.boolean(true)))
            found.append(code.emit(.jump))
            code.land(next)
        }
        code.land(nulls + found)
    }

    // MARK: The first and last of a sorted query

    /// Whether the first or last row can be found without sorting all.
    var hasExtremes: Bool {
        guard plan.isList, plan.sort != nil else { return false }
        return switch plan.result {
        case .row, .expression(_, distinct: false): true
        case .expression, .aggregate: false
        }
    }

    /// The row that the sort clause puts first or last; of several the one that stability puts
    /// there.
    ///
    /// Null when there is no row. With and without a trace the same comparisons decide.
    func emitExtreme(_ code: CodeBuilder, into d: Register, last: Bool) {
        code.emit(.move, d, code.constant(.null))
        guard let sort = plan.sort else { return }
        let count = sort.keys.count
        let keys = code.newRegisters(count)
        let best = code.newRegisters(count)
        let hasBest = code.temporary()
        code.emit(.move, hasBest, code.constant(.boolean(false)))
        let number = code.number(ofSort: sort.keys.map(\.descending))
        var ends: [Int] = []
        visit(code, 0, &ends) { value in
            let row = code.bind(sort.slot)
            code.emit(.move, row, value)
            var next = keys
            emitKeys(sort, row, code) { key in
                code.emit(.move, next, key)
                next += 1
            }
            let first = code.emit(.jumpUnlessTrue, 0, hasBest)
            let isBetter = code.temporary()
            code.emit(.better, isBetter, keys, best, number, flag: last ? 1 : 0)
            let worse = code.emit(.jumpUnlessTrue, 0, isBetter)
            code.land(first)
            code.emit(.move, d, row)
            for index in 0..<Register(count) { code.emit(.move, best + index, keys + index) }
            code.emit(.move, hasBest, code.constant(.boolean(true)))
            code.land(worse)
        }
        code.land(ends)
    }
}
