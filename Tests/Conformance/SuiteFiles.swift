import Foundation
import FoundationXML

/// The files below a folder, in the order of their paths.
struct SuiteFiles {
    private let files: [(path: String, url: URL)]

    init(_ folder: URL) throws(SuiteError) {
        let folder = folder.resolvingSymlinksInPath()
        guard
            let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { throw SuiteError(path: folder.path, reason: "cannot be read") }
        var files: [(path: String, url: URL)] = []
        for case let url as URL in found {
            let path = url.resolvingSymlinksInPath().path
            files.append((String(path.dropFirst(folder.path.count + 1)), url))
        }
        self.files = files.sorted { $0.path < $1.path }
    }

    /// Hands over the content of every file whose name ends with `suffix`.
    func forEach(_ suffix: String, _ body: (_ path: String, Data) throws -> Void) throws {
        for (path, url) in files where path.hasSuffix(suffix) {
            guard let data = try? Data(contentsOf: url) else {
                throw SuiteError(path: path, reason: "cannot be read")
            }
            try body(path, data)
        }
    }
}

/// A folder or file that is no part of a suite.
struct SuiteError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }
}

extension XMLParserDelegate {
    /// Reads the whole file `path`.
    func parse(_ path: String, _ data: Data) throws(SuiteError) {
        let parser = XMLParser(data: data)
        parser.delegate = self
        guard parser.parse() else { throw SuiteError(path: path, reason: "is no XML") }
    }
}
