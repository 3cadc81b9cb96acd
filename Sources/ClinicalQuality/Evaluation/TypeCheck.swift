/// A type, prepared for asking many values whether they are of it.
struct TypeCheck: Sendable {
    private enum Kind: Sendable {
        case boolean, decimal, string, date, dateTime, time, quantity, code, concept
        case instance(ClassType)
        /// Anything else takes the long way.
        case general
    }

    let type: DataType
    private let kind: Kind

    init(_ type: DataType) {
        self.type = type
        kind =
            switch type {
            case .boolean: .boolean
            case .decimal: .decimal
            case .string: .string
            case .date: .date
            case .dateTime: .dateTime
            case .time: .time
            case .quantity: .quantity
            case .code: .code
            case .concept: .concept
            case .instance(let type): .instance(type)
            default: .general
            }
    }

    /// Whether the value can stand where the type is declared; null always can.
    func accepts(_ slot: Slot, _ heap: Heap) -> Bool {
        if slot.isNull { return true }
        switch kind {
        case .instance(let type):
            guard let instance = heap.anyInstance(slot) else { return false }
            return instance.type === type || instance.type.isKind(of: type)
        case .boolean: return slot.is(.boolean)
        case .string: return slot.is(.string)
        case .date: return slot.is(.date)
        case .dateTime: return slot.is(.dateTime)
        case .time: return slot.is(.time)
        case .code: return slot.is(.code)
        case .concept: return slot.is(.concept)
        case .decimal, .quantity, .general: return heap.value(slot).isInstance(of: type)
        }
    }

    /// The class that is asked for; nil for any other type.
    var identity: UInt64? { if case .instance(let type) = kind { type.identity } else { nil } }

    /// What can be told of a slot at a glance.
    struct Quick: BitwiseCopyable, Sendable {
        fileprivate let kind: UInt8
        fileprivate let identity: UInt64

        /// Whether the slot is certainly of the type.
        @inline(__always)
        func accepts(_ slot: Slot) -> Bool {
            kind != 0 && UInt8(truncatingIfNeeded: slot.head) == kind
                && (kind != Slot.Kind.instance.rawValue || slot.payload == identity)
        }

        /// Whether the slot is certainly of another type, and not null.
        @inline(__always)
        func refuses(_ slot: Slot) -> Bool {
            let given = UInt8(truncatingIfNeeded: slot.head)
            return kind != 0 && given != kind && given != 0
                && given != Slot.Kind.object.rawValue
        }
    }

    var quick: Quick {
        let wanted: Slot.Kind =
            switch kind {
            case .general: .null
            case .instance: .instance
            case .boolean: .boolean
            case .decimal: .decimal
            case .string: .string
            case .date: .date
            case .dateTime: .dateTime
            case .time: .time
            case .quantity: .quantity
            case .code: .code
            case .concept: .concept
            }
        return Quick(kind: wanted.rawValue, identity: identity ?? 0)
    }
}
