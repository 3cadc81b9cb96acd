/// What a class of the data model stands for among the types of CQL itself.
public enum SystemConversion: Sendable, Hashable {
    case quantity
    case code
    case concept
    /// A period of time: `Interval<DateTime>`.
    case period
    /// A range of measurements: `Interval<Quantity>`.
    case range
    case ratio

    /// The type after the conversion.
    public var target: DataType {
        switch self {
        case .quantity: .quantity
        case .code: .code
        case .concept: .concept
        case .period: .interval(.dateTime)
        case .range: .interval(.quantity)
        case .ratio: .ratio
        }
    }
}
