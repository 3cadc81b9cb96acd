import ClinicalQuality
import Foundation

extension InstanceDecoder {
    /// What a class asks for beyond its elements.
    static func checked(
        _ instance: Instance,
        _ container: KeyedDecodingContainer<JSONKey>,
        _ configuration: Configuration
    ) -> Instance {
        let collector = configuration.collector
        if instance.type == FHIR.coding { return CodeSystemName.normalized(instance, collector) }
        if instance.type.isQuantity {
            return QuantityReader.checked(
                instance,
                measuring: configuration.measuring,
                place: container.codingPath.place,
                collector
            )
        }
        if instance.type == FHIR.period, instance.isReversedPeriod {
            collector.add(
                IntakeProblem(
                    place: container.codingPath.place,
                    message: "this period ends before it starts",
                    remedy: "correct its start or its end"
                )
            )
        }
        return instance
    }
}

extension ClassType {
    /// Whether this is `FHIR.Quantity` or a specialization (Age, Duration …).
    var isQuantity: Bool {
        self == FHIR.quantity || base?.isQuantity == true
    }
}

extension Instance {
    /// Whether this period certainly ends before it starts.
    var isReversedPeriod: Bool {
        guard case .dateTime(let start) = self["start"], case .dateTime(let end) = self["end"]
        else { return false }
        let operators = Operators(at: start)
        // A date without a time of day is the local one.
        let hasTimes = start.time != nil && end.time != nil
        return operators.compare(start, end, to: hasTimes ? nil : .day).isGreater == true
    }
}

extension IntakeProblem {
    static func secondAlternative(_ path: [any CodingKey]) -> IntakeProblem {
        IntakeProblem(
            place: path.place,
            message: "two alternatives of one element are given, so nobody knows which one holds",
            remedy: "leave only one of them, as FHIR R4 asks"
        )
    }

    static func number(_ path: [any CodingKey]) -> IntakeProblem {
        IntakeProblem(
            place: path.place,
            message: "this number cannot be represented exactly",
            remedy: "write at most 28 digits, without a large exponent"
        )
    }
}
