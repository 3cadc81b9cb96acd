/// Gives the stream that belongs to a label: always the same for the same label, and independent
/// of the streams of all other labels.
public protocol StreamSource {
    /// The kind of stream that this source gives.
    associatedtype Stream: BitStream

    /// The stream of a label, at its beginning.
    ///
    /// - Parameter label: The label, whose bytes together with the seed determine the stream.
    /// - Returns: The stream.
    /// - Throws: `RandomizationError.streamFailed`.
    func stream(for label: StreamLabel) throws(RandomizationError) -> Stream
}
