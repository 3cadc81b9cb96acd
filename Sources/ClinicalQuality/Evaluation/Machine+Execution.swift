extension Machine {
    /// Follows the instructions from `start` on until one says stop.
    ///
    /// One loop, because each step costs a few processor instructions only: what is frequent stands
    /// here, the rest is called.
    static func execute(
        _ code: MachineCode,
        from start: Int,
        _ registers: inout [Slot],
        _ state: inout MachineState
    ) throws(EvaluationError) {
        let list = code.instructions
        let instructions = list.span
        let routineList = code.tables.routines
        let routines = routineList.span
        let checkList = code.quickChecks
        let checks = checkList.span
        let digestList = code.digests
        let digests = digestList.span
        let fieldList = code.fields
        let fields = fieldList.span
        let propertyList = code.firstPositions
        let properties = propertyList.span
        let recordSlots = state.heap.record.table.slots
        let record = recordSlots.span
        let stamp = state.stamp
        let timeStamp = state.timeStamp
        var r = registers.mutableSpan
        var next = start
        while true {
            let i = instructions[next]
            next += 1
            let (d, a) = (Int(i.d), Int(i.a))
            switch i.operation {
            case .stop: return
            case .move: r[d] = r[a]
            case .jump: next = Int(i.c)
            case .jumpIfTrue: if r[a] == .isTrue { next = Int(i.c) }
            case .jumpUnlessTrue: if r[a] != .isTrue { next = Int(i.c) }
            case .jumpUnlessFalse: if r[a] != .isFalse { next = Int(i.c) }
            case .jumpUnlessOrder:
                if !state.isOrdered(r[a], r[Int(i.b)], i.flag) { next = Int(i.c) }
            case .jumpIfFalse: if r[a] == .isFalse { next = Int(i.c) }
            case .jumpIfNull: if r[a].isNull { next = Int(i.c) }
            case .jumpUnlessNull: if !r[a].isNull { next = Int(i.c) }
            case .jumpIfKept: if r[a].payload == stamp { next = Int(i.c) }
            case .jumpIfLasting: if r[a].payload == timeStamp { next = Int(i.c) }
            case .keepLasting: if r[a].isPlain { r[d] = Slot(.long, timeStamp) }
            case .keep: r[d] = Slot(.long, stamp)
            case .both: r[d] = both(r[a], r[Int(i.b)])
            case .either: r[d] = either(r[a], r[Int(i.b)])
            case .negation: r[d] = negation(r[a])
            case .isNull: r[d] = Slot(r[a].isNull)
            case .isTrue: r[d] = Slot(r[a] == .isTrue)
            case .isFalse: r[d] = Slot(r[a] == .isFalse)
            case .exclusive: r[d] = Slot(Operators.xor(r[a].truth, r[Int(i.b)].truth))
            case .implication: r[d] = Slot(Operators.implies(r[a].truth, r[Int(i.b)].truth))
            case .order: r[d] = state.order(r[a], r[Int(i.b)], i.flag)
            case .equality: r[d] = state.equality(r[a], r[Int(i.b)], i.flag)
            case .element:
                let object = r[a]
                let property = properties[Int(i.c)]
                r[d] =
                    object.is(.instance) && object.payload == property.identity
                    ? record[object.place + 2 + Int(property.index)]
                    : state.element(Int(i.c), of: object)
            case .isType:
                let check = checks[Int(i.c)]
                r[d] =
                    check.accepts(r[a])
                    ? .isTrue
                    : check.refuses(r[a])
                        ? .isFalse : state.isOfType(r[a], state.tables.checks[Int(i.c)])
            case .cast where checks[Int(i.c)].accepts(r[a]): r[d] = r[a]
            case .cast where i.flag == 0 && checks[Int(i.c)].refuses(r[a]): r[d] = .null
            case .systemValue
            where r[a].is(.instance) && !record[r[a].place + 1].is(.failure):
                r[d] = record[r[a].place + 1]
            case .field where r[a].is(.tuple) && !r[a].isInRecord && r[a].count < code.shapeCount:
                let index = Int(fields[Int(i.c) * code.shapeCount + r[a].count])
                r[d] = index < 0 ? .null : state.heap.arena.slots[r[a].place + index]
            case .textIn:
                var isFound = false
                if r[a].is(.string) {
                    for number in Int(i.c)..<Int(i.c + i.b) where digests[number] == r[a].payload {
                        if state.isText(r[a], number) { isFound = true }
                    }
                }
                r[d] = Slot(isFound)
            case .unary where i.flag == NativeOperator.dateFrom.rawValue && r[a].is(.dateTime):
                r[d] = Slot(state.operators.date(from: r[a].moment))
            case .hasAny: r[d] = Slot(state.hasAny(r[a]))
            case .list: r[d] = try state.popList(to: r[a].count)
            case .filtered: r[d] = state.popFiltered(to: r[a].count, r[Int(i.b)])
            case .push: state.push(r[a])
            case .mark: r[d] = Slot(.long, UInt64(state.top))
            case .each:
                let list = r[a]
                guard list.is(.list) else {
                    next = Int(i.c)
                    continue
                }
                if list.count == 0 { continue }
                try state.spend(list.count)
                r[Int(i.b)] =
                    list.isInRecord ? record[list.place] : state.heap.arena.slots[list.place]
                // From the next element to the one behind the last.
                r[d] = Slot(
                    head: list.head &+ 1 << 32,
                    payload: UInt64(list.place + list.count)
                )
                next += 1
            case .next:
                let place = r[a]
                guard place.place < place.count else { continue }
                r[d] =
                    place.isInRecord
                    ? record[place.place] : state.heap.arena.slots[place.place]
                r[a] = Slot(head: place.head &+ 1 << 32, payload: place.payload)
                next = Int(i.c)
            case .define:
                let routine = routines[Int(i.c)]
                if r[Int(routine.stamp)].payload == stamp { continue }
                r[Int(routine.base)] = Slot(head: UInt64(i.d), payload: UInt64(next))
                next = Int(routine.entry)
            case .call:
                let routine = routines[Int(i.c)]
                try state.spend(Int(routine.weight))
                if let value = state.remembered(routine, i, &r) {
                    r[d] = value
                    continue
                }
                for index in 0..<Int(routine.operandCount) {
                    r[Int(routine.operands) + index] = r[i.argument(index)]
                }
                r[Int(routine.stamp)] = .null
                r[Int(routine.base)] = Slot(head: UInt64(i.d), payload: UInt64(next))
                next = Int(routine.entry)
            case .finish:
                let routine = routines[Int(i.c)]
                let value = r[a]
                if routine.isRemembered {
                    r[Int(routine.value)] = value
                    r[Int(routine.stamp)] = Slot(.long, stamp)
                }
                if routine.isFixedForNone { state.keepForNone(routine, value, &r) }
                let caller = r[Int(routine.base)]
                r[Int(caller.head)] = value
                next = caller.count
            case .jumpIfRemembered:
                try state.spend(1)
                if state.remembered(routines[Int(i.c)], i, &r) != nil { next = Int(i.d) }
            case .begin: state.recorder.begin(i.c, isRow: false)
            case .beginRow: state.recorder.begin(i.c, isRow: true)
            case .end: state.recorder.end(r[a])
            case .leaf: state.recorder.leaf(i.c, r[a])
            case .place:
                r[d] = i.flag == 0 ? state.recorder.nextPlace : state.recorder.currentPlace
            case .link: state.recorder.link(r[a])
            case .repeated:
                state.recorder.begin(i.c, isRow: false)
                state.recorder.link(r[Int(i.b)])
                state.recorder.end(r[a])
            case .read: if r[a].is(.instance) { state.recorder.read(r[a]) }
            case .guarded: state.guardErrors(goingOnAt: Int(i.c))
            case .unguarded: state.endGuard()
            case .better: r[d] = state.better(i, r)
            default: r[d] = try state.perform(i, r[a], r[Int(i.b)], r)
            }
        }
    }

    @inline(__always)
    private static func both(_ left: Slot, _ right: Slot) -> Slot {
        if left == .isFalse || right == .isFalse { return .isFalse }
        return left == .isTrue && right == .isTrue ? .isTrue : .null
    }

    @inline(__always)
    private static func either(_ left: Slot, _ right: Slot) -> Slot {
        if left == .isTrue || right == .isTrue { return .isTrue }
        return left == .isFalse && right == .isFalse ? .isFalse : .null
    }

    @inline(__always)
    private static func negation(_ operand: Slot) -> Slot {
        operand == .isTrue ? .isFalse : operand == .isFalse ? .isTrue : .null
    }
}

extension MachineState {
    /// The value of a routine that is kept for these arguments.
    @inline(__always)
    mutating func remembered(
        _ routine: MachineCode.Routine,
        _ i: Instruction,
        _ r: inout MutableSpan<Slot>
    ) -> Slot? {
        if routine.isFixedForNone, r[Int(i.a)].is(.list), r[Int(i.a)].count == 0,
            r[Int(routine.stampForNone)].payload == timeStamp
        {
            return r[Int(routine.valueForNone)]
        }
        guard routine.isRemembered, r[Int(routine.stamp)].payload == stamp else { return nil }
        for index in 0..<Int(routine.operandCount) {
            guard isSame(r[i.argument(index)], r[Int(routine.operands) + index]) else {
                return nil
            }
        }
        return r[Int(routine.value)]
    }

    /// Whether two slots certainly have the same value, found at a glance.
    @inline(__always)
    private mutating func isSame(_ left: Slot, _ right: Slot) -> Bool {
        if left == right { return true }
        guard left.is(.list), right.is(.list), left.count == right.count, left.count <= 8 else {
            return false
        }
        for index in 0..<left.count
        where heap.element(index, of: left) != heap.element(index, of: right) {
            return false
        }
        return true
    }

    /// Keeps the value of a function for an empty list, if it outlives the record.
    mutating func keepForNone(
        _ routine: MachineCode.Routine,
        _ value: Slot,
        _ r: inout MutableSpan<Slot>
    ) {
        let list = r[Int(routine.operands)]
        guard list.is(.list), list.count == 0, value.isPlain else { return }
        r[Int(routine.valueForNone)] = value
        r[Int(routine.stampForNone)] = Slot(.long, timeStamp)
    }
}

extension Slot {
    /// Whether the value refers to nothing.
    var isPlain: Bool {
        switch kind {
        case .null, .boolean, .integer, .long, .decimal, .date, .dateTime, .time: true
        case .list: count == 0
        default: false
        }
    }
}
