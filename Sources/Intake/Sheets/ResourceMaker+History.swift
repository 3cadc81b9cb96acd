import TrialDefinition

/// Diagnoses, procedures, drugs, vaccines and consents.
extension ResourceMaker {
    private static let verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
    private static let scope = "http://terminology.hl7.org/CodeSystem/consentscope"

    /// The code in a cell; none for a text, so that it may be anything, as in a bundle.
    private func codes(_ text: String, named: [String: ItemCode] = [:]) -> [ItemCode] {
        if let code = finder.code(text) { return [code] }
        if let code = named[ItemSpelling.folded(text)] { return [code] }
        return []
    }

    mutating func condition(_ entry: SheetEntry) -> Members {
        guard let cell = entry.cells[.value] else { return [] }
        var codes = entry.item.codes
        var status = ItemAnswer?.none
        if codes.isEmpty {
            codes = self.codes(cell.text)
            status = entry.cells[.status].flatMap { answer($0, "verification") }
        } else {
            status = answer(cell, entry.item.answers ?? "verification")
        }
        var members: Members = []
        if let status {
            let code = ItemCode(system: Self.verification, code: status.id)
            members.append(("verificationStatus", .concept([code])))
        }
        members.append(("code", .concept(codes)))
        if let age = entry.cells[.age], let number = number(age) {
            members.append(("onsetAge", years(number)))
        }
        if let onset = date(.date, entry) { members.append(("onsetDateTime", onset)) }
        if let recorded = date(.recorded, entry) { members.append(("recordedDate", recorded)) }
        return members
    }

    private func years(_ number: NumberText) -> JSONPart {
        let unit = number.rest.isEmpty ? "a" : number.rest
        return .object([
            ("value", .literal(number.number)), ("unit", .string(unit)),
            ("system", .string(CodeSystemName.ucum)), ("code", .string(unit)),
        ])
    }

    mutating func procedure(_ entry: SheetEntry) -> Members {
        guard let cell = entry.cells[.value] else { return [] }
        let list = entry.item.answers ?? "procedure-status"
        var status = entry.cells[.status].flatMap { answer($0, list) }
        var codes = entry.item.codes
        if codes.isEmpty {
            codes = self.codes(cell.text)
            if entry.cells[.status] == nil {
                report(
                    SheetProblem(
                        "it is not said whether this was done",
                        "write into `status` one of: \(finder.allowed(list))"
                    ),
                    at: cell.place
                )
            }
        } else {
            status = answer(cell, list)
        }
        return [("status", .string(status?.id ?? "unknown")), ("code", .concept(codes))]
            + time("performed", entry)
    }

    private mutating func drug(_ entry: SheetEntry) -> (String, JSONPart) {
        let text = entry.cells[.value]?.text ?? ""
        var codes = self.codes(text, named: finder.catalog.drugs)
        let atc = finder.catalog.systems["ATC"] ?? ""
        if codes.isEmpty, Self.looksLikeATC(text) {
            codes = [ItemCode(system: atc, code: text.uppercased())]
        }
        return ("medicationCodeableConcept", .concept(codes))
    }

    /// A letter, two digits, two letters, two digits.
    private static func looksLikeATC(_ text: String) -> Bool {
        let pattern = "A00AA00"
        return text.utf8.count == 7
            && zip(text.uppercased(), pattern).allSatisfy { character, kind in
                kind == "A" ? ("A"..."Z").contains(character) : ("0"..."9").contains(character)
            }
    }

    mutating func administration(_ entry: SheetEntry) -> Members {
        var members: Members = [status(entry, "drug-status", or: "completed"), drug(entry)]
        members += time("effective", entry)
        var dosage: Members = []
        if let cell = entry.cells[.dose], let number = number(cell) {
            dosage.append(("dose", Self.quantity(number, unit(number, cell, entry))))
        }
        if let cell = entry.cells[.route], let route = answer(cell, "route") {
            dosage.append(("route", .concept(route.code.map { [$0] } ?? [])))
        }
        return dosage.isEmpty ? members : members + [("dosage", .object(dosage))]
    }

    mutating func statement(_ entry: SheetEntry) -> Members {
        let usual = entry.cells[.end] == nil ? "active" : "completed"
        return [status(entry, "drug-status", or: usual), drug(entry)]
            + time("effective", entry, period: true)
    }

    mutating func order(_ entry: SheetEntry) -> Members {
        let members: Members = [
            status(entry, "drug-status", or: "active"), ("intent", .string("order")), drug(entry),
        ]
        return members + (date(.date, entry).map { [("authoredOn", $0)] } ?? [])
    }

    mutating func vaccine(_ entry: SheetEntry) -> Members {
        let text = entry.cells[.value]?.text ?? ""
        var codes = self.codes(text, named: finder.catalog.vaccines)
        if codes.isEmpty,
            let system = finder.catalog.systems[Self.looksLikeATC(text) ? "ATC" : "CVX"],
            Self.looksLikeATC(text) || text.utf8.count <= 3 && Int(text) != nil
        {
            codes = [ItemCode(system: system, code: text.uppercased())]
        }
        let members: Members = [
            status(entry, "drug-status", or: "completed"), ("vaccineCode", .concept(codes)),
        ]
        return members + (date(.date, entry).map { [("occurrenceDateTime", $0)] } ?? [])
    }

    mutating func consent(_ entry: SheetEntry) -> Members {
        guard let cell = entry.cells[.value] else { return [] }
        let decision = answer(cell, entry.item.answers ?? "decision")
        var members: Members = [
            ("status", .string(decision?.id ?? "draft")),
            ("scope", .concept([ItemCode(system: Self.scope, code: "research")])),
            (
                "category",
                .list((entry.item.codes + [finder.catalog.trial]).map { .concept([$0]) })
            ),
        ]
        if let day = date(.date, entry) { members.append(("dateTime", day)) }
        if let end = date(.end, entry) {
            let period = JSONPart.object([("end", end)])
            members.append(
                ("provision", .object([("type", .string("permit")), ("period", period)]))
            )
        }
        return members
    }
}
