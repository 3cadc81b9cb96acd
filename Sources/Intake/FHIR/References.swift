/// The references that an element has, as written.
enum References {
    private struct One: Decodable {
        let reference: String?
    }

    /// One for each `Reference` in the element, nil where it names nothing but an identifier or a
    /// text; empty when the element is missing.
    static func read(
        _ name: String,
        in container: KeyedDecodingContainer<JSONKey>
    ) throws -> [String?] {
        let key = JSONKey(name)
        guard container.contains(key), try !container.decodeNil(forKey: key) else { return [] }
        do {
            return [try container.decode(One.self, forKey: key).reference]
        } catch DecodingError.typeMismatch {
            // Some types have a list here, for example Account and Contract.
            return try container.decode([One].self, forKey: key).map(\.reference)
        }
    }
}
