import ClinicalQuality
import UnitsOfMeasure

extension LaboratoryQuantity {
    /// Codes of LOINC for the activity of an enzyme in serum or plasma: ALT and AST, of any method.
    private static let enzymes: Set<String> = [
        "1742-6", "1743-4", "1744-2", "1920-8", "30239-8", "88112-8",
    ]

    /// What is measured, by the code of an observation or of one of its components.
    init(code: Value) {
        guard case .instance(let concept) = code, case .list(let codings) = concept["coding"] else {
            self = .unspecified
            return
        }
        let isEnzyme = codings.contains { coding in
            guard case .instance(let coding) = coding, let code = coding["code"].text else {
                return false
            }
            return coding["system"].text == CodeSystemName.loinc && Self.enzymes.contains(code)
        }
        self = isEnzyme ? .enzymeActivity : .unspecified
    }
}
