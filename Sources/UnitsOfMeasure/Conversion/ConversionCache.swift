private import Synchronization

/// Conversions that were prepared before.
///
/// It only saves time: it is bounded, and emptied when it is full.
enum ConversionCache {
    private struct Pair: Hashable {
        let source: UnitOfMeasure
        let target: UnitOfMeasure
    }

    private static let maximumCount = 1_024
    private static let cache = Mutex<[Pair: UnitConversion]>([:])

    static func conversion(
        from source: UnitOfMeasure,
        to target: UnitOfMeasure
    ) throws(UnitError) -> UnitConversion {
        let pair = Pair(source: source, target: target)
        if let known = cache.withLock({ $0[pair] }) { return known }
        let conversion = try UnitConversion(from: source, to: target)
        cache.withLock { cache in
            if cache.count >= maximumCount { cache = [:] }
            cache[pair] = conversion
        }
        return conversion
    }
}
