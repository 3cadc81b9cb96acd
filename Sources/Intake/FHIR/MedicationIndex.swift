import ClinicalQuality
import Foundation

/// Finds the `Medication` to which a resource refers.
struct MedicationIndex {
    private var codes: [String: Instance] = [:]

    init(_ bundle: BundleDecoder) {
        for entry in bundle.entries {
            guard let resource = entry.resource, resource.resourceType == "Medication",
                let code = resource.instance
            else { continue }
            if let url = entry.fullURL { codes[url] = code }
            if let id = resource.id {
                codes["Medication/\(id)"] = code
                codes["urn:uuid:\(id)"] = code
            }
        }
    }

    /// The code of the medication that `reference` names, in the bundle or inside `resource`.
    func code(of reference: String, in resource: ResourceDecoder) -> Instance? {
        if reference.hasPrefix("#") {
            let id = reference.dropFirst()
            return resource.contained.first { $0.id.map { $0[...] } == id }?.instance
        }
        if let code = codes[reference] { return code }
        guard let range = reference.range(of: "Medication/") else { return nil }
        return codes[String(reference[range.lowerBound...])]
    }
}
