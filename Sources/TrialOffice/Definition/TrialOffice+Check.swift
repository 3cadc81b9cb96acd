public import TrialDefinition

extension TrialOffice {
    /// Checks protocol definitions before they are used; needs no trial, no key, and writes nothing.
    ///
    /// What cannot be loaded is told as findings too. Definitions that share a library are checked
    /// together, so that what one of them uses of it counts as used.
    public static func check(_ definitions: [DefinitionFiles]) -> [ProtocolCheck] {
        zip(DefinitionCheck.together(definitions), definitions).map { ProtocolCheck($0, of: $1) }
    }
}
