import ClinicalQuality
import Foundation
import Pseudonymization

/// One resource of a bundle.
struct ResourceDecoder: DecodableWithConfiguration {
    let resourceType: String
    /// The id as the sender wrote it; used to resolve references, then forgotten.
    let id: String?
    /// The resource, if the model has its class.
    let instance: Instance?
    /// The reference to the subject, as written.
    let subject: String?
    /// The reference to a `Medication` that stands in place of a code, as written.
    let medicationReference: String?
    /// Resources inside this one, by id.
    let contained: [ResourceDecoder]
    /// The identity parts, if this is the `Patient` (or a `RelatedPerson`).
    let identity: IdentityDecoder?

    init(from decoder: any Decoder, configuration: BundleDecoder.Configuration) throws {
        let container = try decoder.container(keyedBy: JSONKey.self)
        resourceType = try container.decode(String.self, forKey: JSONKey("resourceType"))
        id = try container.decodeIfPresent(String.self, forKey: JSONKey("id"))
        let position = decoder.codingPath.first { $0.intValue != nil }?.intValue ?? 0
        if let type = DataModel.fhir401.classType(named: resourceType) {
            instance = try InstanceDecoder.read(
                container,
                InstanceDecoder.Configuration(
                    type: type,
                    collector: configuration.collector,
                    id: configuration.keepsIDs ? id : "entry-\(position)"
                )
            )
        } else if resourceType == "Medication" {
            instance = try Self.readMedication(container, configuration.collector)
        } else {
            instance = nil
        }
        subject =
            try Self.reference("subject", in: container)
            ?? Self.reference("patient", in: container)
        medicationReference = try Self.reference("medicationReference", in: container)
        contained = try Self.readContained(container, configuration)
        let hasIdentity = resourceType == "Patient" || resourceType == "RelatedPerson"
        identity = hasIdentity ? try IdentityDecoder(from: decoder) : nil
    }

    private static func reference(
        _ key: String,
        in container: KeyedDecodingContainer<JSONKey>
    ) throws -> String? {
        guard container.contains(JSONKey(key)) else { return nil }
        let reference = try container.nestedContainer(keyedBy: JSONKey.self, forKey: JSONKey(key))
        return try reference.decodeIfPresent(String.self, forKey: JSONKey("reference"))
    }

    /// A `Medication` counts only by its code, to which others refer.
    private static func readMedication(
        _ container: KeyedDecodingContainer<JSONKey>,
        _ collector: ProblemCollector
    ) throws -> Instance? {
        guard container.contains(JSONKey("code")) else { return nil }
        return try container.decode(
            InstanceDecoder.self,
            forKey: JSONKey("code"),
            configuration: .init(type: FHIR.codeableConcept, collector: collector)
        ).instance
    }

    private static func readContained(
        _ container: KeyedDecodingContainer<JSONKey>,
        _ configuration: BundleDecoder.Configuration
    ) throws -> [ResourceDecoder] {
        guard container.contains(JSONKey("contained")) else { return [] }
        var items = try container.nestedUnkeyedContainer(forKey: JSONKey("contained"))
        var resources: [ResourceDecoder] = []
        while !items.isAtEnd {
            resources.append(
                try items.decode(ResourceDecoder.self, configuration: configuration)
            )
        }
        return resources
    }
}
