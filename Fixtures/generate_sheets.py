#!/usr/bin/env python3
"""Writes Sheets/: candidates of Candidates/ as they would come in as a table with one row for each
result (NN-slug.long.csv), one with one row for each candidate (NN-slug.wide.csv) and as a worksheet
(NN-slug.worksheet.yaml). Each hospital writes in its own way. A report on a sheet has to be the one
on the bundle. Run it after a change: it writes the same bytes every time.

Which item a code is, and what items and columns are called, is read from the protocol's items.yaml.
"""

import pathlib

import yaml

import generate

ROOT = pathlib.Path(__file__).parent
FOLDER = ROOT / "Sheets"
ITEMS = yaml.safe_load((ROOT.parent / "Protocols/MILENARI-ALL-1/items.yaml").read_text("utf-8"))
SYSTEMS = {url: name for name, url in ITEMS["systems"].items()}

# The candidates: those whose documents say nothing that a sheet has no place for.
SLUGS = [
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "15", "17", "18",
    "19", "20", "21", "22", "23", "24", "26", "27", "29", "30", "31", "34", "35", "37", "39", "40",
    "41", "42", "48", "50", "54", "57", "58", "59", "60", "65", "66", "67", "70", "73", "74", "75", "76",
    "77"]

# How each hospital writes: language, separator, decimal comma, byte-order mark, line end.
HABITS = {
    "BCN": dict(language="es", separator=";", comma=True, mark="\ufeff", end="\r\n"),
    "ROM": dict(language="it", separator=";", comma=True, mark="", end="\r\n"),
    "BEY": dict(language="fr", separator="\t", comma=False, mark="", end="\n"),
    "AMM": dict(language="ar", separator=",", comma=False, mark="\ufeff", end="\n"),
}
KINDS = {
    "Observation": ("quantity", "number", "yes-no", "choice"), "Condition": ("condition",),
    "Procedure": ("procedure",), "MedicationAdministration": ("administration",),
    "MedicationStatement": ("statement",), "MedicationRequest": ("order",),
    "Immunization": ("vaccine",), "Consent": ("consent",),
}
ALL = [(section["id"], item) for section in ITEMS["sections"] for item in section["items"]]


def codes_of(item):
    listed = item.get("codes", {}).values() or item.get("code", [])
    return [listed] if isinstance(listed, str) else list(listed)


def short(coding):
    system = SYSTEMS.get(coding["system"])
    return f"{system} {coding['code']}" if system else f"{coding['system']}|{coding['code']}"


def find(kinds, codings):
    """The item of these codes: the one that has the most of them, and the fewest others."""
    texts = {short(coding) for coding in codings}
    found = [item for _, item in ALL if item["kind"] in kinds and set(codes_of(item)) & texts]
    return max(found, default=None, key=lambda item: (
        len(set(codes_of(item)) & texts), -len(codes_of(item))))


def open_item(kind):
    return next(item for _, item in ALL if item["kind"] == kind and not codes_of(item))


def codings(concept):
    return (concept or {}).get("coding", [])


def word(answers, identifier, language):
    """An answer as people of that language write it."""
    return ITEMS["answers"][answers][identifier][language]


def coded(answers, coding):
    text = short(coding)
    return next(key for key, row in ITEMS["answers"][answers].items() if row.get("code") == text)


def quantity(value):
    return value.get("comparator", "") + str(value["value"]), value.get("unit", "")


def times(resource, element):
    if element + "Period" in resource:
        period = resource[element + "Period"]
        return {"date": period.get("start", ""), "end": period.get("end", "")}
    return {"date": resource.get(element + "DateTime", "")}


def status(resource, usual, answers, language):
    own = resource.get("status", usual)
    return {} if own == usual else {"status": word(answers, own, language)}


class Sheet:
    """A candidate as rows of (item, columns)."""

    def __init__(self, candidate, habits=None):
        self.candidate = candidate
        self.habits = habits or HABITS[candidate.site]
        self.language = self.habits["language"]
        self.rows = []
        for entry in candidate.bundle()["entry"]:
            resource = entry["resource"]
            kind = resource["resourceType"]
            if kind == "Patient":
                self.patient(resource)
            elif kind in KINDS:
                getattr(self, kind.lower())(resource, KINDS[kind])

    def add(self, item, columns):
        name = item if isinstance(item, str) else item["id"]
        self.rows.append((name, {key: text for key, text in columns.items() if text != ""}))

    def patient(self, resource):
        name = resource["name"][0]
        self.add("family-name", {"value": name["family"]})
        self.add("given-name", {"value": " ".join(name["given"])})
        self.add("record-number", {"value": resource["identifier"][0]["value"]})
        self.add("record-system", {"value": resource["identifier"][0]["system"]})
        self.add("address", {"value": ", ".join(resource["address"][0]["line"])})
        self.add("phone", {"value": resource["telecom"][0]["value"]})
        self.add("site", {"value": self.candidate.site})
        self.add("birth-date", {"value": resource["birthDate"]})
        self.add("sex", {"value": word("sex", resource["gender"], self.language)})
        if "deceasedDateTime" in resource:
            self.add("death", {"value": resource["deceasedDateTime"]})

    def observation(self, resource, kinds):
        item = find(kinds, codings(resource["code"]))
        columns = times(resource, "effective")
        columns.update(status(resource, "final", "result-status", self.language))
        if "valueQuantity" in resource:
            columns["value"], columns["unit"] = quantity(resource["valueQuantity"])
        elif "valueInteger" in resource:
            columns["value"] = str(resource["valueInteger"])
        elif "valueBoolean" in resource:
            columns["value"] = word(
                "yes-no", "true" if resource["valueBoolean"] else "false", self.language)
        else:
            (coding,) = codings(resource["valueCodeableConcept"])
            columns["value"] = word(
                item["answers"], coded(item["answers"], coding), self.language)
        for part in resource.get("referenceRange", []):
            columns["upper-limit"] = str(part["high"]["value"])
        for part in resource.get("component", []):
            (coding,) = codings(part["code"])
            field = {"3150-6": "oxygen", "3151-8": "oxygen-flow"}[coding["code"]]
            columns[field] = str(part["valueQuantity"]["value"])
        self.add(item or short(codings(resource["code"])[0]), columns)

    def condition(self, resource, kinds):
        (coding,) = codings(resource["code"])
        verification = codings(resource["verificationStatus"])[0]["code"]
        item = find(kinds, [coding])
        said = word("verification", verification, self.language)
        columns = {"value": said} if item else {"value": short(coding), "status": said}
        columns["date"] = resource.get("onsetDateTime", "")
        columns["age"] = str(resource["onsetAge"]["value"]) if "onsetAge" in resource else ""
        columns["recorded"] = resource.get("recordedDate", "")
        self.add(item or open_item("condition"), columns)

    def procedure(self, resource, kinds):
        codes = codings(resource["code"])
        item = find(kinds, codes)
        said = word("procedure-status", resource["status"], self.language)
        columns = {"value": said} if item else {"value": short(codes[0]), "status": said}
        columns.update(times(resource, "performed"))
        self.add(item or open_item("procedure"), columns)

    def drug(self, resource):
        (coding,) = codings(resource["medicationCodeableConcept"])
        return coding["code"] if short(coding).startswith("ATC ") else short(coding)

    def medicationadministration(self, resource, kinds):
        columns = {"value": self.drug(resource)}
        columns.update(times(resource, "effective"))
        columns.update(status(resource, "completed", "drug-status", self.language))
        dosage = resource.get("dosage", {})
        if "dose" in dosage:
            columns["dose"], columns["unit"] = quantity(dosage["dose"])
        if "route" in dosage:
            columns["route"] = word(
                "route", coded("route", codings(dosage["route"])[0]), self.language)
        self.add(open_item("administration"), columns)

    def medicationstatement(self, resource, kinds):
        columns = {"value": self.drug(resource)}
        columns.update(times(resource, "effective"))
        usual = "completed" if columns.get("end") else "active"
        columns.update(status(resource, usual, "drug-status", self.language))
        self.add(open_item("statement"), columns)

    def medicationrequest(self, resource, kinds):
        columns = {"value": self.drug(resource), "date": resource["authoredOn"]}
        columns.update(status(resource, "active", "drug-status", self.language))
        self.add(open_item("order"), columns)

    def immunization(self, resource, kinds):
        (coding,) = codings(resource["vaccineCode"])
        self.add(open_item("vaccine"),
                 {"value": short(coding), "date": resource["occurrenceDateTime"]})

    def consent(self, resource, kinds):
        item = find(kinds, [c for part in resource["category"] for c in codings(part)])
        self.add(item, {"value": word("decision", resource["status"], self.language),
                        "date": resource.get("dateTime", "")})

    # --- writing

    def text(self, item, field, text):
        """A decimal comma where the hospital writes one."""
        numeric = field in ("upper-limit", "oxygen", "oxygen-flow", "dose") or (
            field == "value" and text.lstrip("<>=").replace(".", "", 1).isdigit())
        return text.replace(".", ",") if numeric and self.habits["comma"] else text

    def cell(self, text):
        if any(mark in text for mark in (self.habits["separator"], '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    def field(self, field):
        return ITEMS["fields"][field][self.language]

    def name(self, identifier):
        found = next((item for _, item in ALL if item["id"] == identifier), None)
        return found["name"][self.language] if found else identifier

    def table(self, rows):
        lines = [self.habits["separator"].join(self.cell(text) for text in row) for row in rows]
        return self.habits["mark"] + "".join(line + self.habits["end"] for line in lines)

    def long(self):
        used = [field for field in ITEMS["fields"]
                if any(field in columns for _, columns in self.rows)]
        rows = [[self.field(field) for field in ["candidate", "item"] + used]]
        for item, columns in self.rows:
            rows.append([self.candidate.number("key", 4), self.name(item)]
                        + [self.text(item, field, columns.get(field, "")) for field in used])
        return self.table(rows)

    def wide(self):
        header, values, counts = [], [], {}
        for item, columns in self.rows:
            counts[item] = counts.get(item, 0) + 1
            number = f" {counts[item]}" if counts[item] > 1 else ""
            for field, text in columns.items():
                name = self.name(item) + number
                header.append(name if field == "value" else f"{name} {self.field(field)}")
                values.append(self.text(item, field, text))
        return self.table([header, values])

    def worksheet(self):
        lines = ["worksheet: MILENARI-ALL-1", "version: 1.0.0", f"language: {self.language}"]
        sections = {item["id"]: section for section, item in ALL}
        names = [section["id"] for section in ITEMS["sections"]] + ["more"]
        for section in names:
            items = []
            for item, _ in self.rows:
                if sections.get(item, "more") == section and item not in items:
                    items.append(item)
            if items:
                lines.append(f"{section}:")
            for item in items:
                found = [columns for name, columns in self.rows if name == item]
                lines.append(f"  {item}:")
                for columns in found:
                    start = "    - " if len(found) > 1 else "    "
                    for field, text in columns.items():
                        shown = self.text(item, field, text).replace("'", "''")
                        lines.append(f"{start}{self.field(field)}: '{shown}'")
                        start = "      " if len(found) > 1 else "    "
        return "\n".join(lines) + "\n"


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*"):
        old.unlink()
    for make, *_ in generate.CASES:
        candidate = make()
        if candidate.slug[:2] not in SLUGS:
            continue
        sheet = Sheet(candidate)
        for ending, text in (("long.csv", sheet.long()), ("wide.csv", sheet.wide()),
                             ("worksheet.yaml", sheet.worksheet())):
            (FOLDER / f"{candidate.slug}.{ending}").write_bytes(text.encode("utf-8"))
    print(f"{len(SLUGS)} candidates in {FOLDER}")


if __name__ == "__main__":
    main()
