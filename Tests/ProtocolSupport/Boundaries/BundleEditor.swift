import Foundation

/// A FHIR bundle as JSON that is changed: what a boundary candidate differs in from its base.
struct BundleEditor {
    typealias Resource = [String: Any]

    private(set) var resources: [Resource]
    private let patientURL: String

    /// A document that cannot be changed.
    struct Unreadable: Error {}

    init(_ document: [UInt8]) throws {
        let object = try JSONSerialization.jsonObject(with: Data(document))
        guard let bundle = object as? Resource, let entries = bundle["entry"] as? [Resource] else {
            throw Unreadable()
        }
        resources = entries.compactMap { $0["resource"] as? Resource }
        let patient = entries.first {
            ($0["resource"] as? Resource)?["resourceType"] as? String == "Patient"
        }
        guard let url = patient?["fullUrl"] as? String else { throw Unreadable() }
        patientURL = url
    }

    /// The changed document.
    func bytes() throws -> [UInt8] {
        let entries = resources.map { resource -> Resource in
            let isPatient = resource["resourceType"] as? String == "Patient"
            return isPatient
                ? ["fullUrl": patientURL, "resource": resource] : ["resource": resource]
        }
        let bundle: Resource = ["resourceType": "Bundle", "type": "collection", "entry": entries]
        return [UInt8](try JSONSerialization.data(withJSONObject: bundle, options: .sortedKeys))
    }

    /// Leaves out what a row cannot read.
    ///
    /// These are resources of other types, results of other codes, and elements that are only for
    /// people. A small document is read many times faster.
    mutating func keepOnly(types: Set<String>, results codes: Set<[String]>) {
        resources = resources.compactMap { resource in
            let type = resource["resourceType"] as? String ?? ""
            if type == "Patient" {
                return resource.filter { Self.patientKeys.contains($0.key) }
            }
            guard types.contains(type) else { return nil }
            if type == "Observation", !Self.has(resource, oneOf: codes) { return nil }
            return resource.filter { !Self.spareKeys.contains($0.key) }
        }
    }

    private static let patientKeys: Set = [
        "resourceType", "id", "gender", "birthDate", "deceasedBoolean", "deceasedDateTime",
        "managingOrganization",
    ]
    private static let spareKeys: Set = ["text", "policyRule"]

    /// Hands each resource that `predicate` holds for to `body`; says whether there was one.
    @discardableResult
    mutating func change(
        where predicate: (Resource) -> Bool,
        _ body: (inout Resource) -> Void
    ) -> Bool {
        var isFound = false
        for index in resources.indices where predicate(resources[index]) {
            body(&resources[index])
            isFound = true
        }
        return isFound
    }

    mutating func remove(where predicate: (Resource) -> Bool) {
        resources.removeAll(where: predicate)
    }

    /// Adds a resource about the patient of the bundle.
    mutating func add(_ resource: Resource) {
        var resource = resource
        let type = resource["resourceType"] as? String ?? ""
        let owner = ["Consent", "Immunization"].contains(type) ? "patient" : "subject"
        resource[owner] = ["reference": patientURL]
        resources.append(resource)
    }

    static func isPatient(_ resource: Resource) -> Bool {
        resource["resourceType"] as? String == "Patient"
    }

    /// Whether `resource` carries one of the codes, in the element in which its type has them.
    static func has(_ resource: Resource, oneOf codes: Set<[String]>) -> Bool {
        let keys = ["code", "medicationCodeableConcept", "vaccineCode"]
        return keys.contains { key in
            let codings = (resource[key] as? Resource)?["coding"] as? [Resource] ?? []
            return codings.contains { coding in
                codes.contains([coding["system"] as? String ?? "", coding["code"] as? String ?? ""])
            }
        }
    }

    static func concept(_ system: String, _ code: String) -> Resource {
        ["coding": [["system": system, "code": code]]]
    }
}
