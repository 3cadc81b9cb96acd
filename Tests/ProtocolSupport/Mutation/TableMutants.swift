import TrialDefinition
import Yams

/// Mutants of the tables of criteria and factors.
enum TableMutants {
    static func all(in files: DefinitionFiles, _ versions: ProtocolVersions) -> [Mutant] {
        let tables = files.paths.filter {
            $0 == "\(files.protocolFolder)/protocol.yaml" || $0.hasSuffix("/amendment.yaml")
        }
        return tables.flatMap { mutants(of: $0, files.texts[$0] ?? "", versions) }
    }

    private static func mutants(
        of path: String,
        _ text: String,
        _ versions: ProtocolVersions
    ) -> [Mutant] {
        guard let root = try? Yams.compose(yaml: text) else { return [] }
        let criteria = root["criteria"].map { Array($0.sequence ?? []) } ?? []
        let factors = root["factors"].map { Array($0.sequence ?? []) } ?? []
        let starts = lineStarts(of: text)
        let all = versions.all.flatMap { $0.criteria.map(\.expression) }
        return (criteria + factors).flatMap { row -> [Mutant] in
            guard let id = row["id"]?.string else { return [] }
            var found: [Mutant] = []
            func change(_ key: String, _ others: (String) -> [String]) {
                guard let node = row[key], let value = node.string, let mark = node.mark,
                    mark.line - 1 < starts.count
                else { return }
                let start = starts[mark.line - 1] + mark.column - 1
                found += others(value).map { other in
                    Mutant(
                        path: path,
                        text: text,
                        line: mark.line,
                        column: mark.column,
                        range: start..<(start + value.unicodeScalars.count),
                        before: value,
                        after: other,
                        rows: [id]
                    )
                }
            }
            change("kind") { [$0 == "inclusion" ? "exclusion" : "inclusion"] }
            change("expression") { expression in
                // The logic of the row after it.
                guard let index = all.firstIndex(of: expression) else { return [] }
                return [all[(index + 1) % all.count]]
            }
            return found
        }
    }

    private static func lineStarts(of text: String) -> [Int] {
        var starts = [0]
        for (index, scalar) in text.unicodeScalars.enumerated() where scalar == "\n" {
            starts.append(index + 1)
        }
        return starts
    }
}
