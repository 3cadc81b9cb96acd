public import ClinicalQuality
public import UnitsOfMeasure

/// A number or a day at which the answer to a criterion may turn.
///
/// It is found in the compiled expression of the criterion, together with what is compared there:
/// nobody lists the limits of a protocol by hand. Acquire all with
/// ``DecisionLimits/all(in:)``.
public struct DecisionLimit: Sendable, Hashable {
    /// The `id` of the criterion or the factor.
    public let row: String
    /// What is compared.
    public let subject: Subject
    /// With what it is compared.
    public let bound: Bound

    /// What of a record a criterion compares.
    public enum Subject: Sendable, Hashable {
        /// An element of a resource, such as `effective` of an `Observation`.
        case element(Element)
        /// Completed years on the day of screening.
        case age
        /// Completed years on a day that stands in an element.
        case ageOn(Element)
        /// Something that is computed from several elements.
        case computed([Element])
        /// Something that could not be followed back to the record, in the words of the outline.
        case unread(String)
    }

    /// An element of those resources that carry one of some codes.
    public struct Element: Sendable, Hashable {
        /// The type of the resource, for example `Observation`.
        public let resource: String
        /// The name of the concept that is asked for; nil when every resource of the type is read.
        public let concept: String?
        /// The codes of the concept.
        public let codes: [CodeName]
        /// The path of the element, for example `effective` or `provision.period.start`.
        public let path: String
    }

    /// A code with its system.
    public struct CodeName: Sendable, Hashable {
        /// The URI of the code system.
        public let system: String
        /// The code.
        public let code: String
    }

    /// A limit.
    public enum Bound: Sendable, Hashable {
        /// A number without a unit.
        case number(ExactDecimal)
        /// A number with its unit.
        case quantity(Quantity)
        /// So many times the upper limit of normal that is printed with the result.
        case multiple(ExactDecimal)
        /// The day of an event, or one a span before it; the event is the `id` of a
        /// ``ReferenceEvent``.
        case day(of: String, before: Quantity?)
        /// The same, to the minute.
        case time(of: String, before: Quantity?)
        /// The value of a parameter, which each country's framework gives.
        case parameter(String)
    }
}

extension DecisionLimit: CustomStringConvertible {
    /// The limit in words, for example `Body weight, 10 kg` or `Pegaspargase given, 4 weeks before
    /// infusion`.
    public var description: String { "\(subject), \(bound)" }
}

extension DecisionLimit.Subject: CustomStringConvertible {
    /// What is compared, in words.
    public var description: String {
        switch self {
        case .element(let element): element.description
        case .age: "age"
        case .ageOn(let element): "age at \(element)"
        case .computed(let elements):
            "computed from " + elements.map(\.description).joined(separator: " and ")
        case .unread(let text): text
        }
    }
}

extension DecisionLimit.Element: CustomStringConvertible {
    private static let words = [
        "MedicationAdministration.effective": " given", "MedicationAdministration.dosage": " dose",
        "MedicationStatement.effective": " taken", "MedicationRequest.authoredOn": " ordered",
        "Immunization.occurrence": " vaccinated", "Procedure.performed": " done",
        "Observation.effective": "", "Observation.value": "", "Consent.dateTime": " signed",
    ]

    /// The concept, or the type of the resource, and what of it is compared.
    public var description: String {
        (concept ?? "any \(resource)") + (Self.words["\(resource).\(path)"] ?? " \(path)")
    }
}

extension DecisionLimit.Bound: CustomStringConvertible {
    /// The limit, in words.
    public var description: String {
        switch self {
        case .number(let number): number.description
        case .quantity(let quantity): Self.words(quantity)
        case .multiple(let factor): "\(factor) times the upper limit of normal"
        case .day(let event, nil): "day of \(event)"
        case .time(let event, nil): "time of \(event)"
        case .day(let event, let span?):
            (span.isShorterThanDays ? "the day " : "") + "\(Self.words(span)) before \(event)"
        case .time(let event, let span?): "\(Self.words(span)) before the time of \(event)"
        case .parameter(let name): name
        }
    }

    private static func words(_ quantity: Quantity) -> String {
        switch quantity.unit {
        case .calendar: quantity.description
        case .ucum(let unit): "\(quantity.value) \(unit.code)"
        }
    }
}

extension Quantity {
    fileprivate var isShorterThanDays: Bool {
        if case .calendar(let unit) = unit { return unit > .day }
        return false
    }
}
