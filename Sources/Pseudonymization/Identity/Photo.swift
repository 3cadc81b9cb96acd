/// A photograph of the person, with the parts of FHIR's Attachment.
public struct Photo: Hashable, Sendable, Codable, Redacted {
    /// The media type, for example `image/jpeg`.
    public var contentType: String?
    /// The title.
    public var title: String?
    /// Where the photograph is kept.
    public var location: String?
    /// The photograph itself in base64.
    public var base64: String?

    /// Takes a photograph; what is not given is empty.
    public init(
        contentType: String? = nil,
        title: String? = nil,
        location: String? = nil,
        base64: String? = nil
    ) {
        self.contentType = contentType
        self.title = title
        self.location = location
        self.base64 = base64
    }
}
