import UnitsOfMeasure

/// A set of values of one term for which every comparison with its constants has one answer.
enum Cell: Hashable {
    case null
    /// Greater than the constant before `index`, smaller than the one at it.
    case below(index: Int)
    /// Equal to the constant at `index`.
    case at(index: Int)
    /// A text that is none of the constants.
    case otherText
    case truth(Bool)
    /// Something that is not null.
    case present
    /// Something that is not null, and that no comparison decides: its unit does not fit.
    case undecided
}

/// What is asked about a term: with which constants it is compared, and how often.
struct Question {
    var constants: [Magnitude] = []
    var isWhole = true
    var isTruth = false
    /// Whether the question is if a list has elements; the answer is never null.
    var isPresence = false
    /// Whether a comparison asks by order, so that the term measures something.
    var isMeasured = false
    var count = 0

    /// What is worth most to be assumed: measured values, then whether there are any.
    var rank: Int { isMeasured ? 0 : (isPresence ? 1 : 2) }

    /// The cells of the term; nil when the constants cannot be put in order.
    func cells(sorted constants: [Magnitude]) -> [Cell] {
        if isTruth {
            return [.truth(true), .truth(false)] + (isPresence ? [] : [.null])
        }
        if constants.isEmpty { return [.present, .null] }
        if case .text = constants[0] {
            return constants.indices.map { .at(index: $0) } + [.otherText, .null]
        }
        var cells: [Cell] = []
        for index in constants.indices {
            if index == 0 || !isGapEmpty(constants[index - 1], constants[index]) {
                cells.append(.below(index: index))
            }
            cells.append(.at(index: index))
        }
        return cells + [.below(index: constants.count), .undecided, .null]
    }

    /// The constants in order, without repetition; nil when two of them cannot be compared.
    var sortedConstants: [Magnitude]? {
        var sorted: [Magnitude] = []
        for constant in constants {
            var place = 0
            var isNew = true
            for other in sorted {
                guard let order = constant.compared(to: other) else { return nil }
                if order == 0 { isNew = false }
                if order > 0 { place += 1 }
            }
            if isNew { sorted.insert(constant, at: place) }
        }
        return sorted
    }

    /// Whether no whole number lies between two that follow each other.
    private func isGapEmpty(_ low: Magnitude, _ high: Magnitude) -> Bool {
        guard isWhole, case .number(let low) = low, case .number(let high) = high,
            let next = try? low.adding(1)
        else { return false }
        return next >= high
    }
}

/// In which cell some terms are assumed to be.
struct Assumption {
    var cells: [Int: Cell] = [:]
    var constants: [Int: [Magnitude]] = [:]
    /// Whether every element of a list is looked at in turn, not one that stands for all.
    var isForEveryElement = false
}
