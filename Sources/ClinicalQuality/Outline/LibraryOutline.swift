/// A library and those that it includes, laid open for reading: every definition with its
/// expression, and every code with the place where it is declared.
///
/// Acquire one with `Compiler.outline`.
public struct LibraryOutline: Sendable {
    /// A `define` or `define function`.
    public struct Definition: Sendable {
        /// The name as declared.
        public let name: String
        /// The type of the result.
        public let type: DataType
        /// The names of the operands; nil for a definition that is no function.
        public let operands: [String]?
        /// The expression; nil for an external function.
        public let body: ExpressionOutline?
        /// The place of the name.
        public let location: SourceLocation
    }

    /// A declared code, concept, code system or value set.
    public struct Terminology: Sendable {
        /// The name as declared.
        public let name: String
        /// A `.code`, `.concept`, `.codeSystem` or `.valueSet`.
        public let value: Value
        /// What the declaration names: the codes of a concept, the system of a code.
        ///
        /// Each is an index of ``LibraryOutline/terminology``.
        public let uses: [Int]
        /// The place of the name.
        public let location: SourceLocation
    }

    /// Of all libraries, those of the main one first.
    public let definitions: [Definition]
    /// Of all libraries, those of the main one first.
    public let terminology: [Terminology]

    /// The index of a definition that is no function, in the library that was given under `path`.
    public func index(of definition: String, at path: String) -> Int? {
        definitions.firstIndex { entry in
            entry.name == definition && entry.operands == nil && entry.location.path == path
        }
    }
}
