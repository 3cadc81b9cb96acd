/// The rejection rate of a two-sided t test of two groups at 5 %, without any effect, when the
/// expected responses of single participants are shifted.
///
/// Given the allocation, the squared t statistic is doubly noncentral F distributed with 1 and
/// `n - 2` degrees of freedom. Its tail is a sum over two Poisson distributions of incomplete beta
/// functions. Responses have a standard deviation of 1.
///
/// Sources: Langer, Dissertation Aachen 2014, and the package randomizeR [the model]; Tamm and
/// Hilgers, Methods of Information in Medicine 2014;53:501 [memory].
struct BiasedTest: Sendable {
    private let level = 0.05
    private let tails: [[Double]]

    /// Prepares for `count` participants.
    ///
    /// Both noncentralities together are the sum of squares of the shifts around their mean: at most
    /// `n η²` for the selection effect `η`, and `θ² n (n + 1) / (12 (n - 1))` for a rise by `θ`. Nil
    /// where there is nothing to test, or that sum is so large that the sums would be too long.
    init?(count: Int, selectionEffect: Double, trend: Double) {
        guard count > 2 else { return nil }
        let number = Double(count)
        let freedom = number - 2
        let squares = max(
            number * selectionEffect * selectionEffect,
            trend * trend * number * (number + 1) / (12 * (number - 1))
        )
        guard squares < 800 else { return nil }
        let terms = Self.terms(squares / 2)
        let x = Self.critical(freedom, level)
        tails = (0..<terms).map { first in
            (0..<terms).map { second in
                1 - Elementary.beta(x, 0.5 + Double(first), freedom / 2 + Double(second))
            }
        }
    }

    /// How many terms of a Poisson distribution hold all but 1e-12 of it.
    private static func terms(_ mean: Double) -> Int {
        Int((mean + 8 * mean.squareRoot() + 16).rounded(.up))
    }

    /// The `x = t² / (t² + f)` that a central statistic exceeds with the probability `level`.
    private static func critical(_ freedom: Double, _ level: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if Elementary.beta(middle, 0.5, freedom / 2) < 1 - level {
                low = middle
            } else {
                high = middle
            }
        }
        return (low + high) / 2
    }

    /// The sums over the shifts of one group.
    struct Group {
        var count = 0.0
        var sum = 0.0
        var squares = 0.0

        mutating func add(_ shift: Double) {
            count += 1
            sum += shift
            squares += shift * shift
        }
    }

    /// The probability of a rejection; 0 when a group is empty, because nothing can be tested.
    func rejection(_ first: Group, _ second: Group) -> Double {
        guard first.count > 0, second.count > 0 else { return 0 }
        let gap = first.sum / first.count - second.sum / second.count
        let between = gap * gap / (1 / first.count + 1 / second.count)
        let within = max(
            first.squares - first.sum * first.sum / first.count + second.squares
                - second.sum * second.sum / second.count,
            0
        )
        var total = 0.0
        var outer = Elementary.exponential(-between / 2)
        let start = Elementary.exponential(-within / 2)
        for (number, row) in tails.enumerated() {
            var inner = start
            var sum = 0.0
            for (place, tail) in row.enumerated() {
                sum += inner * tail
                inner *= within / 2 / Double(place + 1)
                if inner < 1e-14, Double(place) > within / 2 { break }
            }
            total += outer * sum
            outer *= between / 2 / Double(number + 1)
            if outer < 1e-14, Double(number) > between / 2 { break }
        }
        return total
    }
}
