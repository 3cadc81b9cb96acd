/// The names of one half of the set.
struct NameLists: Sendable {
    /// The names of a country or a people, by what they are.
    struct People: Sendable {
        let male: [ListedName]
        let female: [ListedName]
        let family: [ListedName]
        /// Compound given names, written as several words.
        var maleCompounds: [ListedName] = []
        var femaleCompounds: [ListedName] = []
    }

    let spain: People
    let italy: People
    let arab: People
    let armenian: People
}
