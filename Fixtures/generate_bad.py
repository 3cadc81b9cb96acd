#!/usr/bin/env python3
"""Writes Bad/Documents/: bundles with one defect each, and what the message about it must say.
Run it after a change: it writes the same bytes every time."""

import copy
import json
import pathlib

from base_candidate import Candidate, day, name

FOLDER = pathlib.Path(__file__).parent / "Bad" / "Documents"
FAMILY, GIVEN = "Zzyzx Canary", "Quetzal"
DEFECTS = []


def defect(slug, what, mentions):
    def register(make):
        DEFECTS.append((slug, what, mentions, make))
        return make

    return register


def base():
    return Candidate("bad", "BCN", [name(FAMILY, GIVEN)], "male", "2016-04-04",
                     name("Mother", "A"), name("Father", "B"))


def text(candidate):
    return json.dumps(candidate.bundle(), ensure_ascii=False, indent=2) + "\n"


def position(candidate, key):
    return list(candidate.resources).index(key)


@defect("01-not-json", "The file is not JSON.", ["JSON"])
def not_json():
    return f"<Bundle><Patient><name><family value=\"{FAMILY}\"/></name></Patient></Bundle>\n"


@defect("02-truncated", "The file ends in the middle.", ["JSON"])
def truncated():
    whole = text(base())
    return whole[: len(whole) * 2 // 3]


@defect("03-empty", "The file is empty.", ["JSON"])
def empty():
    return ""


@defect("04-not-a-bundle", "The file is one Patient, not a Bundle.", ["Bundle"])
def not_a_bundle():
    return json.dumps(base().resources["patient"], ensure_ascii=False, indent=2) + "\n"


@defect("05-two-patients", "There are two Patients.", ["entry[47]", "2 Patients"])
def two_patients():
    c = base()
    other = copy.deepcopy(c.resources["patient"])
    other["id"] = c.uid("other-patient")
    c.resources["other-patient"] = other
    assert position(c, "other-patient") == 47
    return text(c)


@defect("06-no-patient", "There is no Patient.", ["no Patient"])
def no_patient():
    c = base()
    c.drop("patient")
    return text(c)


@defect("07-no-such-day", "A result is dated 30 February.",
        ["entry[", "effectiveDateTime"])
def no_such_day():
    c = base()
    c.resources["creatinine"]["effectiveDateTime"] = "2026-02-30T08:15:00+01:00"
    return text(c)


@defect("08-unknown-unit", "A unit is neither UCUM nor a known laboratory spelling.",
        ["entry[", "valueQuantity", "UCUM"])
def unknown_unit():
    c = base()
    c.resources["creatinine"]["valueQuantity"] = {"value": 0.4, "unit": "smoots/dL"}
    return text(c)


@defect("11-no-birth-date", "The Patient has no birth date.", ["birthDate", "birth date"])
def no_birth_date():
    c = base()
    del c.resources["patient"]["birthDate"]
    return text(c)


@defect("12-before-birth", "A dose is dated before birth.", ["entry[", "effectiveDateTime", "birth"])
def before_birth():
    c = base()
    c.given("early", ("L01CA02", "vincristine"), "2016-04-03", 1.5)
    return text(c)


@defect("13-another-patient", "A result belongs to another patient.", ["subject", "another patient"])
def another_patient():
    c = base()
    c.resources["creatinine"]["subject"] = {"reference": f"urn:uuid:{c.uid('stranger')}"}
    return text(c)


@defect("14-number-as-text", "A number is written as a text, with a decimal comma.",
        ["valueQuantity", "number"])
def number_as_text():
    c = base()
    c.resources["creatinine"]["valueQuantity"]["value"] = "0,4"
    return text(c)


@defect("15-bundle-of-messages", "The Bundle is a message, not one candidate's data.",
        ["Bundle.type"])
def message():
    c = base()
    c.bundle_type = "message"
    return text(c)


@defect("16-missing-medication", "An administration refers to a Medication that is not there.",
        ["medicationReference", "Medication"])
def missing_medication():
    c = base()
    given = c.given("other", ("L01CA02", "vincristine"), day(60))
    del given["medicationCodeableConcept"]
    given["medicationReference"] = {"reference": "Medication/4711"}
    return text(c)


@defect("17-no-subject", "A result does not say whose it is.", ["entry[", "subject", "whose"])
def no_subject():
    c = base()
    del c.resources["creatinine"]["subject"]
    return text(c)


@defect("18-another-server", "A result belongs to a patient of the same id on another server.",
        ["subject", "another patient"])
def another_server():
    c = base()
    uid = c.resources["patient"]["id"]
    c.resources["creatinine"]["subject"] = {"reference": f"https://twin.example/Patient/{uid}"}
    return text(c)


@defect("19-page-of-a-search", "The Bundle is the first page of a search.",
        ["Bundle.link", "Bundle.total", "all"])
def page():
    c = base()
    c.bundle_type = "searchset"
    bundle = c.bundle()
    bundle["total"] = 200
    bundle["link"] = [{"relation": "next", "url": "https://records.example/?page=2"}]
    return json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"


@defect("20-search-with-a-warning", "The server says that its answer is not complete.",
        ["OperationOutcome", "warning"])
def search_with_a_warning():
    c = base()
    c.bundle_type = "searchset"
    bundle = c.bundle()
    outcome = {"resourceType": "OperationOutcome", "issue": [
        {"severity": "warning", "code": "too-costly", "diagnostics": f"Cut off at {FAMILY}"}]}
    bundle["entry"].append({"resource": outcome, "search": {"mode": "outcome"}})
    return json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"


@defect("21-deletion", "A transaction deletes a result.", ["entry[", "request.method", "delete"])
def deletion():
    c = base()
    c.bundle_type = "transaction"
    bundle = c.bundle()
    entry = bundle["entry"][position(c, "creatinine")]
    entry["request"] = {"method": "DELETE", "url": f"Observation/{entry['resource']['id']}"}
    return json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"


@defect("22-two-versions", "A result stands there twice: final, and entered in error.",
        ["entry[", "Observation", "twice"])
def two_versions():
    c = base()
    other = copy.deepcopy(c.resources["creatinine"])
    other["status"] = "entered-in-error"
    c.resources["creatinine-2"] = other
    return text(c)


@defect("23-two-birth-dates", "The birth date stands there twice.", ["line ", "twice"])
def two_birth_dates():
    date = '"birthDate": "2016-04-04"'
    whole = text(base())
    assert whole.count(date) == 1
    return whole.replace(date, date + ',\n        "birthDate": "1966-04-04"')


@defect("24-two-values", "A result has a number and a text.", ["value", "two alternatives"])
def two_values():
    c = base()
    c.resources["creatinine"]["valueString"] = f"not measured ({FAMILY})"
    return text(c)


@defect("25-reversed-period", "A procedure ends before it starts.",
        ["performedPeriod", "ends before it starts"])
def reversed_period():
    c = base()
    infusion = c.resources["infusion"]
    del infusion["performedDateTime"]
    infusion["performedPeriod"] = {"start": "2026-12-02", "end": "2026-12-01"}
    return text(c)


@defect("26-modifier-extension", "A result has an extension that turns its meaning around.",
        ["modifierExtension", "meaning"])
def modifier_extension():
    c = base()
    c.resources["uncontrolled-infection"]["modifierExtension"] = [
        {"url": "https://records.example/negated", "valueBoolean": True}]
    return text(c)


@defect("28-birth-year-1066", "The birth date is one that no patient has.", ["birthDate", "1800"])
def birth_year():
    c = base()
    c.resources["patient"]["birthDate"] = "1066-04-04"
    return text(c)


@defect("29-text-as-status", "A result has a name where its status belongs.",
        ["Observation.status", "preliminary, final", "correct the code"])
def text_as_status():
    c = base()
    c.resources["uncontrolled-infection"]["status"] = f"{GIVEN} {FAMILY}"
    return text(c)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*"):
        old.unlink()
    for slug, what, mentions, make in DEFECTS:
        (FOLDER / f"{slug}.json").write_text(make(), encoding="utf-8")
        lines = [f"defect: {json.dumps(what)}", "exit: 65",
                 "mentions:", *(f"  - {json.dumps(word)}" for word in mentions),
                 "never:", *(f"  - {json.dumps(word)}" for word in (FAMILY, GIVEN))]
        (FOLDER / f"{slug}.expected.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(DEFECTS)} bad documents in {FOLDER}")


if __name__ == "__main__":
    main()
