private import Synchronization

/// Units that were read before, so that common codes are read once.
///
/// The table only saves time: it is bounded, and emptied when it is full, so that hostile input
/// can neither fill the memory nor keep useful units out.
enum UnitInternTable {
    private static let maximumCount = 2_048
    private static let maximumLength = 64
    private static let table = Mutex<[String: UnitOfMeasure]>(["1": .one])

    static func unit(_ code: String) throws(UnitError) -> UnitOfMeasure {
        if let known = table.withLock({ $0[code] }) { return known }
        let canonical = try CanonicalUnit(UnitParser.tokens(of: code).factors)
        let unit = UnitOfMeasure(storage: .init(code: code, canonical: canonical))
        guard code.utf8.count <= maximumLength else { return unit }
        return table.withLock { table in
            // Another thread may have been faster; one storage per code makes `===` meet.
            if let known = table[code] { return known }
            if table.count >= maximumCount { table = ["1": .one] }
            table[code] = unit
            return unit
        }
    }
}
