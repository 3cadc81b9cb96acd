/// The classes that `using` brings into a library.
public struct DataModel: Sendable {
    /// The name after `using`.
    public let name: String
    /// The version of the published model.
    public let version: String
    /// Each class by its name without the model.
    let classes: [String: ClassType]
    /// Names that mean a type of `System`, as FHIR's `dateTime` does.
    let primitives: [String: DataType]
    /// Elements that the published class has and this model leaves out on purpose, by class.
    let withheld: [String: Set<String>]
    /// Contexts with the class of the subject.
    let contexts: [String: ClassType]

    /// The class called `name`, with or without the model's name in front.
    public func classType(named name: String) -> ClassType? {
        classes[name]
            ?? (name.hasPrefix(self.name + ".")
                ? classes[String(name.dropFirst(self.name.count + 1))] : nil)
    }

    func type(named name: String) -> DataType? {
        classes[name].map(DataType.instance) ?? primitives[name]
    }
}
