extension Diagnostic {
    /// The diagnostic with the line that it is about and a caret below the place.
    ///
    /// `sources` are the texts that were compiled; the line is left out when the one that the
    /// diagnostic points to is not among them.
    public func rendered(in sources: [LibrarySource]) -> String {
        guard let source = sources.first(where: { $0.path == location.path }) else {
            return description
        }
        let line = SourceText(source).line(location.line)
        var marker = ""
        for scalar in line.unicodeScalars.prefix(location.column - 1) {
            marker.unicodeScalars.append(scalar == "\t" ? "\t" : " ")
        }
        let scalars = line.unicodeScalars.count
        let last =
            location.endLine == location.line ? min(location.endColumn, scalars + 1) : scalars + 1
        marker += "^" + String(repeating: "~", count: max(0, last - location.column - 1))
        return "\(description)\n\(line)\n\(marker)"
    }
}
