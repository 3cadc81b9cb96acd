import ClinicalQuality

/// The words for codes, as the protocol's code list has them; documents' own display texts are
/// not kept, because free text can hold a name.
struct CodeNames: Sendable {
    private let names: TerminologyNames
    /// The name with which a code is asked for.
    private var groups: [CodeKey: String] = [:]

    init(_ library: CompiledLibrary) {
        names = library.terminologyNames
        for retrieve in library.retrieves {
            guard let name = retrieve.codesName else { continue }
            for key in retrieve.codes ?? [] where groups[key] == nil { groups[key] = name.unquoted }
        }
    }

    /// What `resource` is evidence of; `decides` is whether the explanation is about it.
    ///
    /// `day` is the day from which its age counts.
    func evidence(
        of resource: Instance,
        at day: CalendarDate,
        compared: Phrase?,
        decides: Bool
    ) -> Evidence {
        let group = resource.codeKeys.lazy.compactMap { groups[$0] }.first
        return Evidence(
            source: text(resource, "id") ?? "document",
            kind: resource.type.shortName,
            what: names.title(of: resource, in: group),
            value: value(of: resource),
            compared: compared,
            date: date(of: resource),
            age: firstDay(of: resource)?.days(until: day),
            decides: decides
        )
    }

    private func text(_ resource: Instance, _ element: String) -> String? {
        guard resource.type.index(of: element) != nil,
            case .string(let text) = resource[element]
        else { return nil }
        return text
    }

    private func value(of resource: Instance) -> Phrase? {
        guard resource.type == FHIR.observation else {
            if resource.type == FHIR.patient, case .date(let birth) = resource["birthDate"] {
                return ReportSentence.born(.verbatim("\(birth)"))
            }
            if resource.type == FHIR.condition,
                case .instance(let status) = resource["verificationStatus"]
            {
                return concept(status)
            }
            return text(resource, "status").map(Phrase.term)
        }
        return describe(resource["value"]) ?? absentReason(of: resource)
    }

    private func describe(_ value: Value) -> Phrase? {
        switch value {
        case .instance(let instance) where instance.type == FHIR.codeableConcept:
            return concept(instance)
        case .instance(let instance):
            return Explanation.text(of: instance) ?? ReportSentence.value()
        case .boolean(let flag): return flag ? Sentence.yes() : Sentence.no()
        case .integer(let number): return .verbatim(String(number))
        case .string: return Sentence.textNotShown()
        case .null: return nil
        default: return ReportSentence.value()
        }
    }

    private func concept(_ instance: Instance) -> Phrase {
        guard case .list(let codings) = instance["coding"] else {
            return Sentence.textNotShown()
        }
        for case .instance(let coding) in codings {
            guard let code = text(coding, "code") else { continue }
            if let name = names.name(of: CodeKey(system: text(coding, "system"), code: code)) {
                return .term(name)
            }
        }
        return Sentence.anotherCode()
    }

    private func absentReason(of resource: Instance) -> Phrase? {
        guard case .instance(let reason) = resource["dataAbsentReason"] else { return nil }
        return ReportSentence.absent(concept(reason))
    }

    private func date(of resource: Instance) -> Phrase? {
        guard let time = time(of: resource) else { return nil }
        let day = { (date: CalendarDate) in Phrase.verbatim(date.description) }
        return switch (time.start, time.end) {
        case (let start?, let end?) where time.isPeriod: Sentence.range(day(start), day(end))
        case (let start?, nil) where time.isPeriod: ReportSentence.from(day(start))
        case (nil, let end?): ReportSentence.until(day(end))
        case (let start?, _): day(start)
        case (nil, nil): nil
        }
    }

    /// A period without a beginning has no age.
    private func firstDay(of resource: Instance) -> CalendarDate? {
        time(of: resource).flatMap(\.start)
    }

    private func time(
        of resource: Instance
    ) -> (start: CalendarDate?, end: CalendarDate?, isPeriod: Bool)? {
        func day(_ value: Value) -> CalendarDate? {
            if case .dateTime(let time) = value { time.date } else { nil }
        }
        for element in Self.dateElements where resource.type.index(of: element) != nil {
            switch resource[element] {
            case .dateTime(let time): return (time.date, nil, false)
            case .date(let date): return (date, nil, false)
            case .instance(let period) where period.type == FHIR.period:
                return (day(period["start"]), day(period["end"]), true)
            default: continue
            }
        }
        return nil
    }

    private static let dateElements = [
        "effective", "performed", "onset", "occurrence", "dateTime", "authoredOn", "recordedDate",
    ]
}

extension String {
    /// `Creatinine` of `Terminology."Creatinine"`: a CQL name without library and quotation marks.
    fileprivate var unquoted: String {
        let parts = split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[2].isEmpty ? String(parts[1]) : self
    }
}
