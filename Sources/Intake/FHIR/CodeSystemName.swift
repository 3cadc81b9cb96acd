import ClinicalQuality

/// Brings the names of code systems into the form that FHIR prescribes, so that a code is found
/// whichever way its system was written.
enum CodeSystemName {
    private static let atc = "http://www.whocc.no/atc"
    private static let cvx = "http://hl7.org/fhir/sid/cvx"
    static let loinc = "http://loinc.org"
    static let ucum = "http://unitsofmeasure.org"

    /// FHIR's name, then what is read as it; letter case, `https`, a slash at the end and blanks
    /// around it do not matter anyway.
    ///
    /// Source: HL7 Terminology (OIDs); those of CVX and ICD-10-CM: [memory].
    private static let table: [(name: String, others: [String])] = [
        (loinc, ["urn:oid:2.16.840.1.113883.6.1", "http://www.loinc.org"]),
        ("http://snomed.info/sct", ["urn:oid:2.16.840.1.113883.6.96"]),
        (atc, ["urn:oid:2.16.840.1.113883.6.73", "http://whocc.no/atc"]),
        (ucum, ["urn:oid:2.16.840.1.113883.6.8"]),
        (cvx, ["urn:oid:2.16.840.1.113883.12.292"]),
        ("http://hl7.org/fhir/sid/icd-10-cm", ["urn:oid:2.16.840.1.113883.6.90"]),
    ]

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for row in table { for spelling in row.others + [row.name] { names[spelling] = row.name } }
        return names
    }()

    /// FHIR's name for the code system that `text` names; `text` itself when it is not known.
    static func normalized(_ text: String, _ collector: ProblemCollector) -> String {
        if names[text] == text { return text }
        var folded = text.lowercased()
        folded.trimPrefix { $0.isWhitespace }
        while let last = folded.last, last == "/" || last.isWhitespace { folded.removeLast() }
        if folded.hasPrefix("https:") {
            folded.remove(at: folded.index(folded.startIndex, offsetBy: 4))
        }
        guard let name = names[folded] else { return text }
        collector.note("a code system that was written in another way was read as \(name)")
        return name
    }

    private static let system = FHIR.coding.index(of: "system")
    private static let code = FHIR.coding.index(of: "code")

    /// `coding` with FHIR's name of the system, an ATC code in capitals, and a CVX code of one digit
    /// with its leading zero.
    static func normalized(_ coding: Instance, _ collector: ProblemCollector) -> Instance {
        guard let system, let code, let text = coding.elements[system].text else { return coding }
        let name = normalized(text, collector)
        guard name != text || name == atc || name == cvx else { return coding }
        var elements = coding.elements
        elements[system] = .string(name)
        if name == atc, let written = elements[code].text, written != written.uppercased() {
            elements[code] = .string(written.uppercased())
            collector.note("an ATC code in lower-case letters was read in capitals")
        }
        if name == cvx, let written = elements[code].text, written.isOneDigit {
            elements[code] = .string("0" + written)
            collector.note("a CVX code of one digit was read with its leading zero")
        }
        return Instance(type: coding.type, elements: elements)
    }
}

extension String {
    fileprivate var isOneDigit: Bool {
        utf8.count == 1 && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
