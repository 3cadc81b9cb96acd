#!/usr/bin/env python3
"""Writes Published/: the answers that are right when candidates are screened against the trials of
Protocols/Published. Run it after a change: it writes the same bytes every time.

The answers are written here by hand, as differences from the candidate who fits every trial: every
inclusion criterion met, no exclusion criterion met, consent and assent not asked for yet. They are
not computed from the CQL.
"""

import json
import pathlib
import shutil

from base_candidate import (
    AS_OF, ATC, LOINC, POSITIVE, ROLE, SNOMED, INTRATHECAL, INTRAVENOUS, concept, day)
from generate import CASES as COMMON
from published_candidates import (
    ASKED, CASSIOPEIA, CHILD, CONSENTS, CRITERIA, ELIANA, ENSIGN, HUCART, KYMRIAH, MET, NOT, OPBG,
    PLAIN, SNUH, UNKNOWN, at, blood, fitting, only_score, share, transplanted)

FOLDER = pathlib.Path(__file__).parent / "Published"
NEW, PAIRS = [], []
FINDING = "urn:milenari:finding"


def fit(slug, birth="2016-03-05", **more):
    """A new candidate who fits every trial, where age allows."""
    candidate = fitting(f"{len(NEW) + 101}-{slug}", birth, **more)
    NEW.append(candidate)
    return candidate


def common(prefix):
    """A candidate of Candidates/, by the number."""
    return next(c for c in (make() for make, *_ in COMMON) if c.slug.startswith(prefix + "-"))


def expect(candidate, trap, **differences):
    """Registers one pair for each trial that is named: the differences, by criterion.

    An unknown stands there as the code of its reason.
    """
    for trial, answers in differences.items():
        PAIRS.append((candidate, globals()[trial], trap, answers))


FITS = {}

# --- the candidate who fits

expect(fit("fits"), "Fits every trial; consent and assent to them are still to be asked.",
       ELIANA=FITS, ENSIGN=FITS, CASSIOPEIA=FITS, OPBG=FITS, SNUH=FITS, HUCART=FITS, CHILD=FITS,
       KYMRIAH=FITS)

# --- age

expect(fit("last-day-of-25", "2000-11-22"), "The 26th birthday is tomorrow: 25 is up to and "
       "including 25, and below 26.",
       ELIANA=FITS, ENSIGN=dict(I01=NOT), CASSIOPEIA=FITS, OPBG=FITS, SNUH=FITS, HUCART=FITS,
       CHILD=dict(I01=NOT), KYMRIAH=FITS)
expect(fit("birthday-26", "2000-11-21"), "The 26th birthday is today, and nobody has consented.",
       CASSIOPEIA=dict(I04=NOT), SNUH=dict(I01=NOT), KYMRIAH=dict(I01=NOT))
c = fit("consent-at-25", "2000-11-21")
c.signed("consent-hospital", ROLE, "ONESELF", day(1), trial=("urn:milenari:trial", SNUH, None))
expect(c, "The 26th birthday is today; consent to NCT05210907 was signed yesterday, at 25.",
       SNUH=dict(I04=MET), KYMRIAH=dict(I01=NOT))
c = fit("consent-refused")
c.signed("refused", ROLE, "MTH", day(1), status="rejected", trial=("urn:milenari:trial", SNUH, None))
expect(c, "The mother has refused consent to NCT05210907: that is an answer, and to that trial only.",
       SNUH=dict(I04=NOT), ENSIGN=FITS)
c = fit("donor-trial-signed", "2013-05-05")
trial = ("urn:milenari:trial", OPBG, None)
c.signed("mother", ROLE, "MTH", day(1), trial=trial)
c.signed("assent-donor", "urn:milenari:consent", "assent", day(1), trial=trial)
expect(c, "13 years old; one parent and the child have signed for NCT06080191.",
       OPBG=dict(I04=MET, I05=MET))
expect(fit("assent-at-12", "2014-11-21"), "12 years old today: from now on assent is asked for.",
       OPBG=dict(I05="no-consent"))
expect(fit("assent-at-11", "2014-11-22"), "12 years old tomorrow: assent is not asked for yet.",
       OPBG=dict(I05=MET))
for slug, birth, signer, answers, donor in (
        ("one-parent", "2013-05-05", ("MTH",), dict(I04="signature"), dict(I04=MET)),
        ("both-parents", "2013-05-05", ("MTH", "FTH"), dict(I04=MET), dict(I04=MET)),
        ("oneself-at-17", "2008-11-22", ("ONESELF",), dict(I04="no-consent"), dict(I04="no-consent")),
        ("oneself-at-18", "2008-11-21", ("ONESELF",), dict(I04=MET), dict(I04=MET))):
    c = fit(slug, birth)
    for role in signer:
        for trial in (SNUH, OPBG):
            c.signed(f"{role}-{trial}", ROLE, role, day(1), trial=("urn:milenari:trial", trial, None))
    expect(c, "Who has signed for NCT05210907 and NCT06080191: both parents where no rule is told.",
           SNUH=answers, OPBG=donor)
expect(fit("birthday-22", "2004-11-21"), "22 years old today.",
       ELIANA=FITS, ENSIGN=dict(I01=NOT), KYMRIAH=FITS)
expect(fit("last-day-of-21", "2004-11-22"), "22 years old tomorrow.", ENSIGN=FITS)
expect(fit("birthday-18", "2008-11-21"), "18 years old today.", CHILD=dict(I01=NOT), CASSIOPEIA=FITS)
expect(fit("last-day-of-17", "2008-11-22"), "18 years old tomorrow.", CHILD=FITS)
for slug, birth, answer in (("birthday-1", "2025-11-21", {}), ("birthday-1-tomorrow", "2025-11-22", 1)):
    c = fit(slug, birth)
    c.resources["leukemia"]["onsetDateTime"] = "2026-06-01"
    if answer:
        expect(c, "Not yet 1 year old: there is no creatinine limit either.",
               CASSIOPEIA=dict(I04=NOT, I06="limit"), CHILD=dict(I01=NOT))
    else:
        expect(c, "1 year old today.", CASSIOPEIA=FITS, CHILD=FITS,
               ELIANA=dict(I01=NOT), ENSIGN=dict(I01=NOT))
for prefix, trap, eliana, ensign in (
        ("01", "3 years old today.", FITS, FITS),
        ("02", "3 years old tomorrow.", dict(I01=NOT), dict(I01=NOT))):
    expect(common(prefix), trap, ELIANA=eliana, ENSIGN=ensign, CASSIOPEIA=FITS, KYMRIAH=FITS)
expect(common("06"), "Diagnosis of 2026, at 21 or 22 years; 22 years old now.",
       ELIANA=dict(I02="partial-date"), ENSIGN=dict(I01=NOT), KYMRIAH=FITS)
expect(common("26"), "Diagnosis of 2025: at most 21 whatever the day.", ELIANA=FITS)
expect(common("70"), "22 years old at diagnosis, 24 now: too old for the one, not for the other.",
       ELIANA=dict(I02=NOT), KYMRIAH=FITS, CASSIOPEIA=FITS, SNUH=FITS)

# --- the scale goes by age, and at another age in each trial

c = fit("lansky-at-16", "2010-05-06")
only_score(c, "lansky", 60)
expect(c, "16 years old with a Lansky score only: the right scale where Lansky goes up to 16.",
       ELIANA=dict(I12="none"), CASSIOPEIA=dict(I05="none"), OPBG=FITS, SNUH=dict(I03="none"),
       CHILD=dict(I02="none"))
c = fit("karnofsky-at-16", "2009-11-22")
only_score(c, "karnofsky", 60)
expect(c, "17 tomorrow, with a Karnofsky score of 60 only.",
       ELIANA=FITS, CASSIOPEIA=FITS, OPBG=dict(I03="none"), SNUH=FITS, CHILD=FITS)
c = fit("karnofsky-at-17", "2009-11-21")
only_score(c, "karnofsky", 60)
expect(c, "17 today, with a Karnofsky score of 60 only.", OPBG=FITS)
c = fit("karnofsky-50-at-17", "2009-11-21")
only_score(c, "karnofsky", 50)
expect(c, "A Karnofsky score of 50 at 17.", ELIANA=FITS, CASSIOPEIA=dict(I05=NOT),
       OPBG=dict(I03=NOT), SNUH=FITS, CHILD=FITS)
c = fit("karnofsky-40-at-17", "2009-11-21")
only_score(c, "karnofsky", 40)
expect(c, "A Karnofsky score of 40 at 17.", ELIANA=dict(I12=NOT), SNUH=dict(I03=NOT),
       CHILD=dict(I02=NOT))
c = fit("both-scales-at-15", "2010-11-22")
c.observation("lansky", (LOINC, "89244-8", "Lansky"), day(2), valueInteger=40)
c.observation("karnofsky", (LOINC, "89243-0", "Karnofsky"), day(2), valueInteger=80)
expect(c, "16 tomorrow, Lansky 40, Karnofsky 80: Lansky decides where it goes up to 15 or 16.",
       ELIANA=dict(I12=NOT), CASSIOPEIA=dict(I05=NOT), OPBG=dict(I03=NOT), SNUH=dict(I03=NOT),
       CHILD=FITS)
c = fit("both-scales-at-16", "2010-11-21")
c.observation("lansky", (LOINC, "89244-8", "Lansky"), day(2), valueInteger=40)
c.observation("karnofsky", (LOINC, "89243-0", "Karnofsky"), day(2), valueInteger=80)
expect(c, "16 today, Lansky 40, Karnofsky 80.",
       ELIANA=FITS, CASSIOPEIA=FITS, OPBG=dict(I03=NOT), SNUH=FITS, CHILD=FITS)
c = fit("lansky-at-10", "2015-11-22")
only_score(c, "lansky", 50)
expect(c, "11 tomorrow, with a Lansky score of 50 only.", ELIANA=FITS, CASSIOPEIA=dict(I05=NOT),
       OPBG=dict(I03=NOT), SNUH=FITS, CHILD=FITS)
c = fit("lansky-at-11", "2015-11-21")
only_score(c, "lansky", 60)
expect(c, "11 today, with a Lansky score of 60 only.", ELIANA=FITS, CASSIOPEIA=FITS, OPBG=FITS,
       CHILD=dict(I02="none"))
c = fit("karnofsky-at-11", "2015-11-21")
only_score(c, "karnofsky", 60)
expect(c, "11 today, with a Karnofsky score of 60 only.", ELIANA=dict(I12="none"), CHILD=FITS)
c = fit("lansky-40-at-10")
only_score(c, "lansky", 40)
expect(c, "A Lansky score of 40 at 10.", ELIANA=dict(I12=NOT), SNUH=dict(I03=NOT),
       CHILD=dict(I02=NOT))
expect(common("18"), "16 years old with a Lansky score only.", ELIANA=dict(I12="none"), OPBG=FITS)

# --- the transplant: more than 6 months or at least 6 at infusion (2026-12-29), or 4 at enrollment


def transplant(slug, date):
    candidate = fit(slug)
    transplanted(candidate, date)
    return candidate


expect(transplant("6-months-and-a-day", "2026-06-28"),
       "Transplant 6 months and 1 day before infusion.", ELIANA=FITS, ENSIGN=FITS, SNUH=FITS)
expect(transplant("6-months", "2026-06-29"),
       "Transplant 6 months to the day before infusion: not more, but at least.",
       ELIANA=dict(I04=NOT), ENSIGN=dict(I03=NOT), SNUH=FITS, HUCART=FITS, OPBG=FITS, KYMRIAH=FITS)
expect(transplant("a-day-less-than-6-months", "2026-06-30"),
       "Transplant 1 day less than 6 months before infusion.", SNUH=dict(I02=NOT), HUCART=FITS)
expect(transplant("4-months", "2026-07-21"),
       "Transplant 4 months to the day before enrollment, 5 before infusion.",
       ENSIGN=dict(I03=NOT), SNUH=dict(I02=NOT), HUCART=FITS)
expect(transplant("a-day-less-than-4-months", "2026-07-22"),
       "Transplant 1 day less than 4 months before enrollment.",
       HUCART=dict(I01=NOT), KYMRIAH=FITS, OPBG=FITS)
expect(transplant("some-day-in-june", "2026-06"),
       "Transplant on some day in June: 6 months at infusion are open, 4 at enrollment are not.",
       ELIANA=dict(I04="partial-date"), ENSIGN=dict(I03="partial-date"),
       SNUH=dict(I02="partial-date"), HUCART=FITS)
c = transplant("infusion-unplanned", "2026-03-01")
c.drop("infusion")
expect(c, "No infusion is planned: 6 months at infusion are open, 4 at enrollment are over.",
       ENSIGN=dict(I03="unplanned"), SNUH=dict(I02="unplanned"), HUCART=FITS)
expect(common("13"), "Transplant in March: over in every trial.",
       ELIANA=FITS, ENSIGN=FITS, SNUH=FITS, HUCART=dict(I01=MET), OPBG=dict(I01=MET), KYMRIAH=FITS)

# --- relapsed, refractory

PLAINLY = dict(ELIANA="I04", ENSIGN="I03", SNUH="I02", KYMRIAH="I03")
c = fit("one-relapse")
c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
expect(c, "One marrow relapse and nothing else.",
       **{trial: {key: NOT} for trial, key in PLAINLY.items()})
c = fit("kinase-inhibitors-exhausted")
c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
c.statement("tki", "tki-exhausted", day(5), valueBoolean=True)
expect(c, "One marrow relapse, kinase inhibitors exhausted.", ELIANA=FITS, ENSIGN=FITS,
       SNUH=dict(I02=NOT), KYMRIAH=dict(I03=NOT))
c = fit("transplant-ineligible")
c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
c.statement("transplant-ineligible", "transplant-ineligible", day(5), valueBoolean=True)
expect(c, "One marrow relapse, not eligible for a transplant.", ELIANA=FITS, ENSIGN=FITS,
       SNUH=dict(I02=NOT), KYMRIAH=dict(I03=NOT))
c = fit("refractory-old-flow")
c.statement("relapses", "marrow-relapses", day(5), valueInteger=0)
c.statement("refractory", "refractory-disease", day(5), valueBoolean=True)
c.cd19(96, "2026-08-20")
expect(c, "Refractory without a relapse; CD19 is older than 3 months, and asked of relapses only.",
       ELIANA=FITS, ENSIGN=FITS, SNUH=FITS, KYMRIAH=FITS, HUCART=dict(I02="stale"), CASSIOPEIA=FITS)
c = fit("statements-28-days-old")
OLD = ("relapses", "refractory", "tki", "transplant-ineligible",
       *(f"further-{trial}" for trial in CRITERIA))
for key in OLD:
    c.resources[key]["effectiveDateTime"] = c.time(day(28))
expect(c, "The statements are 28 days old.", KYMRIAH=FITS, ENSIGN=FITS, SNUH=FITS, ELIANA=FITS,
       CASSIOPEIA=FITS, OPBG=FITS, HUCART=FITS, CHILD=FITS)
c = fit("statements-29-days-old")
for key in OLD:
    c.resources[key]["effectiveDateTime"] = c.time(day(29))
expect(c, "The statements are 29 days old.", KYMRIAH=dict(I03="stale", I99="stale"),
       SNUH=dict(I02="stale", I99="stale"), OPBG=dict(I99="stale"), CHILD=dict(I99="stale"),
       ENSIGN=dict(I03="stale", I99="stale"), CASSIOPEIA=dict(I99="stale"),
       HUCART=dict(I99="stale"), ELIANA=dict(I04="stale", I99="stale"))
c = fit("refuted")
c.condition("leukemia", (SNOMED, "277571004", "B-cell acute lymphoblastic leukemia"), "2024-06-01",
            verification="refuted")
expect(c, "The diagnosis is refuted; whether it is a lymphoma is not stated.",
       ENSIGN=dict(I02="none"), CASSIOPEIA=dict(I01=NOT), KYMRIAH=dict(I02=NOT),
       ELIANA=dict(I02="no-diagnosis-day", I04=NOT))
c = fit("lymphoma")
c.condition("leukemia", (SNOMED, "277571004", "B-cell acute lymphoblastic leukemia"), "2024-06-01",
            verification="refuted")
c.statement("lymphoma", "lymphoblastic-lymphoma", day(5), valueBoolean=True)
expect(c, "The diagnosis is lymphoblastic lymphoma.", ENSIGN=FITS)
for slug, key, value, answer in (
        ("one-rescue", "rescue-strategies", 1, NOT), ("no-donor", "matched-related-donor", False, NOT)):
    c = fit(slug)
    c.statement(key, key, day(5), **{"valueInteger" if key[0] == "r" else "valueBoolean": value})
    expect(c, "Two rescue strategies and a donor are needed together.", OPBG=dict(I01=answer))
c = fit("no-antibody")
c.drop("inotuzumab")
expect(c, "Two rescue strategies without an antibody.", OPBG=dict(I01=NOT))
c = fit("blinatumomab")
c.drop("inotuzumab")
c.given("blinatumomab", ("L01FX07", "blinatumomab"), "2026-08-03")
expect(c, "Blinatumomab in August: what the one trial asks for excludes from the other.",
       OPBG=FITS, ELIANA=dict(E02=MET))
expect(common("07"), "Blinatumomab two years ago; rescue strategies are not counted.",
       ELIANA=dict(E02=MET), OPBG=dict(I01="none"))

# --- very high risk

for slug, date, answers in (("relapse-in-month-36", "2021-02-02", FITS),
                            ("relapse-after-36-months", "2021-02-03", dict(I01=NOT))):
    c = fit(slug)
    c.statement("first-marrow-relapse", "first-marrow-relapse", date, valueBoolean=True)
    expect(c, "Diagnosis on 2018-02-03; the first relapse is dated.", HUCART=answers)
for slug, value, huge in (("induction-25", 25, NOT), ("induction-over-25", 25.1, MET)):
    c = fit(slug)
    c.statement("first-marrow-relapse", "first-marrow-relapse", day(5), valueBoolean=False)
    share(c, "marrow-lymphoblasts-end-of-induction", value, "2026-02-04")
    expect(c, "Lymphoblasts at end of induction, which the one asks for and the other excludes.",
           HUCART=dict(I01=huge), CASSIOPEIA=dict(E01=huge))

# --- CD19: 3 months before study entry, 28 days, or any day

c = fit("flow-3-months")
c.cd19(96, "2026-08-21")
expect(c, "CD19 of 3 months ago to the day.", ELIANA=FITS, ENSIGN=FITS, CASSIOPEIA=FITS,
       HUCART=dict(I02="stale"))
c = fit("flow-older")
c.cd19(96, "2026-08-20")
expect(c, "CD19 one day older.", ELIANA=dict(I05="stale"), ENSIGN=dict(I04="stale"), CASSIOPEIA=FITS)
c = fit("flow-28-days")
c.cd19(96, day(28))
expect(c, "CD19 of 28 days ago.", HUCART=FITS)
c = fit("flow-29-days")
c.cd19(96, day(29))
expect(c, "CD19 of 29 days ago.", HUCART=dict(I02="stale"))
c = fit("flow-negative")
c.cd19(0)
expect(c, "No CD19 on lymphoblasts.", ELIANA=dict(I05=NOT), ENSIGN=dict(I04=NOT),
       CASSIOPEIA=dict(I01=NOT), HUCART=dict(I02=NOT))
c = fit("flow-weak")
c.cd19(0.5)
expect(c, "A share of 0.5 %: expression, as no record names a limit.", ENSIGN=FITS, ELIANA=FITS,
       CASSIOPEIA=FITS, HUCART=FITS)
c = fit("one-relapse-flow-old")
c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
c.statement("refractory", "refractory-disease", day(5), valueBoolean=True)
c.cd19(96, "2026-08-20")
expect(c, "Refractory after one relapse: CD19 is asked for.", ELIANA=dict(I05="stale"),
       ENSIGN=dict(I04="stale"))
expect(common("03"), "CD19 one day older than 3 months.", ENSIGN=dict(I04="stale"),
       HUCART=dict(I02="stale"), CASSIOPEIA=FITS)

# --- burden

for slug, mrd, comparator, cells, answer in (
        ("mrd-at-limit", 0.01, None, None, {}), ("mrd-below-cells-50", 0.01, "<", 50, {}),
        ("mrd-below-cells-49", 0.01, "<", 49, dict(I02=NOT)),
        ("mrd-below-cells-unknown", 0.01, "<", None, dict(I02="none"))):
    c = fit(slug)
    c.burden(42, mrd, comparator=comparator)
    if cells:
        c.lab("cd19-cells", (LOINC, "8116-6", "CD19 cells"), cells, "/uL", day(3))
    expect(c, "CD19-positive cells, or residual disease.", OPBG=answer)
for slug, value, comparator, answer in (
        ("consolidation-at-limit", 0.01, None, {}), ("consolidation-below", 0.009, None, dict(I03=NOT)),
        ("consolidation-less-than", 0.01, "<", dict(I03=NOT)),
        ("consolidation-open", 0.05, "<", dict(I03="comparator"))):
    c = fit(slug)
    share(c, "mrd-end-of-consolidation", value, "2026-05-04", comparator=comparator)
    expect(c, "Residual disease at end of consolidation, of May.", CASSIOPEIA=answer)
expect(common("30"), "Lymphoblasts 4.9 %, residual disease exactly 0.01 %.",
       ELIANA=dict(I03=NOT), OPBG=FITS)
expect(common("15"), "Lymphoblasts 1 %, residual disease below 0.01 %; no count of CD19 cells.",
       ELIANA=dict(I03=NOT), OPBG=dict(I02="none"))
for slug, blasts, answer in (("marrow-5", 5, {}), ("marrow-less-than-5", 4.9, dict(I03=NOT, E01=MET))):
    c = fit(slug)
    c.burden(blasts, 0.5)
    c.statement("extramedullary", "extramedullary-disease", day(5), valueBoolean=True)
    expect(c, "Extramedullary disease: isolated only without marrow disease.", ELIANA=answer)

# --- bilirubin and Gilbert syndrome


def gilbert(slug, value, verification="confirmed"):
    candidate = fit(slug)
    blood(candidate, bilirubin=value)
    if verification:
        candidate.condition("gilbert", (SNOMED, "27503000", "Gilbert syndrome"), "2021",
                            verification=verification)
    return candidate


expect(gilbert("gilbert-3.9", 3.9), "Bilirubin 3.9 mg/dL with Gilbert syndrome; 3 times 1.3 is 3.9.",
       CASSIOPEIA=FITS, ELIANA=dict(I08=NOT), ENSIGN=dict(I07=NOT), CHILD=FITS)
expect(gilbert("gilbert-4.0", 4.0), "Bilirubin 4.0 mg/dL with Gilbert syndrome: not below 4.0.",
       CASSIOPEIA=dict(I09=NOT), CHILD=dict(I03=NOT))
expect(gilbert("gilbert-provisional", 2.6, "provisional"), "Gilbert syndrome is not confirmed.",
       CASSIOPEIA=dict(I09="unconfirmed"), ELIANA=dict(I08=NOT))
expect(gilbert("gilbert-refuted", 2.6, "refuted"), "Gilbert syndrome is refuted.",
       CASSIOPEIA=dict(I09=NOT))
expect(gilbert("bilirubin-2.0", 2.0, None), "Bilirubin 2.0 mg/dL without Gilbert syndrome.",
       CASSIOPEIA=dict(I09=NOT), ELIANA=dict(I08=NOT), ENSIGN=dict(I07=NOT), CHILD=FITS)
expect(gilbert("bilirubin-1.99", 1.99, "provisional"),
       "Bilirubin 1.99 mg/dL: below 2.0 nobody has to know about Gilbert syndrome.",
       CASSIOPEIA=FITS, ELIANA=FITS, ENSIGN=FITS)
expect(common("04"), "Gilbert syndrome and 2.6 mg/dL; lymphoblasts 2 %.",
       CASSIOPEIA=FITS, ELIANA=dict(I03=NOT, I08=NOT), ENSIGN=dict(I07=NOT), OPBG=FITS)
expect(common("10"), "Bilirubin below 3.0 mg/dL, and no Gilbert syndrome.",
       CASSIOPEIA=dict(I09="comparator"), ELIANA=dict(I08="comparator"))

# --- organ function at the limits

c = fit("liver-at-5-times")
blood(c, alt=200, ast=200)
expect(c, "ALT and AST exactly 5 times the upper limit: at most, but not below.",
       ELIANA=FITS, ENSIGN=dict(I06=NOT), CASSIOPEIA=FITS, CHILD=FITS)
c = fit("liver-below-5-times")
blood(c, alt=199)
expect(c, "ALT just below 5 times the upper limit.", ENSIGN=FITS)
c = fit("liver-over-5-times")
blood(c, alt=201, ast=201)
expect(c, "ALT and AST just over 5 times the upper limit.", ELIANA=dict(I07=NOT),
       CASSIOPEIA=dict(I07=NOT, I08=NOT), CHILD=dict(I04=NOT, I05=NOT))
c = fit("creatinine-2-times")
blood(c, creatinine=1.0)
expect(c, "Creatinine exactly 2 times the upper limit, and below the table's 1.2.",
       CHILD=FITS, ELIANA=FITS)
c = fit("creatinine-over-2-times")
blood(c, creatinine=1.01)
expect(c, "Creatinine just over 2 times the upper limit.", CHILD=dict(I06=NOT), CASSIOPEIA=FITS)
for slug, rate, answers in (("filtration-60", 60, dict(I05=NOT)), ("filtration-over-60", 60.1, {})):
    c = fit(slug)
    blood(c, creatinine=1.3)
    c.lab("filtration", ("urn:milenari:screening", "measured-filtration-rate", None), rate,
          "mL/min/{1.73_m2}", day(5))
    expect(c, "Creatinine over the table; by radioisotope the rate is measured.", ENSIGN=answers)
c = fit("filtration-59.5")
blood(c, creatinine=1.25)
c.lab("height", (LOINC, "8302-2", "Body height"), 180, "cm", day(2))
c.lab("filtration", ("urn:milenari:screening", "measured-filtration-rate", None), 50,
      "mL/min/{1.73_m2}", day(5))
expect(c, "59.47 by bedside Schwartz, creatinine over the table, 50 by radioisotope.",
       ENSIGN=dict(I05=NOT))
expect(common("14"), "Creatinine over the table, 60.74 by bedside Schwartz: enough for one trial.",
       ENSIGN=FITS, ELIANA=dict(I03=NOT, I06=NOT), CASSIOPEIA=dict(I06=NOT))
expect(common("22"), "Creatinine 71 µmol/L at 4 years is 0.80 mg/dL: at the limit of the table.",
       ENSIGN=FITS, CASSIOPEIA=FITS, ELIANA=dict(I03=NOT))
expect(common("09"), "Two creatinine results of one day on both sides of the limit.",
       ELIANA=dict(I06="conflict"), ENSIGN=dict(I05="conflict"), CASSIOPEIA=dict(I06="conflict"))
for slug, saturation, dyspnea, eliana, ensign in (
        ("breath-at-limits", 91.1, 1, {}, {}),
        ("saturation-91", 91, 1, dict(I09=NOT), dict(I09=NOT)),
        ("dyspnea-2", 98, 2, dict(I09=NOT), dict(I08=NOT))):
    c = fit(slug)
    c.saturation(saturation)
    c.statement("dyspnea", "dyspnea-grade", day(2), valueInteger=dyspnea)
    expect(c, "Dyspnea and saturation.", ELIANA=eliana, ENSIGN=ensign)
for slug, ejection, shortening, answer in (("heart-45", 45, None, {}), ("heart-28", 44, 28, {}),
                                           ("heart-27", 44, 27, dict(I10=NOT))):
    c = fit(slug)
    c.lab("ejection", (LOINC, "10230-1", "Ejection fraction"), ejection, "%", day(12))
    if shortening:
        c.lab("shortening", (LOINC, "18051-3", "Shortening fraction"), shortening, "%", day(12))
    expect(c, "Ejection and shortening fraction.", ELIANA=answer)
for slug, hemoglobin, lymphocytes, platelets, answer in (
        ("counts-at-limits", 8, 0.1, 50, dict(I07=NOT, I08=NOT, I09=NOT)),
        ("counts-over-limits", 8.1, 0.11, 51, {})):
    c = fit(slug)
    c.lab("hemoglobin", (LOINC, "718-7", "Hemoglobin"), hemoglobin, "g/dL", day(3))
    c.count("lymphocytes", (LOINC, "731-0", "Lymphocytes"), lymphocytes, day(3))
    c.count("platelets", (LOINC, "777-3", "Platelets"), platelets, day(3))
    expect(c, "Counts that have to be above a limit.", CHILD=answer)
expect(common("39"), "Limits of the planned trial: 5 times ALT, Karnofsky 50 at 16.",
       ELIANA=FITS, ENSIGN=dict(I06=NOT), CASSIOPEIA=dict(I05=NOT), OPBG=dict(I03="none"), SNUH=FITS)

# --- the washout of 2 weeks or 5 half-lives; leukapheresis tomorrow at 9:00


def apheresis(slug, key, drug, time, end=None):
    candidate = fit(slug)
    candidate.procedure("leukapheresis", "leukapheresis", "2026-11-22", status="preparation")
    if end is None:
        candidate.given(key, drug, time[:10])
        at(candidate, key, time)
    else:
        candidate.add(key, "MedicationStatement", status="completed",
                      medicationCodeableConcept=concept((ATC,) + drug),
                      effectivePeriod={"start": time, "end": end + "+01:00"})
    return candidate


VINCRISTINE, CYTARABINE = ("L01CA02", "vincristine"), ("L01BC01", "cytarabine")
for slug, drug, time, answer, trap in (
        ("vincristine-14-days", VINCRISTINE, "2026-11-08T20:00:00", NOT,
         "5 half-lives of vincristine are 17 days, so 2 weeks count, and they are over."),
        ("vincristine-13-days", VINCRISTINE, "2026-11-09T08:00:00", MET, "Vincristine, 13 days."),
        ("cytarabine-15-hours", CYTARABINE, "2026-11-21T18:00:00", NOT,
         "5 half-lives of cytarabine are 15 hours, shorter than 2 weeks, and just over."),
        ("cytarabine-under-15-hours", CYTARABINE, "2026-11-21T18:00:01", MET,
         "Cytarabine, 1 second less than 15 hours."),
        ("blinatumomab-10-hours", ("L01FX07", "blinatumomab"), "2026-11-21T23:00:00", NOT,
         "Blinatumomab, 5 half-lives of 2 hours."),
        ("blinatumomab-under-10-hours", ("L01FX07", "blinatumomab"), "2026-11-21T23:00:01", MET,
         "Blinatumomab, 1 second less."),
        ("pegaspargase-14-days", ("L01XX24", "pegaspargase"), "2026-11-08T10:00:00", NOT,
         "5 half-lives of pegaspargase are 4 weeks, so 2 weeks count."),
        ("pegaspargase-13-days", ("L01XX24", "pegaspargase"), "2026-11-09T10:00:00", MET,
         "Pegaspargase, 13 days."),
        ("unlisted-13-days", ("L01DB02", "daunorubicin"), "2026-11-09T10:00:00", "half-life",
         "The half-life of daunorubicin is not listed: nobody knows which is shorter."),
        ("unlisted-14-days", ("L01DB02", "daunorubicin"), "2026-11-08T10:00:00", NOT,
         "After 2 weeks the half-life does not matter.")):
    c = apheresis(slug, "drug", drug, time)
    expect(c, trap, CHILD=dict(E01=answer))
for slug, end, answer in (("imatinib-90-hours", "2026-11-18T15:00:00", NOT),
                          ("imatinib-under-90-hours", "2026-11-18T15:00:01", MET)):
    c = apheresis(slug, "imatinib", ("L01EA01", "imatinib"), "2026-09-01", end)
    expect(c, "Imatinib, 5 half-lives of 18 hours after the last dose.", CHILD=dict(E01=answer),
           CASSIOPEIA=dict(E05=MET))
c = fit("text-only")
c.add("text", "MedicationStatement", status="active",
      medicationCodeableConcept={"text": "chemotherapy"}, effectivePeriod={"start": "2026-11-01"})
expect(c, "A drug that stands there as text only is taken now.", CHILD=dict(E01="unreadable"))
c = fit("drugs-not-reviewed")
c.statement("medication-history-reviewed", "medication-history-reviewed", day(2), valueBoolean=False)
expect(c, "Nobody has reviewed the drugs.", CHILD=dict(E01="not-reviewed"),
       CASSIOPEIA=dict(E05="not-reviewed"))
c = fit("apheresis-unplanned")
c.drop("leukapheresis")
expect(c, "No leukapheresis is planned.", CHILD=dict(E01="unplanned"))

# --- history and infections

for slug, key, answers in (("philadelphia", "philadelphia-chromosome", dict(E03=MET)),
                           ("hypodiploid", "hypodiploid", dict(E04=MET)),
                           ("disease-after-consolidation", "disease-end-of-consolidation",
                            dict(E02=MET)),
                           ("not-high-risk", "high-risk-first-line", dict(I02=NOT))):
    c = fit(slug)
    c.statement(key, key, day(5), valueBoolean=key != "high-risk-first-line")
    expect(c, "A statement of the investigator decides.", CASSIOPEIA=answers)
for slug, stated, answer in (("hepatitis-unstated", None, "none"), ("hepatitis-uncontrolled", True, MET),
                             ("hepatitis-controlled", False, NOT)):
    c = fit(slug)
    c.qualitative("hbsag", (LOINC, "5196-1", "HBsAg"), POSITIVE, day(10))
    if stated is not None:
        c.statement("hepatitis", "uncontrolled-hepatitis", day(5), valueBoolean=stated)
    expect(c, "Hepatitis B: excluded when uncontrolled, or at all.", SNUH=dict(E01=answer),
           ELIANA=dict(E07=MET))
expect(common("59"), "Positive first and negative later: hepatitis, HIV, pregnancy; GVHD is over. Whether "
       "the relapse came after the transplant is not stated.",
       SNUH=dict(E01="none", E02=MET, E04=MET),
       ELIANA=dict(E06="conflict", E07=MET, E08=MET, E12=MET),
       OPBG=dict(I01="none", I07=NOT))
expect(common("60"), "Hepatitis C antibody, and no RNA: cleared.", ELIANA=FITS, SNUH=FITS)
expect(common("11"), "Down syndrome does not exclude.", ELIANA=FITS)
c = fit("infection")
c.statement("uncontrolled-infection", "uncontrolled-infection", day(2), valueBoolean=True)
expect(c, "An uncontrolled infection.", SNUH=dict(E03=MET), ELIANA=FITS)
for slug, responded, answer in (("cns-3", False, MET), ("cns-3-responded", True, NOT),
                                ("cns-3-unstated", None, "none")):
    c = fit(slug)
    c.statement("cns", "cns-status", day(6), valueCodeableConcept=concept((FINDING, "cns-3", None)))
    if responded is not None:
        c.statement("responded", "cns-3-responsive", day(6), valueBoolean=responded)
    expect(c, "CNS-3, which may have responded.", ELIANA=dict(E10=MET), HUCART=dict(E01=answer))
c = fit("hepatitis-57-days")
for key in ("hbsag", "anti-hbc", "anti-hcv", "hiv"):
    c.resources[key]["effectiveDateTime"] = c.time(day(57))
expect(c, "Serology of 8 weeks and 1 day ago.", ELIANA=dict(E07="stale", E08="stale"),
       SNUH=dict(E01="stale", E02="stale"))
for slug, keys, answers in (("core-antibody-57-days", ("anti-hbc",), dict(E07="stale")),
                            ("surface-antigen-57-days", ("hbsag",), dict(E07="stale")),
                            ("hepatitis-c-57-days", ("anti-hcv",), dict(E07="stale")),
                            ("hiv-57-days", ("hiv",), dict(E08="stale"))):
    c = fit(slug)
    for key in keys:
        c.resources[key]["effectiveDateTime"] = c.time(day(57))
    expect(c, "One test is 8 weeks and 1 day old.", ELIANA=answers)
c = fit("dying")
c.statement("life-expectancy-over-12-weeks", "life-expectancy-over-12-weeks", day(2),
            valueBoolean=False)
expect(c, "Life expectancy is not over 12 weeks.", ELIANA=dict(I11=NOT))
expect(common("58"), "The candidate has died.", ELIANA=dict(I11=NOT))
c = fit("hepatitis-56-days")
for key in ("hbsag", "anti-hbc", "anti-hcv", "hiv"):
    c.resources[key]["effectiveDateTime"] = c.time(day(56))
expect(c, "Serology of 8 weeks ago.", ELIANA=FITS, SNUH=dict(E01="stale", E02="stale"))

# --- ELIANA: washouts, most counted to infusion

for slug, date, answers in (("product-30-days", "2026-10-22", dict(E11=MET)),
                            ("product-31-days", "2026-10-21", {})):
    c = fit(slug)
    c.procedure("investigational-product", "investigational-product", date)
    expect(c, "An investigational product, counted to screening and not to infusion.", ELIANA=answers)
ALL = {f"E{number:02}": MET for number in range(1, 23)}
expect(common("32"), "Every exclusion at once, all windows just so.", ELIANA=dict(I03=NOT, **ALL))
expect(common("33"), "The same exposures one day earlier; the investigational product counts to "
       "screening and still excludes.", ELIANA=dict(E11=MET))
expect(common("20"), "No infusion is planned.",
       ELIANA={f"E{number}": "unplanned" for number in range(13, 23)}, ENSIGN=FITS)
expect(common("23"), "Vincristine 7 days before infusion.", ELIANA=dict(E17=MET))
expect(common("40"), "Methotrexate 25 mg/m2 14 days before infusion.", ELIANA=dict(E18=MET))
expect(common("41"), "Cytarabine without a dose per body surface.", ELIANA=dict(E18="dose"))
expect(common("48"), "Hydrocortisone 50 mg/m2, stated as physiologic.", ELIANA=dict(E13=MET))
expect(common("71"), "Plans before infusion.", ELIANA=dict(
    E14="planned", E15="ongoing", E20="status", E21="planned"))


def soon(slug):
    """Infusion is planned for 2026-11-24 at 10:00; leukapheresis was in October."""
    candidate = fit(slug)
    candidate.procedure("leukapheresis", "leukapheresis", "2026-10-15")
    candidate.procedure("infusion", "infusion", "2026-11-24", status="preparation", clock="10:00:00")
    return candidate


PREDNISONE, IMATINIB = ("H02AB07", "prednisone"), ("L01EA01", "imatinib")
HYDROCORTISONE, METHOTREXATE = ("H02AB09", "hydrocortisone"), ("L01BA01", "methotrexate")
for name_, drug, key, answer in (("prednisone", PREDNISONE, "E13", MET),
                                 ("hydrocortisone", HYDROCORTISONE, "E13", "none"),
                                 ("imatinib", IMATINIB, "E16", MET)):
    for clock, expected in (("10:00:00", answer), ("09:59:59", NOT)):
        c = soon(f"{name_}-{'72-hours' if expected != NOT else 'over-72-hours'}")
        c.given("drug", drug, "2026-11-21")
        at(c, "drug", f"2026-11-21T{clock}")
        expect(c, "A drug 72 hours before infusion, or 1 second longer ago.",
               ELIANA={key: expected})
for dose, clock, expected in ((12, "10:00:00", MET), (11.9, "10:00:00", NOT), (50, "09:59:59", NOT)):
    c = soon(f"physiologic-{dose}-{clock[:2]}")
    c.given("drug", HYDROCORTISONE, "2026-11-21", dose, route=INTRAVENOUS)
    at(c, "drug", f"2026-11-21T{clock}")
    c.statement("physiologic", "hydrocortisone-physiologic", day(2), valueBoolean=True)
    expect(c, "Hydrocortisone, stated as physiologic: below 12 mg/m2 it is.", ELIANA=dict(E13=expected))
for slug, drug, dose, date, route, answers in (
        ("methotrexate-15-days", METHOTREXATE, 30, "2026-11-09", INTRAVENOUS, {}),
        ("methotrexate-24.9", METHOTREXATE, 24.9, "2026-11-12", INTRAVENOUS, {}),
        ("methotrexate-25", METHOTREXATE, 25, "2026-11-10", INTRAVENOUS, dict(E18=MET)),
        ("cytarabine-101-15-days", CYTARABINE, 101, "2026-11-09", INTRAVENOUS, {}),
        ("cytarabine-101-14-days", CYTARABINE, 101, "2026-11-10", INTRAVENOUS, dict(E18=MET)),
        ("intrathecal-7-days", METHOTREXATE, 12, "2026-11-17", INTRATHECAL,
         dict(E17=MET, E20=MET)),
        ("intrathecal-8-days", METHOTREXATE, 12, "2026-11-16", INTRATHECAL, {})):
    c = soon(slug)
    c.given("drug", drug, date, dose, route=route)
    expect(c, "A dose before infusion on 2026-11-24.", ELIANA=answers)
for slug, what, date, answers in (
        ("other-radiotherapy-14-days", "other-radiotherapy", "2026-11-10", dict(E21=MET)),
        ("other-radiotherapy-15-days", "other-radiotherapy", "2026-11-09", {}),
        ("some-radiotherapy-14-days", "108290001", "2026-11-10", dict(E21=MET)),
        ("some-radiotherapy-15-days", "108290001", "2026-11-09", dict(E21="site")),
        ("some-radiotherapy-56-days", "108290001", "2026-09-29", dict(E21="site")),
        ("some-radiotherapy-57-days", "108290001", "2026-09-28", {})):
    c = soon(slug)
    c.procedure("radiotherapy", what, date, **({"system": SNOMED} if what[0] == "1" else {}))
    expect(c, "Radiotherapy: 2 weeks, 8 of the CNS; the site may not be told.", ELIANA=answers)
for slug, drug, date, answer in (
        ("alemtuzumab-6-months", ("L04AG06", "alemtuzumab"), "2026-05-24", MET),
        ("alemtuzumab-over-6-months", ("L04AG06", "alemtuzumab"), "2026-05-23", NOT),
        ("antithymocyte-8-weeks", ("L04AA04", "antithymocyte"), "2026-09-29", MET),
        ("antithymocyte-over-8-weeks", ("L04AA04", "antithymocyte"), "2026-09-28", NOT)):
    c = soon(slug)
    c.given("drug", drug, date)
    expect(c, "Antibodies against T cells.", ELIANA=dict(E22=answer))
for slug, dose, answers in (("cytarabine-100", 100, {}), ("cytarabine-101", 101, dict(E18=MET))):
    c = fit(slug)
    c.procedure("infusion", "infusion", "2026-11-27", status="preparation", clock="10:00:00")
    c.given("cytarabine", CYTARABINE, "2026-11-17", dose, route=INTRAVENOUS)
    expect(c, "Cytarabine 10 days before infusion: 2 weeks are asked from above 100 mg/m2 on.",
           ELIANA=answers, CHILD=FITS)


# --- writing


def yaml_text(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def base(candidate, trial):
    """The answers before the differences, and the reasons of the unknown ones."""
    answers = {key: MET if key[0] == "I" else NOT for key in CRITERIA[trial]}
    if candidate not in NEW:
        answers.update(PLAIN[trial])
    if trial in CONSENTS:
        consent, assent = CONSENTS[trial]
        answers[consent] = "no-consent"
        is_asked = candidate.age < 18 and not (trial == OPBG and candidate.age < 12)
        answers[assent] = "no-consent" if is_asked else MET
    return answers


def verdict(trial, answers):
    """Any criterion that fails decides, then any open one; what is only asked for is left aside."""
    left = [(key, answer) for key, answer in answers.items()
            if key not in ASKED.get(trial, ()) or answer in (MET, NOT)]
    if any(answer == (NOT if key[0] == "I" else MET) for key, answer in left):
        return "ineligible"
    return "eligible" if all(answer in (MET, NOT) for _, answer in left) else "undetermined"


def sidecar(candidate, trial, trap, differences):
    answers = base(candidate, trial)
    assert set(differences) <= set(answers), (candidate.slug, trial, differences)
    answers.update(differences)
    home = "Published/Candidates" if candidate in NEW else "Candidates"
    because = {key: answer for key, answer in answers.items() if answer not in (MET, NOT)}
    lines = [f"trap: {yaml_text(trap)}", f"candidate: {home}/{candidate.slug}.json",
             f"as-of: {AS_OF.isoformat()}", f"verdict: {verdict(trial, answers)}", "criteria:"]
    lines += [f"  {key}: {UNKNOWN if key in because else answers[key]}" for key in CRITERIA[trial]]
    if because:
        lines += ["because:"] + [f"  {key}: {word}" for key, word in because.items()]
    return "\n".join(lines) + "\n"


def bundle_text(candidate):
    """The bundle with one resource on each line: there are many, and they differ in a line or two."""
    bundle = candidate.bundle()
    entries = [json.dumps(entry, ensure_ascii=False) for entry in bundle.pop("entry")]
    head = json.dumps(bundle, ensure_ascii=False)
    return head[:-1] + ', "entry": [\n' + ",\n".join(entries) + "\n]}\n"


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "Candidates").mkdir(parents=True)
    for candidate in NEW:
        file = FOLDER / "Candidates" / f"{candidate.slug}.json"
        file.write_text(bundle_text(candidate), encoding="utf-8")
    for candidate, trial, trap, differences in PAIRS:
        file = FOLDER / trial / f"{candidate.slug}.expected.yaml"
        assert not file.exists(), file
        file.parent.mkdir(exist_ok=True)
        file.write_text(sidecar(candidate, trial, trap, differences), encoding="utf-8")
    print(f"{len(PAIRS)} pairs, {len(NEW)} new candidates in {FOLDER}")


if __name__ == "__main__":
    main()
