/// Writes expressions that are mostly well typed.
struct ExpressionGenerator {
    enum Kind: CaseIterable {
        case any, boolean, integer, decimal, text, date, moment, quantity, list, interval
    }

    var dice: Dice

    init(dice: Dice) { self.dice = dice }

    /// An expression of about this kind, nested up to `depth` deep.
    mutating func expression(_ kind: Kind, _ depth: Int) -> String {
        if kind == .any {
            return expression(dice.one(of: Array(Kind.allCases.dropFirst())), depth)
        }
        // Now and then something of another kind: a choice, a conversion or an error.
        if dice.below(40) == 0 { return expression(.any, depth) }
        if depth == 0 || dice.below(8) == 0 { return leaf(kind) }
        let form = dice.one(of: Self.forms[kind, default: []] + Self.common)
        return fill(form, kind, depth - 1)
    }

    private mutating func leaf(_ kind: Kind) -> String {
        dice.below(12) == 0 ? "null" : dice.one(of: Self.leaves[kind, default: ["null"]])
    }

    /// Puts expressions for the letters: each stands for a kind, `s` for the same one.
    private mutating func fill(_ form: String, _ kind: Kind, _ depth: Int) -> String {
        var text = ""
        var isPlace = false
        for letter in form {
            if letter == "#" {
                isPlace = true
            } else if isPlace {
                isPlace = false
                text += "(" + expression(Self.letters[letter] ?? kind, depth) + ")"
            } else {
                text.append(letter)
            }
        }
        return text
    }

    private static let letters: [Character: Kind] = [
        "b": .boolean, "i": .integer, "d": .decimal, "t": .text, "D": .date, "M": .moment,
        "q": .quantity, "l": .list, "v": .interval, "a": .any,
    ]

    private static let common = [
        "if #b then #s else #s", "Coalesce(#s, #s)", "case when #b then #s else #s end",
        "First({#s, #s})", "(#s) X return X", "singleton from {#s}", "Last(#l X return #s)",
        "({#i, #i}) X aggregate T starting 0: T + X",
    ]

    private static let leaves: [Kind: [String]] = [
        .boolean: ["true", "false", "null as Boolean"],
        .integer: ["0", "1", "-1", "7", "2147483647", "-2147483648", "null as Integer", "5L"],
        .decimal: ["0.0", "1.5", "-0.00000001", "99999999999999999999.99999999", "0.1"],
        .text: ["''", "'a'", "'Abc def'", "'12'", "'2020-01-01'", "'1.5 \\'mg\\''", "'a\\u0301'"],
        .date: ["@2020-02-29", "@2020-02", "@2020", "@0001-01-01", "@9999-12-31", "Today()"],
        .moment: [
            "@2020-02-29T23:59:59.999", "@2020-02-29T12", "@2020T", "@2020-01-01T00:00:00+14:00",
            "Now()", "@9999-12-31T23:59:59.999Z",
        ],
        .quantity: [
            "1 'mg'", "1.5 'g'", "3 days", "1 month", "0 'mmol/L'", "37 'Cel'", "-1 year", "2 'd'",
            "1 '1'",
        ],
        .list: ["{1, 2, 3}", "{}", "{null}", "{1, null, 2}", "{3, 1, 2, 1}"],
        .interval: [
            "Interval[1, 5]", "Interval(1, 5)", "Interval[null, 3)", "Interval[2, null)",
            "Interval[@2020-01-01, @2020-12]", "Interval[1 'mg', 2 'g']", "Interval[0.5, 1.5)",
        ],
    ]

    private static let forms: [Kind: [String]] = [
        .boolean: [
            "not #b", "#b and #b", "#b or #b", "#b xor #b", "#b implies #b", "#i < #i", "#d >= #d",
            "#D before #D", "#M same day as #M", "#v overlaps #v", "#i in #v", "#i in #l",
            "#a = #a",
            "#a ~ #a", "#a is null", "#b is true", "exists #l", "#v includes #v", "#l includes #l",
            "#q < #q", "#t = #t", "Matches(#t, #t)", "#i between #i and #i", "#v starts #v",
            "#D during #v", "#l contains #i", "AllTrue({#b, #b})", "#D 3 days or less before #D",
            "#v meets before #v", "#a is Integer", "#v properly included in #v",
            "#M on or after hour of #M", "StartsWith(#t, #t)",
        ],
        .integer: [
            "#i + #i", "#i - #i", "#i * #i", "#i div #i", "#i mod #i", "#i ^ #i", "-#i", "Abs(#i)",
            "Count(#l)", "Length(#t)", "years between #D and #D",
            "difference in days between #D and #D",
            "Sum(#l)", "Floor(#d)", "Ceiling(#d)", "Truncate(#d)", "PositionOf(#t, #t)",
            "month from #D", "hour from #M", "predecessor of #i", "successor of #i", "width of #v",
            "duration in hours between #M and #M", "Max(#l)", "IndexOf(#l, #i)", "ToInteger(#t)",
            "CalculateAgeInYearsAt(#D, #D)", "#l[#i]", "point from #v", "start of #v",
        ],
        .decimal: [
            "#d + #d", "#d - #d", "#d * #d", "#d / #d", "#i / #i", "Exp(#d)", "Ln(#d)",
            "Round(#d, 2)",
            "Log(#d, #d)", "Power(#d, #d)", "Avg(#l)", "Median({#d, #d})", "StdDev({#d, #d, #d})",
            "ToDecimal(#t)", "successor of #d", "HighBoundary(#d, 4)", "GeometricMean({#d, #d})",
            "Variance({#d, #d})",
        ],
        .text: [
            "#t + #t", "#t & #t", "Upper(#t)", "Lower(#t)", "Substring(#t, #i)", "ToString(#i)",
            "ToString(#q)", "ToString(#D)", "Combine({#t, #t}, #t)", "ReplaceMatches(#t, #t, #t)",
            "#t[#i]", "First(Split(#t, #t))", "Substring(#t, #i, #i)", "ToString(#d)",
        ],
        .date: [
            "#D + #q", "#D - #q", "date from #M", "Date(#i)", "Date(#i, #i, #i)", "ToDate(#t)",
            "successor of #D", "LowBoundary(#D, 6)", "minimum Date", "start of Interval[#D, #D]",
        ],
        .moment: [
            "#M + #q", "#M - #q", "DateTime(#i, #i)", "ToDateTime(#t)", "predecessor of #M",
            "ToDateTime(#D)", "HighBoundary(#M, 17)", "maximum DateTime",
        ],
        .quantity: [
            "#q + #q", "#q - #q", "#q * #q", "#q / #q", "#q * #d", "ToQuantity(#t)", "-#q",
            "Abs(#q)",
            "convert #q to 'g'", "Sum({#q, #q})", "Max({#q, #q})", "ToQuantity(#d)",
        ],
        .list: [
            "{#i, #i}", "#l union #l", "#l intersect #l", "#l except #l", "distinct #l",
            "Take(#l, #i)",
            "Skip(#l, #i)", "flatten {#l, #l}", "(#l) X where X > #i", "(#l) X return all X + #i",
            "(#l) X sort desc", "expand {#v} per 1", "collapse {#v, #v}", "Tail(#l)", "{#a, #a}",
            "from (#l) X, (#l) Y return X + Y", "(#l) X with (#l) Y such that X < Y",
            "(#l) X let y: X * 2 where y > #i return y", "(#l) X without (#l) Y such that X = Y",
        ],
        .interval: [
            "Interval[#i, #i]", "Interval(#i, #i)", "Interval[#D, #D)", "Interval[#q, #q]",
            "#v union #v", "#v intersect #v", "#v except #v", "Interval[#M, #M]",
            "Interval[#d, #d]",
        ],
    ]
}
