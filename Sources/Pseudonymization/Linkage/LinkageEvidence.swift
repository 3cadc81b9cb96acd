/// What agrees or disagrees between two identities, for the person who decides.
public enum LinkageEvidence: String, Hashable, Sendable, Codable, CaseIterable {
    /// The complete name is the same but for case, accents and particles.
    case sameFullName
    /// The complete name has two words only, or the birth date is a first of January: another child
    /// may well have both.
    case frequentName
    /// First given name and family name sound the same.
    case similarName
    /// First given name and family name are the same in Latin and in Arabic script, as far as the
    /// spellings tell.
    case similarNameAcrossScripts
    /// One of the two is the same, the other differs by about a letter.
    case misspelledName
    /// They are similar when given and family name change places.
    case swappedName
    /// Both have further given names, and none of these agree.
    case differentFurtherNames
    /// Both have several family names, and each has one that the other lacks.
    case differentFamilyNames
    /// The full birth date is the same.
    case sameBirthDate
    /// The birth date is the same when day and month change places.
    case swappedBirthDate
    /// The birth date is the same when two digits of day, month or year change places.
    case transposedBirthDate
    /// One birth date leaves the day open, and the other does not contradict it.
    case compatibleBirthDate
    /// The birth dates contradict each other.
    case differentBirthDate
    /// One is a girl and the other a boy.
    case differentSex
    /// A record number is the same.
    case sameRecordNumber
    /// A record number is the same when two neighboring characters change places.
    case permutedRecordNumber
    /// The same office gave out two numbers.
    case differentRecordNumber
}
