import Foundation

/// The resource types of a bundle's entries: problems are easier to find with them.
///
/// Read only when there is a problem, because it reads the document a second time.
struct ResourceTypes {
    private struct Bundle: Decodable {
        let entry: [Entry]?

        struct Entry: Decodable {
            let resource: Resource?
        }

        struct Resource: Decodable {
            let resourceType: String?
        }
    }

    private let types: [String?]

    init(_ bytes: some Collection<UInt8>) {
        let bundle = try? JSONDecoder().decode(Bundle.self, from: Data(bytes))
        types = (bundle?.entry ?? []).map { $0.resource?.resourceType }
    }

    /// `entry[3] Observation.valueQuantity` in place of `entry[3].resource.valueQuantity`.
    func naming(_ problems: [IntakeProblem]) -> [IntakeProblem] {
        problems.map { problem in
            IntakeProblem(
                place: place(problem.place),
                message: problem.message,
                remedy: problem.remedy
            )
        }
    }

    private func place(_ text: String) -> String {
        guard text.hasPrefix("entry["), let end = text.firstIndex(of: "]"),
            let index = Int(text[text.index(text.startIndex, offsetBy: 6)..<end]),
            types.indices.contains(index), let name = types[index]
        else { return text }
        let type = ResourceTypeName.printable(name)
        let rest = text[text.index(after: end)...]
        guard rest.hasPrefix(".resource") else { return text }
        return "entry[\(index)] \(type)" + rest.dropFirst(9)
    }
}
