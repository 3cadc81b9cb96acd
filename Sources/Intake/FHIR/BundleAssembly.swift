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
                resources.append(complete(instance, resource, entry, medications))
            } else {
                ignored[ResourceTypeName.printable(type), default: 0] += 1
            }
        }
        checkTimes(of: resources)
        return resources
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
}

extension Value {
    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}
