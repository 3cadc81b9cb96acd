extension Scheme {
    private static let header = "milenari scheme v1"

    /// The one text of this scheme, for digesting and keeping: ASCII, each line ended by a newline.
    ///
    /// ```
    /// milenari scheme v1
    /// identifier MILENARI-ALL-1
    /// arm POC 1
    /// arm HUB 1
    /// factor site AMM BCN BEY ROM
    /// factor disease-burden high low
    /// method permuted-blocks
    /// block 4 1
    /// block 6 1
    /// end
    /// ```
    /// An arm is followed by its share, a block size by its weight. Without factors the `factor`
    /// lines are absent. Other methods have `parameter NAME VALUE` and `balance FACTOR WEIGHT` lines
    /// in the place of the `block` lines, in the order of `MethodText`.
    public var canonicalText: String {
        var lines = [Self.header, "identifier \(identifier)"]
        for (arm, share) in zip(arms, ratio.shares) {
            lines.append("arm \(arm.code) \(share)")
        }
        for factor in factors {
            lines.append((["factor", factor.name] + factor.levels).joined(separator: " "))
        }
        let method = method.text
        lines.append("method \(method.name)")
        lines += method.parameters.map { "parameter \($0.name) \($0.value)" }
        lines += method.blocks.map { "block \($0.size) \($0.weight)" }
        lines += method.balance.map { "balance \($0.name) \($0.weight)" }
        // Without a last line, a text that was cut off could be another scheme.
        lines.append("end")
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads a canonical text, and only a canonical one.
    ///
    /// - Parameter canonicalText: What `canonicalText` gives.
    /// - Throws: `RandomizationError.malformedScheme` with the line, or what the initializer of
    ///   the scheme's parts throws.
    public init(canonicalText: String) throws(RandomizationError) {
        var reader = SchemeReader(canonicalText)
        try reader.expect([Self.header.split(separator: " ").map(String.init)])
        let identifier = try reader.words(after: "identifier", count: 1)[0]
        var arms: [Arm] = []
        var shares: [Int] = []
        while reader.isNext("arm") {
            let words = try reader.words(after: "arm", count: 2)
            arms.append(try Arm(words[0]))
            shares.append(try reader.integer(words[1]))
        }
        var factors: [StratificationFactor] = []
        while reader.isNext("factor") {
            let words = try reader.words(after: "factor", count: nil)
            factors.append(
                try StratificationFactor(name: words[0], levels: Array(words.dropFirst()))
            )
        }
        var text = MethodText(try reader.words(after: "method", count: 1)[0])
        while reader.isNext("parameter") {
            let words = try reader.words(after: "parameter", count: 2)
            text.parameters.append(.init(words[0], words[1]))
        }
        while reader.isNext("block") {
            let words = try reader.words(after: "block", count: 2)
            let size = try reader.integer(words[0])
            text.blocks.append(.init(size: size, weight: try reader.integer(words[1])))
        }
        while reader.isNext("balance") {
            let words = try reader.words(after: "balance", count: 2)
            text.balance.append(.init(words[0], weight: try reader.integer(words[1])))
        }
        try reader.expectEnd()
        try self.init(
            identifier: identifier,
            arms: arms,
            ratio: try Ratio(shares),
            factors: factors,
            method: try AllocationMethod(text)
        )
        // Parameters in another order, or `0.5` for `1/2`.
        try SchemeReader.requireSame(self.canonicalText, canonicalText)
    }
}

extension Scheme: Codable {
    /// Reads the canonical text.
    public init(from decoder: any Decoder) throws {
        try self.init(canonicalText: decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the canonical text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(canonicalText)
    }
}
