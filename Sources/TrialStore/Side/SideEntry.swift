import Cryptography

/// A sealed entry of a side file.
public struct SideEntry: Sendable, Equatable {
    /// Which of the side files of the site it is in.
    public let kind: SideKind
    /// The site's code.
    public let site: String
    /// The pseudonym in the vault, the screening number among the keys; after a transfer the
    /// transfer's id in both.
    public let id: String
    /// The sealed bytes: an identity in the vault, a candidate's own key among the keys; nil for an
    /// entry that is destroyed.
    public let sealed: [UInt8]?

    /// Holds an entry; without `sealed` it says that the entry `id` is destroyed.
    public init(kind: SideKind, site: String, id: String, sealed: [UInt8]?) {
        self.kind = kind
        self.site = site
        self.id = id
        self.sealed = sealed
    }

    /// `vaults/BCN`, as it stands in place of a table's name in the event.
    var table: String { Self.table(kind, site: site) }

    static func table(_ kind: SideKind, site: String) -> String { "\(kind.rawValue)/\(site)" }

    var reference: RowReference {
        RowReference(
            table: table,
            key: id,
            digest: SubjectRow.digest(
                table: table,
                values: [.text(id), sealed.map(RowValue.blob) ?? .null]
            )
        )
    }
}
