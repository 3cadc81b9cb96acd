import ClinicalQuality

/// What reports say around the answers, in English; names and values stand in the holes.
enum ReportWord: String, CaseIterable {
    // The head of a report.
    case title = "Screening report"
    case trial = "Trial"
    case version = "Version"
    case site = "Site"
    case screening = "Screening number"
    case asOf = "Screening day"
    case document = "Document (SHA-256)"
    case noSite = "no site given"
    case notRecorded = "not recorded"
    case headline = "{0} {1}, site {2} ({3}), as of {4}"
    case headlineWithoutSite = "{0} {1}, no site given, as of {2}"
    case numbered = "Screening {0}"
    case numberedAgain = "Screening {0}, the same candidate as {1}"
    case again = "Same candidate as"
    case hash = "Document SHA-256 {0}"
    case preScreening =
        "Pre-screening: the site is suspended, and nobody is enrolled from this"

    // The overall answer.
    case eligible = "ELIGIBLE"
    case ineligible = "INELIGIBLE"
    case undetermined = "UNDETERMINED"
    case allHold = "all criteria hold"
    case counted = "stands in the way: {0}, open: {1}"
    case onlyOpen = "open: {0}; nothing else stands in the way"

    // The criteria.
    case standsInTheWay = "Stands in the way"
    case open = "Open: nobody can say yet"
    case holds = "Holds"
    case exclusionPresent = "exclusion present"
    case exclusionAbsent = "exclusion absent"
    case exclusionUnknown = "exclusion unknown"
    case inclusionMet = "inclusion met"
    case inclusionNotMet = "inclusion not met"
    case inclusionUnknown = "inclusion unknown"
    case notSeen = "{0} [source not seen]"
    case why = "why"
    case read = "read"
    case toDo = "to do"
    case source = "source"
    case criterion = "Criterion"
    case answer = "Answer"
    case because = "Because"
    case more = "and {0} more (see --json)"

    // The evidence.
    case evidence = "Evidence"
    case value = "Value"
    case comparedAs = "Compared as"
    case date = "Date"
    case age = "Age"
    case place = "Place"
    case compared = "compared as {0}"
    case oneDayOld = "{0} day old"
    case daysOld = "{0} days old"
    case ofTheDay = "of the screening day"
    case inOneDay = "in {0} day"
    case inDays = "in {0} days"
    case entry = "entry {0} of the document"
    case row = "row {0}"
    case line = "line {0}"
    case cell = "row {0}, column {1}"

    // What to do.
    case repeatIt =
        "repeat or complete the test, within the window that counts from {0}"
    case wait = "wait; the window counts from {0}"
    case correct = "complete or correct what is recorded"
    case respect = "respect the refusal; it holds unless they change it on their own"
    case ask = "ask those who decide for the candidate"
    case cannotChange = "this cannot change"

    // The end of a report.
    case stratum = "Stratum: {0} = {1}"
    case notDetermined = "not determined"
    case at = "{0} [{1}]"
    case unread = "No criterion reads [entries]: {0}"
    case resources = "Document: {0} resources read, {1} passed over"
    case note = "Note: {0}"
    case advises = "This report advises. The investigator decides."
    case unchecked =
        "No native reader has checked this translation. Where in doubt, the English report counts."
    case english = "What has no translation stands here in English, marked [en]."
    case investigator = "Investigator"
    case signature = "Signature"
    case signatureDate = "Date of signature"

    // The days ahead.
    case calendar = "Calendar {0} to {1}, if nothing else changes"
    case whatItTakes = "What would it take"
    case onNoDay = "on no day"
    case withRepeats = "If what runs out is repeated in time, and says the same:"
    case window = "from {0} to {1}"
    case opens = "opens because this ends:"
    case closes = "closes because of:"
    case repeatBy = "repeat by {0}: {1}"
    case noWay = "on none of these days"
    case noWayBecause = "on none of these days: {0}"
    case waitUntil = "wait until {0}"
    case repeatTest = "repeat {0}"
    case askFor = "ask {0}"
    case correctIt = "complete or correct {0}"
    case nothingNeeded = "nothing: eligible on {0}"
    case calendarNote =
        "Plans keep their distance to the screening day; a repeated test is taken to come out as the criterion asks."

    // Many documents.
    case isEligible = "eligible"
    case isIneligible = "ineligible"
    case isUndetermined = "undetermined"
    case notRead = "NOT READ"
    case andMore = "and {0} more"

    /// The word with its parts.
    func callAsFunction(_ parts: Phrase...) -> Phrase { .said(rawValue, parts) }
}
