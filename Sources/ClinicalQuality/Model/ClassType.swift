/// A class of a data model (for example `FHIR.Observation`): its elements in a fixed order.
///
/// Two classes are the same when they are the same object; a model creates each class once.
public final class ClassType: Sendable {
    /// The qualified name, for example `FHIR.Observation`.
    public let name: String
    /// The class that this one specializes, or nil.
    public let base: ClassType?
    /// All elements, inherited ones first.
    ///
    /// A choice element (`value[x]`) has a `.choice` type and the name without `[x]`; a repeating
    /// element has a `.list` type.
    public let elements: [Element]
    /// The element that a retrieve compares with its terminology, or nil.
    public let primaryCode: String?
    /// Whether a retrieve can ask for this class.
    public let isRetrievable: Bool
    /// The type of `System` that a value of this class converts to by itself.
    public let conversion: SystemConversion?
    /// The name without the model, for example `Observation`.
    public let shortName: String
    private let indices: [String: Int]

    /// One element of a class.
    public struct Element: Sendable {
        /// The name without `[x]`.
        public let name: String
        /// The declared type.
        public let type: DataType

        /// Creates an element.
        public init(name: String, type: DataType) {
            self.name = name
            self.type = type
        }
    }

    /// Creates a class; it has the elements of `base` and then its own.
    public init(
        name: String,
        base: ClassType? = nil,
        elements: [Element],
        primaryCode: String? = nil,
        isRetrievable: Bool = false,
        conversion: SystemConversion? = nil
    ) {
        self.name = name
        shortName = name.split(separator: ".", maxSplits: 1).last.map(String.init) ?? name
        self.base = base
        self.elements = (base?.elements ?? []) + elements
        self.primaryCode = primaryCode
        self.isRetrievable = isRetrievable
        self.conversion = conversion ?? base?.conversion
        var indices: [String: Int] = [:]
        for (index, element) in self.elements.enumerated() { indices[element.name] = index }
        self.indices = indices
    }

    /// The position of the element called `name`, or nil.
    public func index(of name: String) -> Int? { indices[name] }

    /// Whether this is `other` or specializes it.
    public func isKind(of other: ClassType) -> Bool {
        var current: ClassType? = self
        while let type = current {
            if type === other { return true }
            current = type.base
        }
        return false
    }
}

extension ClassType: Hashable {
    /// Whether both are the same object.
    public static func == (left: ClassType, right: ClassType) -> Bool { left === right }

    /// Hashes the identity of the class.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
