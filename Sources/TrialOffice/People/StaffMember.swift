/// Somebody who is to work with the trial.
public struct StaffMember: Sendable, Hashable, Codable {
    /// Lowercase letters, digits, `.` and `-`; the person signs with it.
    public let name: String
    /// What the person does; it decides which keys the person gets.
    public let role: Role
    /// The site, for roles at a site.
    public let site: String?

    /// Checks the parts: the name's characters, and a site exactly for roles at a site.
    public init(name: String, role: Role, site: String?) throws(OfficeError) {
        guard Self.isName(name) else {
            throw OfficeError(
                .badInput,
                at: "staff",
                "a user's name has lowercase letters a to z, digits, `.` and `-`",
                remedy: "write it like ana.garcia"
            )
        }
        guard role.isAtSite == (site != nil) else {
            throw OfficeError(
                .badInput,
                at: "staff \(name)",
                role.isAtSite ? "this role needs a site" : "this role belongs to no site",
                remedy: role.isAtSite ? "add `site: BCN`" : "remove `site`"
            )
        }
        self.name = name
        self.role = role
        self.site = site
    }

    /// Whether `name` has only characters of which no two look alike.
    static func isName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46
            }
    }
}
