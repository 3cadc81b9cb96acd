import ClinicalQuality
import UnitsOfMeasure

extension ClinicalRecord {
    /// The record as a FHIR R4 `Bundle` of type `collection`: UTF-8 JSON.
    ///
    /// It is always the same bytes for the same record. The intake reads it back to an equal
    /// record.
    public func fhirBundle() -> [UInt8] {
        var writer = FHIRWriter()
        writer.write(bundleOf: [patient] + resources)
        return writer.bytes
    }
}

/// Writes instances of the data model as FHIR JSON.
private struct FHIRWriter {
    var bytes: [UInt8] = []

    mutating func write(bundleOf resources: [Instance]) {
        text(#"{"resourceType":"Bundle","type":"collection","entry":["#)
        for (position, resource) in resources.enumerated() {
            if position > 0 { text(",") }
            text(#"{"resource":"#)
            write(resource, resourceType: resource.type.unqualifiedName)
            text("}")
        }
        text("]}\n")
    }

    private mutating func write(_ instance: Instance, resourceType: String?) {
        text("{")
        var isFirst = true
        if let resourceType {
            text(#""resourceType":"#)
            string(resourceType)
            isFirst = false
        }
        for (element, value) in zip(instance.type.elements, instance.elements) {
            if case .null = value { continue }
            if !isFirst { text(",") }
            isFirst = false
            string(element.name + suffix(of: element, value))
            text(":")
            write(value)
        }
        text("}")
    }

    /// `Quantity` in `valueQuantity`: the kind of the value that a choice element holds.
    private func suffix(of element: ClassType.Element, _ value: Value) -> String {
        guard case .choice = element.type else { return "" }
        return switch value {
        case .instance(let instance): instance.type.unqualifiedName
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .decimal: "Decimal"
        case .date: "Date"
        case .dateTime: "DateTime"
        case .time: "Time"
        default: "String"
        }
    }

    private mutating func write(_ value: Value) {
        switch value {
        case .boolean(let flag): text(flag ? "true" : "false")
        case .integer(let number): text(String(number))
        case .long(let number): text(String(number))
        case .decimal(let number): text(number.description)
        case .string(let characters): string(characters)
        case .date(let date): string(date.description)
        case .dateTime(let dateTime): string(dateTime.description)
        case .time(let time): string(time.description)
        case .instance(let instance): write(instance, resourceType: nil)
        case .list(let items):
            text("[")
            for (position, item) in items.enumerated() {
                if position > 0 { text(",") }
                write(item)
            }
            text("]")
        default: text("null")
        }
    }

    private mutating func text(_ ascii: String) {
        bytes.append(contentsOf: ascii.utf8)
    }

    /// A JSON string: only what RFC 8259 asks to be escaped is escaped.
    private mutating func string(_ characters: String) {
        bytes.append(0x22)
        for byte in characters.utf8 {
            switch byte {
            case 0x22: text(#"\""#)
            case 0x5C: text(#"\\"#)
            case 0..<0x20:
                text(#"\u00"#)
                text(byte < 0x10 ? "0" : "1")
                text(String(byte & 0xF, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}

extension ClassType {
    /// `Observation` of `FHIR.Observation`.
    fileprivate var unqualifiedName: String {
        guard let dot = name.lastIndex(of: ".") else { return name }
        return String(name[name.index(after: dot)...])
    }
}
