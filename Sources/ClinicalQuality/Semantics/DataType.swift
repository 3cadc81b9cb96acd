/// The type of a CQL expression, as fixed when a library is compiled.
///
/// Source: CQL 1.5, appendix L ("CQL type specifiers") and chapter 5.
public indirect enum DataType: Hashable, Sendable {
    /// `System.Any`: the type of an untyped `null`, and the supertype of everything.
    case any
    case boolean
    case integer
    case long
    case decimal
    case string
    case date
    case dateTime
    case time
    case quantity
    case ratio
    case code
    case concept
    case valueSet
    case codeSystem
    /// `System.Vocabulary`, the common supertype of value sets and code systems.
    case vocabulary
    case interval(DataType)
    case list(DataType)
    /// Elements sorted by name.
    case tuple([TupleElementType])
    /// A choice of alternatives, flattened, without duplicates, in the order of declaration.
    case choice([DataType])
    /// A class of the data model, for example `FHIR.Observation`.
    case instance(ClassType)
    /// A type variable in the signature of a generic operator (`T` in `List<T>`).
    case variable(String)
}

/// One element of a tuple type.
public struct TupleElementType: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The type of the value.
    public let type: DataType

    /// Creates an element.
    public init(name: String, type: DataType) {
        self.name = name
        self.type = type
    }
}
