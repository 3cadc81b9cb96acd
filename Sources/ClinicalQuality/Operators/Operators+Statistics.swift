import UnitsOfMeasure

extension Operators {
    /// CQL `Avg`, to 8 decimals.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func average(_ list: [Value]) throws(EvaluationError) -> Value {
        try statistic(list, "Avg") { numbers throws(DecimalError) in
            try total(numbers).divided(by: ExactDecimal(numbers.count), scale: 8)
        }
    }

    /// CQL `Median`: the middle element, or the mean of the two in the middle.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func median(_ list: [Value]) throws(EvaluationError) -> Value {
        try statistic(list, "Median") { numbers throws(DecimalError) in
            let sorted = numbers.sorted()
            let middle = sorted.count / 2
            if sorted.count % 2 == 1 { return sorted[middle] }
            return try sorted[middle - 1].adding(sorted[middle]).divided(by: 2, scale: 8)
        }
    }

    /// CQL `Variance` of a sample (divided by n - 1), or `PopulationVariance` (divided by n), to 8
    /// decimals; `null` for a sample of one.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func variance(
        _ list: [Value],
        ofPopulation: Bool
    ) throws(EvaluationError) -> Value {
        try statistic(list, ofPopulation ? "PopulationVariance" : "Variance") {
            numbers throws(DecimalError) in
            try variance(numbers, ofPopulation).rounded(toScale: 8)
        }
    }

    /// CQL `StdDev` or `PopulationStdDev`, the square root of the variance, to 8 decimals.
    ///
    /// - Throws: `typeMismatch` for anything but numbers and quantities.
    public static func standardDeviation(
        _ list: [Value],
        ofPopulation: Bool
    ) throws(EvaluationError) -> Value {
        try statistic(list, ofPopulation ? "PopulationStdDev" : "StdDev") {
            numbers throws(DecimalError) in
            let variance = try variance(numbers, ofPopulation)
            return try ExactDecimal(variance.doubleValue.squareRoot(), scale: 8)
        }
    }

    /// CQL `GeometricMean`, to 8 decimals; `null` when the product is negative.
    ///
    /// - Throws: `typeMismatch` for anything but numbers.
    public static func geometricMean(_ list: [Value]) throws(EvaluationError) -> Value {
        try statistic(list, "GeometricMean") { numbers throws(DecimalError) in
            if numbers.contains(where: \.isZero) { return 0 }
            let negatives = numbers.count { $0.isNegative }
            if negatives % 2 == 1 { throw .malformed }
            var sum = 0.0
            for number in numbers { sum += RealFunctions.log(number.magnitude.doubleValue) }
            return try ExactDecimal(RealFunctions.exp(sum / Double(numbers.count)), scale: 8)
        }
    }

    /// The numbers of a list without `null`, quantities in the unit of the first; nil when there
    /// are none, when the dimensions differ or a number is uncertain.
    static func numbers(
        _ list: [Value],
        operator name: String
    ) throws(EvaluationError) -> (numbers: [ExactDecimal], unit: QuantityUnit?)? {
        var numbers: [ExactDecimal] = []
        var unit: QuantityUnit?
        for element in list where !element.isNull {
            if case .quantity(let quantity) = element {
                let common = unit ?? quantity.unit
                guard let value = value(of: quantity, in: common) else { return nil }
                numbers.append(value)
                unit = common
            } else if let number = element.number {
                numbers.append(number)
            } else if element.isUncertain {
                return nil
            } else {
                throw .typeMismatch(operator: name)
            }
        }
        return numbers.isEmpty ? nil : (numbers, unit)
    }

    private static func statistic(
        _ list: [Value],
        _ name: String,
        _ function: ([ExactDecimal]) throws(DecimalError) -> ExactDecimal
    ) throws(EvaluationError) -> Value {
        guard let (numbers, unit) = try numbers(list, operator: name) else { return .null }
        do {
            let result = try function(numbers)
            if let unit { return quantity(result, unit) }
            return decimal(inRange(result))
        } catch {
            return .null
        }
    }

    private static func total(
        _ numbers: [ExactDecimal]
    ) throws(DecimalError) -> ExactDecimal {
        var total = ExactDecimal.zero
        for number in numbers { total = try total.adding(number) }
        return total
    }

    /// The variance to 16 decimals, with the mean to 16 decimals.
    private static func variance(
        _ numbers: [ExactDecimal],
        _ ofPopulation: Bool
    ) throws(DecimalError) -> ExactDecimal {
        let mean = try total(numbers).divided(by: ExactDecimal(numbers.count), scale: 16)
        var squares = ExactDecimal.zero
        for number in numbers {
            let distance = try number.subtracting(mean)
            squares = try squares.adding(try distance.multiplied(by: distance, scale: 16))
        }
        let count = ofPopulation ? numbers.count : numbers.count - 1
        return try squares.divided(by: ExactDecimal(count), scale: 16)
    }
}
