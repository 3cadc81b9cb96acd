import ClinicalQuality

/// Changes of a resource's JSON object that put a text into each element which FHIR has for it:
/// those of the data model one by one, and those that are not read all together.
struct EveryElement {
    typealias Object = [String: Any]

    struct Change {
        let place: String
        let apply: (Object) -> Object
    }

    /// The text; its other spellings pass where only units, or only codes, are read.
    static let canary = "Zzcanaryzz"
    private static let units = [canary, "{\(canary)}", "mg{\(canary)}/dL"]
    private static let codes = [canary, "ZZCANARYZZ1"]
    /// Systems whose codes are read, and shown.
    private static let systems = ["http://loinc.org", "http://snomed.info/sct", canary]

    static func changes(of type: ClassType) -> [Change] {
        modeled(type, depth: 0)
            + [Change(place: "(not read)", apply: { surrounded($0) as? Object ?? $0 })]
    }

    private static func modeled(_ type: ClassType, depth: Int) -> [Change] {
        type.elements.flatMap { element -> [Change] in
            switch element.type {
            case .choice(let alternatives):
                alternatives.flatMap { alternative -> [Change] in
                    let key = element.name + suffix(of: alternative)
                    return changes(key, alternative, depth).map { change in
                        Change(place: change.place) { object in
                            let rest = object.filter {
                                !$0.key.hasPrefix(element.name) || $0.key == key
                            }
                            return change.apply(rest)
                        }
                    }
                }
            default: changes(element.name, element.type, depth)
            }
        }
    }

    private static func changes(_ key: String, _ type: DataType, _ depth: Int) -> [Change] {
        func inside(_ changes: [Change], isList: Bool = false) -> [Change] {
            changes.map { change in
                Change(place: "\(key).\(change.place)") { object in
                    var object = object
                    if isList {
                        let old = object[key] as? [Object] ?? [[:]]
                        object[key] = old.map(change.apply)
                    } else {
                        object[key] = change.apply(object[key] as? Object ?? [:])
                    }
                    return object
                }
            }
        }
        switch type {
        case .string: return [set(key, canary)]
        case .list(.instance(let type)): return inside(parts(of: type, depth), isList: true)
        case .instance(let type): return inside(parts(of: type, depth))
        default: return []
        }
    }

    private static func parts(of type: ClassType, _ depth: Int) -> [Change] {
        if type == FHIR.codeableConcept { return concepts(isDeep: depth > 0) }
        if type.isKind(of: FHIR.quantity) { return quantities(isDeep: depth > 1) }
        return depth < 3 ? modeled(type, depth: depth + 1) : []
    }

    private static func concepts(isDeep: Bool) -> [Change] {
        var changes = [
            Change(place: "text") { $0.merging(["text": canary]) { $1 } },
            Change(place: "display") { concept in
                let codings = concept["coding"] as? [Object] ?? [[:]]
                let more: Object = ["display": canary, "version": canary, "id": canary]
                return concept.merging(["coding": codings.map { $0.merging(more) { $1 } }]) { $1 }
            },
        ]
        for system in isDeep ? [] : systems {
            for code in codes {
                let coding: Object = ["system": system, "code": code, "display": canary]
                changes.append(
                    Change(place: "\(system)|\(code)") {
                        $0.merging(["coding": [coding]]) { $1 }
                    }
                )
            }
        }
        return changes + [
            Change(place: "first coding") { concept in
                let coding: Object = ["system": "http://loinc.org", "code": canary]
                let codings = concept["coding"] as? [Object] ?? []
                return concept.merging(["coding": [coding] + codings]) { $1 }
            }
        ]
    }

    private static func quantities(isDeep: Bool) -> [Change] {
        let number: Object = ["value": 1]
        let texts = isDeep ? [canary] : units
        let other: Object = ["system": canary, "code": canary, "unit": canary]
        let all = texts.flatMap { text -> [Object] in
            [
                ["unit": text], ["code": text, "system": "http://unitsofmeasure.org"],
                ["code": text],
            ]
        }
        return ([["comparator": canary], other] + all).map { more in
            Change(place: more.keys.sorted().joined(separator: "+")) {
                let given = $0["value"] == nil ? $0.merging(number) { $1 } : $0
                let isPrinted = more.count == 1 && more["unit"] != nil
                let kept = isPrinted ? given.filter { $0.key == "value" } : given
                return kept.merging(more) { $1 }
            }
        } + [Change(place: "unit beside a code") { $0.merging(["unit": canary]) { $1 } }]
    }

    private static func set(_ key: String, _ text: String) -> Change {
        Change(place: key) { $0.merging([key: text]) { $1 } }
    }

    /// `value` with elements that nobody reads in each of its objects.
    private static func surrounded(_ value: Any) -> Any {
        if let list = value as? [Any] { return list.map(surrounded) }
        guard let object = value as? Object else { return value }
        var changed = object.mapValues(surrounded)
        let text: Object = ["text": canary, "authorString": canary]
        changed["extension"] = [["url": canary, "valueString": canary]]
        changed["note"] = [text]
        for key in ["display", "comment", "description", "title", "language", "_status", canary] {
            changed[key] = changed[key] ?? canary
        }
        return changed
    }

    private static func suffix(of type: DataType) -> String {
        switch type {
        case .instance(let type): type.shortName.split(separator: ".").last.map(String.init) ?? ""
        case .string: "String"
        default: "Other"
        }
    }
}
