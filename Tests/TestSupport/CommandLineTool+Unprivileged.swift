public import Foundation

extension CommandLineTool {
    /// The user as whom ``unprivileged`` runs commands when the tests run as root.
    private static let nobody = 65534

    /// A script that runs the command as somebody for whom permissions count; nil where there is no
    /// way to.
    public static let unprivileged: String? = {
        guard geteuid() == 0 else { return #"exec "$@""# }
        let ids = "--reuid=\(nobody) --regid=\(nobody) --clear-groups"
        let script = #"exec setpriv \#(ids) "$@""#
        return (try? run(["--version"], shell: script))?.status == 0 ? script : nil
    }()

    /// Gives everything below `url` to the person as whom ``unprivileged`` runs commands, with the
    /// permissions `folders` and `files`.
    public static func give(_ url: URL, folders: Int, files: Int) throws {
        let manager = FileManager.default
        let paths = (manager.subpaths(atPath: url.path) ?? []).map { url.path + "/" + $0 }
        for path in paths.reversed() + [url.path] {
            let type = try manager.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            var attributes: [FileAttributeKey: Any] = [
                .posixPermissions: type == .typeDirectory ? folders : files
            ]
            if geteuid() == 0 { attributes[.ownerAccountID] = nobody }
            try manager.setAttributes(attributes, ofItemAtPath: path)
        }
    }
}
