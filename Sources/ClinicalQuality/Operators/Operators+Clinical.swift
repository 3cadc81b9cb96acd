extension Operators {
    /// CQL `CalculateAgeInYears`, …: the age of somebody born at `birth` today (for a Date) or now
    /// (for a DateTime).
    ///
    /// - Throws: `typeMismatch` when `birth` is no Date or DateTime.
    public func age(_ unit: CalendarUnit, of birth: Value) throws(EvaluationError) -> Value {
        if case .date = birth, unit <= .day {
            return try duration(unit, from: birth, to: .date(today))
        }
        return try duration(unit, from: birth, to: .dateTime(now))
    }

    /// Whether a code, a Concept, a text or a list of them is in a value set; false for `null`.
    ///
    /// - Throws: `valueSetUnknown` when the codes of the set are not known; `invalidArgument` when
    ///   a text is a code of several code systems in the set.
    public static func isIn(
        _ valueSet: ValueSet,
        _ value: Value
    ) throws(EvaluationError) -> Bool {
        let known: Bool?
        switch value {
        case .null: return false
        case .code(let code): known = valueSet.contains(code)
        case .string(let text):
            guard !valueSet.isAmbiguous(text) else {
                throw .invalidArgument(
                    operator: "InValueSet",
                    reason: "the value set has this code from several code systems"
                )
            }
            known = valueSet.contains(text)
        case .concept(let concept):
            for code in concept.codes where try isIn(valueSet, .code(code)) { return true }
            return false
        case .list(let elements):
            for element in elements where try isIn(valueSet, element) { return true }
            return false
        default: throw .typeMismatch(operator: "InValueSet")
        }
        guard let known else { throw .valueSetUnknown(id: valueSet.id) }
        return known
    }

    /// Whether a code, a Concept or a list of them is in a code system; false for `null` and for
    /// codes of another system.
    ///
    /// - Throws: `codeSystemUnknown` for a code that claims to be of the system, and for a text:
    ///   which codes a system has is not known here.
    public static func isIn(
        _ codeSystem: CodeSystem,
        _ value: Value
    ) throws(EvaluationError) -> Bool {
        switch value {
        case .null: return false
        case .code(let code):
            guard code.system == codeSystem.id else { return false }
            throw .codeSystemUnknown(id: codeSystem.id)
        case .string: throw .codeSystemUnknown(id: codeSystem.id)
        case .concept(let concept):
            for code in concept.codes where try isIn(codeSystem, .code(code)) { return true }
            return false
        case .list(let elements):
            for element in elements where try isIn(codeSystem, element) { return true }
            return false
        default: throw .typeMismatch(operator: "InCodeSystem")
        }
    }

    /// CQL `ExpandValueSet`: the codes of a value set.
    ///
    /// - Throws: `valueSetUnknown` when they are not known.
    public static func expand(_ valueSet: ValueSet) throws(EvaluationError) -> [Code] {
        guard let codes = valueSet.expansion else { throw .valueSetUnknown(id: valueSet.id) }
        return codes
    }

    /// CQL `Message`: `source`, unless the condition holds and the severity is `Error`.
    ///
    /// Messages of other severities are for the caller to collect.
    ///
    /// - Throws: `raised` when the condition holds and the severity is `Error`.
    public static func message(
        _ source: Value,
        condition: Bool?,
        severity: String?
    ) throws(EvaluationError) -> Value {
        if condition == true && severity == "Error" { throw .raised }
        return source
    }
}
