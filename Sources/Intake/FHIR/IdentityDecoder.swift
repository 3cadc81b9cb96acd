import Foundation
import Pseudonymization

/// The identity parts of a `Patient` or a `RelatedPerson`.
///
/// They go to the vault and nowhere else.
struct IdentityDecoder: Decodable {
    let name: [Name]?
    let identifier: [Identifier]?
    let address: [Address]?
    let telecom: [Telecom]?
    let contact: [Contact]?
    let photo: [Attachment]?
    let text: Narrative?
    let gender: String?
    let birthDate: String?
    let relationship: [Concept]?
    let managingOrganization: Organization?

    struct Name: Decodable {
        let use, text, family: String?
        let given, prefix, suffix: [String]?

        var humanName: HumanName {
            HumanName(
                use: use,
                text: text,
                family: family,
                given: given ?? [],
                prefixes: prefix ?? [],
                suffixes: suffix ?? []
            )
        }
    }

    struct Identifier: Decodable {
        let system, value: String?
    }

    struct Address: Decodable {
        let use, text, city, district, state, postalCode, country: String?
        let line: [String]?

        var postalAddress: PostalAddress {
            PostalAddress(
                use: use,
                text: text,
                lines: line ?? [],
                city: city,
                district: district,
                state: state,
                postalCode: postalCode,
                country: country
            )
        }
    }

    struct Telecom: Decodable {
        let system, use, value: String?

        var contactPoint: ContactPoint? {
            value.map { ContactPoint(system: system, use: use, value: $0) }
        }
    }

    struct Concept: Decodable {
        let text: String?
        let coding: [Coding]?

        struct Coding: Decodable {
            let code: String?
        }

        var word: String? { coding?.first?.code ?? text }
    }

    struct Contact: Decodable {
        let relationship: [Concept]?
        let name: Name?
        let telecom: [Telecom]?
        let address: Address?
        let gender: String?
    }

    struct Attachment: Decodable {
        let contentType, title, url, data: String?
    }

    struct Narrative: Decodable {
        let div: String?
    }

    struct Organization: Decodable {
        let reference: String?
        let identifier: Identifier?
    }

    /// The code of the site that cares for the patient, as our own documents name it.
    var siteCode: String? {
        guard let organization = managingOrganization else { return nil }
        if organization.identifier?.system == Self.siteSystem {
            return organization.identifier?.value.flatMap { try? SiteCode($0).text }
        }
        let reference = organization.reference ?? ""
        guard reference.hasPrefix("Organization/") else { return nil }
        return try? SiteCode(String(reference.dropFirst(13))).text
    }

    /// The system of site codes in documents.
    static let siteSystem = "urn:milenari:site"
}

extension Identity {
    /// Adds what `parts` says about the patient, or about somebody who belongs to the patient.
    mutating func add(_ parts: IdentityDecoder, isPatient: Bool) {
        narratives += [parts.text?.div].compactMap(\.self)
        guard isPatient else {
            contacts.append(
                ContactPerson(
                    relationship: parts.relationship?.first?.word,
                    names: (parts.name ?? []).map(\.humanName),
                    telecoms: (parts.telecom ?? []).compactMap(\.contactPoint),
                    addresses: (parts.address ?? []).map(\.postalAddress),
                    sex: parts.gender.flatMap(Sex.init(rawValue:))
                )
            )
            return
        }
        names += (parts.name ?? []).map(\.humanName)
        birthDate = parts.birthDate.flatMap { try? BirthDate($0) }
        sex = parts.gender.flatMap(Sex.init(rawValue:))
        recordNumbers += (parts.identifier ?? []).compactMap { identifier in
            identifier.value.map { RecordNumber(system: identifier.system, value: $0) }
        }
        addresses += (parts.address ?? []).map(\.postalAddress)
        telecoms += (parts.telecom ?? []).compactMap(\.contactPoint)
        contacts += (parts.contact ?? []).map { contact in
            ContactPerson(
                relationship: contact.relationship?.first?.word,
                names: [contact.name].compactMap { $0?.humanName },
                telecoms: (contact.telecom ?? []).compactMap(\.contactPoint),
                addresses: [contact.address].compactMap { $0?.postalAddress },
                sex: contact.gender.flatMap(Sex.init(rawValue:))
            )
        }
        photos += (parts.photo ?? []).map { photo in
            Photo(
                contentType: photo.contentType,
                title: photo.title,
                location: photo.url,
                base64: photo.data
            )
        }
    }
}
