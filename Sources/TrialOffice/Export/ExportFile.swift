public import Foundation
import TrialStore

/// Writes what leaves the trial: for its owner only, as it can hold arms.
public enum ExportFile: Sendable {
    /// Makes or replaces the file `file`, mode 0600: whole or not at all.
    public static func write(_ bytes: [UInt8], to file: URL) throws {
        try PrivateFile.write(bytes, to: file)
    }
}
