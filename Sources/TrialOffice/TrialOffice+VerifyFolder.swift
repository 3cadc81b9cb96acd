import AuditLog
import Cryptography
public import Foundation
import TrialDefinition
import TrialStore

extension TrialOffice {
    /// Checks a whole trial folder, without any key: every signature, every row, every file.
    ///
    /// - Parameters:
    ///   - url: The trial folder; where it cannot be written, nothing is written.
    ///   - kept: What was kept outside, for example an earlier export.
    /// - Returns: What was checked, and what does not hold.
    /// - Throws: ``OfficeError``: `notFound` where there is no trial; `storage` or `busy` where the
    ///   system does not let it be read, which says nothing about the trial.
    public static func verify(
        trial url: URL,
        against kept: KeptEvidence = .nothing
    ) throws(OfficeError) -> LogVerification {
        try OfficeError.translate {
            let folder = try TrialFolder.existing(
                url,
                remedy: "name a trial folder or an exported allocation log"
            )
            var report = try TrialVerifier.verify(
                folder,
                rules: TrialRules(),
                against: kept.note
            )
            try checkProtocol(folder, &report)
            let rows = report.rows.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            return LogVerification(
                subject: "trial folder",
                trial: report.origin,
                events: report.events,
                lastEventAt: report.log.last?.event.when.text,
                root: report.root?.hex,
                signers: report.acknowledged?.signers,
                founder: report.founding.map { SHA256.digest(of: $0.signed.signer.bytes).hex },
                allocations: report.rows["allocation"] ?? 0,
                checks: [
                    "\(report.events) events: order, form, signature, who may do it,"
                        + " and what can follow what",
                    "the Merkle tree and the acknowledged checkpoint",
                    "every row of every table against the event that wrote it:",
                ] + rows.map { "  \($0.value) in \($0.key)" } + ["the protocol's files"],
                findings: report.findings.map { "\($0.file): \($0.what)" },
                notes: report.notes
            ).pinned(by: kept)
        }
    }

    /// The protocol's files have to be those that the log names, and sites are active only as the
    /// protocol allows.
    private static func checkProtocol(
        _ folder: TrialFolder,
        _ report: inout VerificationReport
    ) throws {
        let kinds = [EventKind.trialCreated, .protocolAmended].map(\.rawValue)
        let events = report.log.map(\.event).filter { kinds.contains($0.kind) }
        guard report.founding != nil else { return }
        do throws(OfficeError) {
            let frozen = try FrozenFiles(folder, events)
            for path in frozen.differing {
                report.find("protocol/\(path)", "this file is not the one that the log names")
            }
            if frozen.differing.isEmpty { checkAdoptions(&report, try load(frozen.files).first) }
        } catch {
            if error.code == .storage { throw error }
            report.find("protocol", "the frozen protocol cannot be read")
        }
    }

    private static func checkAdoptions(
        _ report: inout VerificationReport,
        _ definition: TrialProtocol
    ) {
        let kinds = [EventKind.siteActivated, .siteAmended].map(\.rawValue)
        for event in report.log where kinds.contains(event.event.kind) {
            do throws(OfficeError) {
                try checkAdoption(event.event, definition)
            } catch {
                let what = "event \(event.sequence): the site may not do this: \(error.message)"
                report.find("trial.sqlite", what, event: event.sequence)
            }
        }
    }
}
