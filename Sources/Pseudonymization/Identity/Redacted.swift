/// A value that says who a person is, and that therefore is never printed.
///
/// Interpolating, describing, dumping or mirroring it gives the name of its type and no content.
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
}

extension Redacted {
    /// The name of the type.
    public var description: String { "\(Self.self)(redacted)" }

    /// The name of the type.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
