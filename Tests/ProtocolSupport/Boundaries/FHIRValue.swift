import Foundation

/// A value of an observation, read from the words of a scene.
struct FHIRValue {
    /// `valueQuantity`, `valueInteger` and the like.
    let key: String
    let value: Any

    private static let findings: [String: (system: String, code: String)] = [
        "positive": ("http://snomed.info/sct", "10828004"),
        "negative": ("http://snomed.info/sct", "260385009"),
    ]

    init(_ text: String) throws {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2, Decimal(string: parts[0]) != nil {
            self.init(quantity: parts[0], unit: parts[1])
        } else if let number = Int(text) {
            self.init(key: "valueInteger", value: number)
        } else if text == "true" || text == "false" {
            self.init(key: "valueBoolean", value: text == "true")
        } else {
            let coding = Self.findings[text] ?? (system: "urn:milenari:finding", code: text)
            self.init(
                key: "valueCodeableConcept",
                value: BundleEditor.concept(coding.system, coding.code)
            )
        }
    }

    init(quantity number: String, unit: String) {
        self.init(key: "valueQuantity", value: Self.quantity(number, unit))
    }

    init(key: String, value: Any) {
        self.key = key
        self.value = value
    }

    static func quantity(_ number: String, _ unit: String) -> [String: Any] {
        [
            "value": NSDecimalNumber(string: number, locale: nil), "unit": unit,
            "system": "http://unitsofmeasure.org", "code": unit,
        ]
    }
}
