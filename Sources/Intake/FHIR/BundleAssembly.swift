import ClinicalQuality
import Pseudonymization

/// Puts the parts of a bundle together: whose data it is, what refers to what, what is counted.
struct BundleAssembly {
    let bundle: BundleDecoder
    let patient: EntryDecoder
    let collector: ProblemCollector

    private(set) var read: [String: Int] = [:]
    private(set) var ignored: [String: Int] = [:]
    private(set) var identity = Identity()

    init(bundle: BundleDecoder, patient: EntryDecoder, collector: ProblemCollector) {
        self.bundle = bundle
        self.patient = patient
        self.collector = collector
    }

    /// The clinical resources, in the order of the bundle; problems go to the collector.
    mutating func assemble() -> [Instance] {
        let medications = MedicationIndex(bundle)
        let names = patientNames
        var resources: [Instance] = []
        for entry in bundle.entries {
            guard let resource = entry.resource else { continue }
            let type = resource.resourceType
            if let parts = resource.identity { identity.add(parts, isPatient: type == "Patient") }
            checkSubject(of: resource, entry, names)
            if type == "Patient" {
                read[type, default: 0] += 1
                checkPatient(resource)
            } else if let instance = resource.instance, type != "Medication" {
                read[type, default: 0] += 1
                let complete = complete(instance, resource, entry, medications)
                Plausibility.check(complete, place: place(of: entry), collector)
                resources.append(complete)
            } else {
                ignored[type, default: 0] += 1
            }
        }
        checkTimes(of: resources)
        return resources
    }

    private func place(of entry: EntryDecoder) -> String {
        "entry[\(entry.position)] \(entry.resource?.resourceType ?? "")"
    }

    /// How references can name the one patient.
    private var patientNames: Set<String> {
        var names: Set<String> = []
        if let url = patient.fullURL { names.insert(url) }
        if let id = patient.resource?.id {
            names.formUnion(["Patient/\(id)", "urn:uuid:\(id)", id])
        }
        return names
    }

    private func checkSubject(
        of resource: ResourceDecoder,
        _ entry: EntryDecoder,
        _ names: Set<String>
    ) {
        guard let subject = resource.subject, !names.isEmpty, !subject.hasPrefix("#") else {
            return
        }
        let isOurs =
            names.contains(subject) || names.contains { subject.hasSuffix("/" + $0) }
            || names.contains { $0.hasSuffix("/" + subject) }
        guard !isOurs else { return }
        collector.add(
            IntakeProblem(
                place: place(of: entry) + ".subject",
                message: "this resource belongs to another patient than the bundle's",
                remedy: "export one bundle for each candidate"
            )
        )
    }

    private func checkPatient(_ resource: ResourceDecoder) {
        guard let instance = resource.instance, instance["birthDate"].isNull else { return }
        collector.add(
            IntakeProblem(
                place: place(of: patient) + ".birthDate",
                message: "the patient has no birth date",
                remedy: "complete it; a year alone is accepted, and ages then may be unknown"
            )
        )
    }

    /// A medication given by reference gets the code of what it refers to.
    private func complete(
        _ instance: Instance,
        _ resource: ResourceDecoder,
        _ entry: EntryDecoder,
        _ medications: MedicationIndex
    ) -> Instance {
        guard let reference = resource.medicationReference,
            let position = instance.type.index(of: "medication")
        else { return instance }
        guard let code = medications.code(of: reference, in: resource) else {
            collector.add(
                IntakeProblem(
                    place: place(of: entry) + ".medicationReference",
                    message: "the Medication that is referred to is not in this bundle",
                    remedy: "export the bundle with its Medication resources"
                )
            )
            return instance
        }
        var elements = instance.elements
        elements[position] = .instance(code)
        return Instance(type: instance.type, elements: elements)
    }

    /// Nothing is measured before birth.
    private func checkTimes(of resources: [Instance]) {
        guard case .date(let birth)? = patient.resource?.instance?["birthDate"] else { return }
        for resource in resources {
            guard case .dateTime(let time) = resource["effective"],
                case .string(let id) = resource["id"], time.date.isBefore(birth)
            else { continue }
            let position = id.split(separator: "-").last ?? ""
            collector.add(
                IntakeProblem(
                    place: "entry[\(position)].effectiveDateTime",
                    message: "this lies before the patient's birth",
                    remedy: "correct the date, or the patient's birth date"
                )
            )
        }
    }
}

extension Value {
    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

extension CalendarDate {
    /// Whether every day that this date can mean lies before every day that `other` can mean.
    func isBefore(_ other: CalendarDate) -> Bool {
        if year != other.year { return year < other.year }
        guard let month, let otherMonth = other.month else { return false }
        if month != otherMonth { return month < otherMonth }
        guard let day, let otherDay = other.day else { return false }
        return day < otherDay
    }
}
