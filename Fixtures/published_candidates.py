"""The published trials' criteria by name, and candidates who fit all of them but for one thing."""

from base_candidate import LOINC, Candidate, concept, day, name

MET, NOT, UNKNOWN = "met", "not met", "unknown"

ELIANA, ENSIGN, CASSIOPEIA = "NCT02435849", "NCT02228096", "NCT03876769"
OPBG, SNUH, HUCART = "NCT06080191", "NCT05210907", "NCT03792633"
CHILD, KYMRIAH = "MEDIFIND-546758107", "KYMRIAH-EU"


def numbered(letter, last, *more):
    return [f"{letter}{number:02}" for number in range(1, last + 1)] + list(more)


# The criteria of each trial in its order, and those of consent and assent.
CRITERIA = {
    ELIANA: numbered("I", 15, "I99") + numbered("E", 22),
    ENSIGN: numbered("I", 11, "I99"),
    CASSIOPEIA: numbered("I", 11, "I99") + numbered("E", 5),
    OPBG: numbered("I", 7, "I99"),
    SNUH: numbered("I", 5, "I99") + numbered("E", 4),
    HUCART: numbered("I", 4, "I99") + numbered("E", 1),
    CHILD: numbered("I", 11, "I99") + numbered("E", 1),
    KYMRIAH: numbered("I", 3, "I99"),
}
CONSENTS = {ELIANA: ("I14", "I15"), ENSIGN: ("I10", "I11"), CASSIOPEIA: ("I10", "I11"),
            OPBG: ("I04", "I05"), SNUH: ("I04", "I05"), HUCART: ("I03", "I04"),
            CHILD: ("I10", "I11")}
# Decisions that are only asked for: unknown, they are left aside.
ASKED = {trial: set(pair) for trial, pair in CONSENTS.items()}
ASKED[OPBG] = {"I04", "I05", "I06"}

# What differs for the candidates of Candidates/, who have no result that only these trials ask for:
# nobody states the further criteria; without an antibody two rescue strategies cannot have failed.
PLAIN = {
    ELIANA: {"I13": "none", "I99": "none"},
    ENSIGN: {"I99": "none"},
    CASSIOPEIA: {key: "none" for key in ("I02", "I03", "I08", "I99", "E01", "E02", "E03", "E04")},
    OPBG: {"I01": NOT, "I06": "none", "I99": "none"},
    SNUH: {"I99": "none"},
    HUCART: {"I01": "none", "I99": "none"},
    CHILD: {"I03": "range", "I05": "none", "I06": "range", "I99": "none"},
    KYMRIAH: {"I99": "none"},
}

def fitting(slug, birth, sex="male", site="BCN", given="Nil"):
    """A candidate who fits every trial, where age allows."""
    adult = birth < "2008-11-22"
    names = [name("Fitó Serra", given)]
    parents = () if adult else (name("Serra Vila", "Mar"), name("Fitó Puig", "Joel"))
    c = Candidate(slug, site, names, sex, birth, *parents)
    blood(c)
    for key, value in (("high-risk-first-line", True), ("disease-end-of-consolidation", False),
                       ("philadelphia-chromosome", False), ("hypodiploid", False),
                       ("matched-related-donor", True), ("contraception", True),
                       ("apheresis-product-accepted", True)):
        c.statement(key, key, day(5), valueBoolean=value)
    c.statement("rescue-strategies", "rescue-strategies", day(5), valueInteger=2)
    share(c, "mrd-end-of-consolidation", 0.5, "2026-05-04")
    share(c, "marrow-lymphoblasts-end-of-induction", 10, "2026-02-04")
    c.statement("first-marrow-relapse", "first-marrow-relapse", onset(c, 30), valueBoolean=True)
    c.given("inotuzumab", ("L01FX02", "inotuzumab ozogamicin"), "2026-08-03")
    for trial in CRITERIA:
        c.observation(f"further-{trial}", ("urn:milenari:further-criteria", trial, None), day(2),
                      valueBoolean=True)
    return c


def blood(c, alt=33, ast=30, bilirubin=0.6, creatinine=0.4):
    """Results with the upper limit of normal printed beside them."""
    c.alt(alt)
    c.lab("ast", (LOINC, "1920-8", "Aspartate aminotransferase"), ast, c.style["alt"], day(3), high=40)
    c.lab("bilirubin", (LOINC, "1975-2", "Bilirubin"), bilirubin, "mg/dL", day(3), high=1.3)
    c.lab("creatinine", (LOINC, "2160-0", "Creatinine"), creatinine, "mg/dL", day(3), high=0.5)


def share(c, key, value, date, comparator=None):
    c.lab(key, ("urn:milenari:screening", key, None), value, "%", date, comparator=comparator)


def onset(c, months):
    """The day so many months after the diagnosis (in the base, 700 days after birth)."""
    year, month, date = map(int, c.resources["leukemia"]["onsetDateTime"].split("-"))
    month += months - 1
    return f"{year + month // 12}-{month % 12 + 1:02}-{date:02}"


def transplanted(c, date):
    """One relapse, after a transplant, and nothing else that makes the disease relapsed."""
    c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
    c.statement("relapse-after-transplant", "relapse-after-transplant", day(5), valueBoolean=True)
    c.statement("first-marrow-relapse", "first-marrow-relapse", day(5), valueBoolean=False)
    c.statement("rescue-strategies", "rescue-strategies", day(5), valueInteger=0)
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=1)
    c.statement("chronic-gvhd", "chronic-gvhd-extent", day(5),
                valueCodeableConcept=concept(("urn:milenari:finding", "cgvhd-none", None)))
    c.procedure("transplant", "allogeneic-transplant", date)


def only_score(c, scale, score):
    """Has a score on one scale only."""
    for key in ("lansky", "karnofsky"):
        c.resources.pop(key, None)
    code = {"lansky": "89244-8", "karnofsky": "89243-0"}[scale]
    c.observation(scale, (LOINC, code, scale), day(2), valueInteger=score)


def at(c, key, time):
    """Moves a resource to a time of the hospital at Barcelona."""
    c.resources[key]["effectiveDateTime"] = f"{time}+01:00"
