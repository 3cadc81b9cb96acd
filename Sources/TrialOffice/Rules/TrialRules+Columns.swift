import AuditLog
import TrialStore

extension TrialRules {
    /// A row's columns have to say what its event says.
    func fault(of row: RowContent, in logged: LoggedEvent) -> String? {
        let expected = expected(row, in: logged)
        for (column, value) in expected.sorted(by: { $0.key < $1.key })
        where row.columns[column] != value {
            return "its \(column) is not what its event says"
        }
        return nil
    }

    private func expected(_ row: RowContent, in logged: LoggedEvent) -> [String: String?] {
        let event = logged.event
        return switch row.table {
        case "user": person(in: logged)
        case "site": ["state": SiteState(after: event.kind)?.rawValue]
        case "site_approval":
            [
                "site": event.reference,
                "period": event.list(Detail.approvals)
                    .compactMap(GrantedApproval.init(line:))
                    .first { $0.id == row.columns["approval"] }?.period,
            ]
        case "site_version":
            [
                "site": event.reference, "version": event.text(Detail.protocolVersion),
                "since": event.text(Detail.asOf),
            ]
        case "screening":
            [
                "number": event.reference, "site": event.site,
                "as_of": event.text(Detail.asOf), "verdict": event.text(Detail.verdict),
                "again": event.text(Detail.again),
            ]
        case "subject", "transfer", "allocation_request", "allocation":
            subjectColumns(of: row.table, in: event)
        default: [:]
        }
    }

    private func person(in logged: LoggedEvent) -> [String: String?] {
        let event = logged.event
        guard logged.sequence > 0 else {
            return ["name": event.who, "role": event.role, "site": nil]
        }
        if event.kind == EventKind.userRekeyed.rawValue {
            let site = event.site == EventDraft.trialWide ? nil : event.site
            return ["name": event.who, "role": event.role, "site": site]
        }
        return [
            "name": event.text(People.Details.name),
            "role": event.text(People.Details.role),
            "site": event.text(People.Details.site),
        ]
    }

    /// What the tables about subjects say; after a transfer the transfer's event says it.
    private func subjectColumns(of table: String, in event: Event) -> [String: String?] {
        let isTransfer = event.kind == EventKind.transferAccepted.rawValue
        return switch table {
        case "subject":
            [
                "code": event.subject, "site": event.site,
                "screening": isTransfer ? event.text(Detail.screening) : event.reference,
                "stratum": event.text(Detail.stratum),
                "transfer": isTransfer ? event.reference : nil,
            ]
        case "transfer":
            [
                "id": event.reference, "subject": event.subject,
                "site": isTransfer ? event.site : event.text(Detail.destination),
                "state": (isTransfer ? TransferState.accepted : .offered).rawValue,
            ]
        case "allocation_request":
            [
                "subject": event.subject,
                "state": event.kind == EventKind.allocationMade.rawValue
                    ? RequestState.answered.rawValue : RequestState.open.rawValue,
            ]
        default:
            isTransfer
                ? [
                    "subject": event.subject, "stratum": event.text(Detail.stratum),
                    "number": event.text(Detail.number), "site": event.site,
                ]
                : [
                    "subject": event.subject, "stratum": event.text(Detail.stratum),
                    "number": event.reference,
                ]
        }
    }
}
