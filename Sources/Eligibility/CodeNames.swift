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
    func evidence(of resource: Instance, decides: Bool) -> Evidence {
        let group = resource.codeKeys.lazy.compactMap { groups[$0] }.first
        return Evidence(
            source: text(resource, "id") ?? "document",
            kind: resource.type.shortName,
            what: names.title(of: resource, in: group),
            value: value(of: resource),
            date: date(of: resource),
            decides: decides
        )
    }

    private func text(_ resource: Instance, _ element: String) -> String? {
        guard resource.type.index(of: element) != nil,
            case .string(let text) = resource[element]
        else { return nil }
        return text
    }

    private func value(of resource: Instance) -> String? {
        guard resource.type == FHIR.observation else {
            if resource.type == FHIR.patient, case .date(let birth) = resource["birthDate"] {
                return "born \(birth)"
            }
            if resource.type == FHIR.condition,
                case .instance(let status) = resource["verificationStatus"]
            {
                return concept(status)
            }
            return text(resource, "status")
        }
        return describe(resource["value"]) ?? absentReason(of: resource)
    }

    private func describe(_ value: Value) -> String? {
        switch value {
        case .instance(let instance) where instance.type == FHIR.codeableConcept:
            return concept(instance)
        case .instance(let instance):
            return Explanation.text(of: instance) ?? "value"
        case .boolean(let flag): return flag ? "yes" : "no"
        case .integer(let number): return String(number)
        case .string: return "text, not shown"
        case .null: return nil
        default: return "value"
        }
    }

    private func concept(_ instance: Instance) -> String {
        guard case .list(let codings) = instance["coding"] else { return "text, not shown" }
        for case .instance(let coding) in codings {
            guard let code = text(coding, "code") else { continue }
            if let name = names.name(of: CodeKey(system: text(coding, "system"), code: code)) {
                return name
            }
        }
        return "another code"
    }

    private func absentReason(of resource: Instance) -> String? {
        guard case .instance(let reason) = resource["dataAbsentReason"] else { return nil }
        return "absent: \(concept(reason))"
    }

    private func date(of resource: Instance) -> String? {
        for element in Self.dateElements where resource.type.index(of: element) != nil {
            switch resource[element] {
            case .dateTime(let time): return time.date.description
            case .date(let date): return date.description
            case .instance(let period) where period.type == FHIR.period:
                return periodText(period)
            default: continue
            }
        }
        return nil
    }

    private func periodText(_ period: Instance) -> String? {
        func day(_ name: String) -> String? {
            if case .dateTime(let time) = period[name] { time.date.description } else { nil }
        }
        return switch (day("start"), day("end")) {
        case (let start?, let end?): "\(start) to \(end)"
        case (let start?, nil): "from \(start)"
        case (nil, let end?): "until \(end)"
        case (nil, nil): nil
        }
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
