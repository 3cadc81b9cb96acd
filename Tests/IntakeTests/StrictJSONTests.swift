import Intake
import Testing

/// A text that a JSON decoder would repair or read in one of two ways is refused before.
struct StrictJSONTests {
    private func problem(_ bytes: [UInt8]) -> IntakeProblem? {
        let found = Bundles.problems(bytes)
        return found.count == 1 ? found.first : nil
    }

    @Test(arguments: [
        #""birthDate": "2015-03-02", "birthDate": "1960-01-01""#,
        #""birthDate": "2015-03-02", "birthDate": "2015-03-02""#,
        #""birthDate": "2015-03-02", "x": {"birthDate": 1, "y": {}}, "birthDate": "1960-01-01""#,
        #""birthDate": "2015-03-02", "a": [1, {"b": 2}], "c": 1, "a": 2"#,
        #""birthDate": "2015-03-02", "x": [{"a": 1, "bb": [], "a": 2}]"#,
    ])
    func `a property that stands twice is refused`(_ elements: String) throws {
        let patient = #"{"resource": {"resourceType": "Patient", "id": "7", \#(elements)}}"#
        let found = try #require(problem(Bundles.bundle(patient: patient)))
        #expect(found.message.contains("stands twice in one object"))
    }

    @Test func `the same property in two objects is no repetition`() {
        let patient = """
            {"resource": {"resourceType": "Patient", "id": "7", "birthDate": "2015-03-02", \
            "x": {"a": 1, "b": [{"a": 2}, {"a": 3}]}, "a": 4, "y": {"x": {}}}}
            """
        #expect(Bundles.problems(Bundles.bundle(patient: patient)).isEmpty)
    }

    @Test(arguments: [
        ("{\"a\": 1,\n  \"b\": \"é€😀\", \"a\": 2}", "line 2, column 15"),
        ("{\n\"a\": 01}", "line 2, column 7"),
        ("", "line 1, column 1"),
        ("<Bundle/>", "line 1, column 1"),
    ])
    func `the place is told by line and character`(_ text: String, _ place: String) {
        #expect(problem(Array(text.utf8))?.place == place)
    }

    @Test(arguments: [
        "{", "[", "[1", "[1,]", "[1 2]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
        "{a:1}", "{1:1}", "{\"a\":1]", "[1}", "]", "[] []", "[]x", "{\"a\":1 \"b\":2}", "\"a", "\"",
        "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a\nb\"", "\"a\u{1}b\"", "-", "01", "1.",
        ".5", "1e", "1e+", "+1", "- 1", "0x1", "tru", "True", "nul", "NaN", "'a'", "{\"a", "{\"a\"",
        "\u{0}", "[\u{A0}1]", "// a\n[]",
    ])
    func `what is not JSON is refused`(_ text: String) {
        #expect(problem(Array(text.utf8))?.message == "this is not valid JSON")
    }

    @Test(arguments: [
        "[]", " {} ", "[1, -0, 0.5, -1.25e+10, 1E-2, 10]", "{\"a\": [true, false, null]}",
        "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\uD83D\\uDE00\"", "[[], {}, [{}]]", "0",
        "\r\n\t [ ]", "\u{FEFF}{}",
    ])
    func `JSON that is no bundle is refused as such`(_ text: String) throws {
        let found = try #require(problem(Array(text.utf8)))
        #expect(found.place == "document", "\(found)")
        #expect(found.message != "this is not valid JSON")
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80],
            [0x80],
        ] as [[UInt8]]
    )
    func `what is not UTF-8 is refused`(_ bytes: [UInt8]) {
        let text = Array(#"{"a":"#.utf8) + [0x22] + bytes + Array(#""}"#.utf8)
        #expect(problem(text)?.message == "this is not UTF-8")
        #expect(problem(text)?.place == "line 1, column 7")
    }

    @Test(arguments: [#""\u0061": 1"#, #""K\u212A": 1"#, "\"\u{212A}\": 1", "\"a\u{1}\": 1"])
    func `a property's name has no disguise`(_ property: String) {
        #expect(problem(Array("{\(property)}".utf8))?.message.contains("characters") == true)
    }

    @Test(arguments: ["[", #"{"a":"#])
    func `no nesting exhausts the reader`(_ opening: String) {
        let text = Array(String(repeating: opening, count: 1_000_000).utf8)
        #expect(problem(text)?.message.contains("nested more than 100 deep") == true)
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(problem(Array(deep.utf8))?.place == "document")
    }

    @Test func `an object has no more properties than FHIR can give it`() {
        func object(_ count: Int) -> [UInt8] {
            Array("{\((0..<count).map { "\"n\($0)\": 1" }.joined(separator: ","))}".utf8)
        }
        #expect(problem(object(256))?.place == "document")
        #expect(problem(object(257))?.message.contains("more than 256 properties") == true)
    }

    @Test func `a byte order mark does no harm`() {
        #expect(Bundles.problems([0xEF, 0xBB, 0xBF] + Bundles.bundle()).isEmpty)
    }
}
