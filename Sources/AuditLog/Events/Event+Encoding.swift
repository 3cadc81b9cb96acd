extension Event {
    /// The most bytes that the encoded form may have.
    public static let maximumSize = 1 << 20
    private static let formatVersion: Int64 = 1

    /// Reads the canonical bytes of an event; any other bytes are refused.
    ///
    /// - Parameter encoded: What `encoded` gave.
    /// - Throws: `AuditLogError.notCanonical` or `.invalidField`.
    public init(encoded: [UInt8]) throws(AuditLogError) {
        guard encoded.count <= Self.maximumSize else { throw .notCanonical }
        guard case .object(let pairs) = try CanonicalJSON(encoded: encoded) else {
            throw .notCanonical
        }
        var texts: [String: String] = [:]
        var details: [Detail] = []
        for (key, value) in pairs {
            switch (key, value) {
            case ("version", .integer(Self.formatVersion)):
                break
            case ("details", .object(let facts)):
                details = try facts.map { fact throws(AuditLogError) in
                    Detail(fact.key, try Value(fact.value))
                }
            case (_, .text(let text)):
                texts[key] = text
            default:
                throw .invalidField("version or details")
            }
        }
        guard let when = Timestamp(text: texts["when"] ?? "") else { throw .invalidField("when") }
        try self.init(
            who: texts["who"] ?? "",
            role: texts["role"] ?? "",
            site: texts["site"] ?? "",
            when: when,
            kind: texts["kind"] ?? "",
            subject: texts["subject"],
            reference: texts["reference"],
            reason: texts["reason"],
            program: texts["program"] ?? "",
            details: details
        )
        // Whatever was ignored above, an unknown field or an empty object, is missing here.
        guard self.encoded == encoded else { throw .notCanonical }
    }

    static func encode(
        _ fields: [(String, String?)],
        when: Timestamp,
        _ details: [Detail]
    ) -> [UInt8] {
        var pairs: [(key: String, value: CanonicalJSON)] = [
            ("version", .integer(formatVersion)), ("when", .text(when.text)),
        ]
        for case (let name, let text?) in fields {
            pairs.append((name, .text(text)))
        }
        if !details.isEmpty {
            pairs.append(("details", .object(details.map { ($0.key, $0.value.json) })))
        }
        return CanonicalJSON.object(pairs).encoded
    }

    static func check(
        _ fields: [(String, String?)],
        _ details: [Detail]
    ) throws(AuditLogError) {
        for case (let name, let text?) in fields {
            let isPermitted =
                switch name {
                case "kind": CanonicalJSON.isKey(text)
                case "reason": !text.isEmpty
                default: isLine(text)
                }
            guard isPermitted else { throw .invalidField(name) }
        }
        var previous: String?
        for detail in details {
            guard CanonicalJSON.isKey(detail.key), detail.key != previous else {
                throw .invalidField("details")
            }
            if case .integer(let integer) = detail.value {
                guard integer.magnitude <= CanonicalJSON.largestInteger.magnitude else {
                    throw .invalidField("details")
                }
            }
            previous = detail.key
        }
    }

    /// Whether a text is one line that a terminal shows as it is.
    private static func isLine(_ text: String) -> Bool {
        // The control characters are U+0000 to U+001F and U+007F to U+009F, and no others.
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
            }
    }
}

extension Event.Value {
    init(_ json: CanonicalJSON) throws(AuditLogError) {
        switch json {
        case .text(let text): self = .text(text)
        case .integer(let integer): self = .integer(integer)
        case .flag(let flag): self = .flag(flag)
        case .list(let elements):
            self = .list(
                try elements.map { element throws(AuditLogError) in
                    guard case .text(let text) = element else { throw .invalidField("details") }
                    return text
                }
            )
        case .object: throw .invalidField("details")
        }
    }

    var json: CanonicalJSON {
        switch self {
        case .text(let text): .text(text)
        case .integer(let integer): .integer(integer)
        case .flag(let flag): .flag(flag)
        case .list(let elements): .list(elements.map { .text($0) })
        }
    }
}
