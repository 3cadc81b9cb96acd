import Pseudonymization
import TrialDefinition

extension ResourceMaker {
    /// The Patient of a sheet: what the criteria read, and the identity, which parts from it where
    /// every Patient's does.
    mutating func patient(_ sheet: CandidateSheet, at place: SheetPlace) -> JSONPart {
        let source = sheet.person["birth-date"]?.cell.place.source ?? place.source
        var members: Members = [("resourceType", .string("Patient")), ("id", .string(source))]
        if let cell = sheet.person["birth-date"]?.cell {
            if let day = personalDate(cell) { members.append(("birthDate", .string(day))) }
        } else {
            report(
                SheetProblem(
                    "the birth date is missing",
                    "fill in `birth-date`; a year alone is accepted, and ages then may be unknown"
                ),
                at: place
            )
        }
        if let (item, cell) = sheet.person["sex"],
            let answer = answer(cell, item.answers ?? "sex")
        {
            members.append(("gender", .string(answer.id)))
        }
        members += death(sheet) + site(sheet)
        return .object(members + identity(sheet))
    }

    /// A day without a time.
    private mutating func personalDate(_ cell: SheetCell) -> String? {
        do throws(SheetProblem) {
            return String(try DateText(cell.text, finder.catalog.dates).fhir.prefix { $0 != "T" })
        } catch {
            report(error, at: cell.place)
            return nil
        }
    }

    /// A yes or no, or the day.
    private mutating func death(_ sheet: CandidateSheet) -> Members {
        guard let (item, cell) = sheet.person["death"] else { return [] }
        if let answer = finder.answer(cell.text, in: item.answers ?? "yes-no") {
            return [("deceasedBoolean", .literal(answer.id))]
        }
        return personalDate(cell).map { [("deceasedDateTime", .string($0))] } ?? []
    }

    private mutating func site(_ sheet: CandidateSheet) -> Members {
        guard let cell = sheet.person["site"]?.cell else { return [] }
        guard (try? SiteCode(cell.text)) != nil else {
            report(
                SheetProblem("this is no site code", "write its three capital letters, like BCN"),
                at: cell.place
            )
            return []
        }
        let identifier = JSONPart.object([
            ("system", .string(IdentityDecoder.siteSystem)), ("value", .string(cell.text)),
        ])
        return [("managingOrganization", .object([("identifier", identifier)]))]
    }

    private func identity(_ sheet: CandidateSheet) -> Members {
        func text(_ id: String) -> JSONPart? { sheet.person[id].map { .string($0.cell.text) } }
        var members: Members = []
        var name: Members = []
        if let family = text("family-name") { name.append(("family", family)) }
        if let given = text("given-name") { name.append(("given", .list([given]))) }
        if let whole = text("full-name") { name.append(("text", whole)) }
        if !name.isEmpty { members.append(("name", .list([.object(name)]))) }
        if let number = text("record-number") {
            let system = text("record-system").map { [("system", $0)] } ?? []
            members.append(("identifier", .list([.object(system + [("value", number)])])))
        }
        if let address = text("address") {
            members.append(("address", .list([.object([("text", address)])])))
        }
        if let phone = text("phone") {
            let point = JSONPart.object([("system", .string("phone")), ("value", phone)])
            members.append(("telecom", .list([point])))
        }
        let contacts = [("mother-name", "MTH"), ("father-name", "FTH")].compactMap { id, role in
            text(id).map { name in
                JSONPart.object([
                    ("relationship", .list([.object([("text", .string(role))])])),
                    ("name", .object([("text", name)])),
                ])
            }
        }
        if !contacts.isEmpty { members.append(("contact", .list(contacts))) }
        return members
    }
}
