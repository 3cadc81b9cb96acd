import ClinicalQuality
import Foundation

/// A FHIR `Bundle` as decoded: every resource that the model has, the rest counted.
struct BundleDecoder: DecodableWithConfiguration {
    /// Where to report, and whether the document is one of our own records.
    struct Configuration {
        let collector: ProblemCollector
        /// Our own records have neutral ids already, to which reports refer.
        let keepsIDs: Bool
    }

    let type: String
    let entries: [EntryDecoder]

    init(from decoder: any Decoder, configuration: Configuration) throws {
        let container = try decoder.container(keyedBy: JSONKey.self)
        let name = try container.decodeIfPresent(String.self, forKey: JSONKey("resourceType"))
        guard name == "Bundle" else { throw NotABundle() }
        type = try container.decodeIfPresent(String.self, forKey: JSONKey("type")) ?? ""
        var entries: [EntryDecoder] = []
        if container.contains(JSONKey("entry")) {
            var items = try container.nestedUnkeyedContainer(forKey: JSONKey("entry"))
            entries.reserveCapacity(items.count ?? 0)
            while !items.isAtEnd {
                entries.append(
                    try items.decode(EntryDecoder.self, configuration: configuration)
                )
            }
        }
        self.entries = entries
    }

    /// The document is JSON, but not a `Bundle`.
    struct NotABundle: Error {}
}

/// One entry of a bundle.
struct EntryDecoder: DecodableWithConfiguration {
    /// `entry[12]`: how problems and reports name it.
    let position: Int
    let fullURL: String?
    let resource: ResourceDecoder?

    init(from decoder: any Decoder, configuration: BundleDecoder.Configuration) throws {
        position = decoder.codingPath.last?.intValue ?? 0
        let container = try decoder.container(keyedBy: JSONKey.self)
        fullURL = try container.decodeIfPresent(String.self, forKey: JSONKey("fullUrl"))
        resource =
            container.contains(JSONKey("resource"))
            ? try container.decode(
                ResourceDecoder.self,
                forKey: JSONKey("resource"),
                configuration: configuration
            ) : nil
    }
}
