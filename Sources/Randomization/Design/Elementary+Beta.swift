extension Elementary {
    /// The logarithm of the gamma function of a number greater than zero, by Stirling's series.
    static func logarithmOfGamma(_ value: Double) -> Double {
        var shifted = value
        var product = 1.0
        while shifted < 12 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        let series =
            inverse
            * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1_260 - square / 1_680)))
        let halfLogarithmOfTwoPi = 0.918_938_533_204_672_7
        return (shifted - 0.5) * logarithm(shifted) - shifted + halfLogarithmOfTwoPi + series
            - logarithm(product)
    }

    /// The probability that a Beta(`a`, `b`) variable is at most `x`: the regularized incomplete beta
    /// function, by its continued fraction (modified Lentz).
    static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exponential(
            logarithmOfGamma(a + b) - logarithmOfGamma(a) - logarithmOfGamma(b)
                + a * logarithm(x) + b * logarithm(1 - x)
        )
        return x < (a + 1) / (a + b + 2)
            ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var upper = 1.0
        var lower = 1 / away(1 - (a + b) * x / (a + 1))
        var result = lower
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            lower = 1 / away(1 + even * lower)
            upper = away(1 + even / upper)
            result *= lower * upper
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            lower = 1 / away(1 + odd * lower)
            upper = away(1 + odd / upper)
            let change = lower * upper
            result *= change
            if (change - 1).magnitude < 1e-15 { break }
        }
        return result
    }
}
