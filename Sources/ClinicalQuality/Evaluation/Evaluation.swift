/// The evaluation of a library over one record at one time.
///
/// Every definition is evaluated at most once. An evaluation belongs to one thread; the library
/// and the record can be shared.
public struct Evaluation: Sendable {
    private let library: CompiledLibrary
    private var machine: Machine
    private let givenParameters: [String: Value]

    /// Prepares an evaluation.
    ///
    /// `now` is what `Now()` and `Today()` mean; its offset is the one of date-times that have
    /// none. `parameters` go by name; a parameter without value and default is null. With
    /// `tracing`, it is recorded from the start how values come about.
    ///
    /// Throws `EvaluationError.unknownName` for a parameter that the library does not have, and
    /// `.invalidArgument` for a value of another type.
    public init(
        _ library: CompiledLibrary,
        over record: IndexedRecord,
        at now: DateTime,
        parameters: [String: Value] = [:],
        tracing: Bool = false
    ) throws(EvaluationError) {
        self.library = library
        givenParameters = parameters
        machine = Machine(library.program, record: record, at: now, tracing: tracing)
        var values: [Value] = []
        for name in parameters.keys.sorted()
        where !library.program.parameters.contains(where: { $0.name == name }) {
            throw .unknownName(name)
        }
        for parameter in library.program.parameters {
            guard let value = parameters[parameter.name] else {
                values.append(.null)
                continue
            }
            guard let (conversion, _) = Conversion.find(from: value.dataType, to: parameter.type)
            else {
                throw .invalidArgument(
                    operator: parameter.name,
                    reason: "the parameter is a \(parameter.type)"
                )
            }
            values.append(try conversion.apply(value))
        }
        machine.set(values)
        try evaluateDefaults()
    }

    private mutating func evaluateDefaults() throws(EvaluationError) {
        let parameters = library.program.parameters
        try machine.evaluateDefaults { givenParameters[parameters[$0].name] == nil }
    }

    /// Goes on with another record or another time, reusing what was allocated.
    public mutating func restart(
        over record: IndexedRecord,
        at now: DateTime
    ) throws(EvaluationError) {
        let sameTime = machine.operators.now == Operators(at: now).now
        machine.restart(record: record, at: now)
        // Defaults depend on the time at most, never on the record.
        if !sameTime { try evaluateDefaults() }
    }

    /// The value of a definition.
    public mutating func value(
        of definition: DefinitionHandle
    ) throws(EvaluationError) -> Value {
        try machine.value(ofDefinition: definition.index)
    }

    /// The value of the definition called `name` in the main library.
    public mutating func value(of name: String) throws(EvaluationError) -> Value {
        guard let handle = library.handle(for: name) else { throw .unknownName(name) }
        return try value(of: handle)
    }

    /// How the value of a definition comes about.
    ///
    /// An error in the evaluation is part of the trace.
    public mutating func trace(of definition: DefinitionHandle) -> TraceNode {
        traces(of: [definition])[0]
    }

    /// How the values of definitions come about, in their order; quicker than one after the other.
    public mutating func traces(of definitions: [DefinitionHandle]) -> [TraceNode] {
        guard machine.isTracing else {
            var tracing = Machine(
                library.program,
                record: machine.record,
                at: machine.operators.now,
                tracing: true
            )
            tracing.setParameters(of: machine)
            return tracing.traces(ofDefinitions: definitions.map(\.index))
        }
        return machine.traces(ofDefinitions: definitions.map(\.index))
    }

    /// How the value of the definition called `name` in the main library comes about.
    public mutating func trace(of name: String) throws(EvaluationError) -> TraceNode {
        guard let handle = library.handle(for: name) else { throw .unknownName(name) }
        return trace(of: handle)
    }
}
