/// What can be wrong with a scheme, a stratum, a history or a stream of random bits.
///
/// No case carries a stratum, an arm or anything else of a participant: positions only.
public enum RandomizationError: Error, Hashable, Sendable {
    /// A code, level or identifier is empty, longer than 64 characters, or has a forbidden one.
    case invalidName(SchemePart)
    /// Two arms, factors, levels of one factor or block sizes are the same.
    case duplicate(SchemePart)
    /// A scheme has fewer than two arms.
    case tooFewArms
    /// There is not exactly one share for each arm.
    case shareCountMismatch(arms: Int, shares: Int)
    /// A share, a weight or a block size is not in its range.
    case outOfRange(SchemePart)
    /// A list that must not be empty is empty.
    case empty(SchemePart)
    /// A block size is not a multiple of the sum of the ratio.
    case blockSizeNotMultiple(size: Int, ratioSum: Int)
    /// A scheme text is not the canonical one; `line` counts from 1.
    case malformedScheme(line: Int)
    /// A stratum text is not the canonical one.
    case malformedStratum
    /// A stratum does not name exactly one level, known to the scheme, of each factor in order.
    case unknownStratum
    /// An arm is not one of the scheme's.
    case unknownArm
    /// The scheme could not have made this allocation; `position` counts from 0 in the history.
    case impossibleHistory(position: Int)
    /// A procedure gave weights that are empty, negative or all zero, or that add up to too much.
    case invalidWeights
    /// The source of random bits failed.
    case streamFailed
    /// A procedure that ends has made all its allocations.
    case exhausted
    /// The prevalences of a simulation are not one number for each level of each factor, or too fine.
    case prevalenceMismatch
    /// No method has this name.
    case unknownMethod
    /// A fraction is not `2/3`, `0.85` or `3`, or its denominator is too large.
    case invalidFraction
    /// A parameter of a method, its text or its absence is impossible.
    case impossibleParameter(ParameterProblem)

    /// Names a parameter that cannot be.
    static func impossible(
        _ method: String,
        _ parameter: String,
        _ problem: String,
        _ remedy: String
    ) -> RandomizationError {
        .impossibleParameter(
            ParameterProblem(method: method, parameter: parameter, problem: problem, remedy: remedy)
        )
    }
}

/// A parameter of a method that cannot be, with what to do.
public struct ParameterProblem: Hashable, Sendable {
    /// The method's name in a scheme.
    public let method: String
    /// The parameter's name in a scheme, or the part of the scheme that does not fit the method.
    public let parameter: String
    /// What is wrong.
    public let problem: String
    /// What to do.
    public let remedy: String
}

/// The part of a scheme that an error speaks of.
public enum SchemePart: String, Hashable, Sendable {
    /// The identifier of the scheme.
    case identifier
    /// The code of an arm.
    case arm
    /// The share of an arm in the allocation ratio.
    case share
    /// The name of a stratification factor.
    case factor
    /// A level of a stratification factor.
    case level
    /// The size of a block, or the list of sizes.
    case blockSize = "block size"
    /// How often a block size is drawn in relation to the others.
    case blockWeight = "block size's weight"
}

extension RandomizationError: CustomStringConvertible {
    /// One line for a person.
    public var description: String {
        switch self {
        case .invalidName(let part):
            "the \(part.rawValue) must have 1 to 64 printable ASCII characters, none of them "
                + "a space or one of / ; = , \" \\"
        case .duplicate(let part): "the same \(part.rawValue) is given twice"
        case .tooFewArms: "a scheme needs at least two arms"
        case .shareCountMismatch(let arms, let shares):
            "the ratio has \(shares) shares for \(arms) arms"
        case .outOfRange(let part): "the \(part.rawValue) is out of range"
        case .empty(let part): "at least one \(part.rawValue) is needed"
        case .blockSizeNotMultiple(let size, let ratioSum):
            "the block size \(size) is not a multiple of \(ratioSum), the sum of the ratio"
        case .malformedScheme(let line): "line \(line) of the scheme is not in canonical form"
        case .malformedStratum: "the stratum is not in canonical form"
        case .unknownStratum: "the scheme has no such stratum"
        case .unknownArm: "the scheme has no such arm"
        case .impossibleHistory(let position):
            "the scheme could not have made allocation \(position) of the history"
        case .invalidWeights: "the procedure gave no valid weights"
        case .streamFailed: "the source of random bits failed"
        case .exhausted:
            "the scheme has made all its allocations; amend the trial with a new scheme"
        case .prevalenceMismatch:
            "give a prevalence for each level of each factor, in small whole numbers whose sums"
                + " multiply to at most a million, or none at all"
        case .unknownMethod:
            "there is no such method; take one of \(AllocationMethod.names.joined(separator: ", "))"
        case .invalidFraction:
            "a fraction is written 2/3, 0.85 or 3, with a denominator of at most 10,000"
        case .impossibleParameter(let found):
            "\(found.method), \(found.parameter): \(found.problem); \(found.remedy)"
        }
    }
}
