import Foundation
import FoundationXML
import UnitsOfMeasure

/// One case of a UCUM functional test file: its section and its attributes.
struct FunctionalCase: CustomStringConvertible, Sendable {
    let section: String
    let attributes: [String: String]

    subscript(name: String) -> String { attributes[name] ?? "" }

    var description: String { "\(section) \(self["id"])" }
}

/// Reads the functional test files that UCUM implementations share.
///
/// The folder is named by the environment; the files themselves are no part of this package.
final class FunctionalTestFile: NSObject, XMLParserDelegate {
    private var cases: [FunctionalCase] = []
    private var section = ""

    static var folder: URL? {
        guard let path = ProcessInfo.processInfo.environment["MILENARI_CONFORMANCE"] else {
            return nil
        }
        return URL(fileURLWithPath: path).appendingPathComponent("ucum")
    }

    static func cases(in name: String) throws -> [FunctionalCase] {
        guard let url = folder?.appendingPathComponent(name) else { return [] }
        let file = FunctionalTestFile()
        let parser = XMLParser(data: try Data(contentsOf: url))
        parser.delegate = file
        guard parser.parse() else { throw CocoaError(.fileReadCorruptFile) }
        return file.cases
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if name == "case" {
            cases.append(FunctionalCase(section: section, attributes: attributes))
        } else {
            section = name
        }
    }
}
