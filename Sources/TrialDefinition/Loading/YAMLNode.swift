import Yams

/// A YAML node with its place.
struct YAMLNode {
    let node: Yams.Node
    /// The file in which it stands.
    let path: String

    /// 1-based.
    var line: Int { node.mark?.line ?? 1 }
    /// 1-based.
    var column: Int { node.mark?.column ?? 1 }

    /// The keys of a mapping, in the order of the file.
    var keys: [(text: String, node: YAMLNode)] {
        guard let mapping = node.mapping else { return [] }
        return mapping.map { ($0.key.scalar?.string ?? "", YAMLNode(node: $0.key, path: path)) }
    }

    /// The keys of a mapping with their values, in the order of the file.
    var pairs: [(key: YAMLNode, value: YAMLNode)] {
        guard let mapping = node.mapping else { return [] }
        return mapping.map {
            (YAMLNode(node: $0.key, path: path), YAMLNode(node: $0.value, path: path))
        }
    }

    /// The value under `key` of a mapping.
    subscript(key: String) -> YAMLNode? {
        guard let mapping = node.mapping else { return nil }
        for pair in mapping where pair.key.scalar?.string == key {
            return YAMLNode(node: pair.value, path: path)
        }
        return nil
    }

    /// The items of a list.
    var items: [YAMLNode]? {
        node.sequence.map { $0.map { YAMLNode(node: $0, path: path) } }
    }

    /// The text of a scalar, as written.
    var scalar: String? { node.scalar?.string }
}

extension YamlError {
    /// Where the error is, 1-based.
    var place: (line: Int, column: Int) {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            (mark.line, mark.column)
        case .duplicatedKeysInMapping(_, let context): (context.mark.line, context.mark.column)
        default: (1, 1)
        }
    }

    /// What is wrong, without the source text.
    var summary: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        case .duplicatedKeysInMapping: "a key stands twice in one mapping"
        default: "not YAML"
        }
    }
}
