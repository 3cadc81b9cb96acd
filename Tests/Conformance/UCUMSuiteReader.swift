import Foundation
import FoundationXML

/// One case of a UCUM functional test file: its section and its attributes.
struct UCUMCase: CustomStringConvertible, Sendable {
    let section: String
    let attributes: [String: String]

    subscript(name: String) -> String { attributes[name] ?? "" }

    var description: String { "\(section) \(self["id"])" }
}

/// Reads the functional test files that UCUM implementations share.
final class UCUMSuiteReader: NSObject, XMLParserDelegate {
    private var cases: [UCUMCase] = []
    private var section = ""

    static func cases(in path: String, _ data: Data) throws(SuiteError) -> [UCUMCase] {
        let reader = UCUMSuiteReader()
        try reader.parse(path, data)
        return reader.cases
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if name == "case", section != "" {
            cases.append(UCUMCase(section: section, attributes: attributes))
        } else {
            section = name
        }
    }
}
