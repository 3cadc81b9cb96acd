import ClinicalQuality
public import ClinicalRecord
import Foundation
import Pseudonymization

extension CandidateDocument {
    /// Takes in a FHIR R4 JSON `Bundle` with exactly one `Patient`.
    ///
    /// Entries may stand in any order. Resources that the data model does not have are counted
    /// and passed over. Everything that is wrong is thrown together; nothing is repaired.
    ///
    /// - Parameter bytes: UTF-8 JSON, at most ``largest`` bytes.
    /// - Throws: ``IntakeError`` with every problem and its place; no text holds a value of the
    ///   document.
    public init(fhir bytes: some Collection<UInt8>) throws(IntakeError) {
        let parts = try FHIRIntake.read(bytes, keepsIDs: false)
        record = ClinicalRecord(patient: parts.patient, resources: parts.resources)
        identity = parts.identity
        siteCode = parts.siteCode
        summary = parts.summary
    }
}

extension CandidateDocument {
    /// The number of bytes that a document may have: about 200,000 measurements, for which the
    /// intake needs a gigabyte of memory.
    public static let largest = 100_000_000
}

extension ClinicalRecord {
    /// Reads back what ``ClinicalRecord/fhirBundle()`` wrote.
    public init(storedBundle bytes: some Collection<UInt8>) throws(IntakeError) {
        let parts = try FHIRIntake.read(bytes, keepsIDs: true)
        self.init(patient: parts.patient, resources: parts.resources)
    }
}

/// Reads a bundle and takes it apart.
enum FHIRIntake {
    struct Parts {
        let patient: Instance
        let resources: [Instance]
        let identity: Identity
        let siteCode: String?
        let summary: IntakeSummary
    }

    /// What a candidate's data can come in.
    static let bundleTypes = ["collection", "searchset", "transaction", "batch", "document"]

    static func read(
        _ bytes: some Collection<UInt8>,
        keepsIDs: Bool
    ) throws(IntakeError) -> Parts {
        guard bytes.count <= CandidateDocument.largest else {
            throw IntakeError.one(
                "document",
                "this is larger than \(CandidateDocument.largest / 1_000_000) MB",
                "export the data of this one candidate, as far as criteria ask for them"
            )
        }
        let collector = ProblemCollector()
        let bytes = Array(bytes)
        do throws(StrictJSON.Flaw) {
            try StrictJSON.check(bytes)
        } catch {
            throw IntakeError(problems: [IntakeProblem(error, in: bytes)])
        }
        let bundle = try decode(bytes, keepsIDs, collector)
        guard bundleTypes.contains(bundle.type) else {
            throw IntakeError.one(
                "Bundle.type",
                "this is not a bundle of one candidate's data",
                "export a bundle of type \(bundleTypes.joined(separator: ", "))"
            )
        }
        let patient = try onlyPatient(of: bundle)
        // Our own records have no references, and were checked when they were taken in.
        if !keepsIDs { BundleCompleteness.check(bundle, collector) }
        var assembly = BundleAssembly(
            bundle: bundle,
            patient: patient,
            collector: collector,
            checksSubjects: !keepsIDs
        )
        let resources = assembly.assemble()
        let problems = collector.problems
        guard problems.isEmpty, let instance = patient.resource?.instance else {
            throw IntakeError(problems: ResourceTypes(bytes).naming(problems))
        }
        return Parts(
            patient: instance,
            resources: resources,
            identity: assembly.identity,
            siteCode: patient.resource?.identity?.siteCode,
            summary: IntakeSummary(
                read: assembly.read,
                ignored: assembly.ignored,
                notes: collector.notes
            )
        )
    }

    private static func decode(
        _ bytes: [UInt8],
        _ keepsIDs: Bool,
        _ collector: ProblemCollector
    ) throws(IntakeError) -> BundleDecoder {
        do {
            return try JSONDecoder().decode(
                BundleDecoder.self,
                from: Data(bytes),
                configuration: .init(collector: collector, keepsIDs: keepsIDs)
            )
        } catch is BundleDecoder.NotABundle {
            throw IntakeError.one(
                "document",
                "this JSON is not a FHIR Bundle",
                "export the candidate's data as a FHIR R4 Bundle"
            )
        } catch let error as DecodingError {
            let problems = collector.problems + [IntakeProblem(error)]
            throw IntakeError(problems: ResourceTypes(bytes).naming(problems))
        } catch {
            throw IntakeError.one("document", "this is not JSON", "export it again as FHIR JSON")
        }
    }

    private static func onlyPatient(of bundle: BundleDecoder) throws(IntakeError) -> EntryDecoder {
        let patients = bundle.entries.filter { $0.resource?.resourceType == "Patient" }
        guard let patient = patients.first else {
            throw IntakeError.one(
                "Bundle.entry",
                "there is no Patient in this bundle",
                "export the bundle with the Patient resource"
            )
        }
        guard patients.count == 1 else {
            throw IntakeError.one(
                "entry[\(patients[1].position)]",
                "there are \(patients.count) Patients in this bundle",
                "export one bundle for each candidate"
            )
        }
        return patient
    }
}

extension IntakeError {
    static func one(_ place: String, _ message: String, _ remedy: String) -> IntakeError {
        IntakeError(problems: [IntakeProblem(place: place, message: message, remedy: remedy)])
    }
}

extension IntakeProblem {
    /// What a decoder found, without the value that it found.
    init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(let type, let context):
            self.init(
                place: context.codingPath.isEmpty ? "document" : context.codingPath.place,
                message: "this should be \(Self.name(of: type))",
                remedy: "correct it as FHIR R4 defines the element"
            )
        case .valueNotFound(_, let context):
            self.init(
                place: context.codingPath.place,
                message: "this is null",
                remedy: "give a value, or leave the element out"
            )
        case .keyNotFound(let key, let context):
            self.init(
                place: (context.codingPath + [key]).place,
                message: "this is missing",
                remedy: "complete it as FHIR R4 defines the resource"
            )
        case .dataCorrupted(let context):
            let path = context.codingPath.place
            self.init(
                place: path.isEmpty ? Self.syntaxPlace(context) : path,
                message: path.isEmpty
                    ? "this is not valid JSON, or a number in it is too large"
                    : "this value cannot be read",
                remedy: path.isEmpty
                    ? "export the file again as FHIR JSON, whole and in UTF-8"
                    : "correct it as FHIR R4 defines the element"
            )
        @unknown default:
            self.init(
                place: "document",
                message: "this cannot be read",
                remedy: "export the file again as FHIR JSON"
            )
        }
    }

    private static func name(of type: Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is Int32.Type, is Decimal.Type: "a number"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }

    /// `line 5, column 3`, which the JSON parser gives only inside a sentence.
    private static func syntaxPlace(_ context: DecodingError.Context) -> String {
        let text = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
        guard let text,
            let range = text.range(of: #"line \d+, column \d+"#, options: .regularExpression)
        else { return "document" }
        return String(text[range])
    }
}
