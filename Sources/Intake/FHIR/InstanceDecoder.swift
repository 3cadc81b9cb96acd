import ClinicalQuality
import Foundation
import UnitsOfMeasure

/// Reads a JSON object as an instance of a class of the FHIR model: the model says what is read,
/// everything else is left behind.
struct InstanceDecoder: DecodableWithConfiguration {
    /// What to read, and where to report.
    struct Configuration {
        let type: ClassType
        let collector: ProblemCollector
        /// What the quantities inside measure: it can decide what their printed units mean.
        var measuring = LaboratoryQuantity.unspecified
        /// Overrides the resource's own `id`, which can be a record number.
        var id: String?

        /// The same for an element of the class `type`.
        func inside(_ type: ClassType) -> Configuration {
            Configuration(type: type, collector: collector, measuring: measuring)
        }
    }

    let instance: Instance

    init(from decoder: any Decoder, configuration: Configuration) throws {
        let container = try decoder.container(keyedBy: JSONKey.self)
        instance = try Self.read(container, configuration)
    }

    /// The instance in `container`.
    static func read(
        _ container: KeyedDecodingContainer<JSONKey>,
        _ configuration: Configuration
    ) throws -> Instance {
        let type = configuration.type
        guard let table = ElementTable.all[type] else {
            return Instance(type: type, elements: type.elements.map { _ in .null })
        }
        // FHIR's data types cannot be modified; they are the classes that convert to `System`.
        if type.conversion == nil {
            container.refuse("modifierExtension", configuration.collector)
        }
        var nested = configuration
        var values = [Value](repeating: .null, count: type.elements.count)
        for entry in table.entries {
            if entry.key.stringValue == "id" {
                if let id = configuration.id { values[entry.element] = .string(id) }
                continue
            }
            guard container.contains(entry.key) else { continue }
            guard try !container.decodeNil(forKey: entry.key) else { continue }
            guard values[entry.element].isNull else {
                configuration.collector.add(.secondAlternative(container.codingPath + [entry.key]))
                continue
            }
            values[entry.element] =
                entry.isList
                ? try readList(entry, container, nested)
                : try readOne(entry, container, nested)
            if entry.element == table.measuredCode {
                nested.measuring = LaboratoryQuantity(code: values[entry.element])
            }
            if let binding = entry.binding, !binding.allows(values[entry.element]) {
                let place = (container.codingPath + [entry.key]).place
                configuration.collector.add(.notAllowed(binding, at: place))
            }
        }
        for (key, element) in table.others where !values[element].isNull {
            guard container.contains(key), try !container.decodeNil(forKey: key) else { continue }
            configuration.collector.add(.secondAlternative(container.codingPath + [key]))
        }
        return checked(Instance(type: type, elements: values), container, configuration)
    }

    private static func readList(
        _ entry: ElementTable.Entry,
        _ container: KeyedDecodingContainer<JSONKey>,
        _ configuration: Configuration
    ) throws -> Value {
        var items = try container.nestedUnkeyedContainer(forKey: entry.key)
        var values: [Value] = []
        while !items.isAtEnd {
            if case .instance(let type) = entry.type {
                let item = try items.decode(
                    InstanceDecoder.self,
                    configuration: configuration.inside(type)
                )
                values.append(.instance(item.instance))
            } else {
                values.append(.string(try items.decode(String.self)))
            }
        }
        return values.isEmpty ? .null : .list(values)
    }

    private static func readOne(
        _ entry: ElementTable.Entry,
        _ container: KeyedDecodingContainer<JSONKey>,
        _ configuration: Configuration
    ) throws -> Value {
        let (key, collector) = (entry.key, configuration.collector)
        switch entry.type {
        case .instance(let type):
            let item = try container.decode(
                InstanceDecoder.self,
                forKey: key,
                configuration: configuration.inside(type)
            )
            return .instance(item.instance)
        case .boolean: return .boolean(try container.decode(Bool.self, forKey: key))
        case .integer: return .integer(try container.decode(Int32.self, forKey: key))
        case .decimal:
            let number = try container.decode(Decimal.self, forKey: key)
            guard let exact = ExactDecimal(number.description) else {
                collector.add(.number(container.codingPath + [key]))
                return .null
            }
            return .decimal(exact)
        case .date, .dateTime, .time:
            let text = try container.decode(String.self, forKey: key)
            return readTime(text, entry.type, container.codingPath + [key], collector)
        default: return .string(try container.decode(String.self, forKey: key))
        }
    }

    private static func readTime(
        _ text: String,
        _ type: DataType,
        _ path: [any CodingKey],
        _ collector: ProblemCollector
    ) -> Value {
        do throws(TemporalError) {
            switch type {
            case .date: return .date(try CalendarDate(fhirDate: text))
            case .time: return .time(try TimeOfDay(fhirTime: text))
            default: return .dateTime(try DateTime(fhirDateTime: text))
            }
        } catch {
            collector.add(
                IntakeProblem(
                    place: path.place,
                    message: error.description,
                    remedy: "write it as FHIR asks, for example 2026-11-21"
                        + " or 2026-11-21T08:30:00+02:00"
                )
            )
            return .null
        }
    }
}
