import ClinicalQuality
import Testing

/// Source of the rules: CQL 1.5, appendix B, "List Operators".
struct OperatorsListTests {
    @Test(arguments: [
        ("Contains", "{'a', 'b', null}", "null", "true"),
        ("Contains", "{null, 'b'}", "'a'", "false"),
        ("Contains", "null", "'a'", "false"),
        ("Contains", "{@2012-01-01, @2013}", "@2012", "null"),
        ("In", "null", "{}", "false"),
        ("In", "1", "{1, 2}", "true"),
        ("In", "1 'm'", "{1 'kg', 100 'cm'}", "true"),
        ("ProperContains", "{'a', null}", "'a'", "null"),
        ("ProperContains", "{'a', 'b', null}", "'a'", "true"),
        ("ProperContains", "{null, null}", "null", "false"),
        ("ProperContains", "{'s', null}", "null", "true"),
        ("ProperContains", "{'s', 'u'}", "null", "false"),
        ("ProperContains", "{@T15:59:59.999, @T20:59:59.999}", "@T15:59:59", "null"),
        ("ProperIn", "'a'", "{'a', 'a'}", "false"),
        ("ProperIn", "'a'", "{'a', 'b'}", "true"),
        ("Includes", "{1, 2, 3}", "{}", "true"),
        ("Includes", "{null}", "{null}", "true"),
        ("Includes", "{1, 2}", "{3}", "false"),
        ("Includes", "null", "{2}", "null"),
        ("IncludedIn", "{}", "{}", "true"),
        ("IncludedIn", "{'s'}", "null", "null"),
        ("ProperIncludes", "{1, 2, 3}", "{2}", "true"),
        ("ProperIncludes", "{null}", "{null}", "false"),
        ("ProperIncludes", "{1, 1, 2}", "{1, 2}", "false"),
        ("ProperIncludedIn", "{}", "{1}", "true"),
        ("ProperIncludedIn", "{}", "{}", "false"),
        ("Union", "{1, 2}", "{2, 3}", "{1, 2, 3}"),
        ("Union", "null", "{4, 5, 4}", "{4, 5}"),
        ("Union", "{null}", "{null}", "{null}"),
        ("Intersect", "{4, 2, 4, 3}", "{3, 4}", "{4, 3}"),
        ("Intersect", "{null, 1}", "{null, 2}", "{null}"),
        ("Intersect", "{1}", "null", "null"),
        ("Except", "{1, 3, 5, 3, null}", "{1, null}", "{3, 5}"),
        ("Except", "{1, 4}", "null", "{1, 4}"),
        ("Except", "null", "{1}", "null"),
        ("Indexer", "{1, 2}", "1", "2"),
        ("Indexer", "{1, 2}", "2", "null"),
        ("Indexer", "{1, 2}", "-1", "null"),
        ("Indexer", "null", "0", "null"),
        ("IndexOf", "{1, 2}", "2", "1"),
        ("IndexOf", "{1, 2}", "3", "-1"),
        ("IndexOf", "{1, null}", "null", "null"),
        ("Skip", "{1, 2, 3}", "1", "{2, 3}"),
        ("Skip", "{1, 2, 3}", "null", "{1, 2, 3}"),
        ("Skip", "{1, 2, 3}", "-1", "{}"),
        ("Skip", "{1, 2, 3}", "9", "{}"),
        ("Take", "{1, 2, 3}", "2", "{1, 2}"),
        ("Take", "{1, 2, 3}", "null", "{}"),
        ("Take", "{1, 2, 3}", "-2147483648", "{}"),
        ("Slice", "{1, 2, 3, 4, 5}", "-2", "{4, 5}"),
        ("Slice", "{1, 2, 3, 4, 5}", "null", "{1, 2, 3, 4, 5}"),
    ])
    func `two arguments`(name: String, left: String, right: String, result: String) throws {
        #expect(try apply(name, [left, right]) == result)
    }

    @Test(arguments: [
        ("Distinct", "{1, 1, 2, 3, 2}", "{1, 2, 3}"),
        ("Distinct", "{null, 'a', null}", "{null, 'a'}"),
        ("Distinct", "{1 'm', 100 'cm', 1 'kg', 2 'm', 2000 'mm'}", "{1 'm', 1 'kg', 2 'm'}"),
        ("Distinct", "{@2012, @2012-01, @2012}", "{@2012, @2012-01}"),
        ("Distinct", "{@2012-01-01T10:00Z, @2012-01-01T11:00+01:00}", "{@2012-01-01T10:00+00:00}"),
        ("Distinct", "{{1, 2}, {1, 2}, {2, 1}}", "{{1, 2}, {2, 1}}"),
        ("Exists", "{null}", "false"),
        ("Exists", "{null, 1}", "true"),
        ("Exists", "null", "false"),
        ("Length", "null", "0"),
        ("Length", "{null, 1}", "2"),
        ("Flatten", "{{1, 2}, null, {3}}", "{1, 2, 3}"),
        ("First", "{null, 1}", "null"),
        ("Last", "{null, 1}", "1"),
        ("Last", "{}", "null"),
        ("Tail", "{1}", "{}"),
        ("SingletonFrom", "{}", "null"),
        ("SingletonFrom", "{1}", "1"),
        ("SingletonFrom", "{1, 2}", "error"),
    ])
    func `one argument`(name: String, list: String, result: String) throws {
        #expect(try apply(name, [list]) == result)
    }

    @Test func `slices count from either end`() throws {
        #expect(try apply("Slice", ["{1, 2, 3, 4, 5}", "1", "-1"]) == "{2, 3, 4}")
        #expect(try apply("Slice", ["{1, 2, 3, 4, 5}", "1", "null"]) == "{2, 3, 4, 5}")
        #expect(try apply("Slice", ["{1, 2}", "2147483647", "-2147483648"]) == "{}")
    }

    @Test func `sorting puts null first and less precise dates before more precise ones`() throws {
        guard
            case .list(let dates) = try LiteralReader.value(
                "{@2012-10-05T10, @2012-01-01T, null, @2012-01-01T12, @2012-10-05T}"
            )
        else { return }
        let ascending = Value.list(try operators().sorted(dates))
        #expect(
            ascending.description
                == "{null, @2012-01-01T, @2012-01-01T12, @2012-10-05T, @2012-10-05T10}"
        )
        let descending = Value.list(try operators().sorted(dates, descending: true))
        #expect(
            descending.description
                == "{@2012-10-05T10, @2012-10-05T, @2012-01-01T12, @2012-01-01T, null}"
        )
    }

    @Test(arguments: [
        (["@T10:00", "@T09:59:59", "@T10"], "{@T09:59:59, @T10, @T10:00}"),
        (["@2012-01-01T00", "@2012-01-01T", "@2012T"], "{@2012T, @2012-01-01T, @2012-01-01T00}"),
        (["@2012-01", "@2012", "@2011-12-31"], "{@2011-12-31, @2012, @2012-01}"),
        (["2 'g'", "1 'kg'", "1 'm'", "500 'mg'"], "{500 'mg', 2 'g', 1 'kg', 1 'm'}"),
        (["1 day", "1 year", "13 months", "90 'min'"], "{1 year, 13 months, 90 'min', 1 day}"),
        (["'b'", "2", "null", "1.5", "true", "'a'"], "{null, true, 1.5, 2, 'a', 'b'}"),
    ])
    func `sorting is total`(list: [String], sorted: String) throws {
        let values = try list.map { try LiteralReader.value($0) }
        #expect(Value.list(try operators().sorted(values)).description == sorted)
        #expect(Value.list(try operators().sorted(values.reversed())).description == sorted)
    }

    @Test func `big lists are compared in linear time`() throws {
        let numbers = (0..<100_000).map { Value.integer(Int32($0 % 50_000)) }
        #expect(try operators().distinct(numbers).count == 50_000)
        #expect(try operators().includes(numbers, numbers) == true)
        #expect(try operators().except(numbers, numbers).isEmpty)
        let grams = try (0..<20_000).map { count in
            try LiteralReader.value("\(count) 'g'")
        }
        let milligrams = try (0..<20_000).map { count in
            try LiteralReader.value("\(count)000 'mg'")
        }
        #expect(try operators().intersect(grams, milligrams).count == 20_000)
        let tuples = grams.indices.map { place in
            Value.tuple(
                TupleValue([(name: "id", value: .integer(Int32(place))), ("x", grams[place])])
            )
        }
        #expect(try operators().union(tuples, tuples).count == 20_000)
    }
}
