/// A value as evaluation handles it: sixteen bytes of plain data.
///
/// Small values stand in place. Of the others it says where they are kept: in the record, which
/// never changes, or in the arena of the evaluation (`Heap`). So copying one costs no count of
/// references, and two with the same bits have certainly the same value.
struct Slot: BitwiseCopyable, Sendable, Hashable {
    /// From the lowest bit: the kind (8), whether the record keeps it (1), a precision (7), a
    /// scale or an offset (16), a place (32).
    let head: UInt64
    /// The number itself, the length of a list, the class of an object, the digest of a text.
    let payload: UInt64

    /// What a slot can hold.
    enum Kind: UInt8 {
        case null, boolean, integer, long, decimal, date, dateTime, time, quantity
        case string, list, tuple, instance, code, concept
        /// Any other value, kept as it is.
        case object
        /// What an object of the record cannot be converted to; never the value of an expression.
        case failure
    }

    @inline(__always)
    init(head: UInt64, payload: UInt64) {
        self.head = head
        self.payload = payload
    }

    @inline(__always)
    init(
        _ kind: Kind,
        inRecord: Bool = false,
        detail: UInt8 = 0,
        middle: UInt16 = 0,
        at place: Int = 0,
        _ payload: UInt64 = 0
    ) {
        head =
            UInt64(kind.rawValue) | (inRecord ? 0x100 : 0) | UInt64(detail) << 9
            | UInt64(middle) << 16 | UInt64(UInt32(truncatingIfNeeded: place)) << 32
        self.payload = payload
    }

    static let null = Slot(head: 0, payload: 0)

    @inline(__always)
    func `is`(_ kind: Kind) -> Bool { UInt8(truncatingIfNeeded: head) == kind.rawValue }

    var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: head)) ?? .null }

    var isInRecord: Bool { @inline(__always) get { head & 0x100 != 0 } }
    var detail: UInt8 { @inline(__always) get { UInt8(truncatingIfNeeded: head >> 9) & 0x7F } }
    var middle: UInt16 { @inline(__always) get { UInt16(truncatingIfNeeded: head >> 16) } }
    var place: Int { @inline(__always) get { Int(head >> 32) } }
    /// The length of a list, or the number that is the payload.
    var count: Int { @inline(__always) get { Int(truncatingIfNeeded: payload) } }
    var isNull: Bool { @inline(__always) get { `is`(.null) } }
}

extension Slot {
    // Truth values are told by their bits, because conditions are most of what is evaluated.
    static let isTrue = Slot(.boolean, 1)
    static let isFalse = Slot(.boolean, 0)

    @inline(__always)
    init(_ truth: Bool) { self.init(head: UInt64(Kind.boolean.rawValue), payload: truth ? 1 : 0) }

    @inline(__always)
    init(_ truth: Bool?) {
        guard let truth else {
            self = .null
            return
        }
        self.init(truth)
    }

    var holds: Bool { @inline(__always) get { `is`(.boolean) && payload == 1 } }
    var fails: Bool { @inline(__always) get { `is`(.boolean) && payload == 0 } }
    var truth: Bool? {
        @inline(__always) get { `is`(.boolean) ? payload == 1 : nil }
    }

    @inline(__always)
    init(_ value: Int32) { self.init(.integer, UInt64(bitPattern: Int64(value))) }

    var integer: Int32 { @inline(__always) get { Int32(truncatingIfNeeded: payload) } }

    @inline(__always)
    init(_ date: CalendarDate) { self.init(.date, UInt64(date.packed)) }

    var date: CalendarDate {
        @inline(__always) get { CalendarDate(packed: UInt32(truncatingIfNeeded: payload)) }
    }

    @inline(__always)
    init(_ moment: DateTime) {
        self.init(
            .dateTime,
            detail: moment.precision.rawValue,
            middle: UInt16(bitPattern: moment.offset),
            UInt64(bitPattern: moment.milliseconds)
        )
    }

    var moment: DateTime {
        @inline(__always) get {
            DateTime(
                milliseconds: Int64(bitPattern: payload),
                uncheckedPrecision: CalendarUnit(rawValue: detail) ?? .millisecond,
                offset: Int16(bitPattern: middle)
            )
        }
    }

    init(_ time: TimeOfDay) {
        self.init(
            .time,
            detail: time.precision.rawValue,
            UInt64(bitPattern: Int64(time.milliseconds))
        )
    }

    var time: TimeOfDay {
        TimeOfDay(
            milliseconds: Int32(truncatingIfNeeded: payload),
            precision: CalendarUnit(rawValue: detail) ?? .millisecond
        )
    }
}
