import AuditLog
import Cryptography
public import Foundation
import TrialStore

extension TrialOffice {
    /// Checks a whole trial folder, without any key: every signature, every row, every file.
    public static func verify(trial url: URL) throws(OfficeError) -> LogVerification {
        let folder = TrialFolder(url)
        guard FileManager.default.fileExists(atPath: folder.database.path) else {
            throw OfficeError(
                .notFound,
                at: url.path,
                "there is no trial in this folder",
                remedy: "name a trial folder or an exported allocation log"
            )
        }
        var report = TrialVerifier.verify(folder, rules: TrialRules())
        let founding = checkProtocol(folder, &report)
        let rows = report.rows.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        return LogVerification(
            subject: "trial folder",
            trial: founding?.origin ?? "",
            events: report.events,
            root: report.root?.hex ?? "",
            signers: report.acknowledged?.signers ?? [],
            founder: founding?.fingerprint ?? "",
            allocations: report.rows["allocation"] ?? 0,
            checks: [
                "\(report.events) events: order, form, signature, who may do it, and what can follow what",
                "the Merkle tree and the acknowledged checkpoint",
                "every row of every table against the event that wrote it:",
            ] + rows.map { "  \($0.value) in \($0.key)" } + ["the protocol's files"],
            findings: report.findings.map { "\($0.file): \($0.what)" },
            notes: report.notes
        )
    }

    /// The protocol's files have to be those of the first event.
    private static func checkProtocol(
        _ folder: TrialFolder,
        _ report: inout VerificationReport
    ) -> (origin: String, fingerprint: String)? {
        do {
            let first = try TrialStore.founding(folder)
            let name = first.event.text(Detail.protocolFolder) ?? ""
            let url = folder.protocolFiles.appendingPathComponent(name, isDirectory: true)
            let files = try DefinitionFolder.read(url)
            let wanted = first.event.list(Detail.protocolFiles)
            if files.digests != wanted {
                let differing = Set(files.digests).symmetricDifference(wanted)
                    .map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" }
                for path in Set(differing).sorted() {
                    report.find("protocol/\(path)", "this file is not the one of the first event")
                }
            }
            let fingerprint = SHA256.digest(of: first.signer.bytes).hex
            return (try TrialStore.origin(folder), fingerprint)
        } catch {
            report.find("protocol", "the frozen protocol cannot be read")
            return nil
        }
    }
}
