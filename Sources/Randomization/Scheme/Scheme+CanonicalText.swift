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
    /// lines are absent; `method complete` has no `block` lines.
    public var canonicalText: String {
        var lines = [Self.header, "identifier \(identifier)"]
        for (arm, share) in zip(arms, ratio.shares) {
            lines.append("arm \(arm.code) \(share)")
        }
        for factor in factors {
            lines.append((["factor", factor.name] + factor.levels).joined(separator: " "))
        }
        switch method {
        case .complete: lines.append("method complete")
        case .permutedBlocks(let sizes):
            lines.append("method permuted-blocks")
            lines += sizes.choices.map { "block \($0.size) \($0.weight)" }
        }
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
        let method: AllocationMethod
        if try reader.words(after: "method", count: 1)[0] == "complete" {
            method = .complete
        } else {
            try reader.requireLast("permuted-blocks")
            var choices: [BlockSizes.Choice] = []
            while reader.isNext("block") {
                let words = try reader.words(after: "block", count: 2)
                let size = try reader.integer(words[0])
                choices.append(.init(size: size, weight: try reader.integer(words[1])))
            }
            method = .permutedBlocks(try BlockSizes(choices: choices))
        }
        try reader.expectEnd()
        try self.init(
            identifier: identifier,
            arms: arms,
            ratio: try Ratio(shares),
            factors: factors,
            method: method
        )
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
