import Foundation
import FoundationXML

/// A case of the public CQL test suite.
struct CQLCase {
    let file: String
    let group: String
    let name: String
    let expression: String
    /// The value of the attribute `invalid`, or nil.
    let invalid: String?
    let outputs: [String]

    var title: String { "\(file)/\(group)/\(name)" }
}

/// Reads the files of the suite.
final class CQLSuiteReader: NSObject, XMLParserDelegate {
    private var cases: [CQLCase] = []
    private var file = ""
    private var group = ""
    private var name = ""
    private var text = ""
    private var expression = ""
    private var invalid: String?
    private var outputs: [String] = []

    static func cases(in path: String, _ data: Data) throws(SuiteError) -> [CQLCase] {
        let reader = CQLSuiteReader()
        reader.file = String(path.dropLast(".xml".count))
        try reader.parse(path, data)
        return reader.cases
    }

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        switch element {
        case "group": group = attributes["name"] ?? ""
        case "test":
            name = attributes["name"] ?? ""
            expression = ""
            invalid = nil
            outputs = []
        case "expression": invalid = attributes["invalid"]
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser,
        didEndElement element: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        switch element {
        case "expression": expression = text
        case "output": outputs.append(text)
        case "test":
            cases.append(
                CQLCase(
                    file: file,
                    group: group,
                    name: name,
                    expression: expression,
                    invalid: invalid == "false" ? nil : invalid,
                    outputs: outputs
                )
            )
        default: break
        }
    }
}
