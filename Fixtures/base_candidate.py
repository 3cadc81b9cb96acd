"""The base candidate, who meets every criterion, as FHIR R4 resources that changes are made to.

Everything is synthetic. A candidate is a dictionary from a short key ("creatinine") to a resource,
so that a change is one line in generate.py.
"""

import datetime
import uuid

AS_OF = datetime.date(2026, 11, 21)

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
ATC = "http://www.whocc.no/atc"
CVX = "http://hl7.org/fhir/sid/cvx"
UCUM = "http://unitsofmeasure.org"
SCREENING = "urn:milenari:screening"
FINDING = "urn:milenari:finding"
PROCEDURE = "urn:milenari:procedure"
CONSENT = "urn:milenari:consent"
TRIAL = ("urn:milenari:trial", "MILENARI-ALL-1", None)
ROLE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"

POSITIVE = (SNOMED, "10828004", "Positive")
NEGATIVE = (SNOMED, "260385009", "Negative")
INTRAVENOUS = (SNOMED, "47625008", "Intravenous route")
INTRATHECAL = (SNOMED, "72607000", "Intrathecal route")

# How each site's laboratory prints: unit as printed, and whether it gives a UCUM code as well.
SITES = {
    "BCN": dict(
        offset="+01:00", country="ES", city="Barcelona", language="es", careful=True,
        creatinine="mg/dL", bilirubin="mg/dL", alt="U/L", cells=("10*3/uL", "10³/µL"),
        records="https://clinicbarcelona.example/nhc", phone="+34 93 000 00 ",
        street="Carrer de la Prova ", postal="08036"),
    "ROM": dict(
        offset="+01:00", country="IT", city="Roma", language="it", careful=False,
        creatinine="mg/dL", bilirubin="mg/dL", alt="UI/L", cells=(None, "10^3/µL"),
        records="https://opbg.example/cartella", phone="+39 06 0000 ",
        street="Via della Prova ", postal="00165"),
    "BEY": dict(
        offset="+02:00", country="LB", city="Beirut", language="en", careful=False,
        creatinine="mg/dL", bilirubin="mg/dL", alt="IU/L", cells=(None, "x10^9/L"),
        records="https://aubmc.example/mrn", phone="+961 1 000 0",
        street="Test Street ", postal="1107 2020"),
    "AMM": dict(
        offset="+03:00", country="JO", city="Amman", language="ar", careful=True,
        creatinine="umol/L", bilirubin="umol/L", alt="U/L", cells=("10*9/L", "10⁹/L"),
        records="https://khcc.example/mrn", phone="+962 6 000 00",
        street="شارع التجربة ", postal="11941"),
}

CREATININE_FACTOR = 88.4
BILIRUBIN_FACTOR = 17.1


def day(days_before):
    """The ISO date so many days before the as-of day (after it, when negative)."""
    return (AS_OF - datetime.timedelta(days=days_before)).isoformat()


class Candidate:
    """One synthetic candidate; every helper adds or replaces the resource under its key."""

    def __init__(self, slug, site, names, sex, birth, mother=None, father=None):
        self.slug = slug
        self.site = site
        self.style = SITES[site]
        self.sex = sex
        self.birth = datetime.date.fromisoformat(birth)
        self.resources = {}
        self.bundle_type = "collection"
        self.shuffled = False
        self.age = (
            AS_OF.year - self.birth.year
            - ((AS_OF.month, AS_OF.day) < (self.birth.month, self.birth.day)))
        self._patient(names, birth, mother, father)
        self._base()

    # --- identifiers that are the same in every run

    def uid(self, key):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"milenari-fixture/{self.slug}/{key}"))

    def number(self, key, digits):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.slug}/{key}").int % 10**digits).zfill(digits)

    def time(self, date, clock="08:15:00"):
        """A full time at the site on a date; a partial date stays as it is."""
        return f"{date}T{clock}{self.style['offset']}" if len(date) == 10 else date

    # --- building blocks

    def add(self, key, resource_type, **elements):
        resource = {"resourceType": resource_type, "id": self.uid(key)}
        resource.update(elements)
        if resource_type != "Patient":
            owner = "patient" if resource_type in ("Consent", "Immunization") else "subject"
            resource[owner] = {"reference": f"urn:uuid:{self.uid('patient')}"}
        self.resources[key] = resource
        return resource

    def drop(self, *keys):
        for key in keys:
            del self.resources[key]

    def observation(self, key, code, date, clock="08:15:00", status="final", **value):
        category = "survey" if code[0] == SCREENING else "laboratory"
        return self.add(
            key, "Observation", status=status,
            category=[concept(("http://terminology.hl7.org/CodeSystem/observation-category",
                               category, None))],
            code=concept(code), effectiveDateTime=self.time(date, clock), **value)

    def quantity(self, value, unit, code=None, comparator=None):
        """A quantity as this site's laboratory prints it."""
        result = {"value": value}
        if comparator:
            result["comparator"] = comparator
        result["unit"] = unit
        if self.style["careful"] or code == "force":
            result["system"] = UCUM
            result["code"] = unit if code in (None, "force") else code
        return result

    def lab(self, key, code, value, unit, date, ucum=None, comparator=None, high=None, **more):
        if high is not None:
            more["referenceRange"] = [
                {"low": self.quantity(0, unit, ucum), "high": self.quantity(high, unit, ucum)}]
        return self.observation(
            key, code, date, valueQuantity=self.quantity(value, unit, ucum, comparator), **more)

    def statement(self, key, name, date, **value):
        return self.observation(key, (SCREENING, name, None), date, **value)

    def qualitative(self, key, code, result, date):
        return self.observation(key, code, date, valueCodeableConcept=concept(result))

    def condition(self, key, code, onset, verification="confirmed", status="active"):
        return self.add(
            key, "Condition", clinicalStatus=concept((CLINICAL, status, None)),
            verificationStatus=concept((VERIFICATION, verification, None)),
            code=concept(code), onsetDateTime=onset, recordedDate=day(30))

    def procedure(self, key, name, date, status="completed", clock="09:00:00", system=PROCEDURE):
        return self.add(
            key, "Procedure", status=status, code=concept((system, name, None)),
            performedDateTime=self.time(date, clock))

    def given(self, key, drug, date, dose=None, unit="mg/m2", route=None, status="completed"):
        """One administration of a drug; `drug` is (ATC code, name)."""
        more = {"dosage": {}}
        if dose is not None:
            more["dosage"]["dose"] = {"value": dose, "unit": unit, "system": UCUM, "code": unit}
        if route is not None:
            more["dosage"]["route"] = concept(route)
        return self.add(
            key, "MedicationAdministration", status=status,
            medicationCodeableConcept=concept((ATC,) + drug),
            effectiveDateTime=self.time(date, "10:30:00"), **(more if more["dosage"] else {}))

    def signed(self, key, system, role, date, status="active", trial=TRIAL):
        category = [(LOINC, "59284-0", "Consent Document"), (system, role, None)]
        if trial:
            category.append(trial)
        return self.add(
            key, "Consent", status=status,
            scope=concept(("http://terminology.hl7.org/CodeSystem/consentscope", "research", None)),
            category=[concept(coding) for coding in category],
            dateTime=self.time(date, "17:40:00"), policyRule={"text": "MILENARI-ALL-1 1.0.0"})

    # --- analytes in the units of the site

    def creatinine(self, milligrams, date=day(3), key="creatinine"):
        if self.style["creatinine"] == "mg/dL":
            return self.lab(key, (LOINC, "2160-0", "Creatinine"), milligrams, "mg/dL", date)
        micromoles = round(milligrams * CREATININE_FACTOR)
        return self.lab(
            key, (LOINC, "14682-9", "Creatinine"), micromoles, "µmol/L", date, ucum="umol/L")

    def bilirubin(self, milligrams, date=day(3), comparator=None):
        if self.style["bilirubin"] == "mg/dL":
            return self.lab(
                "bilirubin", (LOINC, "1975-2", "Bilirubin"), milligrams, "mg/dL", date,
                comparator=comparator)
        micromoles = round(milligrams * BILIRUBIN_FACTOR)
        return self.lab(
            "bilirubin", (LOINC, "14631-6", "Bilirubin"), micromoles, "µmol/L", date,
            ucum="umol/L", comparator=comparator)

    def count(self, key, code, thousands, date):
        ucum, printed = self.style["cells"]
        return self.lab(key, code, thousands, printed, date, ucum=ucum)

    def alt(self, value, date=day(3), high=40):
        return self.lab(
            "alt", (LOINC, "1742-6", "Alanine aminotransferase"), value, self.style["alt"], date,
            high=high)

    def saturation(self, value, oxygen=21, date=day(1)):
        return self.lab(
            "saturation", (LOINC, "59408-5", "Oxygen saturation by pulse oximetry"), value, "%",
            date, component=[{
                "code": concept((LOINC, "3150-6", "Inhaled oxygen concentration")),
                "valueQuantity": {"value": oxygen, "unit": "%", "system": UCUM, "code": "%"}}])

    def cd19(self, value, date=day(6)):
        self.lab("cd19", (SCREENING, "cd19-on-lymphoblasts", None), value, "%", date)

    def burden(self, blasts, mrd, comparator=None, date=day(6)):
        self.lab("blasts", (SCREENING, "marrow-lymphoblasts", None), blasts, "%", date)
        self.lab("mrd", (SCREENING, "marrow-mrd", None), mrd, "%", date, comparator=comparator)

    # --- who

    def _patient(self, names, birth, mother, father):
        style = self.style
        contacts = [
            {"relationship": [concept((ROLE, role, None))], "name": name,
             "telecom": [{"system": "phone", "value": style["phone"] + self.number(role, 2)}]}
            for role, name in (("MTH", mother), ("FTH", father)) if name]
        text = " ".join(names[0].get("given", [])) + " " + names[0]["family"]
        self.add(
            "patient", "Patient",
            text={"status": "generated",
                  "div": f"<div xmlns=\"http://www.w3.org/1999/xhtml\">{text}, {birth}</div>"},
            identifier=[{"use": "usual", "system": style["records"],
                         "value": self.number("record", 7)}],
            active=True, name=names,
            telecom=[{"system": "phone", "value": style["phone"] + self.number("phone", 2),
                      "use": "home"}],
            gender=self.sex, birthDate=birth,
            address=[{"use": "home", "line": [style["street"] + self.number("house", 2)],
                      "city": style["city"], "postalCode": style["postal"],
                      "country": style["country"]}],
            contact=contacts,
            communication=[{"language": {"coding": [
                {"system": "urn:ietf:bcp:47", "code": style["language"]}]}}],
            managingOrganization={
                "identifier": {"system": "urn:milenari:site", "value": self.site}})

    # --- the base: every inclusion criterion met, no exclusion criterion met

    def _base(self):
        self._disease()
        self._organs()
        self._infections_and_statements()
        self._history()
        self._plan_and_consent()
        self._unused()

    def _disease(self):
        onset = (self.birth + datetime.timedelta(days=700)).isoformat()
        self.condition("leukemia", (SNOMED, "277571004", "B-cell acute lymphoblastic leukemia"), onset)
        self.burden(42, 38.5)
        self.cd19(96)
        self.statement("relapses", "marrow-relapses", day(5), valueInteger=2)
        self.statement("refractory", "refractory-disease", day(5), valueBoolean=False)
        self.statement("tki", "tki-exhausted", day(5), valueBoolean=False)
        self.statement("transplant-ineligible", "transplant-ineligible", day(5), valueBoolean=False)
        self.statement("cns", "cns-status", day(6),
                       valueCodeableConcept=concept((FINDING, "cns-1", None)))
        self.statement("extramedullary", "extramedullary-disease", day(5), valueBoolean=False)

    def _organs(self):
        if self.age < 16:
            scale, scale_key = (LOINC, "89244-8", "Lansky"), "lansky"
        else:
            scale, scale_key = (LOINC, "89243-0", "Karnofsky"), "karnofsky"
        self.observation(scale_key, scale, day(2), valueInteger=80)
        self.creatinine(0.4 if self.age < 13 else 0.7)
        self.creatinine(0.5, date=day(40), key="creatinine-october")
        self.alt(33)
        self.bilirubin(0.6)
        height = 84 + 6.2 * (self.age - 2) if self.age < 15 else 170
        self.lab("height", (LOINC, "8302-2", "Body height"), round(height, 1), "cm", day(2))
        self.lab("weight", (LOINC, "29463-7", "Body weight"), round(9 + 2.9 * self.age, 1), "kg", day(2))
        self.lab("ejection", (LOINC, "10230-1", "Ejection fraction"), 64, "%", day(12))
        self.saturation(98)
        self.statement("dyspnea", "dyspnea-grade", day(2), valueInteger=0)
        self.count("lymphocytes", (LOINC, "731-0", "Lymphocytes"), 1.12, day(3))
        self.count("platelets", (LOINC, "777-3", "Platelets"), 88, day(3))
        hemoglobin = 9.4
        self.lab("hemoglobin", (LOINC, "718-7", "Hemoglobin"), hemoglobin, "g/dL", day(3))

    def _infections_and_statements(self):
        self.qualitative("hbsag", (LOINC, "5196-1", "HBsAg"), NEGATIVE, day(10))
        self.qualitative("anti-hbc", (LOINC, "13952-7", "Anti-HBc"), NEGATIVE, day(10))
        self.qualitative("anti-hcv", (LOINC, "13955-0", "Anti-HCV"), NEGATIVE, day(10))
        self.qualitative("hiv", (LOINC, "56888-1", "HIV Ag/Ab"), NEGATIVE, day(10))
        for name, value in (
            ("uncontrolled-infection", False), ("prior-malignancy", False),
            ("life-expectancy-over-12-weeks", True), ("medical-history-reviewed", True),
            ("medication-history-reviewed", True), ("vaccination-history-reviewed", True),
        ):
            self.statement(name, name, day(2), valueBoolean=value)
        if self.sex == "female":
            self.statement("menarche", "menarche", day(2), valueBoolean=self.age >= 13)
            if self.age >= 13:
                self.statement("breastfeeding", "breastfeeding", day(2), valueBoolean=False)
                self.qualitative("hcg", (LOINC, "19080-1", "hCG"), NEGATIVE, day(3))

    def _history(self):
        self.given("vincristine", ("L01CA02", "vincristine"), "2026-10-07", 1.5)
        self.given("daunorubicin", ("L01DB02", "daunorubicin"), "2026-10-08", 30)
        self.given("pegaspargase", ("L01XX24", "pegaspargase"), "2026-09-14")
        self.add(
            "dexamethasone", "MedicationStatement", status="completed",
            medicationCodeableConcept=concept((ATC, "H02AB02", "dexamethasone")),
            effectivePeriod={"start": "2026-09-10", "end": "2026-10-20"})
        self.procedure("lumbar-puncture", "intrathecal-chemotherapy", "2026-10-12")
        self.add(
            "mmr", "Immunization", status="completed",
            vaccineCode=concept((CVX, "03", "MMR")),
            occurrenceDateTime=(self.birth + datetime.timedelta(days=400)).isoformat())

    def _plan_and_consent(self):
        self.procedure("leukapheresis", "leukapheresis", "2026-12-01", status="preparation")
        self.procedure("infusion", "infusion", "2026-12-29", status="preparation", clock="10:00:00")
        if self.age < 18:
            self.signed("consent-mother", ROLE, "MTH", day(4))
            self.signed("consent-father", ROLE, "FTH", day(4))
            if self.age >= 7:
                self.signed("assent", CONSENT, "assent", day(4))
        else:
            self.signed("consent-self", ROLE, "ONESELF", day(4))

    def _unused(self):
        """What real exports contain and no criterion reads."""
        self.add(
            "encounter", "Encounter", status="finished",
            **{"class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                         "code": "AMB"}},
            period={"start": self.time(day(3)), "end": self.time(day(3), "12:00:00")})
        self.add(
            "report", "DiagnosticReport", status="final",
            code=concept((LOINC, "58410-2", "CBC panel")),
            result=[{"reference": f"urn:uuid:{self.uid('hemoglobin')}"}])

    # --- the bundle

    def bundle(self):
        entries = []
        for key, resource in self.resources.items():
            entry = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
            if self.bundle_type == "searchset":
                entry["search"] = {"mode": "match"}
            if self.bundle_type == "transaction":
                entry["request"] = {"method": "POST", "url": resource["resourceType"]}
            entries.append((self.uid("order/" + key), entry))
        if self.shuffled:
            entries.sort(key=lambda pair: pair[0])
        bundle = {"resourceType": "Bundle", "type": self.bundle_type}
        if self.bundle_type == "searchset":
            bundle["total"] = len(entries)
        bundle["entry"] = [entry for _, entry in entries]
        return bundle


def concept(coding):
    system, code, display = coding
    result = {"system": system, "code": code}
    if display:
        result["display"] = display
    return {"coding": [result]}


def name(family, *given, use="official", text=None):
    result = {"use": use, "family": family, "given": list(given)}
    if text:
        result["text"] = text
    return result
