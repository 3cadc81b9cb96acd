import Foundation
import TestSupport
import Testing
import TrialDefinition

/// A definition with some changes, and whether one rule has to find something in it.
struct CheckCase: Sendable, CustomStringConvertible {
    let rule: String
    /// What is wrong, or right although it looks wrong.
    let what: String
    let edits: [Edit]
    /// A part of the line at which the rule has to find something; nil when it must find nothing.
    let at: String?
    /// A part of the message of that finding.
    let says: String?

    /// One text replaced by another one; a file that is not there yet has the text "".
    struct Edit: Sendable {
        let file: String
        let old: String
        let new: String
    }

    var description: String { "\(rule): \(what)" }

    static func trips(
        _ rule: String,
        _ what: String,
        at: String,
        says: String? = nil,
        _ edits: Edit...
    ) -> CheckCase {
        CheckCase(rule: rule, what: what, edits: edits, at: at, says: says)
    }

    static func passes(_ rule: String, _ what: String, _ edits: Edit...) -> CheckCase {
        CheckCase(rule: rule, what: what, edits: edits, at: nil, says: nil)
    }

    /// The files of `folder` and the library beside it, with the changes.
    func files(of folder: URL) throws -> DefinitionFiles {
        let name = folder.lastPathComponent
        var texts = try Self.read(folder, as: name)
        let shared = folder.deletingLastPathComponent().appendingPathComponent("Library")
        texts.merge(try Self.read(shared, as: "Library")) { $1 }
        for edit in edits {
            let path = edit.file.hasPrefix("Library/") ? edit.file : "\(name)/\(edit.file)"
            let text = texts[path] ?? ""
            try #require(edit.old.isEmpty || text.contains(edit.old), "\(edit.old) in \(path)")
            texts[path] =
                edit.old.isEmpty
                ? text + edit.new : text.replacingOccurrences(of: edit.old, with: edit.new)
        }
        return DefinitionFiles(protocolFolder: name, texts: texts)
    }

    private static func read(_ folder: URL, as name: String) throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in FileManager.default.subpaths(atPath: folder.path) ?? []
        where path.hasSuffix(".yaml") || path.hasSuffix(".cql") {
            let file = folder.appendingPathComponent(path)
            texts["\(name)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
        }
        return texts
    }
}

extension CheckCase.Edit {
    static func cql(_ old: String, _ new: String) -> Self {
        Self(file: "criteria.cql", old: old, new: new)
    }

    static func table(_ old: String, _ new: String) -> Self {
        Self(file: "protocol.yaml", old: old, new: new)
    }

    static func spanish(_ old: String, _ new: String) -> Self {
        Self(file: "text/es.yaml", old: old, new: new)
    }

    /// A further criterion with a definition of its own, so that the others stay as they are.
    static func criterion(_ id: String, _ kind: String, _ text: String, _ source: String) -> Self {
        table(
            "",
            """
              - id: \(id)
                kind: \(kind)
                title: \(id)
                text: \(text)
                expression: Further
                counts-from: screening
                changes: true
                remedy: correct
                source: "\(source)"

            """
        )
    }

    /// The definition of the further criterion.
    static func further(_ expression: String) -> Self {
        cql("", "\ndefine \"Further\":\n  \(expression)\n")
    }
}
