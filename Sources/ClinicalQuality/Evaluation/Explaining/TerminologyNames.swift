/// What codes and concepts are called, as the libraries declare them.
///
/// Documents' own display texts are not used: free text can hold a name.
public struct TerminologyNames: Sendable {
    private var codes: [CodeKey: String] = [:]
    private var concepts: [[CodeKey]: String] = [:]
    /// The names of concepts that stand for more than one code.
    private var broad: Set<String> = []

    /// No names: every code is shown as another code.
    public static let none = TerminologyNames([])

    /// The first declaration of a code or concept counts.
    init(_ declarations: [CompiledLibrary.Terminology]) {
        for declaration in declarations {
            switch declaration.value {
            case .code(let code):
                guard let key = CodeKey(code), codes[key] == nil else { continue }
                codes[key] = declaration.name
            case .concept(let concept):
                let keys = concept.codes.compactMap { CodeKey($0) }
                if concepts[keys] == nil { concepts[keys] = declaration.name }
                if keys.count > 1 { broad.insert(declaration.name) }
            default: continue
            }
        }
    }

    /// The name of a code; nil when no library declares it.
    public func name(of key: CodeKey) -> String? { codes[key] }

    /// The name of a code or concept; nil when no library declares it.
    func name(of value: Value) -> String? {
        switch value {
        case .code(let code): code.display ?? CodeKey(code).flatMap { codes[$0] }
        case .concept(let concept):
            concept.display ?? concepts[concept.codes.compactMap { CodeKey($0) }]
                ?? (concept.codes.count == 1 ? name(of: .code(concept.codes[0])) : nil)
        default: nil
        }
    }

    /// What an object of the record is evidence of.
    ///
    /// `group` is the terminology that it was asked for with. A group of several codes is a
    /// name for an observation, while of a drug or vaccine people want to know which one it was.
    public func title(of instance: Instance, in group: String?) -> Phrase {
        let own = instance.codeKeys.lazy.compactMap { codes[$0] }.first
        let kind = instance.type.shortName
        guard let group else {
            return own.map { Sentence.aside(.term(kind), .term($0)) } ?? .term(kind)
        }
        guard let own, broad.contains(group), kind != "Observation" else { return .term(group) }
        return kind.hasPrefix("Medication") || kind == "Immunization"
            ? .term(own) : Sentence.aside(.term(group), .term(own))
    }
}
