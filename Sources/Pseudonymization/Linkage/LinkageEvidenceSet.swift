/// A set of evidence, as bits: decisions are made for many pairs.
struct LinkageEvidenceSet: ExpressibleByArrayLiteral, Sendable {
    private var bits: UInt32 = 0

    init() {}

    init(arrayLiteral elements: LinkageEvidence...) {
        for element in elements { insert(element) }
    }

    /// The evidence in the order of the cases.
    var list: [LinkageEvidence] {
        LinkageEvidence.allCases.filter(contains)
    }

    mutating func insert(_ evidence: LinkageEvidence) {
        bits |= 1 << evidence.place
    }

    mutating func formUnion(_ other: LinkageEvidenceSet) {
        bits |= other.bits
    }

    func contains(_ evidence: LinkageEvidence) -> Bool {
        bits & 1 << evidence.place != 0
    }

    func isDisjoint(with other: LinkageEvidenceSet) -> Bool {
        bits & other.bits == 0
    }

    func isSuperset(of other: LinkageEvidenceSet) -> Bool {
        bits & other.bits == other.bits
    }
}

extension LinkageEvidence {
    /// A number of its own for each case.
    fileprivate var place: UInt32 {
        switch self {
        case .sameFullName: 0
        case .frequentName: 1
        case .similarName: 2
        case .similarNameAcrossScripts: 3
        case .misspelledName: 4
        case .swappedName: 5
        case .differentFurtherNames: 6
        case .differentFamilyNames: 7
        case .sameBirthDate: 8
        case .swappedBirthDate: 9
        case .transposedBirthDate: 10
        case .compatibleBirthDate: 11
        case .differentBirthDate: 12
        case .differentSex: 13
        case .sameRecordNumber: 14
        case .permutedRecordNumber: 15
        case .differentRecordNumber: 16
        }
    }
}
