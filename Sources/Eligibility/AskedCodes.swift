import ClinicalQuality
import ClinicalRecord

/// The codes that the criteria ask for: they tell what of a record is read, and what is not.
struct AskedCodes: Sendable {
    private var codes: [ClassType: Set<CodeKey>] = [:]

    init(_ library: CompiledLibrary) {
        for retrieve in library.retrieves {
            guard let asked = retrieve.codes else { continue }
            codes[retrieve.type, default: []].formUnion(asked)
        }
    }

    /// The resources of classes in which codes are asked for that carry none of these, together by
    /// class and code, in the order of the document.
    func unread(in record: ClinicalRecord) -> [UnreadRecord] {
        var found: [(kind: String, code: Phrase, sources: [String])] = []
        var places: [[String]: Int] = [:]
        for resource in record.resources {
            guard let asked = codes[resource.type] else { continue }
            let keys = resource.codeKeys
            guard !keys.contains(where: asked.contains) else { continue }
            let row = (resource.type.shortName, Self.name(keys))
            let source = Self.source(resource)
            if let place = places[[row.0, row.1.text]] {
                found[place].sources.append(source)
            } else {
                places[[row.0, row.1.text]] = found.count
                found.append((row.0, row.1, [source]))
            }
        }
        return found.map { UnreadRecord(kind: $0.kind, code: $0.code, sources: $0.sources) }
    }

    /// What was read by its code, each once, in the order in which it was read.
    ///
    /// What was only looked through, to find what cannot be read, is no evidence. The rows of a
    /// query read nothing new: what they need is read before.
    func read(in trace: TraceNode) -> [Instance] {
        trace.resources { part in
            guard case .retrieve(_, codes: nil) = part.kind, let first = part.resources.first
            else { return false }
            return codes[first.type] != nil
        }
    }

    private static func source(_ resource: Instance) -> String {
        if case .string(let id) = resource["id"] { id } else { "document" }
    }

    private static func name(_ keys: [CodeKey]) -> Phrase {
        for key in keys {
            if let system = key.system.flatMap({ PrintableCodeSystem.all[$0] }),
                system.isCode(key.code)
            {
                return .verbatim("\(system.name) \(key.code)")
            }
        }
        return keys.isEmpty ? ReportSentence.textOnly() : ReportSentence.anotherSystem()
    }
}
