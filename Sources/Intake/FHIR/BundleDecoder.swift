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
    /// How many resources a search found, on all its pages.
    let total: Int?
    /// The relations of the links, for example `next`.
    let links: [String]
    let entries: [EntryDecoder]

    init(from decoder: any Decoder, configuration: Configuration) throws {
        let container = try decoder.container(keyedBy: JSONKey.self)
        let name = try container.decodeIfPresent(String.self, forKey: JSONKey("resourceType"))
        guard name == "Bundle" else { throw NotABundle() }
        type = try container.decodeIfPresent(String.self, forKey: JSONKey("type")) ?? ""
        total = try container.decodeIfPresent(Int.self, forKey: JSONKey("total"))
        links =
            try container.decodeIfPresent([Link].self, forKey: JSONKey("link"))
            .map { $0.compactMap { $0.relation?.lowercased() } } ?? []
        container.refuse("implicitRules", configuration.collector)
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

    private struct Link: Decodable {
        let relation: String?
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
    /// How the entry came into a search's result: `match`, `include` or `outcome`.
    let searchMode: String?
    /// What a transaction is to do with the entry, for example `PUT`.
    let method: String?

    /// How problems name the entry.
    var place: String {
        let type = resource.map { " " + ResourceTypeName.printable($0.resourceType) }
        return "entry[\(position)]" + (type ?? "")
    }

    init(from decoder: any Decoder, configuration: BundleDecoder.Configuration) throws {
        position = decoder.codingPath.last?.intValue ?? 0
        let container = try decoder.container(keyedBy: JSONKey.self)
        fullURL = try container.decodeIfPresent(String.self, forKey: JSONKey("fullUrl"))
        container.refuse("modifierExtension", configuration.collector)
        searchMode = try container.decodeIfPresent(Search.self, forKey: JSONKey("search"))?.mode
        method = try container.decodeIfPresent(Request.self, forKey: JSONKey("request"))?.method
        resource =
            container.contains(JSONKey("resource"))
            ? try container.decode(
                ResourceDecoder.self,
                forKey: JSONKey("resource"),
                configuration: configuration
            ) : nil
    }

    private struct Search: Decodable {
        let mode: String?
    }

    private struct Request: Decodable {
        let method: String?
    }
}
