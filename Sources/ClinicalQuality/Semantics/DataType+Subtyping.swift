extension DataType {
    /// Whether every value of this type is one of `other` without any conversion.
    func isSubtype(of other: DataType) -> Bool {
        if self == other { return true }
        switch (self, other) {
        case (_, .any): return true
        case (.valueSet, .vocabulary), (.codeSystem, .vocabulary): return true
        case (.instance(let type), .instance(let base)): return type.isKind(of: base)
        case (.interval(let point), .interval(let general)): return point.isSubtype(of: general)
        case (.list(let element), .list(let general)): return element.isSubtype(of: general)
        case (.tuple(let elements), .tuple(let general)):
            return elements.count == general.count
                && zip(elements, general).allSatisfy {
                    $0.name == $1.name && $0.type.isSubtype(of: $1.type)
                }
        case (.choice(let types), _): return types.allSatisfy { $0.isSubtype(of: other) }
        case (_, .choice(let types)): return types.contains { isSubtype(of: $0) }
        default: return false
        }
    }

    /// A choice, flattened and without repetition; a single alternative is that type itself.
    static func choice(of types: [DataType]) -> DataType {
        var flat: [DataType] = []
        for type in types {
            if case .choice(let inner) = type {
                for type in inner where !flat.contains(type) { flat.append(type) }
            } else if !flat.contains(type) {
                flat.append(type)
            }
        }
        // `null` has every type.
        let typed = flat.filter { $0 != .any }
        if typed.count == 1 { return typed[0] }
        return typed.isEmpty ? .any : .choice(typed)
    }

    /// The alternatives of a choice, or the type itself.
    var alternatives: [DataType] {
        if case .choice(let types) = self { types } else { [self] }
    }

    /// Whether a part of a value can have any type.
    var holdsAny: Bool {
        switch self {
        case .any: true
        case .list(let inner), .interval(let inner): inner.holdsAny
        case .choice(let types): types.contains { $0.holdsAny }
        case .tuple(let elements): elements.contains { $0.type.holdsAny }
        default: false
        }
    }

    var isSimple: Bool {
        switch self {
        case .boolean, .integer, .long, .decimal, .string, .date, .dateTime, .time, .any: true
        default: false
        }
    }

    var elementType: DataType? {
        if case .list(let element) = self { element } else { nil }
    }

    var pointType: DataType? {
        if case .interval(let point) = self { point } else { nil }
    }

    /// Simple types before structured ones before collections: the order in which overloads that
    /// fit equally well are preferred.
    var category: Int {
        switch self {
        case .tuple: 1
        case .quantity, .ratio, .code, .concept, .valueSet, .codeSystem, .vocabulary, .instance: 2
        case .interval: 3
        case .list: 4
        case .choice: 5
        default: 0
        }
    }
}
