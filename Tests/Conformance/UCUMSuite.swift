import Foundation
import UnitsOfMeasure

/// The functional tests of UCUM: sections with cases whose attributes are inputs and results.
enum UCUMSuite {
    static func run(_ files: SuiteFiles, _ tally: inout Tally) throws {
        try files.forEach(".xml") { path, data in
            for test in try UCUMSuiteReader.cases(in: path, data) {
                let failure = failure(of: test)
                tally.add("\(path) \(test)", failure, contradiction: contradiction(test))
            }
        }
    }

    /// What other cases contradict; see `Documentation/Conformance.md`.
    private static func contradiction(_ test: UCUMCase) -> String? {
        switch (test["srcUnit"], test["outcome"], test["display"]) {
        case ("s/m/mg", "0.0063", _): "0.0063, the other file 6300"
        case ("s/4.m", "1.6", _): "s/(4.m), but 3-111a works from left to right"
        case (_, _, let text) where text.contains("(Newton)"): "Newton, the table has newton"
        default: nil
        }
    }

    /// Why a case fails; nil when it passes.
    private static func failure(of test: UCUMCase) -> String? {
        do {
            switch test.section {
            case "validation":
                let valid = (try? UnitOfMeasure(test["unit"])) != nil
                return String(valid) == test["valid"] ? nil : "\(test["unit"]) is \(valid)"
            case "displayNameGeneration":
                let name = try unit(test["unit"]).displayName
                return name == test["display"] ? nil : name
            case "conversion":
                let conversion = try unit(test["srcUnit"]).conversion(to: unit(test["dstUnit"]))
                return try mismatch(conversion, test["value"], test["outcome"])
            case "multiplication", "division":
                return try product(test)
            default:
                return "unknown section \(test.section)"
            }
        } catch {
            return "\(error)"
        }
    }

    private static func product(_ test: UCUMCase) throws -> String? {
        let (u1, u2) = (try unit(test["u1"]), try unit(test["u2"]))
        let (v1, v2) = (ExactDecimal(test["v1"]), ExactDecimal(test["v2"]))
        guard let v1, let v2 else { return "unreadable value" }
        let divides = test.section == "division"
        let result = divides ? try u1.divided(by: u2) : try u1.multiplied(by: u2)
        let value = divides ? try v1.divided(by: v2, scale: 28) : try v1.multiplied(by: v2)
        let conversion = try result.conversion(to: unit(test["uRes"]))
        return try mismatch(conversion, value.description, test["vRes"])
    }

    /// The files write 1 as an empty text.
    private static func unit(_ code: String) throws -> UnitOfMeasure {
        code.isEmpty ? .one : try UnitOfMeasure(code)
    }

    /// Compares to the digits of the outcome, since the files give rounded results.
    private static func mismatch(
        _ conversion: UnitConversion,
        _ value: String,
        _ outcome: String
    ) throws -> String? {
        guard let input = ExactDecimal(value) else { return "unreadable value" }
        let digits = significantDigits(outcome)
        let text = try conversion.text(input, significantDigits: min(digits, 100))
        guard let actual = Scientific(text), let wanted = Scientific(outcome) else {
            return "unreadable result \(text)"
        }
        if actual == wanted { return nil }
        return actual.agrees(with: wanted, digits: min(digits, 100)) ? nil : text
    }

    private static func significantDigits(_ text: String) -> Int {
        Scientific(text)?.writtenDigits ?? 0
    }
}

/// A number as digits and exponent, for texts with more digits than an `ExactDecimal` keeps.
private struct Scientific: Equatable {
    let digits: String
    let exponent: Int
    let writtenDigits: Int

    /// Reads `0.00125` or `1.25e-3`: digits 125, exponent of the first digit -3.
    init?(_ text: String) {
        let parts = text.lowercased().split(separator: "e")
        guard let mantissa = parts.first, let power = parts.count > 1 ? Int(parts[1]) : 0 else {
            return nil
        }
        let sides = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(sides[0])
        let all = whole + (sides.count > 1 ? sides[1] : "")
        let leading = all.prefix { $0 == "0" }.count
        let kept = String(all.dropFirst(leading))
        writtenDigits = kept.count
        var digits = kept
        while digits.last == "0" { digits.removeLast() }
        self.digits = digits
        exponent = whole.count - leading - 1 + power
    }

    static func == (left: Scientific, right: Scientific) -> Bool {
        left.digits == right.digits && left.exponent == right.exponent
    }

    /// Whether both have the same leading digits.
    func agrees(with other: Scientific, digits count: Int) -> Bool {
        exponent == other.exponent && digits.prefix(count) == other.digits.prefix(count)
    }
}
