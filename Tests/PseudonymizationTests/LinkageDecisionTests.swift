import Pseudonymization
import Testing

@Suite struct `The same child twice` {
    private static let office = "urn:oid:1.2.3"

    private static func number(_ value: String, _ system: String = office) -> RecordNumber {
        RecordNumber(system: system, value: value)
    }

    @Test(arguments: [
        (("José", "Muñoz García"), ("JOSE", "Munoz Garcia")),
        (("José", "Muñoz García"), ("Jose\u{301}", "Mun\u{303}oz  García")),
        (("Anna Chiara", "D’Angelo"), ("anna chiara", "D'Angelo")),
        (("Anna Chiara", "D’Angelo"), ("Anna Chiara", "D Angelo")),
        (("Anna Chiara", "D`Angelo"), ("Anna Chiara", "Dangelo")),
        (("María del Carmen", "de la Cruz"), ("MARIA DEL CARMEN", "De La Cruz")),
        (("Núria", "Puig i Cadafalch"), ("Nuria", "Puig I Cadafalch")),
        (("Łukasz Jan", "Žižek"), ("Lukasz Jan", "Zizek")),
        (("Jean-Pierre", "Al-Khatib"), ("Jean Pierre", "El Khatib")),
        (("مُحَمَّد علي", "الخطيب"), ("محمد علي", "الخطيب")),
        (("أحمد علي", "عيسى"), ("احمد علي", "عيسي")),
        (("خديجة أحمد", "حـــداد"), ("خديجه احمد", "حداد")),
        (("ﻣﺤﻤﺪ علي", "ﺣﺪﺍﺩ"), ("محمد علي", "حداد")),
        (("عبد الله علي", "حداد"), ("عبدالله علي", "حداد")),
        (("Ольга Ивановна", "Петрова"), ("ольга ивановна", "петрова")),
    ])
    func `case, accents, particles and invisible signs make no difference`(
        _ left: (String, String),
        _ right: (String, String)
    ) throws {
        let decision = try Support.decision(
            try Support.identity(left.0, left.1),
            try Support.identity(right.0, right.1)
        )
        #expect(decision.outcome == .same)
        #expect(decision.evidence.contains(.sameFullName))
    }

    @Test(arguments: [
        // Given and family name changed places.
        (("José", "Muñoz"), "2015-03-22", ("Muñoz", "José"), "2015-03-22"),
        (("محمد", "حداد"), "2015-03-22", ("Haddad", "Mohamed"), "2015-03-22"),
        // Day and month changed places.
        (("José", "Muñoz"), "2015-03-02", ("José", "Muñoz"), "2015-02-03"),
        (("Khadija", "Haddad"), "2015-03-02", ("خديجة", "حداد"), "2015-02-03"),
        // A birth date is not fully known.
        (("José", "Muñoz"), "2015-03-22", ("José", "Muñoz"), "2015"),
        (("José", "Muñoz"), "2015-03-22", ("José", "Muñoz"), "2015-03"),
        (("José", "Muñoz"), "2015", ("José", "Muñoz"), "2015-03"),
        (("محمد", "حداد"), "2015", ("Mohamed", "Haddad"), "2015-03-22"),
        (("محمد", "حداد"), "2015-01-01", ("Mohamed", "Haddad"), "2015-03-22"),
        (("محمد", "حداد"), "2015", ("Haddad", "Mohamed"), "2015"),
        // One of two family names, or one of two given names, is missing.
        (("María José", "García López"), "2015-03-22", ("María José", "García"), "2015-03-22"),
        (("María José", "García López"), "2015-03-22", ("María", "López"), "2015-03-22"),
        (("María Carmen", "García"), "2015-03-22", ("Carmen", "García"), "2015-03-22"),
        (("محمد أحمد حسين", "الخطيب"), "2015-03-22", ("Mohamed", "Khatib"), "2015-03-22"),
        (
            ("Mohammad Ahmad", "Al-Khatib"), "2015-03-22", ("Mohamed", "Ahmed El Khatib"),
            "2015-03-22"
        ),
        (("Mohamed Ali", "Ahmed Khatib"), "2015-03-22", ("Mohamed Ahmed", "Khatib"), "2015-03-22"),
        (("Mohamed Ahmed", "Khatib"), "2015-03-22", ("Mohamed Ali", "Ahmed Khatib"), "2015-03-22"),
        // Two words only, or a first of January: another child may have both.
        (("José", "Muñoz"), "2015-03-22", ("Jose", "Munoz"), "2015-03-22"),
        (("José", "Muñoz García"), "2015-01-01", ("José", "Muñoz García"), "2015-01-01"),
        // A particle makes it another name, perhaps.
        (("María del Carmen", "de la Cruz"), "2015-03-22", ("María Carmen", "Cruz"), "2015-03-22"),
        (("محمد علي", "أبو زيد"), "2015-03-22", ("محمد علي", "زيد"), "2015-03-22"),
        // The father's name stands for the family's.
        (("Mohammad Ahmad", "Khatib"), "2015-03-22", ("Mohammad", "Ahmad"), "2015-03-22"),
        // Nicknames, the other language of the country, and abbreviations.
        (("Francisco", "García López"), "2015-03-22", ("Paco", "García López"), "2015-03-22"),
        (("Juan José", "García López"), "2015-03-22", ("Juanjo", "García López"), "2015-03-22"),
        (("Jordi", "Puig Soler"), "2015-03-22", ("Jorge", "Puig Soler"), "2015-03-22"),
        (("Giuseppe", "Russo"), "2015-03-22", ("Beppe", "Russo"), "2015-03-22"),
        (("José", "Fernández Ruiz"), "2015-03-22", ("José", "Fdez. Ruiz"), "2015-03-22"),
        // One letter is wrong.
        (("Carlos", "Fernández"), "2015-03-22", ("Carlos", "Fernádez"), "2015-03-22"),
        (("Alejandro", "Ruiz"), "2015-03-22", ("Alejnadro", "Ruiz"), "2015-03-22"),
        // Two digits of the birth date changed places.
        (("José", "Muñoz García"), "2015-03-21", ("José", "Muñoz García"), "2015-03-12"),
        // Armenian names, Western and Eastern, and in Arabic script.
        (("Hagop", "Krikorian"), "2015-03-22", ("Hakob", "Grigoryan"), "2015-03-22"),
        (("Bedros", "Khatchadourian"), "2015-03-22", ("بيدروس", "خاتشادوريان"), "2015-03-22"),
        // Written in one word or in two.
        (("AlAli", "AlOmari"), "2015-03-22", ("Ali", "Omari"), "2015-03-22"),
        (("Gian Luca", "De Luca"), "2015-03-22", ("Gianluca", "Deluca"), "2015-03-22"),
        (("Mohamed Ali", "Ben Salah"), "2015-03-22", ("Mohamedali", "Bensalah"), "2015-03-22"),
        // The whole name in one field.
        (("", "محمد الخطيب"), "2015-03-22", ("Mohamed", "El Khatib"), "2015-03-22"),
    ])
    func `a true duplicate is at least possible`(
        _ left: (String, String),
        _ leftBirth: String,
        _ right: (String, String),
        _ rightBirth: String
    ) throws {
        let decision = try Support.decision(
            try Support.identity(left.0, left.1, leftBirth, .male),
            try Support.identity(right.0, right.1, rightBirth, .male)
        )
        #expect(decision.outcome == .possible)
    }

    @Test(arguments: [
        // Twins.
        (("José", "Muñoz García"), "2015-03-22", ("Juan", "Muñoz García"), "2015-03-22"),
        (("Maria Chiara", "Rossi"), "2015-03-22", ("Maria Teresa", "Rossi"), "2015-03-22"),
        (("Mohamed Amine", "Alami"), "2015-03-22", ("Mohamed Ali", "Alami"), "2015-03-22"),
        (("محمد أحمد", "حداد"), "2015-03-22", ("محمود أحمد", "حداد"), "2015-03-22"),
        (("Marta", "Rossi"), "2015-03-22", ("Maria", "Rossi"), "2015-03-22"),
        (("حازم", "حداد"), "2015-03-22", ("حاتم", "حداد"), "2015-03-22"),
        // One of two family names is another.
        (("Ana", "García López"), "2015-03-22", ("Ana", "García Pérez"), "2015-03-22"),
        (("Ana", "Ortega Ortega"), "2015-03-22", ("Ana", "Ortega Ramos"), "2015-03-22"),
        // Namesakes.
        (("José", "Muñoz García"), "2015-03-22", ("José", "Muñoz García"), "2014-03-22"),
        (("José", "Muñoz García"), "2015-03-22", ("José", "Muñoz García"), "2015-03-23"),
        (("José", "Muñoz García"), "2015-03-22", ("José", "Muñoz García"), "2014"),
        (("José", "Muñoz García"), "2015-03-22", ("José", "Muñoz García"), "2015-04"),
        (("محمد", "حداد"), "2015-03-22", ("Mohamed", "Haddad"), "2013"),
        // Cousins and strangers born on one day.
        (("José", "Muñoz"), "2015-03-22", ("José", "Pérez"), "2015-03-22"),
        (("Giulia", "Rossi"), "2015-03-22", ("Chiara", "Bianchi"), "2015-03-22"),
    ])
    func `different children are different`(
        _ left: (String, String),
        _ leftBirth: String,
        _ right: (String, String),
        _ rightBirth: String
    ) throws {
        let decision = try Support.decision(
            try Support.identity(left.0, left.1, leftBirth, .male),
            try Support.identity(right.0, right.1, rightBirth, .male)
        )
        #expect(decision.outcome == .different)
    }

    @Test func `a girl and a boy with the same name are for a person to judge`() throws {
        let decision = try Support.decision(
            try Support.identity("Andrea", "Rossi", "2015-03-22", .female),
            try Support.identity("Andrea", "Rossi", "2015-03-22", .male)
        )
        #expect(decision.outcome == .possible)
        #expect(
            decision.evidence == [
                .sameFullName, .frequentName, .similarName, .sameBirthDate, .differentSex,
            ]
        )
    }

    @Test func `a girl and a boy with similar names are different`() throws {
        let decision = try Support.decision(
            try Support.identity("Nour", "Haddad", "2015-03-22", .female),
            try Support.identity("نور", "حداد", "2015-03-22", .male)
        )
        #expect(decision.outcome == .different)
    }

    @Test func `an unknown sex contradicts nothing`() throws {
        for sex in [nil, Sex.unknown, .other] {
            for birthDate in ["2015-03-22", "2015"] {
                let decision = try Support.decision(
                    try Support.identity("Nour", "Haddad", "2015-03-22", .female),
                    try Support.identity("نور", "حداد", birthDate, sex)
                )
                #expect(decision.outcome == .possible)
            }
        }
    }

    @Test func `the same name with two numbers of one office is for a person to judge`() throws {
        let decision = try Support.decision(
            try Support.identity("Ana", "Rossi", numbers: [Self.number("10001")]),
            try Support.identity("Ana", "Rossi", numbers: [Self.number("20002")])
        )
        #expect(decision.outcome == .possible)
        #expect(decision.evidence.contains(.differentRecordNumber))
    }

    @Test func `numbers of two offices contradict nothing`() throws {
        let decision = try Support.decision(
            try Support.identity("Ana", "Rossi Conti", numbers: [Self.number("10001", "urn:a")]),
            try Support.identity("Ana", "Rossi Conti", numbers: [Self.number("20002", "urn:b")])
        )
        #expect(decision.outcome == .same)
    }

    @Test(arguments: ["ab-123 456", "AB123456", "AB12345٦", " ab.123.456 "])
    func `a record number alone makes it possible, however it is typed`(_ typed: String) throws {
        let decision = try Support.decision(
            try Support.identity("Ana", "Rossi", "2015-03-22", numbers: [Self.number("AB123456")]),
            try Support.identity("Eva", "Bianchi", "2011-01-02", numbers: [Self.number(typed)])
        )
        #expect(decision.outcome == .possible)
        #expect(decision.evidence.contains(.sameRecordNumber))
    }

    @Test func `a short name and a first of January are certain with the same number`() throws {
        for (given, birthDate) in [("Ana", "2015-03-22"), ("Ana Eva", "2015-01-01")] {
            let identity = try Support.identity(
                given,
                "Rossi",
                birthDate,
                numbers: [Self.number("10001")]
            )
            #expect(try Support.decision(identity, identity).outcome == .same)
        }
    }

    @Test func `a wrong letter is no sign where one office gave out two numbers`() throws {
        let decision = try Support.decision(
            try Support.identity("Carlos", "Fernández", numbers: [Self.number("10001")]),
            try Support.identity("Carlos", "Fernádez", numbers: [Self.number("20002")])
        )
        #expect(decision.outcome == .different)
    }

    @Test func `transposed digits of a record number need the birth date as well`() throws {
        let first = try Support.identity("Ana", "X", "2015-03-02", numbers: [Self.number("123456")])
        let typo = [Self.number("124356")]
        let second = try Support.identity("伟", "王", "2015-03-02", numbers: typo)
        let swapped = try Support.identity("伟", "王", "2015-02-03", numbers: typo)
        let third = try Support.identity("伟", "王", "2015-03-22", numbers: typo)
        #expect(try Support.decision(first, second).outcome == .possible)
        #expect(try Support.decision(first, swapped).outcome == .possible)
        #expect(try Support.decision(first, third).outcome == .different)
    }

    @Test func `either of a child's names counts`() throws {
        let both = Identity(
            names: [
                HumanName(family: "الخطيب", given: ["محمد", "علي"]),
                HumanName(family: "Al-Khatib", given: ["Mohammad", "Ali"]),
            ],
            birthDate: try BirthDate("2015-03-22")
        )
        let latin = try Support.identity("Mohammad Ali", "Al Khatib")
        let arabic = try Support.identity("محمد علي", "الخطيب")
        #expect(try Support.decision(both, latin).outcome == .same)
        #expect(try Support.decision(both, arabic).outcome == .same)
    }

    @Test func `a name that is given as text only is taken apart`() throws {
        let text = Identity(
            names: [HumanName(text: "محمد الخطيب")],
            birthDate: try BirthDate("2015-03-22")
        )
        let latin = try Support.identity("Mohammad", "Al Khatib")
        #expect(try Support.decision(text, latin).outcome == .possible)
    }
}
