import Foundation
import TrialDefinition

extension BoundaryMaker {
    /// Sets in the candidate what the limit is about.
    func set(
        _ limit: DecisionLimit,
        _ given: Given,
        _ expectation: BoundaryExpectation,
        _ candidate: inout BaseCandidate
    ) throws {
        switch limit.bound {
        case .day(let event, _), .time(let event, _):
            guard event != "screening" else { break }
            let time = try moment(of: event, in: candidate).time
            candidate.setEvent(event, time: time, status: "completed")
        default: break
        }
        if case .varied(let value) = given, let concept = expectation.variedConcept {
            return try scenes.change(&candidate, concept, value)
        }
        switch limit.subject {
        case .element(let element):
            let isSet =
                switch element.resource {
                case "Observation": try setObservation(element, given, &candidate)
                case "Condition": setCondition(element, given, &candidate)
                case "Consent": setConsents(element, given, &candidate)
                default: setEvent(element, given, &candidate)
                }
            if isSet { return }
        case .age:
            guard case .birthday(let years, let isReached) = given else { break }
            return candidate.setBirth(
                candidate.asOf.adding(isReached ? 0 : 1, .day).adding(-years, .year)
            )
        case .ageOn(let element):
            guard case .birthday(let years, let isReached) = given, let birth = candidate.birth
            else { break }
            let day = birth.adding(years, .year).adding(isReached ? 0 : -1, .day)
            if setCondition(element, .day(day), &candidate) { return }
        case .computed, .unread: break
        }
        throw BoundaryFile.Flaw(description: "nothing is made for \(limit) at \(given)")
    }

    private func setObservation(
        _ element: DecisionLimit.Element,
        _ given: Given,
        _ candidate: inout BaseCandidate
    ) throws -> Bool {
        switch (element.path, given) {
        case ("value", .number(let number)):
            candidate.setObservation(element, try FHIRValue(number))
        case ("value", .quantity(let number, let unit)):
            candidate.setObservation(element, FHIRValue(quantity: number, unit: unit))
        case ("component", .quantity(let number, let unit)):
            return candidate.changeObservation(element) { resource in
                var components = resource["component"] as? [[String: Any]] ?? []
                guard !components.isEmpty else { return }
                components[0]["valueQuantity"] = FHIRValue.quantity(number, unit)
                resource["component"] = components
            }
        case ("effective", .day(let day)):
            guard candidate.changeObservation(element, { $0["effectiveDateTime"] = day.day }) else {
                throw BoundaryFile.Flaw(
                    description: "the scene has no \(element): give its value under `with`"
                )
            }
        default: return false
        }
        return true
    }

    private func setCondition(
        _ element: DecisionLimit.Element,
        _ given: Given,
        _ candidate: inout BaseCandidate
    ) -> Bool {
        let codes = element.codeSet
        if !candidate.editor.resources.contains(where: { BundleEditor.has($0, oneOf: codes) }) {
            candidate.editor.add(BaseCandidate.condition(element, "2025-01-01"))
        }
        let isText = codes.isEmpty
        return candidate.editor.change(
            where: { resource in
                BundleEditor.has(resource, oneOf: codes)
                    || isText && resource["resourceType"] as? String == "Condition"
                        && (resource["code"] as? [String: Any])?["coding"] == nil
            },
            { resource in
                switch (element.path, given) {
                case ("onset", .day(let day)): resource["onsetDateTime"] = day.day
                case ("onset", .quantity(let number, let unit)):
                    resource["onsetDateTime"] = nil
                    resource["onsetAge"] = FHIRValue.quantity(number, unit)
                case ("recordedDate", .day(let day)): resource["recordedDate"] = day.day
                default: break
                }
            }
        )
    }

    private func setConsents(
        _ element: DecisionLimit.Element,
        _ given: Given,
        _ candidate: inout BaseCandidate
    ) -> Bool {
        guard case .day(let day) = given else { return false }
        return candidate.editor.change(
            where: { $0["resourceType"] as? String == "Consent" },
            { resource in
                switch element.path {
                case "dateTime": resource["dateTime"] = day.day
                case "provision.period.start":
                    resource["provision"] = ["period": ["start": day.day]]
                default: resource["provision"] = ["period": ["end": day.day]]
                }
            }
        )
    }

    /// A procedure, drug, vaccine or order at the limit; an event of the trial is moved there.
    private func setEvent(
        _ element: DecisionLimit.Element,
        _ given: Given,
        _ candidate: inout BaseCandidate
    ) -> Bool {
        switch given {
        case .day(let day): add(element, day.day, &candidate)
        case .time(let day): add(element, day.time, &candidate)
        case .quantity(let number, let unit) where element.path == "dosage":
            let time = candidate.asOf.adding(-Self.daysSinceEvent, .day).adding(9, .hour).time
            candidate.event["dose"] = "\(number) \(unit)"
            candidate.event["route"] = "intravenous"
            // The dose is given in the window of the events of the trial, whichever it is.
            for event in ["infusion", "leukapheresis"] {
                let time = try? moment(of: event, in: candidate).time
                candidate.setEvent(event, time: time ?? "", status: "completed")
            }
            candidate.addEvent(element, time)
        default: return false
        }
        return true
    }

    private func add(
        _ element: DecisionLimit.Element,
        _ time: String,
        _ candidate: inout BaseCandidate
    ) {
        let events = candidate.trialEvents(element)
        guard events.isEmpty else {
            for event in events { candidate.moveEvent(event, to: time) }
            return
        }
        candidate.addEvent(element, time)
    }
}
