/// A stream of independent, uniformly distributed random bits.
///
/// The stream is the caller's: in a trial it is a deterministic generator under the allocation
/// seed, so that the same label always gives the same bits.
public protocol BitStream {
    /// The next 64 bits.
    ///
    /// - Throws: `RandomizationError.streamFailed`.
    mutating func next() throws(RandomizationError) -> UInt64
}
