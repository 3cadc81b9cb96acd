/// The retrieves of a library, by what they ask for, collected while it is compiled.
struct RecordSelections: Sendable {
    /// Objects of a class, all or those with one code.
    struct Key: Hashable, Sendable {
        private let type: ClassType
        private let code: CodeKey?

        init(_ type: ClassType, _ code: CodeKey?) {
            self.type = type
            self.code = code
        }

        /// The code alone tells nearly all apart.
        var digest: UInt64 { code?.digest ?? 0 }

        func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }

    private struct Wanted: Hashable, Sendable {
        let type: ClassType
        let codes: CodeFilter?
    }

    private(set) var count = 0
    private var numbers: [Wanted: Int] = [:]
    /// The numbers of the selections that want a key.
    private(set) var wanted: [Key: [Int]] = [:]

    /// The number of the selection of objects of `type`, all or those with one of `codes`.
    mutating func number(of type: ClassType, codes: CodeFilter?) -> Int {
        let wanted = Wanted(type: type, codes: codes)
        if let number = numbers[wanted] { return number }
        let number = count
        numbers[wanted] = number
        count += 1
        let keys: [CodeKey?] = codes.map { $0.keys } ?? [nil]
        for key in keys { self.wanted[Key(type, key), default: []].append(number) }
        return number
    }
}
