/// One step of compiled code: what to do, and with which registers.
struct Instruction: BitwiseCopyable, Sendable {
    var operation: Opcode
    var flag: UInt8 = 0
    /// The register of the result.
    var d: UInt32 = 0
    /// The registers of the operands, or the first of several.
    var a: UInt32 = 0
    var b: UInt32 = 0
    /// A place in the code or a number in one of its tables.
    var c: UInt32 = 0

    /// The register of an argument of a call: the first two are `a` and `b`; of more, which the flag
    /// tells, `a` is the first of several.
    @inline(__always)
    func argument(_ index: Int) -> Int {
        flag == 1 ? Int(a) + index : Int(index == 0 ? a : b)
    }
}

/// What an instruction does.
///
/// `d`, `a` and `b` are registers unless it is said otherwise; `c` is a place in the code where it
/// is jumped to, or a number in a table of `MachineCode`.
enum Opcode: UInt8 {
    case stop, move
    // Where to go on. `jumpIfKept`: the register `a` holds the stamp of this record.
    case jump, jumpIfTrue, jumpUnlessTrue, jumpIfFalse, jumpUnlessFalse, jumpIfNull, jumpUnlessNull,
        jumpIfKept
    case jumpUnlessOrder, jumpIfLasting
    // `keep`: puts the stamp into `d`; `lasting` means the stamp of the time.
    case keep, keepLasting
    // Routines: `c` is the number, `jumpIfRemembered` goes to `d`.
    case call, define, finish, jumpIfRemembered
    // Truth values. `both` and `either` are `and` and `or` of values that are there.
    case both, either, exclusive, implication, negation, isNull, isTrue, isFalse
    // Comparisons; `flag` is the relation, `c` a table of texts or one more than a precision.
    case order, equality, textIn, within
    // Elements and conversions.
    case element, field, listProperty, systemValue, conversion, isType, cast, descendants
    // Operators: `c` is the function; `flag` tells a native one.
    case nullary, unary, binary, variadic, firstKnown
    // Lists: `push` puts `a` on the stack, the others take off what lies above the mark.
    case mark, push, list, tuple, make, interval, rows, filtered, single, sorted, distinct
    case drop
    // Queries: `each` takes the first element of `a` into `b` and passes over one instruction, or
    // jumps to `c` where there is no list; `next` takes one more and goes back to `c`.
    case each, next, better, hasAny
    // What is computed from the record.
    case retrieve
    // Errors: `guarded` goes on at `c` when one is thrown before `unguarded`.
    case guarded, unguarded, raise
    // The trace; `c` is a node.
    case begin, beginRow, end, leaf, place, link, read, repeated
}
