import ClinicalQuality
import Pseudonymization

extension BundleAssembly {
    func isPatient(
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
    func checkSubject(
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

    func checkPatient(_ resource: ResourceDecoder) {
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

    /// Nothing is given before birth.
    ///
    /// Of a result that is dated so, the criteria say that its day is
    /// not known; a dose would look washed out.
    func checkTimes(of resources: [Instance]) {
        guard case .date(let birth)? = patient.resource?.instance?["birthDate"] else { return }
        for resource in resources {
            guard resource.type != FHIR.observation,
                case .dateTime(let time) = resource["effective"],
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
