public import TrialOffice

/// People with the keys that they hold, for the terminal.
public struct PersonText: Sendable {
    private let people: [PersonInTrial]

    /// The people `people`.
    public init(_ people: [PersonInTrial]) {
        self.people = people
    }

    /// A line for each person, and one for what is missing, with line ends.
    public var text: String {
        people.map { person in
            let place = [person.role.rawValue, person.site].compactMap(\.self).joined(
                separator: " "
            )
            let keys = person.keys.isEmpty ? "no key" : person.keys.joined(separator: ", ")
            var text = "  " + "\(person.name)  \(place)  \(person.state);  \(keys)".printable + "\n"
            if !person.missing.isEmpty {
                text += "      to be granted: \(person.missing.joined(separator: ", "))".printable
                text += "\n"
            }
            return text
        }.joined()
    }
}

/// Data keys with those who can open them, for the terminal.
public struct KeyText: Sendable {
    private let keys: [KeyInTrial]

    /// The keys `keys`.
    public init(_ keys: [KeyInTrial]) {
        self.keys = keys
    }

    /// A line for each key, with line ends.
    public var text: String {
        keys.map { key in
            var parts = [key.holders.isEmpty ? "nobody" : key.holders.joined(separator: ", ")]
            if !key.formerHolders.isEmpty {
                parts.append("known to \(key.formerHolders.joined(separator: ", "))")
            }
            if !key.missing.isEmpty {
                parts.append("to be granted to \(key.missing.joined(separator: ", "))")
            }
            return "  " + "\(key.key)  \(parts.joined(separator: ";  "))".printable + "\n"
        }.joined()
    }
}
