import Cryptography
import TrialStore

/// To whom each data key is wrapped.
struct KeyHolders {
    private(set) var byKey: [KeyIdentifier: Set<String>] = [:]

    init() {}

    /// What `grants` say.
    init(_ grants: [GrantRow]) throws {
        for row in grants { add(row.holder, to: try KeyIdentifier(text: row.keyID)) }
    }

    mutating func add(_ holder: String, to key: KeyIdentifier) {
        byKey[key, default: []].insert(holder)
    }

    /// The newest version of the key called `name`; nil where there is none.
    func newest(_ name: String) -> KeyIdentifier? {
        byKey.keys.filter { $0.name == name }.max()
    }

    subscript(key: KeyIdentifier) -> Set<String> { byKey[key] ?? [] }

    /// The keys that the person called `name` holds, sorted; those of offered transfers, which can be
    /// offered again, left out.
    func keys(of name: String) -> [KeyIdentifier] {
        byKey.filter { key, holders in
            !key.name.hasPrefix(TransferName.key("")) && holders.contains(name)
        }.keys.sorted()
    }

    /// The keys that nobody could open without the person called `name`.
    func keys(onlyWith name: String, isActive: (String) -> Bool) -> [KeyIdentifier] {
        keys(of: name).filter { key in !self[key].contains { $0 != name && isActive($0) } }
    }
}
