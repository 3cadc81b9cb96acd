import TrialOffice

extension ScreeningText {
    /// Which screening it is, and exactly which document was read.
    var provenance: [String] {
        var lines: [String] = []
        if !screening.number.isEmpty {
            let again = screening.again.map { ", the same candidate as \($0)" } ?? ""
            lines.append("Screening \(screening.number)\(again)")
        }
        return lines + ["Document SHA-256 \(screening.document)"]
    }
}
