/// Refuses a bundle that tells by itself that it is not all that is known now: a page of a search,
/// a search with errors, a deletion, two versions of one resource.
enum BundleCompleteness {
    static func check(_ bundle: BundleDecoder, _ collector: ProblemCollector) {
        checkPages(bundle, collector)
        var seen: Set<String> = []
        for entry in bundle.entries {
            checkMethod(entry, collector)
            guard let resource = entry.resource else {
                if entry.method == nil {
                    let message = "there is no resource in this entry"
                    collector.add(.init(place: entry.place, message: message, remedy: pages))
                }
                continue
            }
            checkOutcome(resource, entry, collector)
            guard resource.instance != nil else { continue }
            if resource.isSubset {
                let message = "this resource was cut down to some of its elements"
                collector.add(.init(place: entry.place + ".meta", message: message, remedy: whole))
            }
            // Two servers may give the same id, but this bundle has one patient of one server.
            let names = [
                entry.fullURL,
                resource.id.map { $0.isEmpty ? "" : "\(resource.resourceType)/\($0)" },
            ].compactMap(\.self).filter { !$0.isEmpty }
            if names.contains(where: seen.contains) {
                collector.add(
                    IntakeProblem(
                        place: entry.place,
                        message: "the same resource stands twice in this bundle",
                        remedy: "export the current version of each resource, once"
                    )
                )
            }
            seen.formUnion(names)
        }
    }

    private static let pages = "export all that was found, as one bundle"
    private static let whole = "export the whole resources, without _summary and _elements"

    private static func checkPages(_ bundle: BundleDecoder, _ collector: ProblemCollector) {
        if bundle.links.contains("next") {
            collector.add(
                IntakeProblem(
                    place: "Bundle.link",
                    message: "this is one page of a search: there is a next one",
                    remedy: pages
                )
            )
        }
        let matches = bundle.entries.count { $0.searchMode ?? "match" == "match" }
        if let total = bundle.total, total > matches {
            collector.add(
                IntakeProblem(
                    place: "Bundle.total",
                    message: "the search found more than is in this bundle",
                    remedy: pages
                )
            )
        }
    }

    private static func checkMethod(_ entry: EntryDecoder, _ collector: ProblemCollector) {
        guard let method = entry.method, method != "POST", method != "PUT" else { return }
        collector.add(
            IntakeProblem(
                place: entry.place + ".request.method",
                message:
                    "this entry does not give a resource, but deletes, changes or asks for one",
                remedy: "export the resources as they are now, in a bundle of type collection"
            )
        )
    }

    private static func checkOutcome(
        _ resource: ResourceDecoder,
        _ entry: EntryDecoder,
        _ collector: ProblemCollector
    ) {
        guard resource.severities.contains(where: { $0 != "information" }) else { return }
        collector.add(
            IntakeProblem(
                place: entry.place + ".issue",
                message: "the system that made this bundle reports a warning or an error",
                remedy: "settle what it reports, and export the bundle again"
            )
        )
    }
}
