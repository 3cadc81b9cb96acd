#!/usr/bin/env python3
"""Writes Bad/Sheets/: tables and worksheets with defects, and what the messages about them must say.
Run it after a change: it writes the same bytes every time."""

import json
import pathlib

from base_candidate import Candidate, day, name
from generate_sheets import Sheet

FOLDER = pathlib.Path(__file__).parent / "Bad" / "Sheets"
FAMILY, GIVEN = "Zzyzx Canary", "Quetzal"
ENGLISH = dict(language="en", separator=",", comma=False, mark="", end="\n")
DEFECTS = []


def defect(slug, ending, what, mentions):
    def register(make):
        DEFECTS.append((slug, ending, what, mentions, make))
        return make

    return register


def sheet():
    return Sheet(Candidate("bad", "BEY", [name(FAMILY, GIVEN)], "male", "2016-04-04",
                           name("Mother", "A"), name("Father", "B")), ENGLISH)


def change(made, item, field, text, number=0):
    """Writes another text into one column of an item."""
    rows = [columns for key, columns in made.rows if key == item]
    rows[number][field] = text
    return made


def row(made, item):
    """The row of an item in the table with one row for each result."""
    return 2 + [key for key, _ in made.rows].index(item)


BASE = sheet()
CREATININE = row(BASE, "creatinine")


@defect("01-empty", "csv", "The table is empty.", ["empty", "header"])
def empty():
    return ""


@defect("02-utf-16", "csv", "The table is in UTF-16, as an old spreadsheet saves it.",
        ["UTF-16", "CSV UTF-8"])
def utf16():
    return sheet().wide().encode("utf-16")


@defect("03-latin-1", "csv", "The table is in Latin-1.", ["row 2, column 2", "not in UTF-8", "CSV UTF-8"])
def latin1():
    made = change(sheet(), "given-name", "value", GIVEN + "é")
    return made.wide().encode("latin-1")


@defect("04-no-header", "csv", "The table has no header: its first row is a patient.",
        ["row 1", "no header", "first row"])
def no_header():
    return sheet().wide().split("\n", 1)[1] * 2


@defect("05-unknown-column", "csv", "A column is misspelled.",
        ["row 1, column", "creatinine", "none that is known", "ignored"])
def unknown_column():
    return sheet().wide().replace("creatinine date", "creatinine dte", 1)


@defect("06-two-columns", "csv", "Two columns are about the same.",
        ["row 1, column", "another column is about the same", "creatinine 2"])
def two_columns():
    return sheet().wide().replace("creatinine 2,", "crea,", 1)


@defect("07-cells-missing", "csv", "A row has fewer cells than the header.",
        [f"row {CREATININE}", "cells, and the header", "quotation marks"])
def cells_missing():
    lines = sheet().long().split("\n")
    lines[CREATININE - 1] = lines[CREATININE - 1].rstrip(",").rsplit(",", 1)[0]
    return "\n".join(lines)


@defect("08-stray-quote", "csv", "A cell has a quotation mark in its middle.",
        ["row 2, column", "quotation mark", "double the one inside"])
def stray_quote():
    return sheet().wide().replace("Test Street ", 'Test "Street ', 1)


@defect("09-unclosed-quote", "csv", "A quotation mark is never closed.",
        ["row 2, column", "never closed"])
def unclosed_quote():
    return sheet().wide().replace("\n" + FAMILY, '\n"' + FAMILY, 1)


@defect("10-many-bad-cells", "csv", "Many cells are bad: each is told, in one run.",
        [f"row {CREATININE}, column 4 (creatinine unit)", "no unit that is known",
         f"row {row(BASE, 'weight')}, column 3 (weight)", "not a number",
         f"row {row(BASE, 'hbsag')}, column 5 (hbsag date)", "no such day in that month",
         f"row {row(BASE, 'cns-status')}, column 3 (cns-status)", "CNS-1, CNS-2, CNS-3",
         f"row {row(BASE, 'marrow-relapses')}, column 3 (marrow-relapses)", "not a whole number"])
def many_bad_cells():
    made = sheet()
    change(made, "creatinine", "unit", "smoots/dL")
    change(made, "weight", "value", "heavy")
    change(made, "hbsag", "date", "2026-02-30")
    change(made, "cns-status", "value", "fine")
    change(made, "marrow-relapses", "value", "2.5")
    return made.long()


@defect("11-day-first", "csv", "A date begins with the day, and the order is not declared.",
        ["not a date like 2026-11-21", "`dates` in items.yaml"])
def day_first():
    return change(sheet(), "creatinine", "date", "03/11/2026").wide()


@defect("12-thousands", "csv", "A number may have thousands or decimals.",
        ["read in two ways", "without a mark for thousands"])
def thousands():
    return change(sheet(), "lymphocytes", "value", "1,120").wide()


@defect("13-unknown-item", "csv", "A row is about something that nobody asks for.",
        [f"row {CREATININE}, column 2 (item)", "no item of the protocol", "LOINC 777-3"])
def unknown_item():
    made = sheet()
    made.rows[CREATININE - 2] = ("creatinin", made.rows[CREATININE - 2][1])
    return made.long()


@defect("14-no-value", "csv", "A consent has a date and no decision.",
        ["consent-mother", "value of `consent-mother` is not"])
def no_value():
    made = sheet()
    del next(columns for key, columns in made.rows if key == "consent-mother")["value"]
    return made.long()


@defect("15-two-candidates", "csv", "A table of two candidates is screened as one.",
        ["more than one candidate", "screen batch"])
def two_candidates():
    whole = sheet().wide()
    return whole + whole.split("\n", 1)[1]


@defect("16-no-birth-date", "csv", "The birth date is missing.", ["row 2", "birth date", "year alone"])
def no_birth_date():
    made = sheet()
    made.rows = [entry for entry in made.rows if entry[0] != "birth-date"]
    return made.wide()


@defect("17-two-birth-dates", "csv", "Two rows have different birth dates.",
        ["something else than in row", "one candidate"])
def two_birth_dates():
    made = sheet()
    made.rows.append(("birth-date", {"value": "1966-04-04"}))
    return made.long()


@defect("18-two-units", "csv", "The number has a unit, and the unit is another one.",
        ["creatinine", "another unit"])
def two_units():
    return change(sheet(), "creatinine", "value", "0.4 umol/L").wide()


@defect("19-unknown-site", "csv", "The site is no code.", ["site", "three capital letters"])
def unknown_site():
    return change(sheet(), "site", "value", FAMILY).wide()


@defect("20-not-yaml", "yaml", "The indentation of a worksheet is broken.", ["line ", "not YAML"])
def not_yaml():
    return sheet().worksheet().replace("  creatinine:", " creatinine:", 1)


@defect("21-another-protocol", "yaml", "The worksheet is for another protocol.",
        ["another protocol", "worksheet new"])
def another_protocol():
    return sheet().worksheet().replace("worksheet: MILENARI-ALL-1", "worksheet: OTHER-1", 1)


@defect("22-not-a-worksheet", "yaml", "The file is YAML, and no worksheet.", ["no worksheet"])
def not_a_worksheet():
    return f"name: {FAMILY}\n"


@defect("23-bad-cells", "yaml", "Many cells of a worksheet are bad: each is told, in one run.",
        ["(creatinine)", "not a number", "(weight unit)", "no unit that is known", "(lansky date)",
         "not a date like", "(sex)", "male, female", "no such column", "no item of the protocol"])
def bad_cells():
    made = sheet()
    change(made, "creatinine", "value", "normal")
    change(made, "weight", "unit", "stone?")
    change(made, "lansky", "date", "yesterday")
    change(made, "sex", "value", "boy or girl")
    return made.worksheet().replace("    upper limit:", "    highest:", 1) \
        + "extra:\n  favorite color:\n    value: 'blue'\n"


@defect("24-twice", "yaml", "An item stands twice in a worksheet, in place of a list.",
        ["stands twice", "list"])
def twice():
    return sheet().worksheet().replace("  lansky:\n", "  weight:\n", 1)


@defect("25-open-procedure", "csv", "A procedure that has no item does not say whether it was done.",
        ["other-procedure", "whether this was done"])
def open_procedure():
    made = sheet()
    made.rows.append(("other-procedure", {"value": "SNOMED 58390007", "date": day(200)}))
    return made.long()


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*"):
        old.unlink()
    for slug, ending, what, mentions, make in DEFECTS:
        made = make()
        data = made.encode("utf-8") if isinstance(made, str) else made
        (FOLDER / f"{slug}.{ending}").write_bytes(data)
        lines = [f"defect: {json.dumps(what)}", "exit: 65",
                 "mentions:", *(f"  - {json.dumps(word)}" for word in mentions),
                 "never:", *(f"  - {json.dumps(word)}" for word in (FAMILY, GIVEN))]
        (FOLDER / f"{slug}.expected.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(DEFECTS)} bad sheets in {FOLDER}")


if __name__ == "__main__":
    main()
