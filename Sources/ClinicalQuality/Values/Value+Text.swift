import UnitsOfMeasure

extension Value: CustomStringConvertible {
    /// The CQL literal or selector that makes this value, for example `Interval[1, 10]`.
    public var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .long(let value): "\(value)L"
        case .decimal(let value): value.decimalText
        case .string(let value): Self.quoted(value)
        case .date(let value): "@\(value)"
        case .dateTime(let value): value.precision < .hour ? "@\(value.date)T" : "@\(value)"
        case .time(let value): "@T\(value)"
        case .quantity(let value): value.description
        case .ratio(let value): "\(value.numerator) : \(value.denominator)"
        case .code(let value): value.description
        case .concept(let value): value.description
        case .valueSet(let value):
            Self.selector(
                "ValueSet",
                [("id", value.id), ("version", value.version), ("name", value.name)]
            )
        case .codeSystem(let value):
            Self.selector(
                "CodeSystem",
                [("id", value.id), ("version", value.version), ("name", value.name)]
            )
        case .interval(let value): value.description
        case .list(let elements): "{\(elements.map(\.description).joined(separator: ", "))}"
        case .tuple(let tuple): "Tuple { \(Self.elementText(tuple.names, tuple.values)) }"
        case .instance(let instance):
            "\(instance.type.name) "
                + "{ \(Self.elementText(instance.type.elements.map(\.name), instance.elements)) }"
        }
    }

    private static func elementText(_ names: [String], _ values: [Value]) -> String {
        zip(names, values).map { "\($0): \($1)" }.joined(separator: ", ")
    }

    /// The text in single quotes, with the escape sequences of CQL.
    static func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'": result += "\\'"
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0C}": result += "\\f"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }

    static func selector(_ type: String, _ elements: [(String, String?)]) -> String {
        let texts = elements.compactMap { name, text in text.map { "\(name): \(quoted($0))" } }
        return "\(type) { \(texts.joined(separator: ", ")) }"
    }
}

extension Code: CustomStringConvertible {
    /// The CQL selector, for example `Code { code: '2160-0', system: 'http://loinc.org' }`.
    public var description: String {
        Value.selector(
            "Code",
            [("code", code), ("system", system), ("version", version), ("display", display)]
        )
    }
}

extension Concept: CustomStringConvertible {
    /// The CQL selector.
    public var description: String {
        let list = codes.map(\.description).joined(separator: ", ")
        let text = display.map { ", display: \(Value.quoted($0))" } ?? ""
        return "Concept { codes: {\(list)}\(text) }"
    }
}

extension Interval: CustomStringConvertible {
    /// The CQL selector, for example `Interval[1, 10)`.
    public var description: String {
        "Interval\(lowClosed ? "[" : "(")\(low), \(high)\(highClosed ? "]" : ")")"
    }
}

extension ExactDecimal {
    /// The text of a CQL decimal: at least one digit on either side of the point.
    var decimalText: String {
        let text = description
        return text.utf8.contains(46) ? text : text + ".0"
    }
}
