import ClinicalQuality
import ClinicalRecord
import TrialDefinition

/// Makes a candidate's document from a sheet: the cells become the resources that a bundle would
/// have, and take the way of a bundle from there on.
struct SheetIntake {
    let finder: ItemFinder
    /// Where problems are that no cell has, for example a missing birth date.
    let place: SheetPlace
    /// The place of every entry of the bundle, the patient's first.
    private var places: [SheetPlace] = []

    init(_ finder: ItemFinder, at place: SheetPlace) {
        self.finder = finder
        self.place = place
    }

    /// - Throws: ``IntakeError`` with every bad cell, in the order of the sheet.
    mutating func document(_ sheet: CandidateSheet) throws(IntakeError) -> CandidateDocument {
        var maker = ResourceMaker(finder)
        var resources = [maker.patient(sheet, at: place)]
        places = [sheet.person["birth-date"]?.cell.place ?? place]
        for entry in sheet.entries {
            guard let resource = maker.resource(of: entry) else { continue }
            resources.append(resource)
            places.append(entry.place)
        }
        var problems = sheet.problems + maker.problems
        let read = Result { () throws(IntakeError) in
            try FHIRIntake.read(Self.bundle(resources), keepsIDs: true)
        }
        switch read {
        case .success(let parts) where problems.isEmpty:
            return CandidateDocument(
                record: ClinicalRecord(patient: parts.patient, resources: parts.resources),
                identity: parts.identity,
                siteCode: parts.siteCode,
                summary: IntakeSummary(
                    read: parts.summary.read,
                    ignored: parts.summary.ignored,
                    notes: Self.unique(maker.notes) + parts.summary.notes
                )
            )
        case .success: break
        case .failure(let error):
            // What a cell lacks is told already.
            let isBorn = sheet.person["birth-date"] != nil
            problems += error.problems.map(placed).filter { problem in
                problems.allSatisfy { $0.place != problem.place } && (isBorn || !problem.isOfBirth)
            }
        }
        throw IntakeError(problems: Array(problems.prefix(Self.mostProblems)))
    }

    /// More than anybody mends by reading an error.
    private static let mostProblems = 500

    private static func unique(_ notes: [String]) -> [String] {
        var seen: Set<String> = []
        return notes.filter { seen.insert($0).inserted }
    }

    private static func bundle(_ resources: [JSONPart]) -> [UInt8] {
        var bytes: [UInt8] = []
        JSONPart.object([
            ("resourceType", .string("Bundle")), ("type", .string("collection")),
            ("entry", .list(resources.map { .object([("resource", $0)]) })),
        ]).write(to: &bytes)
        return bytes
    }

    /// `row 3, column 5 (creatinine)` in place of `entry[7] Observation.valueQuantity`.
    private func placed(_ problem: IntakeProblem) -> IntakeProblem {
        let digits = problem.place.dropFirst(6).prefix { $0 != "]" }
        guard problem.place.hasPrefix("entry["), let index = Int(digits),
            places.indices.contains(index)
        else { return problem }
        return IntakeProblem(
            place: places[index].words,
            message: problem.message,
            remedy: problem.remedy
        )
    }
}

extension IntakeProblem {
    fileprivate var isOfBirth: Bool {
        place.hasSuffix("birthDate") || message.contains("birth date")
    }
}
