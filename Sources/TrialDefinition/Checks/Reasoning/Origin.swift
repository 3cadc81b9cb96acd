import ClinicalQuality
import UnitsOfMeasure

/// Where a measured value comes from: the codes that were asked for, and its units on the way.
struct Origin {
    /// The terminology of the retrieves from which the value comes.
    var terminology: Set<Int> = []
    /// Units to which the value is converted on the way.
    var conversions: [UnitOfMeasure] = []
    /// Whether something is computed, so that the value has another unit than what was measured.
    var isComputed = false
}

/// Follows a value back to the record.
final class OriginFinder {
    private let meaning: Meaning
    private var open: Set<Placed.Key> = []
    private var remaining = 5000

    init(_ meaning: Meaning) {
        self.meaning = meaning
    }

    static func origin(of placed: Placed, _ meaning: Meaning) -> Origin {
        var origin = Origin()
        OriginFinder(meaning).follow(placed, &origin)
        return origin
    }

    private func follow(_ placed: Placed, _ origin: inout Origin) {
        remaining -= 1
        let target = meaning.followed(placed, calls: true)
        guard remaining > 0, open.insert(target.key).inserted else { return }
        defer { open.remove(target.key) }
        func follow(all operands: [ExpressionOutline], _ frame: Frame) {
            for operand in operands { self.follow(Placed(operand, frame), &origin) }
        }
        let frame = target.frame
        switch target.expression.form {
        case .local(let name):
            guard case .element(let list, let itsFrame, _)? = frame.bindings[name] else { return }
            self.follow(Placed(list, itsFrame), &origin)
        case .element(let base, let name): element(name, of: Placed(base, frame), &origin)
        case .retrieve(let codes?):
            if case .terminology(let index) = codes.form { origin.terminology.insert(index) }
        case .selection(let branches, let otherwise):
            follow(all: branches.map(\.result) + [otherwise], frame)
        case .query(let query):
            let inside = meaning.frame(inside: query, target)
            guard let result = query.result else {
                return follow(all: query.sources.map(\.value), frame)
            }
            follow(all: [result], inside)
        case .operation("ConvertQuantity", let operands):
            if let code = operands.last,
                case .string(let text)? = meaning.constant(Placed(code, frame)),
                let unit = try? UnitOfMeasure(text)
            {
                origin.conversions.append(unit)
            }
            follow(all: Array(operands.prefix(1)), frame)
        case .operation(let name, let operands):
            if Self.computing.contains(name) { origin.isComputed = true }
            follow(all: operands, frame)
        case .tuple(let elements):
            guard elements.contains(where: { $0.name == "unit" }) else {
                return follow(all: elements.map(\.value), frame)
            }
            // A quantity that is put together says itself which unit it has; only what was
            // converted for it is of interest.
            var parts = Origin()
            for element in elements { self.follow(Placed(element.value, frame), &parts) }
            origin.conversions += parts.conversions
        case .list(let elements): follow(all: elements, frame)
        default: return
        }
    }

    private static let computing: Set<String> = ["Multiply", "Divide", "Power", "Ln", "Exp", "Log"]

    private func element(_ name: String, of base: Placed, _ origin: inout Origin) {
        // A component has a code of its own.
        guard name != "component" else { return }
        let target = meaning.followed(base, calls: true)
        if case .tuple(let elements) = target.expression.form {
            guard let element = elements.first(where: { $0.name == name }) else { return }
            return follow(Placed(element.value, target.frame), &origin)
        }
        follow(target, &origin)
    }
}
