/// Reads `frameworks/XX.yaml`.
enum FrameworkFile {
    /// The framework in `root`; problems are collected in `reader`.
    static func read(_ root: YAMLNode, _ reader: inout YAMLReader) -> CountryFramework? {
        reader.expectKeys(["format", "country", "name", "approvals", "consent", "data"], in: root)
        _ = reader.integer("format", in: root, range: 1...ProtocolFile.format)
        let approvals = readApprovals(root, &reader)
        guard let consentNode = root["consent"] else {
            reader.report("missing-key", "`consent` is missing", at: root)
            return nil
        }
        return CountryFramework(
            country: reader.text("country", in: root),
            name: reader.text("name", in: root),
            approvals: approvals,
            consent: readConsent(consentNode, &reader),
            dataDuties: reader.list("data", in: root, allowsEmpty: true).map { node in
                reader.expectKeys(["id", "text", "source", "verified"], in: node)
                return DataDuty(
                    id: reader.text("id", in: node),
                    text: reader.text("text", in: node),
                    origin: readOrigin(node, &reader)
                )
            }
        )
    }

    private static func readOrigin(_ node: YAMLNode, _ reader: inout YAMLReader) -> RuleOrigin {
        RuleOrigin(
            source: reader.text("source", in: node),
            isVerified: reader.flag("verified", in: node)
        )
    }

    private static func readApprovals(
        _ root: YAMLNode,
        _ reader: inout YAMLReader
    ) -> [ApprovalRule] {
        var approvals: [ApprovalRule] = []
        let nodes = reader.list("approvals", in: root)
        for node in nodes {
            reader.expectKeys(
                ["id", "name", "authority", "needs", "amendments", "source", "verified"],
                in: node
            )
            approvals.append(
                ApprovalRule(
                    id: reader.text("id", in: node),
                    name: reader.text("name", in: node),
                    authority: reader.text("authority", in: node),
                    needs: reader.texts("needs", in: node, allowsEmpty: true),
                    isForAmendments: reader.flag("amendments", in: node),
                    origin: readOrigin(node, &reader)
                )
            )
        }
        reader.expectUnique(zip(approvals.map(\.id), nodes).map { ($0, $1) })
        let known = Set(approvals.map(\.id))
        for (approval, node) in zip(approvals, nodes) {
            for need in approval.needs where !known.contains(need) {
                reader.report(
                    "unknown-approval",
                    "`\(approval.id)` needs `\(need)`, which is not an approval of this country",
                    at: node["needs"] ?? node
                )
            }
        }
        return approvals
    }

    private static func readConsent(_ node: YAMLNode, _ reader: inout YAMLReader) -> ConsentRule {
        reader.expectKeys(
            ["majority", "parents", "assent", "child-refusal", "languages"],
            in: node
        )
        func part(_ key: String, _ keys: [String]) -> YAMLNode {
            guard let part = node[key] else {
                reader.report("missing-key", "`\(key)` is missing", at: node)
                return node
            }
            reader.expectKeys(keys + ["source", "verified"], in: part)
            return part
        }
        let majority = part("majority", ["age"])
        let parents = part("parents", ["must-sign", "substitute"])
        let assent = part("assent", ["from-age"])
        let refusal = part("child-refusal", ["binding"])
        return ConsentRule(
            majority: reader.integer("age", in: majority, range: 1...30),
            majorityOrigin: readOrigin(majority, &reader),
            parentsWhoSign: reader.integer("must-sign", in: parents, range: 1...2),
            substitute: reader.optionalText("substitute", in: parents) ?? "",
            parentsOrigin: readOrigin(parents, &reader),
            assentFrom: reader.integer("from-age", in: assent, range: 1...30),
            assentOrigin: readOrigin(assent, &reader),
            isRefusalBinding: reader.flag("binding", in: refusal),
            refusalOrigin: readOrigin(refusal, &reader),
            languages: reader.texts("languages", in: node)
        )
    }
}
