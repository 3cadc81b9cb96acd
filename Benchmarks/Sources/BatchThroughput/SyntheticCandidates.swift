/// Synthetic candidates of realistic size: 64 resources or more, the same for the same seed.
///
/// Nobody real is behind them. Values are drawn so that some candidates fit, some do not, and some
/// stay open.
struct SyntheticCandidates {
    private var state: UInt64
    private var number = 0
    private var resources: [String] = []

    private static let loinc = "http://loinc.org"
    private static let own = "urn:milenari:screening"

    init(seed: UInt64) {
        state = seed
    }

    /// A bundle in one line.
    mutating func next() -> String {
        number += 1
        resources = []
        let age = 3 + draw(14)
        patient(age)
        disease(age)
        laboratory()
        organs(age)
        history()
        plans(age)
        let entries = resources.map { #"{"resource":\#($0)}"# }
        return
            #"{"resourceType":"Bundle","type":"collection","entry":[\#(entries.joined(separator: ","))]}"#
    }

    // MARK: Parts

    private mutating func patient(_ age: Int) {
        resources.append(
            """
            {"resourceType":"Patient","id":"p\(number)","gender":"male","birthDate":\
            "\(2026 - age)-0\(1 + draw(9))-1\(draw(9))","name":[{"family":"Prueba \(number)",\
            "given":["Nadie"]}],"address":[{"city":"Barcelona","country":"ES"}],\
            "managingOrganization":{"identifier":{"system":"urn:milenari:site","value":"BCN"}}}
            """
        )
    }

    private mutating func disease(_ age: Int) {
        let system = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
        add(
            "Condition",
            """
            "verificationStatus":\(concept(system, "confirmed")),\
            "code":\(concept("http://snomed.info/sct", "277571004")),\
            "onsetDateTime":"\(2027 - age)-12-01"
            """
        )
        share(Self.own, "marrow-lymphoblasts", draw(60), 6)
        share(Self.own, "marrow-mrd", 1 + draw(40), 6)
        share(Self.own, "cd19-on-lymphoblasts", 10 + draw(90), 20)
        add(result(Self.own, "marrow-relapses", 5, #""valueInteger":\#(1 + draw(3))"#))
        add(
            result(
                Self.own,
                "cns-status",
                6,
                #""valueCodeableConcept":\#(concept("urn:milenari:finding", "cns-\(1 + draw(3))"))"#
            )
        )
        for name in [
            "refractory-disease", "tki-exhausted", "transplant-ineligible",
            "uncontrolled-infection",
            "extramedullary-disease", "prior-malignancy",
        ] {
            statement(name, draw(20) == 0)
        }
        for name in [
            "life-expectancy-over-12-weeks", "medical-history-reviewed",
            "medication-history-reviewed", "vaccination-history-reviewed",
        ] {
            statement(name, draw(20) > 0)
        }
    }

    /// Three rounds of the usual tests, the last of them current.
    private mutating func laboratory() {
        for days in [3, 24, 45] {
            quantity("2160-0", "0.\(3 + draw(6))", "mg/dL", days)
            quantity("1975-2", "\(draw(3)).\(draw(9))", "mg/dL", days)
            let range = #","referenceRange":[{"high":{"value":40,"unit":"U/L"}}]"#
            quantity("1742-6", "\(15 + draw(220))", "U/L", days, range)
            quantity("1920-8", "\(15 + draw(90))", "U/L", days)
            quantity("731-0", "\(draw(3)).\(draw(9))", "10*3/uL", days)
            quantity("777-3", "\(20 + draw(200))", "10*3/uL", days)
            quantity("718-7", "\(7 + draw(7)).\(draw(9))", "g/dL", days)
            quantity("6690-2", "\(1 + draw(9)).\(draw(9))", "10*3/uL", days)
            quantity("2823-3", "\(3 + draw(2)).\(draw(9))", "mmol/L", days)
        }
        for code in ["5196-1", "13952-7", "13955-0", "56888-1"] {
            let answer = draw(30) == 0 ? "10828004" : "260385009"
            let value = concept("http://snomed.info/sct", answer)
            add(result(Self.loinc, code, 10, #""valueCodeableConcept":\#(value)"#))
        }
    }

    private mutating func organs(_ age: Int) {
        let scale = age < 16 ? "89244-8" : "89243-0"
        add(result(Self.loinc, scale, 2, #""valueInteger":\#(40 + 10 * draw(7))"#))
        quantity("8302-2", "\(85 + 6 * age)", "cm", 2)
        quantity("29463-7", "\(10 + 2 * age).\(draw(9))", "kg", 2)
        share(Self.loinc, "10230-1", 40 + draw(40), 12)
        let air =
            #"{"code":\#(concept(Self.loinc, "3150-6")),"valueQuantity":{"value":21,"unit":"%"}}"#
        quantity("59408-5", "\(90 + draw(10))", "%", 1, #","component":[\#(air)]"#)
        add(result(Self.own, "dyspnea-grade", 2, #""valueInteger":\#(draw(3))"#))
    }

    private mutating func history() {
        let drugs = ["L01CA02", "L01DB02", "L01XX24", "H02AB02", "L01BA01", "L01BC01", "L01BB02"]
        for drug in drugs {
            add(
                "MedicationAdministration",
                """
                "status":"completed","medicationCodeableConcept":\
                \(concept("http://www.whocc.no/atc", drug)),\
                "effectiveDateTime":"2026-0\(5 + draw(5))-1\(draw(9))"
                """
            )
        }
        add(
            "Procedure",
            """
            "status":"completed","code":\(concept("urn:milenari:procedure", "intrathecal-chemotherapy")),\
            "performedDateTime":"2026-10-1\(draw(9))"
            """
        )
    }

    private mutating func plans(_ age: Int) {
        for (event, day) in [("leukapheresis", "2026-12-01"), ("infusion", "2026-12-29")] {
            add(
                "Procedure",
                """
                "status":"preparation","code":\(concept("urn:milenari:procedure", event)),\
                "performedDateTime":"\(day)T10:00:00+01:00"
                """
            )
        }
        let role = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
        let signers = [(role, "MTH"), (role, "FTH")] + [("urn:milenari:consent", "assent")]
        for (system, signer) in signers where signer != "assent" || age >= 7 {
            let scope = concept("http://terminology.hl7.org/CodeSystem/consentscope", "research")
            resources.append(
                """
                {"resourceType":"Consent","status":"active","scope":\(scope),"category":[\
                \(concept(system, signer)),\(concept("urn:milenari:trial", "MILENARI-ALL-1"))],\
                "patient":{"reference":"Patient/p\(number)"},"dateTime":"2026-11-17"}
                """
            )
        }
    }

    // MARK: Pieces

    private mutating func statement(_ name: String, _ value: Bool) {
        add(result(Self.own, name, 2, #""valueBoolean":\#(value)"#))
    }

    private mutating func share(_ system: String, _ code: String, _ value: Int, _ days: Int) {
        add(result(system, code, days, Self.value("\(value)", "%")))
    }

    private mutating func quantity(
        _ code: String,
        _ value: String,
        _ unit: String,
        _ days: Int,
        _ more: String = ""
    ) {
        add(result(Self.loinc, code, days, Self.value(value, unit) + more))
    }

    private static func value(_ value: String, _ unit: String) -> String {
        """
        "valueQuantity":{"value":\(value),"unit":"\(unit)","system":"http://unitsofmeasure.org",\
        "code":"\(unit)"}
        """
    }

    private func result(
        _ system: String,
        _ code: String,
        _ days: Int,
        _ value: String
    ) -> (type: String, elements: String) {
        // Days before 2026-11-21, in the months before it.
        let (month, day) = days < 21 ? (11, 21 - days) : (days < 52 ? (10, 52 - days) : (9, 1))
        let padded = day < 10 ? "0\(day)" : "\(day)"
        let date = month < 10 ? "2026-09-01" : "2026-\(month)-\(padded)"
        return (
            "Observation",
            """
            "status":"final","code":\(concept(system, code)),\
            "effectiveDateTime":"\(date)T08:15:00+01:00",\(value)
            """
        )
    }

    private mutating func add(_ resource: (type: String, elements: String)) {
        add(resource.type, resource.elements)
    }

    private mutating func add(_ type: String, _ elements: String) {
        resources.append(
            """
            {"resourceType":"\(type)","id":"r\(number)-\(resources.count)",\
            "subject":{"reference":"Patient/p\(number)"},\(elements)}
            """
        )
    }

    private func concept(_ system: String, _ code: String) -> String {
        #"{"coding":[{"system":"\#(system)","code":"\#(code)","display":"synthetic"}]}"#
    }

    /// SplitMix64: 0 to `bound` - 1.
    private mutating func draw(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return Int(bits % UInt64(bound))
    }
}
