import ClinicalQuality
public import Foundation
import TrialDefinition

extension StaffMember {
    /// Reads a staff file.
    public static func list(_ url: URL) throws(OfficeError) -> [StaffMember] {
        let name = url.lastPathComponent
        guard let data = FileManager.default.contents(atPath: url.path),
            let text = String(data: data, encoding: .utf8)
        else {
            throw OfficeError(
                .notFound,
                at: url.path,
                "this file cannot be read as UTF-8 text",
                remedy: "name a staff file, for example Fixtures/staff.yaml"
            )
        }
        let list: StaffList
        do throws(CompilationFailure) {
            list = try StaffList(yaml: text, path: name)
        } catch {
            throw OfficeError(staff: error, name)
        }
        var members: [StaffMember] = []
        for row in list.rows {
            guard let role = Role(rawValue: row.role) else {
                throw OfficeError(
                    .badInput,
                    at: "\(name), user \(members.count + 1)",
                    "there is no such role",
                    remedy: "roles are \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            members.append(try StaffMember(name: row.name, role: role, site: row.site))
        }
        return members
    }
}
