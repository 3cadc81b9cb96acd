/// A piece of a unit term.
enum UnitToken: Sendable {
    case open, close, times, over
    case number(UInt64)
    case unit(prefix: UnitPrefix?, atom: UnitAtom, exponent: Int)
    /// An annotation that stands alone, which means 1.
    case annotation
}

/// A number or a unit to a power: what remains of a term once its parentheses are resolved.
struct UnitFactor: Hashable, Sendable {
    enum Symbol: Hashable, Sendable {
        case number(UInt64)
        case unit(prefix: UnitPrefix?, atom: UnitAtom)
    }

    let symbol: Symbol
    var exponent: Int
}

extension [UnitToken] {
    /// The factors of the term from left to right; division turns the sign of exponents.
    var factors: [UnitFactor] {
        var result: [UnitFactor] = []
        var groups: [Int] = []
        var group = 1
        var next = 1
        for token in self {
            switch token {
            case .open:
                groups.append(group)
                group *= next
                next = 1
            case .close: group = groups.popLast() ?? 1
            case .times: next = 1
            case .over: next = -1
            case .annotation: break
            case .number(let value):
                result.append(UnitFactor(symbol: .number(value), exponent: group * next))
            case .unit(let prefix, let atom, let exponent):
                let symbol = UnitFactor.Symbol.unit(prefix: prefix, atom: atom)
                result.append(UnitFactor(symbol: symbol, exponent: exponent * group * next))
            }
        }
        return result
    }

    /// The term in English, such as `(millimole) / (liter)`.
    var displayName: String {
        var text = ""
        for token in self {
            switch token {
            case .open: text += "("
            case .close: text += ")"
            case .times: text += " * "
            case .over: text += text.isEmpty ? "1 / " : " / "
            case .annotation: text += "1"
            case .number(let value): text += String(value)
            case .unit(let prefix, let atom, let exponent):
                let power = exponent == 1 ? "" : " ^ \(exponent)"
                text += "(\(prefix?.name ?? "")\(atom.name)\(power))"
            }
        }
        return text == "1" ? "(unity)" : text
    }
}
