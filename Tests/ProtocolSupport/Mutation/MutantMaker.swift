import ClinicalQuality
public import TrialDefinition

/// Makes the mutants of a protocol: each comparator, number, unit, window, code and connective
/// changed in turn.
public enum MutantMaker: Sendable {
    /// The mutants of the protocol's own CQL, of the shared CQL that decides a row, and of the
    /// table of criteria; by file and place.
    public static func mutants(of files: DefinitionFiles) throws -> [Mutant] {
        let versions = try ProtocolVersions.load(files)
        let reach = try Reach(files, versions)
        // What a result can be at all is no limit of a protocol, and has tests of its own.
        let plausibility = "\(DefinitionFiles.sharedFolder)/Plausibility.cql"
        let logic = files.paths.filter { $0.hasSuffix(".cql") && $0 != plausibility }.flatMap {
            mutants(of: $0, files.texts[$0] ?? "", reach)
        }
        return logic + TableMutants.all(in: files, versions)
    }

    /// `count` of `mutants`, drawn by `seed`, in their order.
    public static func sample(_ mutants: [Mutant], _ count: Int, seed: UInt64) -> [Mutant] {
        var state = seed
        var places: Set<Int> = []
        while places.count < min(count, mutants.count) {
            // Knuth's MMIX generator; its upper bits are the good ones.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            places.insert(Int((state >> 33) % UInt64(mutants.count)))
        }
        return places.sorted().map { mutants[$0] }
    }

    private static func mutants(of path: String, _ text: String, _ reach: Reach) -> [Mutant] {
        let tokens = CQLToken.all(in: text)
        let parts = reach.parts.filter { $0.location.path == path }
        let silent = reach.silent.filter { $0.path == path }
        return tokens.indices.flatMap { index -> [Mutant] in
            let token = tokens[index]
            guard let part = parts.first(where: { token.isIn($0.location) }),
                !silent.contains(where: token.isIn)
            else { return [] }
            let previous = index > 0 ? tokens[index - 1] : nil
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            var others = Replacements.all(token, after: previous, before: next)
            if token.kind == .name { others += concepts(token, after: previous, reach) }
            return others.map { other in
                Mutant(
                    path: path,
                    text: text,
                    line: token.line,
                    column: token.column,
                    range: token.range,
                    before: token.text,
                    after: other,
                    rows: part.rows
                )
            }
        }
    }

    /// Another concept of the same library, the next one of its file.
    private static func concepts(
        _ token: CQLToken,
        after previous: CQLToken?,
        _ reach: Reach
    ) -> [String] {
        let name = String(token.text.dropFirst().dropLast())
        guard previous?.text == ".",
            let names = reach.concepts.values.first(where: { $0.contains(name) }),
            let index = names.firstIndex(of: name)
        else { return [] }
        return ["\"\(names[(index + 1) % names.count])\""]
    }
}
