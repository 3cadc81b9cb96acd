import ClinicalQuality

/// Ties the names in `protocol.yaml` to the compiled library, and checks that they fit.
struct ProtocolResolver {
    let file: ProtocolFile
    /// The libraries in which definitions are looked for, the newest version's first.
    let units: [CompiledLibrary.Unit]
    var reader: YAMLReader

    /// What the rows of a version are resolved to.
    struct Rows {
        let criteria: [Criterion]
        let factors: [StratificationFactor]
        let events: [ReferenceEvent]
    }

    /// The resolved rows; what does not fit is collected in `reader`.
    mutating func resolve() -> Rows {
        let events = file.events.map { row in
            _ = definition(row.expression, [.date, .dateTime, .any], "a date", at: row.node)
            return ReferenceEvent(id: row.id, name: row.name, expression: row.expression)
        }
        let factors = file.factors.compactMap { row -> StratificationFactor? in
            guard let handle = definition(row.expression, [.string], "a text", at: row.node) else {
                return nil
            }
            return StratificationFactor(
                id: row.id,
                name: row.name,
                expression: row.expression,
                handle: handle,
                levels: row.levels,
                source: row.source
            )
        }
        let criteria = file.criteria.compactMap { row in criterion(row) }
        checkAllocation()
        return Rows(criteria: criteria, factors: factors, events: events)
    }

    private mutating func criterion(_ row: ProtocolFile.CriterionRow) -> Criterion? {
        if !file.events.contains(where: { $0.id == row.countsFrom }), !row.countsFrom.isEmpty {
            let known = file.events.map(\.id).joined(separator: ", ")
            reader.report(
                "unknown-event",
                "`\(row.countsFrom)` is not an event of this protocol; known are \(known)",
                at: row.node["counts-from"] ?? row.node
            )
        }
        guard let handle = definition(row.expression, [.boolean], "true or false", at: row.node)
        else { return nil }
        return Criterion(
            id: row.id,
            kind: row.kind,
            title: row.title,
            text: row.text,
            expression: row.expression,
            handle: handle,
            countsFrom: row.countsFrom,
            canChange: row.canChange,
            remedy: row.remedy,
            source: row.source,
            isSeen: row.isSeen
        )
    }

    /// The definition called `name`, if it has one of `types`.
    private mutating func definition(
        _ name: String,
        _ types: [DataType],
        _ wanted: String,
        at node: YAMLNode
    ) -> DefinitionHandle? {
        guard !name.isEmpty else { return nil }
        let place = node["expression"] ?? node
        guard let unit = units.first(where: { $0.handle(for: name) != nil }),
            let handle = unit.handle(for: name),
            let found = unit.definitions.first(where: { $0.name == name && !$0.isFunction })
        else {
            let files = units.compactMap { $0.path.split(separator: "/").last.map(String.init) }
            reader.report(
                "unknown-define",
                "\(files.joined(separator: ", ")) has no definition called \"\(name)\"",
                at: place,
                suggestion: nearestDefinition(to: name)
            )
            return nil
        }
        guard types.contains(found.type) else {
            reader.report(
                "wrong-type",
                "\"\(name)\" has to give \(wanted), but it gives \(found.type)",
                at: place
            )
            return nil
        }
        return handle
    }

    private func nearestDefinition(to name: String) -> String? {
        let names = units.flatMap(\.definitions).filter { !$0.isFunction }.map(\.name)
        return NearestName.find(name, among: names).map { "\"\($0)\"" }
    }

    private mutating func checkAllocation() {
        guard let node = file.allocationNode, let plan = file.allocation else { return }
        let known = [AllocationPlan.siteFactor] + file.factors.map(\.id)
        for factor in plan.factors where !known.contains(factor) {
            reader.report(
                "unknown-factor",
                "`\(factor)` is neither `site` nor a factor of this protocol",
                at: node["factors"] ?? node
            )
        }
        let unit = file.arms.reduce(0) { $0 + $1.ratio }
        switch plan.procedure {
        case "permuted-blocks":
            let bad = plan.blockSizes.filter { unit == 0 || $0 < 1 || $0 % unit != 0 }
            if plan.blockSizes.isEmpty || !bad.isEmpty {
                reader.report(
                    "bad-block-size",
                    "each block size has to be a multiple of \(unit), the sum of the arms' ratios",
                    at: node["block-sizes"] ?? node
                )
            }
        case "complete": break
        default:
            reader.report(
                "unknown-procedure",
                "`procedure` is permuted-blocks or complete",
                at: node["procedure"] ?? node
            )
        }
    }
}
