/// A substance whose results are printed as mass or as amount of substance per volume.
///
/// UCUM cannot convert `mg/dL` to `umol/L`: that takes the molar mass. Here it is one declared
/// factor per analyte, the one that published tables and equations use, not a molar mass from
/// which each program computes its own: at a limit, the fourth digit decides.
public struct Analyte: Hashable, Sendable {
    /// A short stable name, such as `creatinine`.
    public let id: String

    /// The English name.
    public let name: String

    /// The unit of mass by volume that `factor` belongs to.
    public let massUnit: UnitOfMeasure

    /// The unit of amount by volume that `factor` belongs to.
    public let amountUnit: UnitOfMeasure

    /// What one `massUnit` is in `amountUnit`.
    public let factor: ExactDecimal

    /// Decimals with which results are customarily printed in `massUnit`.
    ///
    /// Conversion does not round to them: limits are compared with the whole value.
    public let massDecimals: Int

    /// Decimals with which results are customarily printed in `amountUnit`.
    public let amountDecimals: Int

    /// Where the factor is from.
    public let source: String

    /// Whether the factor was found in a source, and not only known by heart.
    public let isVerified: Bool
}

/// A converted result and how it came about.
public struct AnalyteConversion: Hashable, Sendable {
    /// The value in the wanted unit, not rounded beyond 28 digits.
    public let value: ExactDecimal

    /// The factor of the analyte that was used; nil where plain unit conversion was enough.
    public let factor: ExactDecimal?

    /// What was done, for the trace of an answer; it holds no value of a patient.
    public let note: String
}
