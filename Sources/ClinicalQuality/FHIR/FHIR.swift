/// The classes of FHIR 4.0.1 that this engine knows.
///
/// By design they have no element that could hold an identity: no names, addresses, identifiers,
/// narratives or notes. Primitive FHIR types are the types of `System` themselves.
/// Source: HL7 FHIR R4 (4.0.1), resource definitions.
public enum FHIR: Sendable {
    static func make(
        _ name: String,
        base: ClassType? = nil,
        code: String? = nil,
        retrievable: Bool = false,
        conversion: SystemConversion? = nil,
        _ elements: [(String, DataType)]
    ) -> ClassType {
        ClassType(
            name: "FHIR." + name,
            base: base,
            elements: elements.map { ClassType.Element(name: $0.0, type: $0.1) },
            primaryCode: code,
            isRetrievable: retrievable,
            conversion: conversion
        )
    }

    static func type(_ type: ClassType) -> DataType { .instance(type) }
    static func list(_ type: ClassType) -> DataType { .list(.instance(type)) }
}
