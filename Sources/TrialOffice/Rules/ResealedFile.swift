import TrialStore

/// The side file whose entries a key of a site opens.
struct ResealedFile {
    let kind: SideKind
    let site: String

    /// The file that the key called `key` opens at `site`; nil for other keys.
    init?(key: String, site: String) {
        switch key {
        case KeyName.identity(site): kind = .vault
        case KeyName.records(site): kind = .keys
        default: return nil
        }
        self.site = site
    }

    /// As it stands in place of a table's name in events.
    var table: String { "\(kind.rawValue)/\(site)" }
}
