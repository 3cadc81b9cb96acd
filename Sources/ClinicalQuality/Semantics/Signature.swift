/// The types of an operator's or function's parameters and of its result.
struct Signature: Sendable {
    let parameters: [DataType]
    let result: DataType
}

/// A signature that fits the given arguments, with what has to happen to each of them.
struct SignatureMatch: Sendable {
    /// The position among the candidates.
    let index: Int
    let conversions: [Conversion]
    let parameters: [DataType]
    let result: DataType
    let score: Int
    /// Whether another candidate fits as well.
    var isAmbiguous = false
}

/// Finds the signature that converts the arguments least.
struct OverloadResolution {
    let policy: ConversionPolicy

    /// The best match, or nil when none fits.
    func resolve(_ candidates: [Signature], _ arguments: [DataType]) -> SignatureMatch? {
        var best: SignatureMatch?
        for (index, candidate) in candidates.enumerated()
        where candidate.parameters.count == arguments.count {
            guard let match = match(candidate, at: index, arguments) else { continue }
            if let current = best, !isBetter(match, than: current) {
                if !isBetter(current, than: match) { best?.isAmbiguous = true }
                continue
            }
            best = match
        }
        return best
    }

    private func isBetter(_ left: SignatureMatch, than right: SignatureMatch) -> Bool {
        if left.score != right.score { return left.score < right.score }
        return left.parameters.reduce(0) { $0 + $1.category }
            < right.parameters.reduce(0) { $0 + $1.category }
    }

    private func match(
        _ candidate: Signature,
        at index: Int,
        _ arguments: [DataType]
    ) -> SignatureMatch? {
        var names: [String] = []
        for parameter in candidate.parameters { parameter.collectVariables(into: &names) }
        var best: SignatureMatch?
        for binding in bindings(names[...], candidate, arguments) {
            let parameters = candidate.parameters.map { $0.substituting(binding) }
            var conversions: [Conversion] = []
            var score = 0
            for (argument, parameter) in zip(arguments, parameters) {
                guard
                    let (conversion, cost) = Conversion.find(
                        from: argument,
                        to: parameter,
                        policy: policy
                    )
                else { break }
                conversions.append(conversion)
                score += cost
            }
            guard conversions.count == arguments.count else { continue }
            if let current = best, current.score <= score { continue }
            best = SignatureMatch(
                index: index,
                conversions: conversions,
                parameters: parameters,
                result: candidate.result.substituting(binding),
                score: score
            )
        }
        return best
    }

    /// Every way to bind the type variables to types that occur in the arguments.
    private func bindings(
        _ names: ArraySlice<String>,
        _ candidate: Signature,
        _ arguments: [DataType]
    ) -> [[String: DataType]] {
        guard let name = names.first else { return [[:]] }
        var types: [DataType] = []
        for (parameter, argument) in zip(candidate.parameters, arguments) {
            parameter.collectBindings(of: name, from: argument, into: &types)
        }
        let typed = types.filter { $0 != .any }
        let common = typed.isEmpty ? [.any] : typed
        return bindings(names.dropFirst(), candidate, arguments).flatMap { rest in
            common.map { type in
                var binding = rest
                binding[name] = type
                return binding
            }
        }
    }
}

extension DataType {
    func collectVariables(into names: inout [String]) {
        switch self {
        case .variable(let name): if !names.contains(name) { names.append(name) }
        case .list(let inner), .interval(let inner): inner.collectVariables(into: &names)
        case .choice(let types): for type in types { type.collectVariables(into: &names) }
        case .tuple(let elements):
            for element in elements { element.type.collectVariables(into: &names) }
        default: break
        }
    }

    func substituting(_ binding: [String: DataType]) -> DataType {
        switch self {
        case .variable(let name): binding[name] ?? self
        case .list(let inner): .list(inner.substituting(binding))
        case .interval(let inner): .interval(inner.substituting(binding))
        case .choice(let types): .choice(of: types.map { $0.substituting(binding) })
        default: self
        }
    }

    /// The types that `name` could stand for, so that `argument` fits this pattern.
    func collectBindings(
        of name: String,
        from argument: DataType,
        into types: inout [DataType]
    ) {
        func add(_ type: DataType) {
            if !types.contains(type) { types.append(type) }
        }
        switch (self, argument) {
        case (.variable(name), _):
            add(argument)
            for alternative in argument.alternatives {
                if argument != alternative { add(alternative) }
                if case .instance(let type) = alternative, let target = type.conversion?.target {
                    add(target)
                }
            }
        case (.list(let inner), .list(let element)):
            inner.collectBindings(of: name, from: element, into: &types)
        case (.interval(let inner), .interval(let point)):
            inner.collectBindings(of: name, from: point, into: &types)
        case (_, .choice(let alternatives)):
            for type in alternatives { collectBindings(of: name, from: type, into: &types) }
        case (_, .instance(let type)):
            guard let target = type.conversion?.target else { return }
            collectBindings(of: name, from: target, into: &types)
            if target == .quantity {
                collectBindings(of: name, from: .interval(.quantity), into: &types)
            }
        case (.list(let inner), .valueSet):
            inner.collectBindings(of: name, from: .code, into: &types)
        default: break
        }
    }
}
