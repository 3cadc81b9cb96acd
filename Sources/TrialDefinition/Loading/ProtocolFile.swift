import ClinicalQuality

/// `protocol.yaml` as read: the values, and the places to which later checks point.
struct ProtocolFile {
    var id = ""
    var title = ""
    var status = ""
    var sponsor = ""
    var library = ""
    /// The version that this file defines; nil after a problem was reported.
    var version: ProtocolVersion?
    var arms: [ArmDefinition] = []
    var allocation: AllocationPlan?
    var factors: [FactorRow] = []
    var events: [EventRow] = []
    var criteria: [CriterionRow] = []
    /// The place of the `allocation` mapping.
    var allocationNode: YAMLNode?
    var rootNode: YAMLNode

    /// A factor before its expression is resolved.
    struct FactorRow {
        let id, name, expression, source: String
        let levels: [String]
        let node: YAMLNode
    }

    /// An event before its expression is resolved.
    struct EventRow {
        let id, name, expression: String
        let node: YAMLNode
    }

    /// A criterion before its expression is resolved.
    struct CriterionRow {
        let id, title, text, expression, countsFrom, source: String
        let kind: CriterionKind
        let canChange: Bool
        let remedy: Remedy
        let isSeen: Bool
        let node: YAMLNode
    }

    /// The version of the file format that this program reads.
    static let format = 1

    /// Reads `root`; problems are collected in `reader`.
    init(_ root: YAMLNode, _ reader: inout YAMLReader) {
        rootNode = root
        reader.expectKeys(
            [
                "format", "id", "title", "status", "sponsor", "versions", "library", "arms",
                "allocation", "factors", "events", "criteria",
            ],
            in: root
        )
        reader.expectFormat(Self.format, in: root)
        id = reader.text("id", in: root)
        title = reader.text("title", in: root)
        status = reader.text("status", in: root)
        sponsor = reader.text("sponsor", in: root)
        library = reader.text("library", in: root)
        readVersions(&reader)
        if status == TrialProtocol.published {
            refuseConduct(&reader)
        } else {
            readArms(&reader)
            readAllocation(&reader)
        }
        readFactorsAndEvents(&reader)
        readCriteria(&reader)
    }

    private mutating func readVersions(_ reader: inout YAMLReader) {
        for node in reader.list("versions", in: rootNode) {
            reader.expectKeys(["version", "date", "summary"], in: node)
            let number = reader.text("version", in: node)
            let summary = reader.text("summary", in: node)
            guard let date = reader.date("date", in: node) else { continue }
            version = ProtocolVersion(number: number, date: date, summary: summary)
        }
    }

    /// What only a trial that is run here can have.
    private func refuseConduct(_ reader: inout YAMLReader) {
        for key in rootNode.keys where ["arms", "allocation", "factors"].contains(key.text) {
            reader.report(
                "published-trial",
                "a published trial is not run here and has no `\(key.text)`",
                at: key.node
            )
        }
    }

    private mutating func readArms(_ reader: inout YAMLReader) {
        let nodes = reader.list("arms", in: rootNode)
        for node in nodes {
            reader.expectKeys(["id", "name", "ratio", "source"], in: node)
            arms.append(
                ArmDefinition(
                    id: reader.text("id", in: node),
                    name: reader.text("name", in: node),
                    ratio: reader.integer("ratio", in: node, range: 1...100),
                    source: reader.text("source", in: node)
                )
            )
        }
        reader.expectUnique(zip(arms.map(\.id), nodes).map { ($0, $1) })
        if arms.count == 1 {
            reader.report("too-few-arms", "a randomized trial has two arms or more", at: nodes[0])
        }
    }

    private mutating func readAllocation(_ reader: inout YAMLReader) {
        guard let node = rootNode["allocation"] else {
            reader.report("missing-key", "`allocation` is missing", at: rootNode)
            return
        }
        allocationNode = node
        reader.expectKeys(["procedure", "block-sizes", "factors"], in: node)
        let sizes = reader.texts("block-sizes", in: node, allowsEmpty: true)
        let numbers = sizes.compactMap { Int($0) }
        if numbers.count != sizes.count {
            reader.report("not-a-number", "`block-sizes` needs whole numbers", at: node)
        }
        allocation = AllocationPlan(
            procedure: reader.text("procedure", in: node),
            blockSizes: numbers,
            factors: reader.texts("factors", in: node, allowsEmpty: true)
        )
    }

    private mutating func readFactorsAndEvents(_ reader: inout YAMLReader) {
        for node in reader.list("factors", in: rootNode, allowsEmpty: true) {
            reader.expectKeys(["id", "name", "expression", "levels", "source"], in: node)
            factors.append(
                FactorRow(
                    id: reader.text("id", in: node),
                    name: reader.text("name", in: node),
                    expression: reader.text("expression", in: node),
                    source: reader.text("source", in: node),
                    levels: reader.texts("levels", in: node),
                    node: node
                )
            )
        }
        for node in reader.list("events", in: rootNode) {
            reader.expectKeys(["id", "name", "expression"], in: node)
            events.append(
                EventRow(
                    id: reader.text("id", in: node),
                    name: reader.text("name", in: node),
                    expression: reader.text("expression", in: node),
                    node: node
                )
            )
        }
        reader.expectUnique(factors.map { ($0.id, $0.node) })
        reader.expectUnique(events.map { ($0.id, $0.node) })
    }

    private mutating func readCriteria(_ reader: inout YAMLReader) {
        criteria = reader.list("criteria", in: rootNode).map { CriterionRow($0, &reader) }
        reader.expectUnique(criteria.map { ($0.id, $0.node) })
    }
}

extension ProtocolFile.CriterionRow {
    /// Reads a row of the criteria table; problems are collected in `reader`.
    init(_ node: YAMLNode, _ reader: inout YAMLReader) {
        reader.expectKeys(
            [
                "id", "kind", "title", "text", "expression", "counts-from", "changes", "remedy",
                "source", "seen",
            ],
            in: node
        )
        id = reader.text("id", in: node)
        title = reader.text("title", in: node)
        text = reader.text("text", in: node)
        expression = reader.text("expression", in: node)
        countsFrom = reader.text("counts-from", in: node)
        source = reader.text("source", in: node)
        kind = reader.choice("kind", in: node, or: CriterionKind.inclusion)
        canChange = reader.flag("changes", in: node)
        remedy = reader.choice("remedy", in: node, or: Remedy.none)
        isSeen = reader.flag("seen", in: node, or: true)
        self.node = node
    }
}
