/// The numbers of what instructions refer to.
extension CodeBuilder {
    func number(traced node: any Node) -> Int {
        tables.nodes.append(node)
        return tables.nodes.count - 1
    }

    func number(of function: OperatorOverload.Implementation) -> Int {
        tables.functions.append(function)
        return tables.functions.count - 1
    }

    func number(of name: String, _ positions: [PropertyNode.Position]) -> Int {
        tables.properties.append(
            MachineCode.Property(
                name: name,
                positions: positions.map { ($0.type.identity, $0.index) }
            )
        )
        return tables.properties.count - 1
    }

    func number(of conversion: Conversion) -> Int {
        tables.conversions.append(conversion)
        return tables.conversions.count - 1
    }

    func number(of check: TypeCheck) -> Int {
        tables.checks.append(check)
        return tables.checks.count - 1
    }

    func number(of texts: [String]) -> Int {
        tables.texts += texts
        return tables.texts.count - texts.count
    }

    func number(ofMaker maker: @escaping MachineCode.Maker) -> Int {
        tables.makers.append(maker)
        return tables.makers.count - 1
    }

    func number(of interval: IntervalNode) -> Int {
        tables.intervals.append(interval)
        return tables.intervals.count - 1
    }

    func number(of retrieve: RetrieveNode) -> Int {
        tables.retrieves.append(retrieve)
        return tables.retrieves.count - 1
    }

    /// For each key of a sort clause whether it is descending.
    func number(ofSort descending: [Bool]) -> Int {
        tables.sorts.append(descending)
        return tables.sorts.count - 1
    }
}

extension MachineCode {
    /// The code of a whole program.
    convenience init(_ program: Program, tracing: Bool) {
        let builder = CodeBuilder(program, isTracing: tracing)
        let definitions = program.definitions.enumerated().map { index, body in
            builder.entry {
                let node = DefinitionNode(body.node.span, name: body.name, index: index)
                builder.value(node, into: builder.result)
            }
        }
        let defaults = program.parameters.map { parameter in
            parameter.defaultValue.map { node in
                builder.entry { builder.value(node, into: builder.result) }
            }
        }
        self.init(builder, definitions: definitions, defaults: defaults)
    }

    /// The code of one expression that needs neither record nor time.
    convenience init(constant node: any Node) {
        let builder = CodeBuilder(.empty, isTracing: false)
        let entry = builder.entry { builder.value(node, into: builder.result) }
        self.init(builder, definitions: [entry], defaults: [])
    }
}
