/// Any key of a JSON object.
struct JSONKey: CodingKey, Hashable {
    let stringValue: String
    let intValue: Int?

    init(_ text: String) {
        stringValue = text
        intValue = nil
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}

extension KeyedDecodingContainer<JSONKey> {
    /// Reports the element `name` if it is there: FHIR forbids to process what has it without
    /// understanding it, because it can turn the meaning around.
    func refuse(_ name: String, _ collector: ProblemCollector) {
        guard contains(JSONKey(name)) else { return }
        collector.add(
            IntakeProblem(
                place: (codingPath + [JSONKey(name)]).place,
                message: "this can change the meaning of what it stands in, and is not understood",
                remedy: "export the data without it, or enter what it says in standard elements"
            )
        )
    }
}

extension [any CodingKey] {
    /// The place as errors name it, for example `entry[3].resource.valueQuantity.value`.
    var place: String {
        var text = ""
        for key in self {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text
    }
}
