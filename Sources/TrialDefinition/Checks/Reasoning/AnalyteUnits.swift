import ClinicalQuality
import UnitsOfMeasure

/// In which units the results of a code come.
struct AnalyteUnits {
    /// One unit of each kind that is possible.
    let units: [UnitOfMeasure]

    /// The units of `code`, which is declared as `name`; nil when nothing is known about it.
    init?(_ code: Code, named name: String) {
        if code.system == "http://loinc.org", let unit = Self.table[code.code ?? ""] {
            units = [unit]
            return
        }
        let lowercased = name.lowercased()
        guard !lowercased.contains("/"), !lowercased.contains("ratio"),
            let analyte = Analyte.all.first(where: { lowercased.hasPrefix($0.name.lowercased()) })
        else { return nil }
        units = [analyte.massUnit, analyte.amountUnit]
    }

    /// Whether results can be compared with a limit in `unit`, by the rules of UCUM, where a count
    /// is no amount of substance.
    func canBeCompared(with unit: UnitOfMeasure) -> Bool {
        units.contains { Self.areAlike($0, unit) }
    }

    static func areAlike(_ left: UnitOfMeasure, _ right: UnitOfMeasure) -> Bool {
        left.isCommensurable(with: right) && left.amountOfSubstance == right.amountOfSubstance
    }

    private static let table: [String: UnitOfMeasure] = {
        var table: [String: UnitOfMeasure] = [:]
        for row in rows.split(separator: "\n") {
            let fields = row.split(separator: "|")
            guard fields.count == 3, let unit = try? UnitOfMeasure(String(fields[2])) else {
                continue
            }
            for code in fields[1].split(separator: " ") { table[String(code)] = unit }
        }
        return table
    }()

    /// Property of LOINC | codes | a unit of that property.
    ///
    /// Codes and properties [memory], apart from those that `Library/Terminology.cql` has seen.
    private static let rows = """
        MCnc|2160-0 1975-2 1968-7 718-7 1751-7 2345-7 3094-0 3084-1 1988-5 2276-4|mg/dL
        SCnc|14682-9 14631-6 2823-3 2951-2 2075-0 14749-6 1963-8 2000-8|umol/L
        CCnc|1742-6 1920-8 6768-6 2324-2 2532-0|U/L
        NCnc|731-0 26474-7 8122-4 6690-2 777-3 26515-7 751-8 26499-4 26464-8 24467-3|10*3/uL
        Len|8302-2 3137-7 8306-3|cm
        Mass|29463-7 3141-9|kg
        MFr|59408-5 2708-6 4544-3|%
        VFr|10230-1 8806-2 18051-3 18043-0 3150-6|%
        VRat|3151-8|L/min
        ArVRat|33914-3 48642-3 62238-1 98979-8|mL/min/{1.73_m2}
        Area|3140-1 8277-6|m2
        Ratio|39156-5|kg/m2
        Pres|8480-6 8462-4|mm[Hg]
        NRat|8867-4 9279-1|/min
        Temp|8310-5|Cel
        Time|8634-8 8636-3 5902-2 3173-2|s
        RelTime|6301-6 34714-6|1
        """
}
