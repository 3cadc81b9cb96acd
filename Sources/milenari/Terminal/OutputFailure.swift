import Foundation

/// Standard output did not take a command's result.
struct OutputFailure: Error {
    /// What was done all the same, and how to read it again; nil for a command that records
    /// nothing.
    let done: String?
    /// Whether whoever reads the output has gone away, on purpose as a rule.
    let isReaderGone: Bool

    /// Holds what was done, and why writing failed.
    init(done: String?, cause: any Error) {
        self.done = done
        let system = (cause as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        isReaderGone = system?.domain == NSPOSIXErrorDomain && system?.code == Int(EPIPE)
    }

    /// What to tell the person; nil where nothing is lost and nobody reads.
    var message: String? {
        if isReaderGone, done == nil { return nil }
        let remedy =
            done ?? "nothing was changed; give a place that can be written, and run it again"
        return "the result could not be written — standard output — \(remedy)"
    }
}
