import ClinicalQuality
import TrialDefinition

/// The words of a worksheet beside the names of its items.
///
/// No native reader has checked those in other languages than English.
struct WorksheetWords {
    let askedBy, countsFrom, before, answers, unitIs, or, unchecked, freeText: String
    let head: [String]
    /// Events from which windows are counted, by their `id`; others are called as in the protocol.
    let events: [String: String]
    private let units: [CalendarUnit: (one: String, many: String)]

    /// `14 days before Screening`.
    func window(_ window: ItemWindow, _ event: String) -> String {
        let unit = window.unit.flatMap { units[$0] }
        let count = window.count.map(String.init) ?? ""
        let name = (count == "1" ? unit?.one : unit?.many) ?? window.length.unit.description
        return "\(count) \(name) \(before) \(event)"
    }

    /// The words in `language`, or in English.
    static func of(_ language: String) -> WorksheetWords { all[language] ?? english }

    private static let all = [
        "es": spanish, "it": italian, "fr": french, "ar": arabic,
    ]

    private static let english = WorksheetWords(
        askedBy: "asked by",
        countsFrom: "counts from",
        before: "before",
        answers: "answers",
        unitIs: "unit",
        or: "or",
        unchecked: "not checked by a native reader",
        freeText: "name or code; for what is not known by its code, answers stay open",
        head: [
            "Fill in what is known behind the colons, and leave the rest empty: what is not written",
            "down counts as unknown, never as absent. Dates are written like 2026-11-18. A second",
            "result is a second entry that begins with “-”. Other columns: see Documentation/Inputs.md.",
        ],
        events: [:],
        units: [
            .hour: ("hour", "hours"), .day: ("day", "days"), .week: ("week", "weeks"),
            .month: ("month", "months"), .year: ("year", "years"),
        ]
    )

    private static let spanish = WorksheetWords(
        askedBy: "preguntado por",
        countsFrom: "cuenta desde",
        before: "antes de",
        answers: "respuestas",
        unitIs: "unidad",
        or: "o",
        unchecked: "sin revisar por un lector nativo",
        freeText: "nombre o código; lo que no se conoce por su código deja abiertas las respuestas",
        head: [
            "Escriba detrás de los dos puntos lo que se sabe y deje vacío lo demás: lo que no está",
            "escrito cuenta como desconocido, nunca como ausente. Las fechas se escriben como",
            "2026-11-18. Un segundo resultado es otra entrada que empieza por «-».",
        ],
        events: [
            "screening": "la selección",
            "consent": "el consentimiento",
            "initial-diagnosis": "el diagnóstico inicial",
            "leukapheresis": "la leucoaféresis",
            "infusion": "la infusión",
        ],
        units: [
            .hour: ("hora", "horas"), .day: ("día", "días"), .week: ("semana", "semanas"),
            .month: ("mes", "meses"), .year: ("año", "años"),
        ]
    )

    private static let italian = WorksheetWords(
        askedBy: "chiesto da",
        countsFrom: "conta da",
        before: "prima di",
        answers: "risposte",
        unitIs: "unità",
        or: "o",
        unchecked: "non controllato da un madrelingua",
        freeText: "nome o codice; ciò che non si conosce dal codice lascia aperte le risposte",
        head: [
            "Scrivere dietro i due punti ciò che si sa e lasciare vuoto il resto: ciò che non è",
            "scritto vale come sconosciuto, mai come assente. Le date si scrivono come 2026-11-18.",
            "Un secondo risultato è un'altra voce che comincia con «-».",
        ],
        events: [
            "screening": "lo screening",
            "consent": "il consenso",
            "initial-diagnosis": "la diagnosi iniziale",
            "leukapheresis": "la leucaferesi",
            "infusion": "l'infusione",
        ],
        units: [
            .hour: ("ora", "ore"), .day: ("giorno", "giorni"), .week: ("settimana", "settimane"),
            .month: ("mese", "mesi"), .year: ("anno", "anni"),
        ]
    )

    private static let french = WorksheetWords(
        askedBy: "demandé par",
        countsFrom: "compte depuis",
        before: "avant",
        answers: "réponses",
        unitIs: "unité",
        or: "ou",
        unchecked: "non vérifié par un lecteur natif",
        freeText: "nom ou code ; ce qui n'est pas connu par son code laisse les réponses ouvertes",
        head: [
            "Écrire après les deux-points ce que l'on sait et laisser vide le reste : ce qui n'est",
            "pas écrit compte comme inconnu, jamais comme absent. Les dates s'écrivent comme",
            "2026-11-18. Un second résultat est une autre entrée qui commence par « - ».",
        ],
        events: [
            "screening": "la sélection",
            "consent": "le consentement",
            "initial-diagnosis": "le diagnostic initial",
            "leukapheresis": "la leucaphérèse",
            "infusion": "la perfusion",
        ],
        units: [
            .hour: ("heure", "heures"), .day: ("jour", "jours"), .week: ("semaine", "semaines"),
            .month: ("mois", "mois"), .year: ("an", "ans"),
        ]
    )

    private static let arabic = WorksheetWords(
        askedBy: "المعايير",
        countsFrom: "يحتسب من",
        before: "قبل",
        answers: "الإجابات",
        unitIs: "الوحدة",
        or: "أو",
        unchecked: "لم يراجعه قارئ لغته الأم",
        freeText: "الاسم أو الرمز؛ ما لا يعرف برمزه يبقي الإجابة مفتوحة",
        head: [
            "اكتب بعد النقطتين ما هو معروف واترك الباقي فارغا: ما لم يكتب يعد غير معروف ولا يعد غائبا.",
            "تكتب التواريخ هكذا 2026-11-18. النتيجة الثانية بند آخر يبدأ بعلامة «-».",
        ],
        events: [
            "screening": "الفرز",
            "consent": "الموافقة",
            "initial-diagnosis": "التشخيص الأول",
            "leukapheresis": "فصادة الكريات البيض",
            "infusion": "التسريب",
        ],
        units: [
            .hour: ("ساعة", "ساعات"), .day: ("يوم", "أيام"), .week: ("أسبوع", "أسابيع"),
            .month: ("شهر", "أشهر"), .year: ("سنة", "سنوات"),
        ]
    )
}
