import ClinicalQuality

/// Follows what is compared back to the elements of the record.
final class SubjectReader {
    private let meaning: Meaning
    private let bounds: BoundReader
    private var open: Set<Placed.Key> = []
    private var elements: [DecisionLimit.Element] = []
    private var ages: [DecisionLimit.Subject] = []
    private var isComputed = false
    private var remaining = 0

    private static let computing: Set<String> = ["Multiply", "Divide", "Power", "Ln", "Exp", "Log"]

    init(_ meaning: Meaning, _ bounds: BoundReader) {
        self.meaning = meaning
        self.bounds = bounds
    }

    /// What `placed` is in the record; what cannot be followed is named by its place.
    func read(_ placed: Placed) -> [DecisionLimit.Subject] {
        (elements, ages, isComputed, remaining) = ([], [], false, 5000)
        follow(placed, [])
        if isComputed, elements.count > 1 { return ages + [.computed(elements)] }
        let all = ages + elements.map { .element($0) }
        return all.isEmpty ? [.unread("\(placed.expression.location)")] : all
    }

    private func follow(_ placed: Placed, _ path: [String]) {
        remaining -= 1
        let target = meaning.followed(placed, calls: true)
        guard remaining > 0, open.insert(target.key).inserted else { return }
        defer { open.remove(target.key) }
        let frame = target.frame
        func follow(all operands: [ExpressionOutline]) {
            for operand in operands { self.follow(Placed(operand, frame), path) }
        }
        switch target.expression.form {
        case .local(let name):
            guard case .element(let list, let itsFrame, _)? = frame.bindings[name] else { return }
            self.follow(Placed(list, itsFrame), path)
        case .element(let base, let name): element(name, of: Placed(base, frame), path)
        case .subject: note(resource: "Patient", nil, path)
        case .retrieve(let codes): retrieve(target.expression.type, codes, path)
        case .selection(let branches, let otherwise):
            follow(all: branches.map(\.result) + [otherwise])
        case .query(let query):
            let inside = meaning.frame(inside: query, target)
            guard let result = query.result else {
                return follow(all: query.sources.map(\.value))
            }
            self.follow(Placed(result, inside), path)
        case .operation("AgeInYearsAt", let operands): age(on: operands, frame)
        case .operation("ConvertQuantity", let operands):
            follow(all: Array(operands.prefix(1)))
        case .operation(let name, let operands):
            if Self.computing.contains(name) { isComputed = true }
            follow(all: operands)
        case .call(_, let operands), .list(let operands): follow(all: operands)
        case .tuple(let elements): follow(all: elements.map(\.value))
        default: return
        }
    }

    private func age(on operands: [ExpressionOutline], _ frame: Frame) {
        guard let day = operands.first.map({ Placed($0, frame) }) else { return }
        if bounds.read(day) != nil { return note(.age) }
        let reader = SubjectReader(meaning, bounds)
        for case .element(let element) in reader.read(day) { note(.ageOn(element)) }
    }

    private func note(_ age: DecisionLimit.Subject) {
        if !ages.contains(age) { ages.append(age) }
    }

    private func element(_ name: String, of base: Placed, _ path: [String]) {
        let target = meaning.followed(base, calls: true)
        if case .tuple(let elements) = target.expression.form {
            guard let element = elements.first(where: { $0.name == name }) else { return }
            return follow(Placed(element.value, target.frame), path)
        }
        follow(target, [name] + path)
    }

    private func retrieve(_ type: DataType, _ codes: ExpressionOutline?, _ path: [String]) {
        guard case .list(let type) = type else { return }
        let resource = String("\(type)".split(separator: ".").last ?? "")
        var index: Int?
        if case .terminology(let found)? = codes?.form { index = found }
        note(resource: resource, index, path)
    }

    private func note(resource: String, _ terminology: Int?, _ path: [String]) {
        let entry = terminology.map { meaning.outline.terminology[$0] }
        let codes: [Code] =
            switch entry?.value {
            case .concept(let concept)?: concept.codes
            case .code(let code)?: [code]
            default: []
            }
        // The parts of a choice are one element; the ends of a consent's period are two.
        let path = path.first == "provision" ? path.filter { $0 != "value" } : Array(path.prefix(1))
        let element = DecisionLimit.Element(
            resource: resource,
            concept: entry?.name,
            codes: codes.map { .init(system: $0.system ?? "", code: $0.code ?? "") },
            path: path.joined(separator: ".")
        )
        if !elements.contains(element) { elements.append(element) }
    }
}
