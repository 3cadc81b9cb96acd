import ClinicalQuality
import Testing

@Suite struct EvaluationTimingTests {
    @Test(arguments: [
        ("@2026-01-10 before @2026-01-11", "true"),
        ("@2026-01-10 on or before @2026-01-10", "true"),
        ("@2026-01-10 before or on @2026-01-09", "false"),
        ("@2026-01-10 after month of @2026-01-01", "false"),
        ("@2026-01-10 same month as @2026-01-01", "true"),
        ("@2026-01-10 same day or before @2026-01-11", "true"),
        ("@2026-01-10 same month or after @2026-01-31", "true"),
        ("@2026-01 before @2026-01-15", "null"),
        // With a distance.
        ("@2026-01-10 3 days before @2026-01-13", "true"),
        ("@2026-01-10 3 days before @2026-01-14", "false"),
        ("@2026-01-10 3 days or more before @2026-01-14", "true"),
        ("@2026-01-10 more than 3 days before @2026-01-13", "false"),
        ("@2026-01-10 3 days or less before @2026-01-13", "true"),
        ("@2026-01-10 3 days or less before @2026-01-14", "false"),
        ("@2026-01-10 3 days or less before @2026-01-10", "false"),
        ("@2026-01-10 3 days or less on or before @2026-01-10", "true"),
        ("@2026-01-10 less than 3 days before @2026-01-13", "false"),
        ("@2026-01-10 less than 3 days before @2026-01-12", "true"),
        ("@2026-01-10 3 days or less after @2026-01-07", "true"),
        ("@2026-01-10 more than 1 week after @2026-01-02", "true"),
        ("@2026-01-10 less than 3 days before null", "false"),
        ("@2026-01-10 3 days or less before (null as Date)", "false"),
        ("@2026-01-10 within 3 days of @2026-01-13", "true"),
        ("@2026-01-10 within 3 days of @2026-01-14", "false"),
        ("@2026-01-10 properly within 3 days of @2026-01-13", "false"),
        // Intervals.
        ("Interval[@2026-01-01, @2026-01-05] starts before @2026-01-03", "true"),
        ("Interval[@2026-01-01, @2026-01-05] ends before @2026-01-03", "false"),
        ("Interval[@2026-01-01, @2026-01-05] before Interval[@2026-01-06, @2026-01-08]", "true"),
        (
            "Interval[@2026-01-01, @2026-01-05] starts 2 days before start "
                + "Interval[@2026-01-03, @2026-01-08]", "true"
        ),
        (
            "Interval[@2026-01-01, @2026-01-05] 1 day before Interval[@2026-01-06, @2026-01-08]",
            "true"
        ),
        (
            "Interval[@2026-01-01, @2026-01-05] ends during Interval[@2026-01-04, @2026-01-08]",
            "true"
        ),
        (
            "Interval[@2026-01-01, @2026-01-05] starts within 1 day of start "
                + "Interval[@2026-01-02, @2026-01-08]", "true"
        ),
        ("Interval[1, 5] overlaps Interval[5, 9]", "true"),
        ("Interval[1, 5] overlaps before Interval[5, 9]", "true"),
        ("Interval[1, 5] meets before Interval[6, 9]", "true"),
        ("Interval[1, 5] starts Interval[1, 9]", "true"),
        ("Interval[5, 9] ends Interval[1, 9]", "true"),
        ("Interval[1, 9] includes Interval[2, 3]", "true"),
        ("Interval[1, 9] includes 9", "true"),
        ("Interval[1, 9] properly includes Interval[1, 9]", "false"),
        ("Interval[2, 3] included in Interval[1, 9]", "true"),
        ("3 during Interval[1, 9]", "true"),
        ("Interval[2, 3] properly during Interval[1, 9]", "true"),
        ("Interval[2, 3] between 1 and 5", "true"),
        ("5 properly between 5 and 7", "false"),
        ("@2026-01-10 in month of Interval[@2026-01-20, @2026-02-20]", "true"),
    ])
    func `a timing phrase means what the standard writes it out to`(
        expression: String,
        result: String
    ) throws {
        #expect(try evaluated(expression).description == result)
    }
}
