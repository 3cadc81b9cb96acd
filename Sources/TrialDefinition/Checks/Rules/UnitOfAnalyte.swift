import ClinicalQuality
import UnitsOfMeasure

/// A limit in a unit that no result of the analyte can have.
enum UnitOfAnalyte: DefinitionRule {
    static let name = "unit-of-analyte"
    static let severity = Diagnostic.Severity.error
    static let summary = "a limit in a unit that the results compared with it cannot have"
    static let remedy = "write the limit in a unit of the analyte, or convert the result first"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        MeasuredLimit.all(in: definition).filter(\.fitsNone).map { limit in
            finding(
                "results of \"\(limit.analyte)\" come in \(limit.misfits.joined(separator: ", ")), "
                    + "which cannot be compared with '\(limit.unit)'",
                at: limit.location
            )
        }
    }
}

/// A limit that leaves out some of the codes that are asked for.
enum UnreadUnit: DefinitionRule {
    static let name = "unread-unit"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a limit that cannot be compared with the results of some of the codes"
    static let remedy = "convert the results first, as `Measurements` does for creatinine"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        MeasuredLimit.all(in: definition).filter { !$0.fitsNone && !$0.misfits.isEmpty }.map {
            finding(
                "some results of \"\($0.analyte)\" come in \($0.misfits.joined(separator: ", ")), "
                    + "which cannot be compared with '\($0.unit)'",
                at: $0.location
            )
        }
    }
}

/// A limit with the analyte whose results are compared with it.
private struct MeasuredLimit {
    let analyte: String
    let unit: UnitOfMeasure
    /// Units of results that cannot be compared with the limit.
    let misfits: [String]
    let fitsNone: Bool
    let location: SourceLocation

    private static let comparisons: Set<String> = [
        "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "Equal",
    ]

    static func all(in definition: CheckedDefinition) -> [MeasuredLimit] {
        let meaning = definition.meaning
        var found: [MeasuredLimit] = []
        let walk = Walk(meaning, follows: true)
        for index in definition.entrances {
            guard let placed = definition.placed(index) else { continue }
            walk.visit(placed) { part in
                guard case .operation(let name, let operands) = part.expression.form,
                    comparisons.contains(name), operands.count == 2,
                    part.expression.location.path != DefinitionFiles.boundsFile
                else { return }
                let sides = operands.map { Placed($0, part.frame) }
                for (value, limit) in [(sides[0], sides[1]), (sides[1], sides[0])] {
                    let limits = limits(limit, meaning)
                    guard !limits.isEmpty else { continue }
                    let origin = OriginFinder.origin(of: value, meaning)
                    guard !origin.isComputed else { continue }
                    for (unit, location) in limits {
                        found += check(origin, unit, location, definition)
                    }
                }
            }
        }
        return found
    }

    /// The units of a constant, or of the constants between which a `case` chooses.
    private static func limits(
        _ placed: Placed,
        _ meaning: Meaning
    ) -> [(unit: UnitOfMeasure, location: SourceLocation)] {
        let target = meaning.followed(placed, calls: true)
        switch target.expression.form {
        case .constant(.quantity(let quantity)):
            guard case .ucum(let unit) = quantity.unit else { return [] }
            return [(unit, target.expression.location)]
        case .selection(let branches, let otherwise):
            return (branches.map(\.result) + [otherwise]).flatMap {
                limits(Placed($0, target.frame), meaning)
            }
        default: return []
        }
    }

    private static func check(
        _ origin: Origin,
        _ unit: UnitOfMeasure,
        _ location: SourceLocation,
        _ definition: CheckedDefinition
    ) -> [MeasuredLimit] {
        origin.terminology.sorted().compactMap { index in
            let entry = definition.outline.terminology[index]
            let known = codes(of: index, in: definition)
            let misfits = known.filter { units in
                !units.canBeCompared(with: unit)
                    && !origin.conversions.contains { units.canBeCompared(with: $0) }
            }
            guard !misfits.isEmpty else { return nil }
            let names = Set(misfits.flatMap(\.units).map(\.code)).sorted()
            return MeasuredLimit(
                analyte: entry.name,
                unit: unit,
                misfits: names.map { "'\($0)'" },
                fitsNone: misfits.count == known.count,
                location: location
            )
        }
    }

    private static func codes(of index: Int, in definition: CheckedDefinition) -> [AnalyteUnits] {
        let entry = definition.outline.terminology[index]
        switch entry.value {
        case .code(let code): return [AnalyteUnits(code, named: entry.name)].compactMap { $0 }
        case .concept: return entry.uses.flatMap { codes(of: $0, in: definition) }
        default: return []
        }
    }
}
