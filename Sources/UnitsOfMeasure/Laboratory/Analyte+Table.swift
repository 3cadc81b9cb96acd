extension Analyte {
    /// The analytes of the table, in the order of their ids.
    public static let all: [Analyte] = rows.tableRows.compactMap(Analyte.init(row:))

    /// The analyte with this id, such as `creatinine`; nil when the table has none.
    public static func named(_ id: String) -> Analyte? { all.first { $0.id == id } }

    // id | name | unit of mass | factor | unit of amount | decimals | decimals | verified | source
    private static let rows = #"""
        albumin|Albumin|g/dL|150.5|umol/L|1|0|no|66.4 kg/mol [memory]
        bilirubin|Bilirubin|mg/dL|17.1|umol/L|1|0|yes|http://w3.csmu.edu.tw/~chr/Int_unit_conversion.htm; other tables have 17.10, 1/0.0585 = 17.094
        calcium|Calcium|mg/dL|0.2495|mmol/L|1|2|yes|http://w3.csmu.edu.tw/~chr/Int_unit_conversion.htm
        creatinine|Creatinine|mg/dL|88.4|umol/L|2|0|yes|http://w3.csmu.edu.tw/~chr/Int_unit_conversion.htm; the MDRD equation has 88.4, others 88.42
        glucose|Glucose|mg/dL|0.05551|mmol/L|0|1|yes|http://ecoursesonline.iasri.res.in/mod/page/view.php?id=53457
        hemoglobin|Hemoglobin|g/dL|0.6206|mmol/L|1|1|yes|LabUnitConversionTable of ACTIN; as monomer (Fe)
        urate|Uric acid|mg/dL|59.48|umol/L|1|0|yes|http://ecoursesonline.iasri.res.in/mod/page/view.php?id=53457
        urea|Urea|mg/dL|0.1665|mmol/L|0|1|yes|http://ecoursesonline.iasri.res.in/mod/page/view.php?id=53457
        urea-nitrogen|Urea nitrogen|mg/dL|0.357|mmol/L|0|1|yes|http://ecoursesonline.iasri.res.in/mod/page/view.php?id=53457
        """#

    private init?(row: Substring) {
        let fields = row.fields(separator: UInt8(ascii: "|")).map(String.init)
        guard fields.count == 9, let massUnit = try? UnitOfMeasure(fields[2]),
            let factor = ExactDecimal(fields[3]), factor > 0,
            let amountUnit = try? UnitOfMeasure(fields[4]),
            let massDecimals = Int(fields[5]), let amountDecimals = Int(fields[6])
        else { return nil }
        self.init(
            id: fields[0],
            name: fields[1],
            massUnit: massUnit,
            amountUnit: amountUnit,
            factor: factor,
            massDecimals: massDecimals,
            amountDecimals: amountDecimals,
            source: fields[8],
            isVerified: fields[7] == "yes"
        )
    }
}
