import ClinicalQuality
import Eligibility
import TrialDefinition
import TrialOffice

/// What a screening report says, for every format: in phrases, in the order of the report.
struct ReportContent {
    let screening: Screening

    var report: EligibilityReport { screening.report }

    /// The criteria by what they mean for the candidate: first what decides.
    var parts: [(effect: CriterionEffect, title: Phrase, answers: [CriterionAnswer])] {
        let titles: [(CriterionEffect, ReportWord)] = [
            (.excludes, .standsInTheWay), (.open, .open), (.allows, .holds),
        ]
        return titles.compactMap { effect, title in
            let answers = report.criteria.filter { $0.effect == effect }
            guard !answers.isEmpty else { return nil }
            return (effect, Sentence.aside(title(), .verbatim("\(answers.count)")), answers)
        }
    }

    /// Trial, version, site, number, day and document.
    var fields: [(name: Phrase, value: Phrase)] {
        let site = report.site.map { site in
            report.country.map { Sentence.aside(.verbatim(site), .verbatim($0)) }
                ?? .verbatim(site)
        }
        return [
            (ReportWord.trial(), .verbatim(report.protocolID)),
            (ReportWord.version(), .verbatim(report.protocolVersion)),
            (ReportWord.site(), site ?? ReportWord.noSite()),
            (
                ReportWord.screening(),
                screening.number.isEmpty ? ReportWord.notRecorded() : .verbatim(screening.number)
            ),
            (ReportWord.asOf(), .verbatim(report.asOf)),
        ] + (screening.again.map { [(ReportWord.again(), .verbatim($0))] } ?? []) + [
            (ReportWord.document(), .verbatim(screening.document))
        ]
    }

    /// The overall answer, and what it rests on.
    var verdict: (word: Phrase, rest: Phrase) {
        func count(_ effect: CriterionEffect) -> Phrase {
            .verbatim("\(report.criteria.count { $0.effect == effect })")
        }
        return switch report.verdict {
        case .eligible: (ReportWord.eligible(), ReportWord.allHold())
        case .ineligible:
            (ReportWord.ineligible(), ReportWord.counted(count(.excludes), count(.open)))
        case .undetermined: (ReportWord.undetermined(), ReportWord.onlyOpen(count(.open)))
        }
    }

    /// For an exclusion, `met` would be misread: the excluded thing is there, or it is not.
    func said(_ answer: CriterionAnswer) -> Phrase {
        switch (answer.kind, answer.answer) {
        case (.exclusion, .met): ReportWord.exclusionPresent()
        case (.exclusion, .notMet): ReportWord.exclusionAbsent()
        case (.exclusion, .unknown): ReportWord.exclusionUnknown()
        case (.inclusion, .met): ReportWord.inclusionMet()
        case (.inclusion, .notMet): ReportWord.inclusionNotMet()
        case (.inclusion, .unknown): ReportWord.inclusionUnknown()
        }
    }

    /// An answer by a rule of which nobody saw the text shows that wherever it stands.
    func title(_ answer: CriterionAnswer) -> Phrase {
        answer.isSeen ? answer.title : ReportWord.notSeen(answer.title)
    }

    /// What decided: for an unknown the reasons first, then the comparisons.
    func why(_ answer: CriterionAnswer) -> [Phrase] {
        var reasons: [(text: Phrase, subjects: [Phrase])] = []
        for reason in answer.reasons {
            let subjects = reason.subject.map { [$0] } ?? []
            if let index = reasons.firstIndex(where: { $0.text == reason.text }) {
                reasons[index].subjects += subjects
            } else {
                reasons.append((reason.text, subjects))
            }
        }
        return reasons.map { reason in
            reason.subjects.isEmpty
                ? reason.text : Sentence.about(.all(reason.subjects, .semicolon), reason.text)
        } + answer.explanation
    }

    /// The birth date is read for nearly every criterion, to find results dated before it.
    func evidence(_ answer: CriterionAnswer) -> [Evidence] {
        answer.evidence.filter { $0.decides || $0.kind != "Patient" }
    }

    /// A row of a criterion that holds: what it is, the answer, why, and the evidence that decided.
    func row(_ answer: CriterionAnswer) -> [Phrase?] {
        let name = Sentence.named(.verbatim(answer.id), title(answer))
        let shown = answer.evidence.filter { $0.decides && $0.kind != "Patient" }
        let decided = shown.map { evidence in
            let value = evidence.value.map { Sentence.named(evidence.what, $0) } ?? evidence.what
            let rest = [evidence.date, age(evidence), place(evidence)].compactMap(\.self)
            return Phrase.list([value] + rest, .comma)
        }
        return [
            name, said(answer), answer.explanation.first ?? why(answer).first,
            decided.isEmpty ? nil : .all(decided, .semicolon),
        ]
    }

    /// The head of the rows of criteria that hold.
    var rowHead: [Phrase] {
        [ReportWord.criterion(), ReportWord.answer(), ReportWord.because(), ReportWord.evidence()]
    }

    /// The evidence as a table, without the columns in which nothing stands; nil without evidence.
    func table(_ answer: CriterionAnswer) -> (head: [Phrase], rows: [[Phrase?]])? {
        let rows = evidence(answer).map { evidence in
            [
                evidence.what, evidence.value, evidence.compared, evidence.date, age(evidence),
                place(evidence),
            ]
        }
        guard let first = rows.first else { return nil }
        let head: [ReportWord] = [.evidence, .value, .comparedAs, .date, .age, .place]
        let used = first.indices.filter { column in rows.contains { $0[column] != nil } }
        return (used.map { head[$0]() }, rows.map { row in used.map { row[$0] } })
    }

    /// What would decide, and what can be done.
    func toDo(_ answer: CriterionAnswer) -> [Phrase] { answer.missing + [advice(answer)] }

    private func advice(_ answer: CriterionAnswer) -> Phrase {
        let event = Phrase.term(answer.countsFrom)
        return switch answer.remedy {
        case .repeat: ReportWord.repeatIt(event)
        case .wait: ReportWord.wait(event)
        case .correct: ReportWord.correct()
        case .ask: answer.effect == .excludes ? ReportWord.respect() : ReportWord.ask()
        case .none: ReportWord.cannotChange()
        }
    }

    /// How old a result is on the screening day; nil where that is not known.
    func age(_ evidence: Evidence) -> Phrase? {
        guard let age = evidence.age else { return nil }
        let number = Phrase.verbatim("\(abs(age))")
        return switch age {
        case 0: ReportWord.ofTheDay()
        case 1: ReportWord.oneDayOld(number)
        case 2...: ReportWord.daysOld(number)
        case -1: ReportWord.inOneDay(number)
        default: ReportWord.inDays(number)
        }
    }

    /// `entry-24` as `entry 24 of the document`, `row-3-column-5` as `row 3, column 5`; nil for a
    /// document as a whole.
    func place(_ evidence: Evidence) -> Phrase? {
        let parts = evidence.source.split(separator: "-").map { Phrase.verbatim(String($0)) }
        return switch (parts.first?.text, parts.count) {
        case ("entry", 2): ReportWord.entry(parts[1])
        case ("row", 2): ReportWord.row(parts[1])
        case ("line", 2): ReportWord.line(parts[1])
        case ("row", 4): ReportWord.cell(parts[1], parts[3])
        default: nil
        }
    }

    /// The same for a list: of entries their numbers alone.
    private func shortPlace(_ source: String) -> Phrase {
        let parts = source.split(separator: "-").map { Phrase.verbatim(String($0)) }
        return switch (parts.first?.text, parts.count) {
        case ("entry", 2): parts[1]
        case ("row", 2): ReportWord.row(parts[1])
        case ("line", 2): ReportWord.line(parts[1])
        case ("row", 4): ReportWord.cell(parts[1], parts[3])
        default: .verbatim(source)
        }
    }

    /// The strata, as far as they are determined.
    var factors: [Phrase] {
        report.factors.map { factor in
            ReportWord.stratum(
                factor.name,
                factor.level.map { .verbatim($0) } ?? ReportWord.notDetermined()
            )
        }
    }

    /// What a person has to look at, because no criterion does.
    func unread(atMost limit: Int = .max) -> Phrase? {
        guard !report.unread.isEmpty else { return nil }
        let items = report.unread.map { record in
            let places = record.sources.prefix(4).map(shortPlace)
            let more = record.sources.count > 4 ? [Phrase.verbatim("…")] : []
            let name = Phrase.list([.term(record.kind), record.code], .space)
            return ReportWord.at(name, .list(places + more, .comma))
        }
        let left = items.count > limit ? [ReportWord.more(.verbatim("\(items.count - limit)"))] : []
        return ReportWord.unread(.list(items.prefix(limit) + left, .semicolon))
    }

    /// What was done with the document.
    var intake: [Phrase] {
        let ignored = screening.resourcesIgnored.sorted { $0.key < $1.key }
        let count = ignored.reduce(0) { $0 + $1.value }
        let read = ReportWord.resources(
            .verbatim("\(screening.resourcesRead)"),
            .verbatim("\(count)")
        )
        let kinds = ignored.map { Phrase.verbatim("\($0.value) \($0.key)") }
        let line = kinds.isEmpty ? read : Sentence.aside(read, .list(kinds, .comma))
        return [line] + screening.notes.map { ReportWord.note(NoteWord.phrase($0)) }
    }

    /// That a translation is not checked, or that something is left in English.
    func notes(_ wording: Wording) -> [Phrase] {
        guard wording.language != .english else { return [] }
        let texts = everything
        let isLeft = texts.contains(where: wording.isLeft)
        return (texts.contains(where: wording.isUnchecked) ? [ReportWord.unchecked()] : [])
            + (isLeft ? [ReportWord.english()] : [])
    }

    /// Every phrase that a report shows.
    var everything: [Phrase] {
        let criteria = report.criteria.flatMap { answer in
            [title(answer), answer.text, said(answer)] + why(answer) + toDo(answer)
                + answer.evidence.flatMap {
                    [$0.what, $0.value, $0.compared, $0.date].compactMap(\.self)
                }
        }
        let days = screening.calendar.map(CalendarContent.init)?.everything ?? []
        return days + criteria + factors + [unread()].compactMap(\.self) + intake
    }
}
