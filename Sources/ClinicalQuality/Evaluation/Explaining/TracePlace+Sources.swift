/// An element of an object of the record that a value was read from.
struct RecordSourceElement: Hashable {
    let instance: Instance
    /// Nil for the object itself.
    let element: String?

    static func == (left: Self, right: Self) -> Bool {
        left.instance === right.instance && left.element == right.element
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(instance))
        hasher.combine(element)
    }
}

extension TracePlace {
    /// What of the record a value was made of, each once, in the order in which it was read;
    /// nothing when that would take too many steps.
    func findSources() -> [RecordSourceElement] {
        var seen: Set<RecordSourceElement> = []
        var steps = Self.stepLimit
        let found = allSources(&steps).filter { seen.insert($0).inserted }
        return steps > 0 ? found : []
    }

    /// An operand leads to its argument each time that it is used, so a small library could ask
    /// for any number of steps.
    static let stepLimit = 2000

    private func allSources(_ steps: inout Int) -> [RecordSourceElement] {
        steps -= 1
        guard steps > 0 else { return [] }
        switch kind {
        case .literal, .parameter: return []
        case .retrieve, .subject:
            return node.resources.map { RecordSourceElement(instance: $0, element: nil) }
        case .row:
            guard node.isIncludedRow else { return [] }
            let read = children.last?.allSources(&steps) ?? []
            guard read.isEmpty else { return read }
            return node.resources.filter(\.type.isRetrievable)
                .map { RecordSourceElement(instance: $0, element: nil) }
        case .query:
            return gather(children.filter(\.node.isRow), &steps)
        case .property(let name): return propertySources(name, &steps)
        default: break
        }
        if let origin { return origin.allSources(&steps) }
        if let instance = node.instance, instance.type.isRetrievable {
            return [RecordSourceElement(instance: instance, element: nil)]
        }
        return gather(children, &steps)
    }

    private func gather(_ places: [TracePlace], _ steps: inout Int) -> [RecordSourceElement] {
        var found: [RecordSourceElement] = []
        for place in places { found += place.allSources(&steps) }
        return found
    }

    private func propertySources(_ name: String, _ steps: inout Int) -> [RecordSourceElement] {
        if let origin { return origin.allSources(&steps) }
        guard let base = children.last else { return [] }
        return base.allSources(&steps).map {
            RecordSourceElement(instance: $0.instance, element: $0.element ?? name)
        }
    }
}
