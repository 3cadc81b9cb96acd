import Intake
import Testing

/// A bundle that says itself that it is not all that is known now is refused.
struct CompletenessTests {
    private func expect(_ bytes: [UInt8], _ place: String?, _ message: String = "") {
        let found = Bundles.problems(bytes)
        #expect(found.map(\.place) == [place].compactMap(\.self), "\(found)")
        #expect(found.allSatisfy { $0.message.contains(message) && !$0.remedy.isEmpty }, "\(found)")
    }

    @Test(arguments: [
        (#""link": [{"relation": "self", "url": "u"}], "total": 2"#, nil, ""),
        (#""link": [{"relation": "next", "url": "u"}]"#, "Bundle.link", "next"),
        (#""total": 1"#, nil, ""),
        (#""total": 3"#, "Bundle.total", "more than"),
    ])
    func `a page of a search is refused`(_ head: String, _ place: String?, _ message: String) {
        expect(Bundles.bundle(Bundles.weight, type: "searchset", head: head), place, message)
    }

    @Test(arguments: [("match", true), ("include", false), ("outcome", false)])
    func `only matches count`(_ mode: String, _ isTaken: Bool) {
        let entry = Bundles.entry(
            "Observation",
            #""status": "final""#,
            around: #""search": {"mode": "\#(mode)"}"#
        )
        let bytes = Bundles.bundle(entry, type: "searchset", head: #""total": 2"#)
        expect(bytes, isTaken ? nil : "Bundle.total")
    }

    @Test(arguments: [
        (#"{"severity": "information"}"#, true), (#"{"severity": "warning"}"#, false),
        (#"{"severity": "error"}"#, false), (#"{"severity": "fatal"}"#, false), ("{}", false),
        (#"{"severity": "information"}, {"severity": "warning"}"#, false),
    ])
    func `a search that reports a warning or an error is refused`(
        _ issues: String,
        _ isTaken: Bool
    ) {
        let outcome = Bundles.entry("OperationOutcome", #""issue": [\#(issues)]"#, subject: "")
        let place = isTaken ? nil : "entry[1] OperationOutcome.issue"
        expect(Bundles.bundle(outcome, type: "searchset"), place)
    }

    @Test(arguments: [
        ("POST", true), ("PUT", true), ("DELETE", false), ("PATCH", false), ("GET", false),
    ])
    func `an entry that deletes or changes is refused`(_ method: String, _ isTaken: Bool) {
        let request = #""request": {"method": "\#(method)", "url": "Observation/5"}"#
        let entry = Bundles.entry("Observation", #""status": "final""#, around: request)
        expect(
            Bundles.bundle(entry, type: "transaction"),
            isTaken ? nil : "entry[1] Observation.request.method"
        )
        guard !isTaken else { return }
        let bare = Bundles.bundle("{\(request)}", type: "transaction")
        expect(bare, "entry[1].request.method")
    }

    @Test func `an entry with nothing in it is refused`() {
        expect(Bundles.bundle(#"{"fullUrl": "urn:uuid:5"}"#), "entry[1]")
    }

    @Test(arguments: [
        ("Observation", "5", "", "6", "", true),
        ("Observation", "5", "", "5", "", false),
        ("Observation", "5", "urn:uuid:5", "6", "urn:uuid:5", false),
        ("Observation", "5", "http://a/Observation/5", "5", "http://b/Observation/5", false),
        ("Medication", "5", "", "5", "", false),
        ("Organization", "5", "", "5", "", true),
    ])
    func `a resource that stands twice is refused`(
        _ type: String,
        _ firstID: String,
        _ firstURL: String,
        _ secondID: String,
        _ secondURL: String,
        _ isTaken: Bool
    ) {
        func entry(_ id: String, _ url: String, _ status: String) -> String {
            let elements = #""id": "\#(id)", "status": "\#(status)", "code": {}"#
            // Absolute, so that the server of the entry does not matter.
            let subject = #""subject": {"reference": "http://h.example/Patient/7"}"#
            return Bundles.entry(
                type,
                elements,
                subject: subject,
                around: url.isEmpty ? "" : #""fullUrl": "\#(url)""#
            )
        }
        let bytes = Bundles.bundle(
            entry(firstID, firstURL, "final"),
            entry(secondID, secondURL, "entered-in-error")
        )
        expect(bytes, isTaken ? nil : "entry[2] \(type)", "twice")
    }

    @Test func `a resource that was cut down is refused`() {
        let meta = #""status": "final", "meta": {"tag": [{"code": "SUBSETTED"}]}"#
        expect(Bundles.bundle(Bundles.entry("Observation", meta)), "entry[1] Observation.meta")
    }
}
