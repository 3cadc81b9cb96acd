import ClinicalQuality
import Testing
import UnitsOfMeasure

/// The time at which the tests of the engine evaluate.
let evaluationTime = "2026-11-21T12:00:00.000+00:00"

/// The value of an expression without a data model.
func evaluated(_ text: String) throws -> Value {
    var compiler = Compiler(model: .system)
    compiler.settings.unitMismatch = .warning
    let library = try compiler.compileExpression(LibrarySource(path: "test", text: text))
    var evaluation = try Evaluation(
        library,
        over: IndexedRecord(subject: nil, instances: []),
        at: DateTime(evaluationTime)
    )
    return try evaluation.value(of: Compiler.expressionName)
}

/// The rules of the diagnostics that a library gives, sorted by place; empty when it compiles.
func rules(of text: String, including others: [LibrarySource] = []) -> [String] {
    do {
        return try Compiler().compile(LibrarySource(path: "test", text: text), including: others)
            .warnings.map(\.rule)
    } catch {
        return error.diagnostics.map(\.rule)
    }
}

/// The rules of the diagnostics that an expression gives.
func rules(ofExpression text: String) -> [String] {
    rules(of: "using FHIR version '4.0.1'\ncontext Patient\ndefine X:\n  \(text)")
}

/// Objects of a record, made for tests.
enum Chart {
    static func concept(_ system: String, _ code: String) throws -> Value {
        var coding = InstanceBuilder(FHIR.coding)
        try coding.set("system", to: .string(system))
        try coding.set("code", to: .string(code))
        var concept = InstanceBuilder(FHIR.codeableConcept)
        try concept.append("coding", .instance(coding.build()))
        return .instance(concept.build())
    }

    static func quantity(
        _ number: String,
        _ unit: String,
        comparator: String? = nil
    ) throws -> Value {
        var quantity = InstanceBuilder(FHIR.quantity)
        try quantity.set("value", to: .decimal(#require(ExactDecimal(number))))
        try quantity.set("code", to: .string(unit))
        try quantity.set("system", to: .string("http://unitsofmeasure.org"))
        if let comparator { try quantity.set("comparator", to: .string(comparator)) }
        return .instance(quantity.build())
    }

    static func observation(
        _ code: String,
        _ value: Value,
        on date: String?,
        status: String = "final"
    ) throws -> Instance {
        var observation = InstanceBuilder(FHIR.observation)
        try observation.set("status", to: .string(status))
        try observation.set("code", to: concept("http://loinc.org", code))
        if let date {
            try observation.set("effective", to: .dateTime(DateTime(fhirDateTime: date)))
        }
        try observation.set("value", to: value)
        return observation.build()
    }

    static func patient(born date: String?, gender: String = "female") throws -> Instance {
        var patient = InstanceBuilder(FHIR.patient)
        if let date { try patient.set("birthDate", to: .date(CalendarDate(fhirDate: date))) }
        try patient.set("gender", to: .string(gender))
        return patient.build()
    }

    static let header = """
        library Test version '1'
        using FHIR version '4.0.1'
        include FHIRHelpers version '4.0.1' called FHIRHelpers
        codesystem "LOINC": 'http://loinc.org'
        code "Creatinine": '2160-0' from "LOINC" display 'Creatinine'
        code "Karnofsky": '89243-0' from "LOINC"
        code "Lansky": '89244-8' from "LOINC"
        code "Mother": 'MTH' from "LOINC"
        code "Positive": 'pos' from "LOINC"
        code "Negative": 'neg' from "LOINC"
        concept "Performance": { "Karnofsky", "Lansky" } display 'Performance status'
        context Patient

        """

    /// An evaluation of `text` behind the header, over a record with these objects.
    static func evaluation(
        _ text: String,
        _ instances: [Instance],
        patient: Instance? = nil,
        parameters: [String: Value] = [:],
        tracing: Bool = false
    ) throws -> Evaluation {
        let library = try Compiler().compile(LibrarySource(path: "test", text: header + text))
        return try Evaluation(
            library,
            over: IndexedRecord(subject: patient, instances: instances),
            at: DateTime(evaluationTime),
            parameters: parameters,
            tracing: tracing
        )
    }
}
