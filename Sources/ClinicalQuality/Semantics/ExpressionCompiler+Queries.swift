extension ExpressionCompiler {
    func query(_ syntax: QuerySyntax, _ span: Span) throws(Reported) -> Typed {
        try inScope { () throws(Reported) -> Typed in
            var sources: [QueryNode.Source] = []
            var rowTypes: [TupleElementType] = []
            for source in syntax.sources {
                let (compiled, element) = try self.source(source)
                sources.append(compiled)
                rowTypes.append(TupleElementType(name: source.alias.name, type: element))
            }
            var lets: [(slot: Int, node: any Node)] = []
            for item in syntax.lets {
                let typed = try compile(item.value)
                lets.append((declare(item.name.name, typed.type, unit: typed.unit), typed.node))
            }
            var inclusions: [QueryNode.Inclusion] = []
            for inclusion in syntax.inclusions { inclusions.append(try self.inclusion(inclusion)) }
            let condition = try syntax.condition.map { condition throws(Reported) in
                try convert(try compile(condition), to: .boolean, for: "the condition").node
            }
            try checkSize(of: rowTypes.map(\.type), span)
            let isList = sources.contains(where: \.isList)
            let rowType =
                rowTypes.count == 1
                ? rowTypes[0].type : .tuple(rowTypes.sorted { $0.name < $1.name })
            let (result, element) = try self.result(syntax, sources, rowType)
            let sort = try syntax.sort.map { sort throws(Reported) in
                try self.sort(sort, element)
            }
            let isAggregate = syntax.aggregate != nil
            let plan = QueryNode.Plan(
                sources: sources,
                lets: lets,
                inclusions: inclusions,
                condition: condition,
                result: result,
                sort: sort,
                isList: isList
            )
            return Typed(
                QueryNode(span, plan),
                isList && !isAggregate ? .list(element) : element
            )
        }
    }

    /// Compiles a source and declares its alias.
    private func source(
        _ syntax: SourceSyntax
    ) throws(Reported) -> (source: QueryNode.Source, element: DataType) {
        var typed = try compile(syntax.expression)
        if typed.type == .valueSet {
            typed = try convert(typed, to: .list(.code), for: "the source")
        }
        let element: DataType
        let isList: Bool
        switch typed.type {
        case .list(let inner): (element, isList) = (inner, true)
        default: (element, isList) = (typed.type, false)
        }
        let slot = declare(syntax.alias.name, element, unit: typed.unit)
        return (
            QueryNode.Source(
                name: syntax.alias.name,
                node: typed.node,
                slot: slot,
                isList: isList
            ),
            element
        )
    }

    private func inclusion(
        _ syntax: InclusionSyntax
    ) throws(Reported) -> QueryNode.Inclusion {
        try inScope { () throws(Reported) -> QueryNode.Inclusion in
            let (source, _) = try self.source(syntax.source)
            let condition = try convert(
                try compile(syntax.condition),
                to: .boolean,
                for: "the condition"
            )
            return QueryNode.Inclusion(
                source: source,
                condition: condition.node,
                isExclusion: syntax.isExclusion
            )
        }
    }

    private func result(
        _ syntax: QuerySyntax,
        _ sources: [QueryNode.Source],
        _ rowType: DataType
    ) throws(Reported) -> (result: QueryNode.Result, element: DataType) {
        if let aggregate = syntax.aggregate { return try self.aggregate(aggregate) }
        guard let result = syntax.result else {
            return (.row(names: sources.map(\.name), slots: sources.map(\.slot)), rowType)
        }
        let typed = try compile(result.expression)
        return (.expression(typed.node, distinct: result.distinct), typed.type)
    }

    /// The type of the total is that of the starting value, or, without one, what the expression
    /// gives when it starts from null.
    private func aggregate(
        _ syntax: AggregateSyntax
    ) throws(Reported) -> (result: QueryNode.Result, element: DataType) {
        let starting = try syntax.starting.map { value throws(Reported) in try compile(value) }
        return try inScope { () throws(Reported) -> (QueryNode.Result, DataType) in
            let slot = declare(syntax.name.name, starting?.type ?? .any)
            var typed = try compile(syntax.expression)
            var start = starting
            if let known = starting, known.type != typed.type {
                // The total grows into the wider of the two types.
                let type = CommonType.of([known.type, typed.type])
                redeclare(syntax.name.name, type, slot: slot)
                typed = try convert(
                    try compile(syntax.expression),
                    to: type,
                    for: "the aggregate"
                )
                start = try convert(known, to: type, for: "the starting value")
            } else if starting == nil, typed.type != .any {
                redeclare(syntax.name.name, typed.type, slot: slot)
                typed = try compile(syntax.expression)
            }
            // Such a total could hold the one before, and be as deep as there are rows.
            if typed.type.holdsAny, starting != nil || typed.constant == nil {
                throw fail(
                    "aggregate-of-any",
                    "the total has the type \(typed.type); give it one without Any, "
                        + "as by `starting (null as Integer)`",
                    typed.node.span
                )
            }
            return (
                .aggregate(
                    QueryNode.Aggregate(
                        slot: slot,
                        starting: start?.node,
                        expression: typed.node,
                        distinct: syntax.distinct
                    )
                ),
                typed.type
            )
        }
    }

    private func sort(_ syntax: SortSyntax, _ element: DataType) throws(Reported) -> QuerySort {
        let slot = newSlot()
        let row = Local(slot: slot, type: element)
        return try inScope(implicit: row) { () throws(Reported) -> QuerySort in
            var keys: [QuerySort.Key] = []
            for item in syntax.items {
                var node: (any Node)?
                if case .expression(let key) = item.key { node = try compile(key).node }
                keys.append(QuerySort.Key(node: node, descending: item.descending))
            }
            return QuerySort(keys: keys, slot: slot)
        }
    }
}
