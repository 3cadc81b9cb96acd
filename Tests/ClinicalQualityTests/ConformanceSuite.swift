import ClinicalQuality
import Foundation
import FoundationXML

/// A case of the public CQL test suite.
struct ConformanceCase {
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
final class ConformanceReader: NSObject, XMLParserDelegate {
    private var cases: [ConformanceCase] = []
    private var file = ""
    private var group = ""
    private var name = ""
    private var text = ""
    private var expression = ""
    private var invalid: String?
    private var outputs: [String] = []

    static func cases(in directory: URL) throws -> [ConformanceCase] {
        let reader = ConformanceReader()
        let files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        for file in files.sorted() where file.hasSuffix(".xml") {
            reader.file = String(file.dropLast(4))
            let parser = XMLParser(data: try Data(contentsOf: directory.appending(path: file)))
            parser.delegate = reader
            guard parser.parse() else { throw CocoaError(.fileReadCorruptFile) }
        }
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
                ConformanceCase(
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

/// Evaluates a case and judges the result.
enum ConformanceJudge {
    private enum Outcome {
        case value(Value)
        case refused(phase: String, String)
    }

    /// Nil when the case passes, else what went wrong.
    static func failure(of test: ConformanceCase, at now: DateTime) -> String? {
        let outcome = evaluate(test.expression, at: now)
        if let invalid = test.invalid {
            guard case .refused(let phase, _) = outcome else {
                return "was not refused: \(outcome)"
            }
            return invalid == "true" || invalid == phase ? nil : "refused as \(phase)"
        }
        guard case .value(let value) = outcome else { return "\(outcome)" }
        guard let output = test.outputs.first else { return nil }
        guard case .value(let wanted) = evaluate(output, at: now) else {
            return "the output \(output) cannot be read: \(evaluate(output, at: now))"
        }
        return matches(value, wanted, Operators(at: now)) ? nil : "\(value) instead of \(wanted)"
    }

    private static func evaluate(_ text: String, at now: DateTime) -> Outcome {
        var compiler = Compiler(model: .system)
        compiler.settings.unitMismatch = .warning
        do {
            let library = try compiler.compileExpression(
                LibrarySource(path: "case", text: text)
            )
            var evaluation = try Evaluation(
                library,
                over: IndexedRecord(subject: nil, instances: []),
                at: now
            )
            return .value(try evaluation.value(of: Compiler.expressionName))
        } catch let failure as CompilationFailure {
            return .refused(
                phase: failure.diagnostics.first?.phase.rawValue ?? "",
                "\(failure)"
            )
        } catch {
            return .refused(phase: "execution", "\(error)")
        }
    }

    /// Equal, or null in the same places; an uncertainty equals the interval of its ends.
    private static func matches(_ left: Value, _ right: Value, _ operators: Operators) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.list(let first), .list(let second)):
            first.count == second.count
                && zip(first, second).allSatisfy { matches($0, $1, operators) }
        case (.tuple(let first), .tuple(let second)):
            first.names == second.names
                && zip(first.values, second.values).allSatisfy { matches($0, $1, operators) }
        case (.interval(let first), .interval(let second)):
            operators.equal(left, right) == true
                || matches(first.low, second.low, operators)
                    && matches(first.high, second.high, operators)
                    && first.lowClosed == second.lowClosed
                    && first.highClosed == second.highClosed
        default:
            operators.equal(left, right) == true
                || left.description == right.description
        }
    }
}
