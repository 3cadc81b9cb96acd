#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#else
private import Darwin
#endif

/// The functions of the C library that logarithmic units need, and the only use of it here.
///
/// Callers round the results to 15 digits, fewer than those in which C libraries may differ.
enum Transcendental {
    static func exponential(_ x: Double) -> Double { exp(x) }
    static func power(_ base: Double, _ x: Double) -> Double { pow(base, x) }
    static func naturalLogarithm(_ x: Double) -> Double { log(x) }
    static func decimalLogarithm(_ x: Double) -> Double { log10(x) }
    static func binaryLogarithm(_ x: Double) -> Double { log2(x) }
    static func tangent(_ x: Double) -> Double { tan(x) }
    static func arcTangent(_ x: Double) -> Double { atan(x) }
}
