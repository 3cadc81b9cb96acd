public import AuditLog
public import Cryptography

/// The check of a whole log, event by event: form, signature, who may do it, and what can follow
/// what; then the checkpoints that are said to cover it.
///
/// An event is signed over everything before it, so nothing in a log's middle can be left out or
/// exchanged; a missing end shows as soon as any later checkpoint is known.
public struct LogCheck: ~Copyable {
    /// The people whom the events so far make known.
    public private(set) var people: People
    /// The events so far that can be read, by number.
    public private(set) var events: [UInt64: LoggedEvent] = [:]

    private let origin: String
    private let rules: any LogRules
    private var history: any LogHistory
    private var log: MerkleLog<MemoryNodeStore>
    private var isBroken = false

    /// Begins with no events.
    public init(origin: String, rules: any LogRules) throws {
        self.origin = origin
        self.rules = rules
        people = People(origin: origin)
        history = rules.history()
        log = try MerkleLog(store: MemoryNodeStore(), size: 0)
    }

    /// The number of events so far.
    public var size: UInt64 { log.size }

    /// The nodes of the Merkle tree over the events so far.
    var nodes: MemoryNodeStore { log.store }

    /// The root over the events so far.
    public mutating func root() -> Digest { log.root() }

    /// Adds the next event.
    ///
    /// - Returns: What does not hold, or nil. The event counts in the tree in any case.
    public mutating func add(leaf: [UInt8]) throws -> String? {
        let place = LogPlace(origin: origin, sequence: log.size, root: log.root())
        _ = try log.append(leaf: leaf)
        do throws(AuditLogError) {
            let signed = try SignedEvent(leaf: leaf)
            let event = LoggedEvent(sequence: place.sequence, signed: signed)
            events[place.sequence] = event
            // After one that does not hold no other can.
            if !isBroken { try signed.verify(at: place) }
            let fault =
                people.admit(signed, at: place.sequence) ?? rules.fault(of: event)
                ?? history.fault(adding: event)
            return fault.map { "event \(place.sequence): \($0)" }
        } catch {
            isBroken = true
            return "event \(place.sequence): \(error); no signature after it can be checked"
        }
    }

    /// What a note says of the log.
    public struct Coverage: Sendable {
        /// The size and the signers that the log bears out; nil when `faults` is not empty.
        public var acknowledged: (size: UInt64, signers: [String])?
        /// What does not hold.
        public var faults: [String] = []
    }

    /// Holds the log against a signed checkpoint: of now, or of any time before.
    ///
    /// - Parameter note: The note, as it was kept.
    /// - Returns: What does not hold; the texts say what was expected.
    /// - Throws: Nothing in practice: the nodes are in memory.
    public mutating func coverage(of note: SignedNote) throws -> Coverage {
        var coverage = Coverage()
        guard let checkpoint = try? Checkpoint(text: note.text) else {
            return Coverage(faults: ["it holds no checkpoint"])
        }
        guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
            return Coverage(faults: ["it belongs to another trial, \(checkpoint.origin)"])
        }
        coverage.faults += try faults(of: checkpoint)
        do throws(AuditLogError) {
            let signers = try note.verify(trusting: people.noteKeys(at: checkpoint.size)).map(
                \.key.name
            )
            if coverage.faults.isEmpty { coverage.acknowledged = (checkpoint.size, signers) }
        } catch .noTrustedSignature {
            coverage.faults.append("nobody whom the log knows has signed it")
        } catch {
            coverage.faults.append("its signature does not hold")
        }
        return coverage
    }

    private mutating func faults(of checkpoint: Checkpoint) throws -> [String] {
        guard checkpoint.size > 0, checkpoint.size <= size else {
            return [
                "\(checkpoint.size) events were acknowledged, the log holds \(size):"
                    + " an older copy was put in place, or the end was cut off"
            ]
        }
        let root = try log.root(size: checkpoint.size)
        guard root == checkpoint.root else {
            return [
                "the first \(checkpoint.size) events are not those that were acknowledged:"
                    + " their root is \(root.hex), not \(checkpoint.root.hex)"
            ]
        }
        return rules.counters.compactMap { counter in
            let told = events.values.count {
                $0.sequence < checkpoint.size && $0.event.kind == counter.kind
            }
            return checkpoint.count(counter.name) == told
                ? nil : "it does not count the \(counter.name) of the log"
        }
    }
}

@available(*, unavailable)
extension LogCheck: Sendable {}
