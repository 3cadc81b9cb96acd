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
    /// The references to the subject, as written; nil where one is not readable.
    let subjects: [String?]
    /// The references to what an observation is about, if not about the subject.
    let focuses: [String?]
    /// The reference to a `Medication` that stands in place of a code, as written.
    let medicationReference: String?
    /// Whether the sender left elements out, and says so.
    let isSubset: Bool
    /// The severities of an `OperationOutcome`'s issues.
    let severities: [String]
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
        if instance != nil { container.refuse("implicitRules", configuration.collector) }
        subjects =
            try References.read("subject", in: container)
            + References.read("patient", in: container)
        focuses = try References.read("focus", in: container)
        medicationReference = try References.read("medicationReference", in: container).first ?? nil
        isSubset =
            try container.decodeIfPresent(MetaDecoder.self, forKey: JSONKey("meta"))
            .map(\.isSubset) ?? false
        severities =
            resourceType == "OperationOutcome" ? try OutcomeDecoder(from: decoder).severities : []
        contained = try Self.readContained(container, configuration)
        let hasIdentity = resourceType == "Patient" || resourceType == "RelatedPerson"
        identity = hasIdentity ? try IdentityDecoder(from: decoder) : nil
    }

    /// A `Medication` counts only by its code, to which others refer.
    private static func readMedication(
        _ container: KeyedDecodingContainer<JSONKey>,
        _ collector: ProblemCollector
    ) throws -> Instance? {
        container.refuse("modifierExtension", collector)
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
