import ClinicalQuality

extension ItemCatalog {
    /// The same, with the drugs and vaccines that the criteria ask for by name.
    ///
    /// A name of which only the former code is meant is not a name of today.
    func naming(_ library: CompiledLibrary) -> ItemCatalog {
        var catalog = self
        for retrieve in library.retrieves {
            let isVaccine = retrieve.type == FHIR.immunization
            guard isVaccine || retrieve.type.shortName.hasPrefix("Medication") else { continue }
            for key in retrieve.codes ?? [] {
                guard let system = key.system, let name = library.terminologyNames.name(of: key),
                    !name.contains("former code"), !name.hasSuffix("(ATC)")
                else { continue }
                let code = ItemCode(system: system, code: key.code)
                let folded = ItemSpelling.folded(name)
                if isVaccine {
                    catalog.vaccines[folded] = code
                } else {
                    catalog.drugs[folded] = code
                }
            }
        }
        return catalog
    }
}
