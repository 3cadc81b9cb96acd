public import UnitsOfMeasure

/// A CQL value at run time.
///
/// Small values are stored in place, the others behind one reference; a `null` of any type is
/// `.null`. Integers are 32 bits and longs 64 bits wide, as CQL 1.5 defines them.
///
/// A value that the type checker calls an Integer can be an `.interval` at run time: the
/// uncertainty that counting between partial dates gives (`Interval.isUncertainty`).
public enum Value: Sendable {
    case null
    case boolean(Bool)
    case integer(Int32)
    case long(Int64)
    case decimal(ExactDecimal)
    case string(String)
    case date(CalendarDate)
    case dateTime(DateTime)
    case time(TimeOfDay)
    case quantity(Quantity)
    case ratio(Ratio)
    case code(Code)
    case concept(Concept)
    case valueSet(ValueSet)
    case codeSystem(CodeSystem)
    case interval(Interval)
    case list([Value])
    case tuple(TupleValue)
    /// An object of the data model, for example a FHIR Observation.
    case instance(Instance)
}

extension Value {
    /// Whether this is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// A three-valued truth value: nil is `null`.
    public init(_ truth: Bool?) {
        self = truth.map(Value.boolean) ?? .null
    }

    /// The truth value; nil for `null` and for anything that is not a Boolean.
    public var truth: Bool? {
        if case .boolean(let truth) = self { truth } else { nil }
    }
}
