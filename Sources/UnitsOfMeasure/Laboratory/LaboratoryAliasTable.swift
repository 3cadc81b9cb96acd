/// The table of printed units.
///
/// Left: prints, in folded spelling (no blanks, `u` for micro, `^` before raised digits after a
/// number). Then the UCUM code and, where something has to be said, a note. Sources are the
/// prints themselves; an entry is here only when it can mean nothing else in a laboratory. So
/// `mil/mm3` is not here: it is thousands in Spain and may be millions in Italy.
struct LaboratoryAliasTable: Sendable {
    static let shared = LaboratoryAliasTable()

    let entries: [LaboratoryAlias]
    private let index: [String: Int]

    private init() {
        var entries: [LaboratoryAlias] = []
        var index: [String: Int] = [:]
        for row in Self.rows.tableRows {
            let columns = row.fields(separator: UInt8(ascii: "|"))
            guard columns.count == 3 else { continue }
            for printed in columns[0].fields(separator: UInt8(ascii: " ")) {
                index[String(printed)] = entries.count
                entries.append(
                    LaboratoryAlias(
                        printed: String(printed),
                        code: String(columns[1]),
                        note: String(columns[2])
                    )
                )
            }
        }
        self.entries = entries
        self.index = index
    }

    func entry(_ folded: String) -> LaboratoryAlias? { index[folded].map { entries[$0] } }

    private static let rows = #"""
        K/uL k/uL K/ul k/ul K/mm3 K/UL|10*3/uL|K is a thousand cells here, not kelvin
        M/uL M/ul M/mm3 M/UL|10*6/uL|M is a million cells here
        G/L G/l Giga/L|10*9/L|G is a billion (10*9) cells here, not gauss
        T/L T/l Tera/L|10*12/L|T is 10*12 cells here, not tesla
        x10^3/uL x10E3/uL x10*3/uL 10E3/uL 10e3/uL x10e3/uL 10^3/ul x10^3/ul 10E3/UL X10E3/UL|10*3/uL|
        thou/uL thou/mm3 Thous/uL th/mm3 th/uL x10^3/mm3 10^3/mm3|10*3/uL|
        miles/uL miles/mm3|10*3/uL|miles (Spanish): thousand
        migl/mmc mila/mmc x10^3/mmc 10^3/mmc|10*3/uL|mmc (Italian): cubic millimeter
        x10^6/uL x10E6/uL 10E6/uL x10e6/uL 10e6/uL 10^6/ul x10^6/ul x10^6/mm3 10^6/mm3|10*6/uL|
        mill/mm3 mill/uL millones/mm3 millones/uL milioni/mmc x10^6/mmc 10^6/mmc|10*6/uL|million
        x10^9/L x10E9/L x10*9/L 10E9/L 10e9/L x10e9/L x10^9/l 10^9/l|10*9/L|
        x10^12/L x10E12/L x10*12/L 10E12/L 10e12/L x10^12/l 10^12/l|10*12/L|
        x10^6/L x10E6/L x10*6/L 10E6/L x10^6/l 10^6/l|10*6/L|
        cells/uL cells/ul cell/uL cells/mm3 cells/cumm /cumm /cmm /mmc|{cells}/uL|
        células/uL cel/uL cel/mm3 cellule/uL cell/mmc cellule/mmc|{cells}/uL|Spanish or Italian for cells
        copies/mL copies/ml cp/mL|{copies}/mL|
        ufc/mL UFC/mL CFU/mL|[CFU]/mL|
        IU UI|[IU]|UI: Spanish and Italian for IU
        IU/L UI/L IU/l UI/l|[IU]/L|taken literally; an enzyme is measured in U/L
        IU/mL UI/mL IU/ml UI/ml|[IU]/mL|taken literally; an enzyme is measured in U/mL
        mIU/mL mUI/mL mIU/ml mUI/ml|m[IU]/mL|
        mIU/L mUI/L|m[IU]/L|
        uIU/mL uUI/mL uIU/ml uUI/ml|u[IU]/mL|
        kIU/L kUI/L|k[IU]/L|
        mcg ug. mcgr|ug|mcg: microgram
        mcg/mL mcg/ml|ug/mL|mcg: microgram
        mcg/dL mcg/dl|ug/dL|mcg: microgram
        mcg/L mcg/l|ug/L|mcg: microgram
        mcmol/L mcmol/l micromol/L micromol/l|umol/L|mcmol: micromole
        MG/DL Mg/dL Mg/dl mgs/dL mgr/dL mg/100mL mg/100ml|mg/dL|
        G/DL gr/dL gr/dl gm/dL gm/dl gms/dL g/100mL|g/dL|gr, gm: gram here, not grain
        gr/L gr/l gm/L G/lt g/lt|g/L|gr, gm: gram here, not grain
        MMOL/L mMol/L mmol/lt mM|mmol/L|
        UMOL/L uMol/L umol/lt uM|umol/L|
        NMOL/L nMol/L nM|nmol/L|
        mEq/L mEq/l MEQ/L mequiv/L|meq/L|
        mOsm/kg mOsm/Kg mosm/Kg|mosm/kg|
        mOsm/L|mosm/L|
        mL/min/1.73m2 ml/min/1.73m2 mL/min/1,73m2 ml/min/1,73m2 mL/min/1.73m^2 mL/min/{1.73m2}|mL/min/{1.73_m2}|per standard body surface
        mL/min/1.73 ml/min/1.73|mL/min/{1.73_m2}|per standard body surface
        mL/mn ml/mn|mL/min|
        mmHg mmhg MMHG|mm[Hg]|
        cmH2O|cm[H2O]|
        °C degC|Cel|
        °F degF|[degF]|
        sec secs seg segs|s|
        hr hrs hours|h|
        mins minutes|min|
        days día días|d|
        wks weeks|wk|
        mos months|mo|
        yr yrs years|a|
        mm/hr mm/1h mm/hora|mm/h|
        Kg KG kgs|kg|
        cms CM|cm|
        mts|m|
        m^2|m2|
        mg/m^2|mg/m2|
        cc|mL|cc: cubic centimeter
        pct percent porcentaje|%|
        INR|{INR}|a ratio
        ratio index indice índice|1|
        bpm|/min|beats per minute
        """#
}
