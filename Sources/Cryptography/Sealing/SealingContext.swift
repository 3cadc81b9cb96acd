/// The place that a sealed value belongs to; it opens nowhere else.
///
/// The identifier of the key and the version of the format are bound to the value as well; they
/// are taken from the key and the envelope and need no field here.
public struct SealingContext: Hashable, Sendable {
    /// The identifier of the trial.
    public let trial: String

    /// The table, or the kind of file, in which the value stands.
    public let table: String

    /// The column, or the field.
    public let column: String

    /// The identity of the row, in a text form that never changes.
    public let row: String

    /// Names a place.
    ///
    /// - Parameters:
    ///   - trial: The identifier of the trial.
    ///   - table: The table, or the kind of file.
    ///   - column: The column, or the field.
    ///   - row: The identity of the row, in a text form that never changes.
    public init(trial: String, table: String, column: String, row: String) {
        self.trial = trial
        self.table = table
        self.column = column
        self.row = row
    }

    /// The associated data of a record that is sealed for this place.
    func associatedData(version: UInt8, key: KeyIdentifier) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(field: "milenari sealed record")
        writer.append(field: [version])
        writer.append(field: trial)
        writer.append(field: table)
        writer.append(field: column)
        writer.append(field: row)
        writer.append(field: key.text)
        return writer.bytes
    }
}
