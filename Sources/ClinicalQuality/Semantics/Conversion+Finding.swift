/// Which of the optional conversions are in force.
struct ConversionPolicy: Sendable {
    var intervalPromotion = false
    var listPromotion = false
    var listDemotion = false
    var untypedIntervalIsBoundless = false
}

extension Conversion {
    /// The cost of each kind of conversion; the cheapest overload wins.
    enum Cost {
        static let exact = 0
        static let subtype = 1
        static let compatible = 2
        static let cast = 3
        static let simple = 4
        static let complex = 5
        static let intervalPromotion = 6
        static let listDemotion = 7
        static let listPromotion = 9
    }

    /// The implicit conversion between two types with its cost, or nil when there is none.
    static func find(
        from source: DataType,
        to target: DataType,
        policy: ConversionPolicy = ConversionPolicy()
    ) -> (conversion: Conversion, cost: Int)? {
        if source == target { return (.identity, Cost.exact) }
        if source == .any { return (.cast(target), Cost.compatible) }
        // `Interval[null, null]` has no point type. To the operators that ask for inclusion it is
        // the interval that has no bounds; to all others it is not known.
        if source == .interval(.any), let point = target.pointType {
            return (
                policy.untypedIntervalIsBoundless ? .interval(.identity, point) : .cast(target),
                Cost.compatible
            )
        }
        if source.isSubtype(of: target) { return (.identity, Cost.subtype) }
        if let (conversion, cost) = direct(from: source, to: target) { return (conversion, cost) }
        switch (source, target) {
        case (.choice(let types), _): return alternatives(types, to: target, policy: policy)
        case (_, .choice(let types)):
            return types.compactMap { find(from: source, to: $0, policy: policy) }
                .min { $0.cost < $1.cost }
        case (.list(let element), .list(let general)):
            return find(from: element, to: general, policy: policy).map { (.list($0), $1) }
        case (.interval(let point), .interval(let general)):
            return find(from: point, to: general, policy: policy)
                .map { (.interval($0, general), $1) }
        default: return promotion(from: source, to: target, policy: policy)
        }
    }

    private static func direct(
        from source: DataType,
        to target: DataType
    ) -> (conversion: Conversion, cost: Int)? {
        switch (source, target) {
        case (.integer, .long): return (.toLong, Cost.simple)
        case (.integer, .decimal), (.long, .decimal):
            return (.toDecimal, Cost.simple)
        case (.integer, .quantity), (.long, .quantity), (.decimal, .quantity):
            return (.toQuantity, Cost.complex)
        case (.date, .dateTime): return (.dateToDateTime, Cost.simple)
        case (.code, .concept): return (.codeToConcept, Cost.complex)
        case (.valueSet, .list(.code)): return (.valueSetToCodes, Cost.complex)
        case (.instance(let type), _):
            guard let conversion = type.conversion else { return nil }
            if conversion.target == target { return (.system, Cost.complex) }
            if conversion == .quantity, target == .interval(.quantity) {
                return (.quantityInterval, Cost.intervalPromotion)
            }
            return nil
        default: return nil
        }
    }

    private static func alternatives(
        _ types: [DataType],
        to target: DataType,
        policy: ConversionPolicy
    ) -> (conversion: Conversion, cost: Int)? {
        var found: [Alternative] = []
        var cost = Int.max
        for type in types {
            guard let (conversion, step) = find(from: type, to: target, policy: policy) else {
                continue
            }
            found.append(Alternative(type: type, conversion: conversion))
            cost = min(cost, max(step, Cost.cast))
        }
        return found.isEmpty ? nil : (.alternatives(found), cost)
    }

    private static func promotion(
        from source: DataType,
        to target: DataType,
        policy: ConversionPolicy
    ) -> (conversion: Conversion, cost: Int)? {
        switch (source, target) {
        case (_, .interval(let point)) where policy.intervalPromotion && source == point:
            (.promoteToInterval, Cost.intervalPromotion)
        case (_, .list(let element)) where policy.listPromotion && source.isSubtype(of: element):
            (.promoteToList, Cost.listPromotion)
        case (.list(let element), _) where policy.listDemotion && element.isSubtype(of: target):
            (.demoteList, Cost.listDemotion)
        default: nil
        }
    }
}
