/// Operators that the machine knows itself for the kinds of values that are most frequent; for all
/// others the function of the operator is called.
enum NativeOperator: UInt8 {
    case dateFrom = 1, allTrue, anyTrue, first, last, count, maximum, component
    case union

    init?(_ kind: TraceNode.Kind, count: Int) {
        let name: String
        switch kind {
        case .operation(let operation): name = operation
        case .logical(let operation): name = operation
        default: return nil
        }
        switch (name, count) {
        case ("DateFrom", 1): self = .dateFrom
        case ("AllTrue", 1): self = .allTrue
        case ("AnyTrue", 1): self = .anyTrue
        case ("First", 1): self = .first
        case ("Last", 1): self = .last
        case ("Count", 1): self = .count
        case ("Max", 1): self = .maximum
        case ("DateTimeComponentFrom", 1): self = .component
        case ("Union", 2): self = .union
        default: return nil
        }
    }
}
