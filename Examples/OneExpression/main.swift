import ClinicalQuality
import ClinicalRecord
import Foundation
import Intake

let bundle = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let criteria = """
    using FHIR version '4.0.1'
    codesystem "LOINC": 'http://loinc.org'
    code "Creatinine": '2160-0' from "LOINC"
    context Patient
    define "Creatinine was low": exists [Observation: "Creatinine"] O
      where O.value as Quantity <= 1.0 'mg/dL'
    """
let library = try Compiler().compile(LibrarySource(path: "criteria.cql", text: criteria))
let record = try CandidateDocument(fhir: bundle).record
let now = try DateTime("2026-11-21T12:00:00.000+01:00")
var evaluation = try Evaluation(library, over: record.index, at: now)
print(try evaluation.value(of: "Creatinine was low"))
