public import ClinicalQuality

/// What is known about a candidate, without identity.
///
/// It holds FHIR resources as the criteria read them, cut down to the elements of the data model;
/// the model has no element that could hold a name, an address or a record number.
/// It does not interpret anything. Acquire one from a document through the intake.
public struct ClinicalRecord: Sendable {
    /// The `Patient`: birth date, administrative gender, death; nothing else.
    public let patient: Instance
    /// All other resources, in the order of the document.
    public let resources: [Instance]

    /// The same, as the criteria are evaluated over it.
    public let index: IndexedRecord

    /// Holds and indexes `resources` of the candidate `patient`.
    public init(patient: Instance, resources: [Instance]) {
        self.patient = patient
        self.resources = resources
        index = IndexedRecord(subject: patient, instances: resources)
    }
}
