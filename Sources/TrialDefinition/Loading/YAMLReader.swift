import ClinicalQuality
import Yams

/// Reads one YAML file into typed values and collects what is wrong, with its place.
///
/// Each `required…` returns a stand-in after reporting a problem; nobody sees the stand-in,
/// because a definition with any error is not handed out.
struct YAMLReader {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String) {
        self.path = path
    }

    /// The root mapping of the file, or nil after reporting why there is none.
    mutating func root(of text: String) -> YAMLNode? {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                report("empty-file", "the file is empty", path: path, line: 1, column: 1)
                return nil
            }
            return YAMLNode(node: node, path: path)
        } catch let error as YamlError {
            let mark = error.place
            report(
                "yaml-syntax",
                error.summary,
                path: path,
                line: mark.line,
                column: mark.column
            )
        } catch {
            report("yaml-syntax", "not YAML", path: path, line: 1, column: 1)
        }
        return nil
    }

    /// Reports an error at `node`.
    mutating func report(
        _ rule: String,
        _ message: String,
        at node: YAMLNode,
        suggestion: String? = nil
    ) {
        report(
            rule,
            message,
            path: node.path,
            line: node.line,
            column: node.column,
            suggestion: suggestion
        )
    }

    private mutating func report(
        _ rule: String,
        _ message: String,
        path: String,
        line: Int,
        column: Int,
        suggestion: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity: .error,
                phase: .semantic,
                rule: rule,
                message: message,
                location: SourceLocation(
                    path: path,
                    line: line,
                    column: column,
                    endLine: line,
                    endColumn: column
                ),
                suggestion: suggestion
            )
        )
    }

    /// Reports every key of `node` that is not in `known`.
    mutating func expectKeys(_ known: [String], in node: YAMLNode) {
        for key in node.keys where !known.contains(key.text) {
            report(
                "unknown-key",
                "`\(key.text)` is not a key here; known are \(known.joined(separator: ", "))",
                at: key.node
            )
        }
    }

    /// The text under `key`; reports when it is missing or not a text.
    mutating func text(_ key: String, in node: YAMLNode) -> String {
        guard let value = node[key] else {
            report("missing-key", "`\(key)` is missing", at: node)
            return ""
        }
        guard let text = value.scalar, !text.isEmpty else {
            report("not-a-text", "`\(key)` needs a text", at: value)
            return ""
        }
        return text
    }

    /// The text under `key`, or nil when there is none.
    mutating func optionalText(_ key: String, in node: YAMLNode) -> String? {
        node[key] == nil ? nil : text(key, in: node)
    }

    /// The whole number under `key`, which has to lie in `range`.
    mutating func integer(_ key: String, in node: YAMLNode, range: ClosedRange<Int>) -> Int {
        let text = text(key, in: node)
        guard let number = Int(text), range.contains(number) else {
            if let value = node[key], !text.isEmpty {
                let bounds = "\(range.lowerBound) to \(range.upperBound)"
                report("not-a-number", "`\(key)` needs a whole number from \(bounds)", at: value)
            }
            return range.lowerBound
        }
        return number
    }

    /// The `true` or `false` under `key`.
    mutating func flag(_ key: String, in node: YAMLNode) -> Bool {
        let text = text(key, in: node)
        if text != "true", text != "false", !text.isEmpty, let value = node[key] {
            report("not-a-flag", "`\(key)` needs true or false", at: value)
        }
        return text == "true"
    }

    /// The `true` or `false` under `key`, or `standard` when there is none.
    mutating func flag(_ key: String, in node: YAMLNode, or standard: Bool) -> Bool {
        node[key] == nil ? standard : flag(key, in: node)
    }

    /// One of the cases of `Choice`, written as its raw value.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String,
        in node: YAMLNode,
        or standIn: Choice
    ) -> Choice where Choice.RawValue == String {
        let text = text(key, in: node)
        if let choice = Choice(rawValue: text) { return choice }
        if let value = node[key], !text.isEmpty {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            report("unknown-choice", "`\(key)` is one of \(known)", at: value)
        }
        return standIn
    }

    /// The items of the list under `key`; reports when it is missing, not a list, or empty
    /// although `allowsEmpty` is false.
    mutating func list(
        _ key: String,
        in node: YAMLNode,
        allowsEmpty: Bool = false
    ) -> [YAMLNode] {
        guard let value = node[key] else {
            if !allowsEmpty { report("missing-key", "`\(key)` is missing", at: node) }
            return []
        }
        guard let items = value.items else {
            report("not-a-list", "`\(key)` needs a list", at: value)
            return []
        }
        if items.isEmpty, !allowsEmpty { report("empty-list", "`\(key)` is empty", at: value) }
        return items
    }

    /// The texts of the list under `key`.
    mutating func texts(_ key: String, in node: YAMLNode, allowsEmpty: Bool = false) -> [String] {
        var result: [String] = []
        for item in list(key, in: node, allowsEmpty: allowsEmpty) {
            if let text = item.scalar {
                result.append(text)
            } else {
                report("not-a-text", "`\(key)` needs a list of texts", at: item)
            }
        }
        return result
    }

    /// The date under `key`, to the day.
    mutating func date(_ key: String, in node: YAMLNode) -> CalendarDate? {
        let text = text(key, in: node)
        if let date = try? CalendarDate(fhirDate: text), date.day != nil { return date }
        if let value = node[key], !text.isEmpty {
            report("not-a-date", "`\(key)` needs a date such as 2026-11-21", at: value)
        }
        return nil
    }

    /// Reports a `format` that is newer than `newest`, which this program reads.
    mutating func expectFormat(_ newest: Int, in root: YAMLNode) {
        guard integer("format", in: root, range: 1...Int.max) > newest else { return }
        report(
            "newer-format",
            "this file has a newer format than the \(newest) that this program reads; "
                + "use a newer milenari",
            at: root["format"] ?? root
        )
    }

    /// Reports each value of `ids` that stands there a second time.
    mutating func expectUnique(_ ids: [(id: String, node: YAMLNode)]) {
        var seen: Set<String> = []
        for (id, node) in ids where !seen.insert(id).inserted && !id.isEmpty {
            report("duplicate-id", "`\(id)` stands here a second time", at: node)
        }
    }
}
