import ClinicalQuality
import Pseudonymization

/// Puts the parts of a bundle together: whose data it is, what refers to what, what is counted.
struct BundleAssembly {
    let bundle: BundleDecoder
    let patient: EntryDecoder
    let collector: ProblemCollector
    /// Whether every resource has to say that it is about the patient.
    let checksSubjects: Bool

    private(set) var read: [String: Int] = [:]
    private(set) var ignored: [String: Int] = [:]
    private(set) var identity = Identity()

    init(
        bundle: BundleDecoder,
        patient: EntryDecoder,
        collector: ProblemCollector,
        checksSubjects: Bool
    ) {
        self.bundle = bundle
        self.patient = patient
        self.collector = collector
        self.checksSubjects = checksSubjects
    }

    /// The clinical resources, in the order of the bundle; problems go to the collector.
    mutating func assemble() -> [Instance] {
        let medications = MedicationIndex(bundle)
        let reference = PatientReference(patient)
        var resources: [Instance] = []
        for entry in bundle.entries {
            guard let resource = entry.resource else { continue }
            let type = resource.resourceType
            if let parts = resource.identity { identity.add(parts, isPatient: type == "Patient") }
            if checksSubjects { checkSubject(of: resource, entry, reference) }
            if type == "Patient" {
                read[type, default: 0] += 1
                checkPatient(resource)
            } else if !resource.focuses.allSatisfy({ isPatient($0, reference, entry) }) {
                ignored[ResourceTypeName.printable(type), default: 0] += 1
                collector.note(
                    "\(entry.place) was passed over: its focus is somebody or something else than"
                        + " the patient"
                )
            } else if let instance = resource.instance, type != "Medication" {
                read[type, default: 0] += 1
                let complete = complete(instance, resource, entry, medications)
                Plausibility.check(complete, place: entry.place, collector)
                resources.append(complete)
            } else {
                ignored[ResourceTypeName.printable(type), default: 0] += 1
            }
        }
        checkTimes(of: resources)
        return resources
    }

    private func isPatient(
        _ written: String?,
        _ patient: PatientReference,
        _ entry: EntryDecoder
    ) -> Bool {
        written.map { patient.isMeant(by: $0, in: entry) } ?? false
    }

    /// The types whose resources are about a patient, and are read.
    private static let subjectTypes = Set(ElementTable.resources)
        .subtracting(["Patient"]).union(["RelatedPerson"])

    /// Whatever names a subject has to name our patient; what is read has to name one.
    private func checkSubject(
        of resource: ResourceDecoder,
        _ entry: EntryDecoder,
        _ patient: PatientReference
    ) {
        let isMissing = resource.subjects.isEmpty
        if isMissing {
            guard Self.subjectTypes.contains(resource.resourceType) else { return }
        } else if resource.subjects.allSatisfy({ isPatient($0, patient, entry) }) {
            return
        }
        collector.add(
            IntakeProblem(
                place: entry.place + ".subject",
                message: isMissing
                    ? "this resource does not say whose it is"
                    : "this may belong to another patient: it does not refer to the bundle's Patient",
                remedy: "export one bundle for each candidate, in which every resource refers to"
                    + " the Patient by its fullUrl or id"
            )
        )
    }

    private func checkPatient(_ resource: ResourceDecoder) {
        if let parts = resource.identity, parts.siteCode == nil, parts.managingOrganization != nil {
            collector.note(
                "the patient's managing organization is not given as the code of a site (three"
                    + " capital letters), and was not read"
            )
        }
        guard let instance = resource.instance else { return }
        let place = patient.place + ".birthDate"
        if instance["birthDate"].isNull {
            collector.add(
                IntakeProblem(
                    place: place,
                    message: "the patient has no birth date",
                    remedy: "complete it; a year alone is accepted, and ages then may be unknown"
                )
            )
        } else if identity.birthDate == nil {
            collector.add(
                IntakeProblem(
                    place: place,
                    message: "this cannot be the birth date of a patient",
                    remedy: "correct it; the year has to be from 1800 to 2199"
                )
            )
        }
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
                    place: entry.place + ".medicationReference",
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
