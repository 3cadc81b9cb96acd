/// Tells whether a reference means the bundle's one Patient, by FHIR's rules for references in
/// bundles.
///
/// An absolute reference has to be the Patient's `fullUrl`, whole: the same id on another server is
/// another person. A relative one stands under the server of the resource that has it.
/// Source: HL7 FHIR R4 (4.0.1), Bundle, "Resolving references in Bundles".
struct PatientReference {
    private let fullURL: String?
    private let id: String?

    init(_ patient: EntryDecoder) {
        fullURL = patient.fullURL.flatMap { $0.isEmpty ? nil : $0 }
        id = patient.resource?.id.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether `reference`, which stands in the resource of `entry`, can mean nobody else.
    func isMeant(by reference: String, in entry: EntryDecoder) -> Bool {
        if let fullURL, reference == fullURL { return true }
        let reference = Self.withoutVersion(reference)
        if let fullURL, Self.isSame(reference, fullURL) { return true }
        if reference.contains(":") {
            // Without a fullUrl, a UUID can only be the id's.
            guard fullURL == nil, let id else { return false }
            return Self.isSame(reference, "urn:uuid:" + id)
        }
        guard reference.hasPrefix("Patient/") else { return false }
        guard let fullURL, fullURL.contains("://") else {
            return id.map { reference == "Patient/" + $0 } ?? false
        }
        guard id.map({ reference == "Patient/" + $0 }) ?? true else { return false }
        if let base = Self.base(of: entry) { return fullURL == base + reference }
        return fullURL.hasSuffix("/" + reference)
    }

    /// `Patient/7` of `Patient/7/_history/2`.
    private static func withoutVersion(_ reference: String) -> String {
        let parts = reference.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2, parts[parts.count - 2] == "_history" else { return reference }
        return parts.dropLast(2).joined(separator: "/")
    }

    /// UUIDs are the same in capitals; other URLs are compared as they are.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard left.hasPrefix("urn:uuid:"), right.hasPrefix("urn:uuid:") else { return false }
        return left.lowercased() == right.lowercased()
    }

    /// `https://h/fhir/` of `https://h/fhir/Observation/5`.
    private static func base(of entry: EntryDecoder) -> String? {
        guard let url = entry.fullURL, let resource = entry.resource, let id = resource.id,
            url.contains("://"), url.hasSuffix("/\(resource.resourceType)/\(id)")
        else { return nil }
        return String(url.dropLast(resource.resourceType.count + id.count + 1))
    }
}
