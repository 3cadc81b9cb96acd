public import Cryptography

/// The place in a log for which an event is signed: whose log, and everything that stands before.
///
/// An event holds at no other place, and an event before it cannot be exchanged, not even by
/// somebody who may sign events: whoever signed later ones would have to sign them again.
public struct LogPlace: Hashable, Sendable {
    /// The origin of the log, as in its checkpoints.
    public let origin: String

    /// The number of events before, which is the index that the event's leaf has.
    public let sequence: UInt64

    /// The root of the tree over the events before.
    public let root: Digest

    /// The place after `sequence` events with the root `root`.
    public init(origin: String, sequence: UInt64, root: Digest) {
        self.origin = origin
        self.sequence = sequence
        self.root = root
    }
}
