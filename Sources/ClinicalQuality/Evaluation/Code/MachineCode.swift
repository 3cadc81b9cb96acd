/// A library as instructions for registers.
///
/// Since nothing calls itself, every routine has registers of its own: a call is a jump, and what
/// a function was called with last still lies there when it is called again.
final class MachineCode: Sendable {
    /// A definition or function.
    struct Routine: BitwiseCopyable, Sendable {
        /// Where it begins; set when it was built.
        var entry: UInt32 = 0
        /// The register that tells where to go on; behind it the stamp, the last value, the stamp
        /// and value for an empty list, the place in the trace, and the operands.
        let base: UInt32
        let operandCount: UInt32
        let isRemembered: Bool
        let isFixedForNone: Bool
        /// What a call counts against the limit of steps: one for each call in its text.
        var weight: UInt32 = 1

        var stamp: UInt32 { base + 1 }
        var value: UInt32 { base + 2 }
        var stampForNone: UInt32 { base + 3 }
        var valueForNone: UInt32 { base + 4 }
        var place: UInt32 { base + 5 }
        var operands: UInt32 { base + 6 }
    }

    /// An element as code asks for it.
    struct Property: Sendable {
        let name: String
        /// The classes that it was declared in, with its position there.
        let positions: [(identity: UInt64, index: Int)]
    }

    /// Where an element stands in the class that it is nearly always asked of.
    struct FirstPosition: BitwiseCopyable, Sendable {
        let identity: UInt64
        let index: UInt32
    }

    /// How a node reads the record.
    enum Reader: Sendable { case none, retrieve, subject }

    /// Makes a value of operands, as a selector does.
    typealias Maker = @Sendable ([Value]) throws(EvaluationError) -> Value

    /// The tables that instructions refer to by number.
    struct Tables: Sendable {
        var routines: [Routine] = []
        var properties: [Property] = []
        var conversions: [Conversion] = []
        var checks: [TypeCheck] = []
        var functions: [OperatorOverload.Implementation] = []
        /// The texts of lists that are written in the library.
        var texts: [String] = []
        var makers: [Maker] = []
        var intervals: [IntervalNode] = []
        var sorts: [[Bool]] = []
        var retrieves: [RetrieveNode] = []
        var names: [String] = []
        /// For the trace.
        var nodes: [any Node] = []
        /// The registers of the subject, for each class that it is asked for as.
        var subjects: [(register: Int, type: ClassType)] = []
    }

    let instructions: [Instruction]
    let tables: Tables
    let firstPositions: [FirstPosition]
    let quickChecks: [TypeCheck.Quick]
    /// Of the texts in `tables`.
    let digests: [UInt64]
    /// For each property and each shape of a tuple where the element stands; below zero where there
    /// is none.
    let fields: [Int32]
    let shapeCount: Int
    /// For the trace, what the nodes in `tables` are, and which of them read the record.
    let kinds: [TraceNode.Kind]
    let readers: [Reader]
    let registerCount: Int
    /// The entry of each definition and of each default of a parameter.
    let definitionEntries: [Int]
    let defaultEntries: [Int?]
    let constants: [(register: Int, slot: Slot)]
    /// What the constants refer to.
    let arena: SlotTable
    /// The register of the first selection and of the first parameter.
    static let firstSelection = 0
    let firstParameter: Int
    /// The register in which an entry leaves its value.
    let result: Int

    init(_ builder: CodeBuilder, definitions: [Int], defaults: [Int?]) {
        instructions = builder.instructions
        tables = builder.tables
        firstPositions = builder.tables.properties.map { property in
            let first = property.positions.first
            return FirstPosition(
                identity: first?.identity ?? 0,
                index: UInt32(first?.index ?? 0)
            )
        }
        quickChecks = builder.tables.checks.map(\.quick)
        digests = builder.tables.texts.map { CodeDigest.of(bytesOf: $0) }
        // A table of all pairs, as long as it stays small.
        let shapes = builder.arena.shapes
        let properties = builder.tables.properties
        shapeCount = shapes.count * properties.count > 200_000 ? 0 : shapes.count
        fields =
            shapeCount == 0
            ? []
            : properties.flatMap { property in
                shapes.map { Int32($0.firstIndex(of: property.name) ?? -1) }
            }
        kinds = builder.tables.nodes.map(\.traceKind)
        readers = builder.tables.nodes.map {
            $0 is RetrieveNode ? .retrieve : $0 is SubjectNode ? .subject : .none
        }
        registerCount = builder.registerCount
        definitionEntries = definitions
        defaultEntries = defaults
        constants = builder.constants
        arena = builder.arena
        firstParameter = builder.firstParameter
        result = Int(builder.result)
    }
}
