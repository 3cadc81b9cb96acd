extension Parser {
    mutating func typeSpecifier() throws(SyntaxError) -> TypeSyntax {
        try nested { parser throws(SyntaxError) in try parser.typeSpecifierBody() }
    }

    private mutating func typeSpecifierBody() throws(SyntaxError) -> TypeSyntax {
        let start = current.span
        if current.kind == .identifier, peek().isSymbol("<") {
            switch current.text {
            case "List":
                return .list(try typeArgument(), span(from: start))
            case "Interval":
                return .interval(try typeArgument(), span(from: start))
            case "Choice":
                position += 2
                let types = try list(until: ">") { parser throws(SyntaxError) in
                    try parser.typeSpecifier()
                }
                return .choice(types, span(from: start))
            default: break
            }
        }
        if at("Tuple"), peek().isSymbol("{") {
            position += 2
            let elements = try list(until: "}") { parser throws(SyntaxError) in
                (name: try parser.reference("an element name"), type: try parser.typeSpecifier())
            }
            return .tuple(elements, span(from: start))
        }
        return try namedType()
    }

    private mutating func typeArgument() throws(SyntaxError) -> TypeSyntax {
        position += 2
        let element = try typeSpecifier()
        guard acceptSymbol(">") else { throw expected("`>`") }
        return element
    }

    mutating func namedType() throws(SyntaxError) -> TypeSyntax {
        let first = try typeName()
        guard atSymbol("."), peek().kind == .identifier || peek().kind == .quotedIdentifier else {
            return .named(qualifier: nil, name: first)
        }
        var parts = [first]
        while atSymbol("."), peek().kind == .identifier || peek().kind == .quotedIdentifier {
            position += 1
            parts.append(try typeName())
        }
        // `FHIR.Observation.Component`: the first part is the model, the others are the class.
        let name = Identifier(
            name: parts.dropFirst().map(\.name).joined(separator: "."),
            span: span(from: parts[1].span)
        )
        return .named(qualifier: first, name: name)
    }

    private mutating func typeName() throws(SyntaxError) -> Identifier {
        if isReference(current) || at("Code") || at("Concept") {
            let token = advance()
            return Identifier(name: token.text, span: token.span)
        }
        throw expected("a type")
    }
}
