/// How a special unit (UCUM, section 21) is bound to its proper unit.
///
/// With m the quantity in the proper unit and r the value in the special one: r = f(m).
enum SpecialFunction: String, Sendable {
    case celsius = "cel"
    case fahrenheit = "degF"
    case reaumur = "degRe"
    case acidity = "pH"
    case naturalLogarithm = "ln"
    case decimalLogarithm = "lg"
    case doubledDecimalLogarithm = "lg2"
    case binaryLogarithm = "ld"
    case decimalPotency = "hpX"
    case centesimalPotency = "hpC"
    case millesimalPotency = "hpM"
    case quintamillesimalPotency = "hpQ"
    case hundredfoldTangent = "tan100"
    case squareRoot = "sqrt"

    /// For interval scales, what is added to r to give m, in hundredths; the rest is nil.
    var offsetInHundredths: UInt128? {
        switch self {
        case .celsius: 27_315
        case .fahrenheit: 45_967
        case .reaumur: 21_852
        default: nil
        }
    }

    /// m for a value r.
    func proper(_ r: Double) -> Double {
        switch self {
        case .celsius, .fahrenheit, .reaumur: r + Double(offsetInHundredths ?? 0) / 100
        case .acidity, .decimalPotency: Transcendental.power(10, -r)
        case .naturalLogarithm: Transcendental.exponential(r)
        case .decimalLogarithm: Transcendental.power(10, r)
        case .doubledDecimalLogarithm: Transcendental.power(10, r / 2)
        case .binaryLogarithm: Transcendental.power(2, r)
        case .centesimalPotency: Transcendental.power(100, -r)
        case .millesimalPotency: Transcendental.power(1_000, -r)
        case .quintamillesimalPotency: Transcendental.power(50_000, -r)
        case .hundredfoldTangent: Transcendental.arcTangent(r / 100)
        case .squareRoot: r < 0 ? .nan : r * r
        }
    }

    /// r for a quantity m; not finite where m has no counterpart.
    func special(_ m: Double) -> Double {
        switch self {
        case .celsius, .fahrenheit, .reaumur: m - Double(offsetInHundredths ?? 0) / 100
        case .acidity, .decimalPotency: -Transcendental.decimalLogarithm(m)
        case .naturalLogarithm: Transcendental.naturalLogarithm(m)
        case .decimalLogarithm: Transcendental.decimalLogarithm(m)
        case .doubledDecimalLogarithm: 2 * Transcendental.decimalLogarithm(m)
        case .binaryLogarithm: Transcendental.binaryLogarithm(m)
        case .centesimalPotency: -Transcendental.decimalLogarithm(m) / 2
        case .millesimalPotency: -Transcendental.decimalLogarithm(m) / 3
        case .quintamillesimalPotency:
            -Transcendental.naturalLogarithm(m) / Transcendental.naturalLogarithm(50_000)
        case .hundredfoldTangent: Transcendental.tangent(m) * 100
        case .squareRoot: m.squareRoot()
        }
    }
}
