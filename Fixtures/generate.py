#!/usr/bin/env python3
"""Writes Candidates/: synthetic candidates as FHIR bundles, each for one trap, with the answers
that are right. Run it after a change: it writes the same bytes every time.

The expected answers are written here by hand, as differences from the base candidate, who meets
every inclusion criterion and no exclusion criterion. They are not computed from the CQL.
"""

import json
import pathlib

from base_candidate import (
    AS_OF, ATC, CONSENT, CVX, INTRATHECAL, INTRAVENOUS, LOINC, NEGATIVE, POSITIVE, ROLE, SNOMED,
    Candidate, concept, day, name)

INCLUSION = [f"I{number:02}" for number in range(1, 19)]
EXCLUSION = [f"E{number:02}" for number in range(1, 30)]
MET, NOT, UNKNOWN = "met", "not met", "unknown"

FOLDER = pathlib.Path(__file__).parent / "Candidates"
CASES = []


def case(trap, verdict, burden="high", because=None, **answers):
    """Registers a candidate; `answers` differ from the base, `because` gives a word per unknown."""

    def register(make):
        CASES.append((make, trap, verdict, burden, because or {}, answers))
        return make

    return register


# --- Barcelona


@case("The third birthday is the as-of day: 3 years are reached today.", "eligible")
def birthday_today():
    return Candidate("01-birthday-today", "BCN", [name("Muñoz García", "José")], "male",
                     "2023-11-21", name("García Puig", "Núria"), name("Muñoz Ortega", "Andrés"))


@case("The third birthday is the day after the as-of day: still 2 years old.", "ineligible",
      I01=NOT)
def birthday_tomorrow():
    c = Candidate("02-birthday-tomorrow", "BCN", [name("Ferrer i Soler", "Martí")], "male",
                  "2023-11-22", name("Soler Vidal", "Laia"), name("Ferrer Roca", "Pau"))
    c.shuffled = True
    return c


@case("The only CD19 result is one day older than 3 months: stale.", "undetermined",
      I05=UNKNOWN, because={"I05": "stale"})
def stale_sample():
    c = Candidate("03-stale-sample", "BCN", [name("Núñez Peña", "Lucía")], "female",
                  "2017-02-03", name("Peña Gil", "Sofía"), name("Núñez Rey", "Íñigo"))
    c.cd19(96, "2026-08-20")
    c.bundle_type = "searchset"
    return c


@case("Bilirubin 2.6 mg/dL is above 2.0, but Gilbert syndrome is confirmed: below 4.0 is enough.",
      "eligible", burden="low")
def gilbert():
    c = Candidate("04-gilbert", "BCN", [name("Al-Amrani", "Yusuf"),
                                        name("العمراني", "يوسف", use="usual")], "male",
                  "2015-06-30", name("Bennani", "Salma"), name("Al-Amrani", "Driss"))
    c.bilirubin(2.6)
    c.condition("gilbert", (SNOMED, "27503000", "Gilbert syndrome"), "2021")
    c.burden(2, 0.8)
    return c


@case("After menarche; the pregnancy test of 3 days ago is negative.", "eligible")
def pregnancy_test_recent():
    c = Candidate("05-pregnancy-test-recent", "BCN", [name("Iñárritu López", "María José")],
                  "female", "2012-03-09", name("López Marín", "Carmen"),
                  name("Iñárritu Vega", "Álvaro"))
    c.shuffled = True
    c.bundle_type = "transaction"
    return c


@case("Diagnosis is dated \"2026\" only: the candidate was 21 or 22 years old, which is not decided.",
      "undetermined", I02=UNKNOWN, because={"I02": "incomplete date"})
def partial_date_open():
    c = Candidate("06-partial-date-open", "BCN", [name("Pérez-Llorca Díaz", "Àlex")], "male",
                  "2004-06-15")
    c.resources["leukemia"]["onsetDateTime"] = "2026"
    return c


@case("Blinatumomab two years ago: prior therapy directed at CD19, whatever the interval.",
      "ineligible", E05=MET)
def blinatumomab():
    c = Candidate("07-blinatumomab", "BCN", [name("O’Brien Castells", "Òscar")], "male",
                  "2014-09-18", name("Castells Mas", "Mireia"), name("O’Brien", "Seán"))
    c.given("blinatumomab", ("L01FX07", "blinatumomab"), "2024-10-02")
    return c


# --- Rome


@case("Creatinine is exactly the limit at 4 years (0.8 mg/dL), the name has a typographic "
      "apostrophe, and units are printed without codes.", "eligible", burden="low")
def limit_reached():
    c = Candidate("08-limit-reached", "ROM", [name("D’Angelo", "Chiara", text="Chiara D’Angelo")],
                  "female", "2022-05-02", name("Dell’Acqua", "Giulia"), name("D’Angelo", "Nicolò"))
    c.creatinine(0.8)
    c.burden(1.5, 0.3)
    return c


@case("Two creatinine results of one day, 0.7 and 1.3 mg/dL, lie on both sides of the limit "
      "(1.0): conflicting.", "undetermined", I08=UNKNOWN, because={"I08": "conflicting"})
def conflict():
    c = Candidate("09-conflict", "ROM", [name("Esposito", "Maria Sofia")], "female", "2019-01-14",
                  name("Russo", "Élodie"), name("Esposito", "Gennaro"))
    c.creatinine(0.7)
    c.creatinine(1.3, key="creatinine-repeated")
    c.resources["creatinine-repeated"]["effectiveDateTime"] = c.time(day(3), "16:40:00")
    c.bundle_type = "transaction"
    c.shuffled = True
    return c


@case("Bilirubin is printed \"< 3.0\": that does not decide whether it is below 2.0.",
      "undetermined", I10=UNKNOWN, because={"I10": "comparator"})
def comparator_open():
    c = Candidate("10-comparator-open", "ROM", [name("De Luca", "Niccolò")], "male", "2016-07-21",
                  name("Sanna", "Alessia"), name("De Luca", "Matteo"))
    c.bilirubin(3.0, comparator="<")
    return c


@case("Down syndrome does not exclude, although bone marrow failure syndromes do.", "eligible")
def down_syndrome():
    c = Candidate("11-down-syndrome", "ROM", [name("Bianchi", "Tommaso")], "male", "2018-10-05",
                  name("Conti", "Beatrice"), name("Bianchi", "Luca"))
    c.condition("down", (SNOMED, "41040004", "Complete trisomy 21 syndrome"), "2018-10-05")
    c.shuffled = True
    return c


@case("The mother has signed, the father has not: both parents must sign in Italy.",
      "undetermined", I17=UNKNOWN, because={"I17": "signature"})
def one_parent():
    c = Candidate("12-one-parent", "ROM", [name("Di Stefano", "Anna")], "female", "2013-12-01",
                  name("Ricci", "Elena"), name("Di Stefano", "Marco"))
    c.drop("consent-father")
    c.resources["menarche"]["valueBoolean"] = False
    return c


@case("One marrow relapse after an allogeneic transplant that is dated \"2026-03\" only: more than "
      "6 months before infusion whatever the day. GVHD is acute grade 1, chronic none.", "eligible")
def transplant_month():
    c = Candidate("13-transplant-month", "ROM", [name("Gallo", "Lorenzo")], "male", "2011-04-27",
                  name("Serra", "Ilaria"), name("Gallo", "Davide"))
    c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
    c.procedure("transplant", "allogeneic-transplant", "2026-03")
    c.statement("relapse-after-transplant", "relapse-after-transplant", day(5), valueBoolean=True)
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=1)
    c.statement("chronic-gvhd", "chronic-gvhd-extent", day(5),
                valueCodeableConcept=concept(("urn:milenari:finding", "cgvhd-none", None)))
    return c


@case("Creatinine 1.02 mg/dL is above the limit at 9 years (1.0), but with a height of 150 cm the "
      "filtration rate by bedside Schwartz is 60.74: above 60.", "eligible", burden="low")
def schwartz():
    c = Candidate("14-schwartz", "ROM", [name("Moretti", "Ginevra")], "female", "2017-08-08",
                  name("Greco", "Sara"), name("Moretti", "Pietro"))
    c.creatinine(1.02)
    c.lab("height", (LOINC, "8302-2", "Body height"), 150, "cm", day(2))
    c.burden(3, 1.1)
    c.bundle_type = "searchset"
    return c


# --- Beirut


@case("Minimal residual disease \"< 0.01 %\" is below 0.01 %, not equal to it; lymphoblasts are "
      "1 %.", "ineligible", burden="low", I06=NOT)
def mrd_below():
    c = Candidate("15-mrd-below", "BEY", [name("Haddad", "Élie")], "male", "2016-01-11",
                  name("Khoury", "Rita"), name("Haddad", "Georges"))
    c.burden(1, 0.01, comparator="<")
    return c


@case("There is no ALT result at all.", "undetermined", I09=UNKNOWN, because={"I09": "missing"})
def missing_value():
    c = Candidate("16-missing-value", "BEY", [name("Abou Chakra", "Jad")], "male", "2015-03-17",
                  name("Saad", "Nadine"), name("Abou Chakra", "Fadi"))
    c.drop("alt")
    c.shuffled = True
    return c


@case("The same girl as in 21, who is at Amman too; here her name is in Latin script.",
      "eligible")
def khadija_beirut():
    return Candidate("17-khadija-beirut", "BEY", [name("Al-Masri", "Khadija")], "female",
                     "2017-04-25", name("Nasser", "Amina"), name("Al-Masri", "Omar"))


@case("16 years old, but the score is on the Lansky scale, which is for the younger.",
      "undetermined", I07=UNKNOWN, because={"I07": "wrong scale"})
def wrong_scale():
    c = Candidate("18-wrong-scale", "BEY", [name("Fayad", "Karim")], "male", "2010-05-06",
                  name("Rahme", "Joumana"), name("Fayad", "Ziad"))
    c.drop("karnofsky")
    c.observation("lansky", (LOINC, "89244-8", "Lansky"), day(2), valueInteger=80)
    return c


@case("After menarche; the pregnancy test is 10 days old, and 7 are allowed.", "undetermined",
      E11=UNKNOWN, because={"E11": "stale"})
def pregnancy_test_stale():
    c = Candidate("19-pregnancy-test-stale", "BEY", [name("Tannous", "Maya")], "female",
                  "2011-09-29", name("Gemayel", "Carla"), name("Tannous", "Habib"))
    c.qualitative("hcg", (LOINC, "19080-1", "hCG"), NEGATIVE, day(10))
    return c


@case("No infusion is planned: every window that counts back from it is unknown.", "undetermined",
      because={key: "unplanned" for key in
               ["E04"] + [f"E{number}" for number in range(17, 30)]},
      E04=UNKNOWN, **{f"E{number}": UNKNOWN for number in range(17, 30)})
def unplanned():
    c = Candidate("20-unplanned", "BEY", [name("Sleiman", "Tala")], "female", "2018-02-19",
                  name("Aoun", "Lara"), name("Sleiman", "Bassam"))
    c.drop("infusion")
    c.bundle_type = "searchset"
    return c


# --- Amman


@case("The same girl as in 17, who is at Beirut too; here her name is in Arabic script.",
      "eligible")
def khadija_amman():
    c = Candidate("21-khadija-amman", "AMM", [name("المصري", "خديجة", text="خديجة المصري")],
                  "female", "2017-04-25", name("ناصر", "أمينة"), name("المصري", "عمر"))
    c.shuffled = True
    return c


@case("Creatinine 71 µmol/L at 4 years is 0.80 mg/dL: the limit, passed like 0.80 in mg/dL.",
      "eligible", burden="low")
def micromoles():
    c = Candidate("22-micromoles", "AMM", [name("الزعبي", "محمد")], "male", "2022-01-30",
                  name("حداد", "سلمى"), name("الزعبي", "أحمد"))
    c.creatinine(0.8)
    assert c.resources["creatinine"]["valueQuantity"]["value"] == 71
    c.burden(4, 2.2)
    return c


@case("Vincristine 7 days before infusion: the washout of more than 1 week ends tomorrow, and an "
      "infusion one day later would do. Leukapheresis is done.", "ineligible", E19=MET)
def washout_tomorrow():
    c = Candidate("23-washout-tomorrow", "AMM", [name("النسور", "ليلى")], "female", "2016-11-03",
                  name("عبيدات", "هند"), name("النسور", "خالد"))
    c.procedure("leukapheresis", "leukapheresis", "2026-11-05")
    c.procedure("infusion", "infusion", "2026-11-27", status="preparation", clock="10:00:00")
    c.given("vincristine", ("L01CA02", "vincristine"), "2026-11-20", 1.5)
    return c


@case("14 years old, both parents have signed, and she refuses.", "ineligible", I18=NOT)
def refused_assent():
    c = Candidate("24-refused-assent", "AMM", [name("الخطيب", "نور")], "female", "2012-08-16",
                  name("شاهين", "رنا"), name("الخطيب", "ماهر"))
    c.drop("assent")
    c.signed("dissent", CONSENT, "dissent", day(4))
    return c


@case("The echocardiogram has no value, only a reason for its absence.", "undetermined",
      I11=UNKNOWN, because={"I11": "missing"})
def absent_reason():
    c = Candidate("25-absent-reason", "AMM", [name("Al-Tamimi", "Rami"),
                                              name("التميمي", "رامي", use="usual")],
                  "male", "2014-02-08", name("Qasem", "Dina"), name("Al-Tamimi", "Sami"))
    c.observation(
        "ejection", (LOINC, "10230-1", "Ejection fraction"), day(12),
        dataAbsentReason=concept((
            "http://terminology.hl7.org/CodeSystem/data-absent-reason", "error", None)))
    c.bundle_type = "transaction"
    return c


@case("Diagnosis is dated \"2025\" only, but the 22nd birthday was in 2026: at most 21 whatever "
      "the day. An adult, who consents alone and has a Karnofsky score.", "eligible")
def partial_date_decides():
    c = Candidate("26-partial-date-decides", "AMM", [name("العبدالله", "عبد الرحمن")], "male",
                  "2004-06-15")
    c.resources["leukemia"]["onsetDateTime"] = "2025"
    c.shuffled = True
    return c


@case("A saturation of 97 % under 40 % oxygen says nothing about room air; the lymphocyte count is "
      "dated after the as-of day and is the only one.", "undetermined",
      I12=UNKNOWN, I14=UNKNOWN, because={"I12": "not on room air", "I14": "future date"})
def oxygen_and_future():
    c = Candidate("27-oxygen-and-future", "AMM", [name("العجلوني", "سارة")], "female",
                  "2019-05-24", name("الفايز", "مها"), name("العجلوني", "يزن"))
    c.saturation(97, oxygen=40)
    c.count("lymphocytes", (LOINC, "731-0", "Lymphocytes"), 1.12, day(-2))
    return c


@case("The core antibody is reported as free text: it is not interpreted. A prednisone order is "
      "open without a record of a dose: it may be under way.", "undetermined",
      E07=UNKNOWN, E15=UNKNOWN, E17=UNKNOWN,
      because={"E07": "unreadable", "E15": "open order", "E17": "open order"})
def free_text_and_order():
    c = Candidate("28-free-text-and-order", "BEY", [name("Chamoun", "Yara")], "female",
                  "2017-10-10", name("Matar", "Hala"), name("Chamoun", "Tony"))
    result = c.qualitative("anti-hbc", (LOINC, "13952-7", "Anti-HBc"), NEGATIVE, day(10))
    del result["valueCodeableConcept"]
    result["valueString"] = "NEGATIF"
    c.add("prednisone", "MedicationRequest", status="active", intent="order",
          medicationCodeableConcept=concept((ATC, "H02AB07", "prednisone")),
          authoredOn=c.time(day(9)))
    return c


@case("Only the mother has signed: one signature is enough by the rule in Jordan's framework.",
      "eligible", burden="low")
def one_parent_enough():
    c = Candidate("29-one-parent-enough", "AMM", [name("حمدان", "مريم")], "female", "2020-12-12",
                  name("زيدان", "عبير"))
    c.drop("consent-father")
    c.burden(3, 0.4)
    c.bundle_type = "searchset"
    return c


@case("Low disease burden: lymphoblasts 4.9 %, residual disease exactly 0.01 %.", "eligible",
      burden="low")
def mrd_at_limit():
    c = Candidate("30-mrd-at-limit", "BEY", [name("Nassif", "Charbel")], "male", "2014-07-07",
                  name("Daher", "Mireille"), name("Nassif", "Antoine"))
    c.burden(4.9, 0.01)
    c.bundle_type = "transaction"
    return c


@case("Leukapheresis is done; dexamethasone and etoposide came after it, as bridging: neither lies "
      "before leukapheresis.", "eligible", burden="low")
def bridging():
    c = Candidate("31-bridging", "ROM", [name("Fabbri", "Edoardo")], "male", "2013-05-13",
                  name("Villa", "Chiara"), name("Fabbri", "Simone"))
    c.procedure("leukapheresis", "leukapheresis", "2026-10-28")
    c.given("etoposide", ("L01CB01", "etoposide"), "2026-11-02", 100)
    c.given("bridging-dexamethasone", ("H02AB02", "dexamethasone"), "2026-11-04")
    c.burden(2, 0.2)
    return c


# --- all answers of each kind: without these, a criterion that always answers the same would pass


@case("Every exclusion criterion is met at once, all windows just so.", "ineligible", burden="low",
      I06=NOT, **{key: MET for key in EXCLUSION})
def all_excluded():
    c = Candidate("32-all-excluded", "BEY", [name("Bou Khalil", "Lynn")], "female", "2011-05-05",
                  name("Karam", "Mona"), name("Bou Khalil", "Elias"))
    c.procedure("leukapheresis", "leukapheresis", "2026-11-22", status="preparation")
    c.procedure("infusion", "infusion", "2026-11-23", status="preparation", clock="10:00:00")
    c.burden(1, 0.01, comparator="<")
    c.statement("cns", "cns-status", day(6),
                valueCodeableConcept=concept(("urn:milenari:finding", "cns-3", None)))
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=2)
    for key in ("extramedullary", "uncontrolled-infection", "prior-malignancy"):
        c.resources[key]["valueBoolean"] = True
    for key, code in (("hbsag", "5196-1"), ("anti-hcv", "13955-0"), ("hcv-rna", "11259-9"),
                      ("hiv", "56888-1"), ("hcg", "19080-1")):
        c.qualitative(key, (LOINC, code, None), POSITIVE, day(3))
    c.condition("fanconi", (SNOMED, "30575002", "Fanconi anemia"), "2012")
    c.condition("burkitt", (SNOMED, "118617000", "Burkitt lymphoma"), "2026-09")
    c.procedure("transplant", "58390007", "2026-05-23", system=SNOMED)
    for key, date in (("gene-therapy", "2024-02-01"), ("intrathecal-chemotherapy", "2026-11-16"),
                      ("cns-radiotherapy", "2026-09-28"), ("donor-lymphocyte-infusion", "2026-10-12"),
                      ("investigational-product", "2026-10-24")):
        c.procedure(key, key, date)
    for drug, date in ((("L01XL04", "tisagenlecleucel"), "2024-02-01"),
                       (("H02AB07", "prednisone"), "2026-11-21"),
                       (("L01CB01", "etoposide"), "2026-11-08"),
                       (("L01EA01", "imatinib"), "2026-11-21"),
                       (("L01BB02", "mercaptopurine"), "2026-11-16"),
                       (("L01BB06", "clofarabine"), "2026-11-09"),
                       (("L01XX24", "pegaspargase"), "2026-10-26"),
                       (("L04AD02", "tacrolimus"), "2026-10-26"),
                       (("L04AG06", "alemtuzumab"), "2026-05-23"),
                       (("L04AA04", "antithymocyte immunoglobulin"), "2026-09-28")):
        c.given(drug[1], drug, date)
    c.add("varicella", "Immunization", status="completed",
          vaccineCode=concept((CVX, "21", "Varicella")), occurrenceDateTime="2026-10-12")
    return c


@case("The same exposures, each one day (or, where hours count, some hours) before its window "
      "opens: none counts.", "eligible")
def all_washed_out():
    c = Candidate("33-all-washed-out", "BCN", [name("Vila Roig", "Gerard")], "male", "2015-10-10",
                  name("Roig Pons", "Clara"), name("Vila Camps", "Arnau"))
    c.procedure("leukapheresis", "leukapheresis", "2026-11-23", status="preparation")
    c.procedure("infusion", "infusion", "2026-11-24", status="preparation", clock="10:00:00")
    c.procedure("transplant", "58390007", "2026-05-23", system=SNOMED)
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=1)
    c.statement("chronic-gvhd", "chronic-gvhd-extent", day(5),
                valueCodeableConcept=concept(("urn:milenari:finding", "cgvhd-limited", None)))
    for key, date in (("intrathecal-chemotherapy", "2026-11-16"), ("cns-radiotherapy", "2026-09-28"),
                      ("other-radiotherapy", "2026-11-09"),
                      ("donor-lymphocyte-infusion", "2026-10-12"),
                      ("investigational-product", "2026-10-24")):
        c.procedure(key, key, date)
    for drug, date in ((("H02AB07", "prednisone"), "2026-11-19"),
                       (("L01CB01", "etoposide"), "2026-11-08"),
                       (("L01EA01", "imatinib"), "2026-11-20"),
                       (("L01BB02", "mercaptopurine"), "2026-11-16"),
                       (("L01BB06", "clofarabine"), "2026-11-08"),
                       (("L01XX24", "pegaspargase"), "2026-10-26"),
                       (("L04AD02", "tacrolimus"), "2026-10-26"),
                       (("L04AG06", "alemtuzumab"), "2026-05-23"),
                       (("L04AA04", "antithymocyte immunoglobulin"), "2026-09-28")):
        c.given(drug[1], drug, date)
    c.given("methotrexate", ("L01BA01", "methotrexate"), "2026-11-12", 20)
    c.given("cytarabine", ("L01BC01", "cytarabine"), "2026-11-12", 75)
    c.given("intrathecal", ("L01BA01", "methotrexate"), "2026-11-13", 12, unit="mg", route=INTRATHECAL)
    c.add("varicella", "Immunization", status="completed",
          vaccineCode=concept((CVX, "21", "Varicella")), occurrenceDateTime="2026-10-12")
    return c


@case("An adult for whom no inclusion criterion is met that an adult can fail.", "ineligible",
      burden="low", **{key: NOT for key in INCLUSION if key not in ("I01", "I03", "I18")})
def none_included():
    c = Candidate("34-none-included", "AMM", [name("الرواشدة", "زيد")], "male", "2001-02-02")
    c.resources["leukemia"]["onsetDateTime"] = "2024-03"
    c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
    c.cd19(20, day(6))
    c.burden(4.9, 0.01, comparator="<")
    c.observation("karnofsky", (LOINC, "89243-0", "Karnofsky"), day(2), valueInteger=40)
    c.creatinine(2.4)
    c.alt(201)
    c.bilirubin(2)
    assert c.resources["bilirubin"]["valueQuantity"]["value"] == 34
    c.lab("bilirubin", (LOINC, "14631-6", "Bilirubin"), 34.2, "µmol/L", day(3), ucum="umol/L")
    c.lab("ejection", (LOINC, "10230-1", "Ejection fraction"), 44, "%", day(12))
    c.lab("shortening", (LOINC, "18051-3", "Shortening fraction"), 27, "%", day(12))
    c.saturation(91)
    c.statement("dyspnea", "dyspnea-grade", day(2), valueInteger=2)
    c.count("lymphocytes", (LOINC, "731-0", "Lymphocytes"), 0.3, day(3))
    c.count("cd3", (LOINC, "8122-4", "CD3 cells"), 0.09, day(3))
    c.lab("weight", (LOINC, "29463-7", "Body weight"), 9.9, "kg", day(2))
    c.resources["life-expectancy-over-12-weeks"]["valueBoolean"] = False
    c.signed("consent-self", ROLE, "ONESELF", day(4), status="rejected")
    return c


@case("The diagnosis is refuted, so there is no day of diagnosis either. The father has refused.",
      "ineligible", I02=UNKNOWN, I03=NOT, I17=NOT, because={"I02": "missing"})
def refuted():
    c = Candidate("35-refuted", "ROM", [name("Marchetti", "Viola")], "female", "2016-06-16",
                  name("Leone", "Paola"), name("Marchetti", "Fabio"))
    c.condition("leukemia", (SNOMED, "277571004", "B-cell acute lymphoblastic leukemia"),
                "2024-06-01", verification="refuted")
    c.signed("consent-father", ROLE, "FTH", day(4), status="rejected")
    return c


@case("Everything is there and nothing of it counts: results are preliminary, the diagnosis is "
      "provisional, plans and doses have an unknown status, consents are drafts. Silence is unknown.",
      "undetermined", burden=None,
      because={key: "nothing counts" for key in INCLUSION + EXCLUSION if key not in ("I01", "E11")},
      **{key: UNKNOWN for key in INCLUSION + EXCLUSION if key not in ("I01", "E11")})
def nothing_counts():
    c = Candidate("36-nothing-counts", "AMM", [name("الحسيني", "إبراهيم")], "male", "2016-09-09",
                  name("جابر", "فاطمة"), name("الحسيني", "يوسف"))
    status = {"Observation": "preliminary", "Procedure": "unknown", "Consent": "draft",
              "MedicationAdministration": "unknown", "MedicationStatement": "unknown"}
    for resource in c.resources.values():
        if resource["resourceType"] in status:
            resource["status"] = status[resource["resourceType"]]
    c.condition("leukemia", (SNOMED, "277571004", "B-cell acute lymphoblastic leukemia"),
                "2024-06-01", verification="provisional")
    return c


def soon(slug, site, names, sex, birth, mother, father):
    """Leukapheresis is done, infusion is in 6 days."""
    c = Candidate(slug, site, names, sex, birth, mother, father)
    c.procedure("leukapheresis", "leukapheresis", "2026-11-05")
    c.procedure("infusion", "infusion", "2026-11-27", status="preparation", clock="10:00:00")
    return c


@case("Methotrexate 25 mg/m2 two weeks to the day before infusion: from this dose on 2 weeks of "
      "washout are needed, not 1.", "ineligible", E20=MET)
def dose_decides():
    c = soon("40-dose-decides", "ROM", [name("Caruso", "Gabriele")], "male", "2015-02-15",
             name("Fontana", "Marta"), name("Caruso", "Salvatore"))
    c.given("methotrexate", ("L01BA01", "methotrexate"), "2026-11-13", 25, route=INTRAVENOUS)
    return c


@case("Cytarabine 10 days before infusion, its dose recorded in mg and not per body surface: "
      "whether 2 weeks of washout are needed is unknown.", "undetermined", E20=UNKNOWN,
      because={"E20": "dose"})
def dose_unknown():
    c = soon("41-dose-unknown", "BEY", [name("Makhoul", "Rami")], "male", "2016-03-03",
             name("Sfeir", "Josiane"), name("Makhoul", "Samir"))
    c.given("cytarabine", ("L01BC01", "cytarabine"), "2026-11-17", 90, unit="mg", route=INTRAVENOUS)
    c.resources["cytarabine"]["effectiveDateTime"] = "2026-11-17"
    return c


@case("Hydrocortisone goes on up to infusion, and the investigator states that it is physiologic "
      "replacement: allowed.", "eligible", burden="low")
def hydrocortisone():
    c = Candidate("42-hydrocortisone", "AMM", [name("المومني", "رند")], "female", "2018-06-06",
                  name("غنيم", "لينا"), name("المومني", "فراس"))
    c.add("hydrocortisone", "MedicationStatement", status="active",
          medicationCodeableConcept=concept((ATC, "H02AB09", "hydrocortisone")),
          effectivePeriod={"start": "2026-03-01"})
    c.statement("physiologic", "hydrocortisone-physiologic", day(2), valueBoolean=True)
    c.burden(1, 0.5)
    return c


# The first day, in days before screening, on which a result of each kind still counts.
OLDEST = {
    "relapses": 28, "refractory": 28, "tki": 28, "transplant-ineligible": 28, "blasts": 28,
    "mrd": 28, "cns": 28, "extramedullary": 28, "menarche": 28, "prior-malignancy": 28,
    "life-expectancy-over-12-weeks": 28, "lansky": 14, "creatinine": 14, "alt": 14,
    "bilirubin": 14, "saturation": 14, "dyspnea": 14, "weight": 14, "breastfeeding": 14,
    "medical-history-reviewed": 14, "medication-history-reviewed": 14,
    "vaccination-history-reviewed": 14, "height": 56, "ejection": 42, "shortening": 42,
    "lymphocytes": 7, "hcg": 7, "uncontrolled-infection": 7, "hbsag": 56, "anti-hbc": 56,
    "anti-hcv": 56, "hiv": 56}


def aged(slug, names, birth, mother, father, extra):
    """A girl with each result on its first day that counts, or `extra` days before it."""
    c = Candidate(slug, "BCN", names, "female", birth, mother, father)
    c.creatinine(1.02)
    c.lab("height", (LOINC, "8302-2", "Body height"), 150, "cm", day(2))
    c.lab("ejection", (LOINC, "10230-1", "Ejection fraction"), 44, "%", day(12))
    c.lab("shortening", (LOINC, "18051-3", "Shortening fraction"), 28, "%", day(12))
    c.drop("creatinine-october")
    c.resources["menarche"]["valueBoolean"] = True
    c.statement("breastfeeding", "breastfeeding", day(2), valueBoolean=False)
    c.qualitative("hcg", (LOINC, "19080-1", "hCG"), NEGATIVE, day(3))
    for key, days in OLDEST.items():
        c.resources[key]["effectiveDateTime"] = c.time(day(days + extra))
    c.resources["cd19"]["effectiveDateTime"] = c.time(day(92 + extra))
    return c


@case("Every result is of the first day that still counts. Creatinine passes by the filtration rate "
      "only, cardiac function by the shortening fraction only.", "eligible")
def oldest_allowed():
    return aged("37-oldest-allowed", [name("Blanco Ruiz", "Noa")], "2016-12-24",
                name("Ruiz Soto", "Irene"), name("Blanco Cano", "Hugo"), 0)


STALE = [key for key in INCLUSION + EXCLUSION if key not in ("I01", "I02", "I03", "I17", "I18")]


@case("The same, every result one day older: stale.", "undetermined", burden=None,
      because={key: "stale" for key in STALE}, **{key: UNKNOWN for key in STALE})
def one_day_too_old():
    return aged("38-one-day-too-old", [name("Prieto Lago", "Vera")], "2016-12-24",
                name("Lago Rial", "Uxía"), name("Prieto Pena", "Brais"), 1)


@case("Every value is at its limit, on the side that is allowed.", "eligible")
def at_limits():
    c = Candidate("39-at-limits", "BEY", [name("Azar", "Christelle")], "female", "2010-11-21",
                  name("Hobeika", "Nayla"), name("Azar", "Walid"))
    c.burden(5, 0.02)
    c.cd19(20.1, day(6))
    c.observation("karnofsky", (LOINC, "89243-0", "Karnofsky"), day(2), valueInteger=50)
    c.creatinine(1.4)
    c.alt(200)
    c.bilirubin(1.99)
    c.lab("ejection", (LOINC, "10230-1", "Ejection fraction"), 45, "%", day(12))
    c.saturation(91.1)
    c.statement("dyspnea", "dyspnea-grade", day(2), valueInteger=1)
    c.count("lymphocytes", (LOINC, "731-0", "Lymphocytes"), 0.3, day(3))
    c.count("cd3", (LOINC, "8122-4", "CD3 cells"), 0.1, day(3))
    c.resources["leukemia"]["onsetDateTime"] = "2018"
    return c


# --- what must not pass for evidence


def child(slug, site, family, given, birth, mother, father, sex="male"):
    return Candidate(slug, site, [name(family, given)], sex, birth, name(*mother), name(*father))


@case("Shares without a unit: 85 would be 8500 percent.", "undetermined", burden=None,
      I05=UNKNOWN, I06=UNKNOWN, I11=UNKNOWN, I12=UNKNOWN,
      because={"I05": "unit", "I06": "unit", "I11": "unit", "I12": "unit"})
def unit_missing():
    c = child("43-unit-missing", "BCN", "Lozano Prat", "Biel", "2016-03-14", ("Prat Coll", "Neus"),
              ("Lozano Gil", "Iván"))
    c.burden(1, 0.001)
    for key, value in (("saturation", 85), ("ejection", 30), ("blasts", 2), ("cd19", 5)):
        c.resources[key]["valueQuantity"] = {"value": value}
    return c


EVER = ["E05", "E06"]
DRUGS = EVER + ["E15", "E16", "E17", "E18", "E19", "E20", "E21", "E25", "E26", "E27"]


@case("A drug that is taken now stands there as text only: it may be any drug, although the "
      "history was reviewed.", "undetermined", because={key: "unreadable" for key in DRUGS},
      **{key: UNKNOWN for key in DRUGS})
def drug_as_text():
    c = child("44-drug-as-text", "ROM", "Longo", "Elia", "2015-08-02", ("Costa", "Irene"),
              ("Longo", "Bruno"))
    c.add("text", "MedicationStatement", status="active",
          medicationCodeableConcept={"text": "Prednisolona 20 mg/die"},
          effectivePeriod={"start": "2026-11-01"})
    return c


@case("A drug in another code system, stopped two years ago, and an ATC code of a whole group: "
      "before every window, but it may have been directed at CD19.", "undetermined",
      because={key: "unreadable" for key in EVER}, **{key: UNKNOWN for key in EVER})
def drug_of_old():
    c = child("45-drug-of-old", "BEY", "Karam", "Nour", "2014-05-19", ("Hajj", "Rola"),
              ("Karam", "Nabil"))
    for key, coding in (("rxnorm", ("http://www.nlm.nih.gov/research/umls/rxnorm", "8638", None)),
                        ("group", (ATC, "L01", None))):
        c.add(key, "MedicationStatement", status="completed",
              medicationCodeableConcept=concept(coding),
              effectivePeriod={"start": "2024-02-01", "end": "2024-03-01"})
    return c


@case("A diagnosis in ICD-10, a procedure in ICD-10-PCS and a vaccine in SNOMED CT cannot be read: "
      "they may be what is asked for.", "undetermined",
      because={key: "unreadable" for key in ("E03", "E04", "E05", "E06", "E12", "E13", "E23", "E24",
                                             "E29")},
      **{key: UNKNOWN for key in ("E03", "E04", "E05", "E06", "E12", "E13", "E23", "E24", "E29")})
def history_unreadable():
    c = child("46-history-unreadable", "AMM", "القاسم", "عمر", "2017-01-23", ("صالح", "نادية"),
              ("القاسم", "باسم"))
    c.condition("icd", ("http://hl7.org/fhir/sid/icd-10", "D61.0", None), "2018-04-01")
    c.procedure("pcs", "30233Y1", "2026-11-18", system="http://hl7.org/fhir/sid/icd-10-pcs")
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=2)
    c.add("vaccine", "Immunization", status="completed",
          vaccineCode=concept((SNOMED, "61153008", None)), occurrenceDateTime="2026-11-19")
    return c


def tomorrow(slug, site, family, given, birth, mother, father):
    """Leukapheresis is planned for tomorrow, infusion for the day after."""
    c = child(slug, site, family, given, birth, mother, father)
    c.procedure("leukapheresis", "leukapheresis", "2026-11-22", status="preparation")
    c.procedure("infusion", "infusion", "2026-11-23", status="preparation", clock="10:00:00")
    return c


@case("Rarer drugs of each class, former ATC codes, and a vaccine whose CVX code has lost its zero.",
      "ineligible", **{key: MET for key in ("E05", "E06", "E15", "E16", "E17", "E18", "E20", "E25",
                                            "E29")})
def rarer_codes():
    c = tomorrow("47-rarer-codes", "BCN", "Serra Mir", "Pol", "2015-12-12", ("Mir Font", "Anna"),
                 ("Serra Bosch", "Quim"))
    for drug, date in ((("H02AB13", "deflazacort"), "2026-11-21"),
                       (("L01XE01", "imatinib"), "2026-11-21"),
                       (("L01DB03", "epirubicin"), "2026-11-10"),
                       (("L04AH02", "everolimus"), "2026-10-30"),
                       (("L04AG10", "inebilizumab"), "2025-02-01"),
                       (("M09AX09", "onasemnogene abeparvovec"), "2017-02-01")):
        c.given(drug[1], drug, date)
    c.add("measles", "Immunization", status="completed",
          vaccineCode=concept((CVX, "5", None)), occurrenceDateTime="2026-10-20")
    return c


@case("Hydrocortisone is stated to be physiologic, but one dose yesterday was 50 mg/m2.",
      "ineligible", E15=MET, E17=MET)
def hydrocortisone_dose():
    c = tomorrow("48-hydrocortisone-dose", "ROM", "Barbieri", "Leo", "2014-06-30",
                 ("Testa", "Silvia"), ("Barbieri", "Marco"))
    c.given("hydrocortisone", ("H02AB09", "hydrocortisone"), "2026-11-20", 50, route=INTRAVENOUS)
    c.statement("physiologic", "hydrocortisone-physiologic", day(2), valueBoolean=True)
    return c


@case("Hydrocortisone over leukapheresis, without a statement that it is physiologic.",
      "undetermined", E15=UNKNOWN, E17=UNKNOWN, because={"E15": "missing", "E17": "missing"})
def hydrocortisone_unstated():
    c = tomorrow("49-hydrocortisone-unstated", "BEY", "Saliba", "Marc", "2013-09-09",
                 ("Azzi", "Nicole"), ("Saliba", "Joe"))
    c.given("hydrocortisone", ("H02AB09", "hydrocortisone"), "2026-11-20", 5)
    return c


@case("Orders without a record of a dose: blinatumomab of last year, closed since, and a "
      "prednisolone prescription of yesterday.", "undetermined", E05=UNKNOWN, E15=UNKNOWN,
      E17=UNKNOWN, because={"E05": "open order", "E15": "open order", "E17": "open order"})
def orders():
    c = tomorrow("50-orders", "AMM", "العلي", "يوسف", "2016-07-07", ("منصور", "سعاد"),
                 ("العلي", "حسن"))
    for key, code, status, date in (("blinatumomab", "L01FX07", "completed", "2025-03-01"),
                                    ("prednisolone", "H02AB06", "completed", "2026-11-20"),
                                    ("withdrawn", "L01XL04", "cancelled", "2025-03-01")):
        c.add(key, "MedicationRequest", status=status, intent="order",
              medicationCodeableConcept=concept((ATC, code, None)), authoredOn=date)
    return c


# --- consent


@case("Both consents were limited to a time that is over.", "undetermined", I17=UNKNOWN,
      because={"I17": "no consent"})
def consent_expired():
    c = child("51-consent-expired", "BCN", "Roca Vidal", "Jan", "2018-04-04", ("Vidal Mas", "Gemma"),
              ("Roca Pou", "Toni"))
    for key in ("consent-mother", "consent-father"):
        c.resources[key]["provision"] = {
            "type": "permit", "period": {"start": "2026-01-01", "end": "2026-11-20"}}
    return c


@case("Consents and assent that do not say to which study they belong.", "undetermined",
      I17=UNKNOWN, I18=UNKNOWN, because={"I17": "unmarked", "I18": "unmarked"})
def consent_unmarked():
    c = child("52-consent-unmarked", "ROM", "Ferri", "Sofia", "2013-02-02", ("Rizzo", "Paola"),
              ("Ferri", "Luigi"), sex="female")
    for key in ("consent-mother", "consent-father", "assent"):
        c.resources[key]["category"].pop()
    c.resources["menarche"]["valueBoolean"] = False
    return c


@case("Consents to another trial: they do not count for this one.", "undetermined", I17=UNKNOWN,
      because={"I17": "no consent"})
def consent_elsewhere():
    c = child("53-consent-elsewhere", "BEY", "Nader", "Rayan", "2017-11-11", ("Chidiac", "Maya"),
              ("Nader", "Elie"))
    for key in ("consent-mother", "consent-father"):
        c.resources[key]["category"][-1] = concept(("urn:milenari:trial", "OTHER-1", None))
    return c


@case("The mother has withdrawn (inactive); the father's yes alone would be enough in Jordan, but a "
      "no of either counts.", "ineligible", I17=NOT)
def consent_withdrawn():
    c = child("54-consent-withdrawn", "AMM", "البطاينة", "كرم", "2018-08-18", ("خوري", "ديما"),
              ("البطاينة", "زياد"))
    c.resources["consent-mother"]["status"] = "inactive"
    return c


@case("The mother has signed for this trial, and a refusal of hers does not say to which study it "
      "belongs; the father refused without a date.", "ineligible", I17=NOT)
def refusal_undated():
    c = child("55-refusal-undated", "BCN", "Pons Riera", "Arlet", "2016-10-01",
              ("Riera Sala", "Marta"), ("Pons Grau", "Joan"))
    c.signed("unmarked", ROLE, "MTH", day(2), status="rejected", trial=None)
    del c.signed("consent-father", ROLE, "FTH", day(2), status="rejected")["dateTime"]
    return c


@case("The mother has signed for this trial; a later refusal of hers does not say to which study it "
      "belongs.", "undetermined", I17=UNKNOWN, because={"I17": "unmarked"})
def refusal_unmarked():
    c = child("56-refusal-unmarked", "ROM", "Galli", "Noemi", "2018-12-20", ("Neri", "Laura"),
              ("Galli", "Fabio"))
    c.signed("unmarked", ROLE, "MTH", day(2), status="rejected", trial=None)
    return c


@case("10 years old, assent was given and then taken back: a refusal counts below the assent age.",
      "ineligible", I18=NOT)
def assent_taken_back():
    c = child("57-assent-taken-back", "BCN", "Costa Miró", "Aina", "2016-02-25", ("Miró Solà", "Eva"),
              ("Costa Rius", "Pere"))
    c.signed("taken-back", CONSENT, "assent", day(2), status="rejected")
    return c


# --- results that contradict


@case("The candidate has died; a statement of last week says life expectancy is over 12 weeks.",
      "ineligible", I16=NOT)
def deceased():
    c = child("58-deceased", "BEY", "Rizk", "Adam", "2015-01-05", ("Frem", "Lina"), ("Rizk", "Paul"))
    c.resources["patient"]["deceasedDateTime"] = "2026-11-20"
    return c


@case("Positive first and negative later, within the window: hepatitis B, HIV, pregnancy before "
      "menarche, GVHD grade 3. Hepatitis C RNA without antibody. A prior malignancy is stated, and "
      "then denied.", "ineligible", E03=MET, E07=MET, E08=MET, E09=MET, E11=MET, E14=UNKNOWN,
      because={"E14": "conflicting"})
def positive_then_negative():
    c = child("59-positive-then-negative", "AMM", "الشريف", "لمى", "2014-03-03", ("عيسى", "هدى"),
              ("الشريف", "وليد"), sex="female")
    c.procedure("transplant", "allogeneic-transplant", "2025-06-10")
    c.statement("acute-gvhd-october", "acute-gvhd-grade", day(20), valueInteger=3)
    c.statement("acute-gvhd", "acute-gvhd-grade", day(2), valueInteger=0)
    c.statement("chronic-gvhd", "chronic-gvhd-extent", day(2),
                valueCodeableConcept=concept(("urn:milenari:finding", "cgvhd-none", None)))
    for key, code, date in (("hbsag-first", "5196-1", day(20)), ("hiv-first", "5220-9", day(20)),
                            ("hcg-first", "2106-3", day(5)), ("hcv-rna", "11259-9", day(5))):
        c.qualitative(key, (LOINC, code, None), POSITIVE, date)
    c.qualitative("hcg", (LOINC, "19080-1", "hCG"), NEGATIVE, day(3))
    c.statement("malignancy-first", "prior-malignancy", day(40), valueBoolean=True)
    return c


@case("Hepatitis C antibody is positive and the RNA is not detected: cleared, not active.",
      "eligible")
def rna_decides():
    c = child("60-rna-decides", "ROM", "Villa", "Samuele", "2016-05-28", ("Fiore", "Giada"),
              ("Villa", "Dario"))
    c.qualitative("anti-hcv", (LOINC, "13955-0", "Anti-HCV"), POSITIVE, day(10))
    c.qualitative("hcv-rna", (LOINC, "11259-9", "HCV RNA"), (SNOMED, "260415000", "Not detected"),
                  day(9))
    return c


@case("A newer creatinine is preliminary: the older final one is not the latest any more. A "
      "saturation on room air has a flow of oxygen beside it, a Lansky score is 8, and a negative "
      "core antibody is interpreted as positive.", "undetermined", I07=UNKNOWN, I08=UNKNOWN,
      I12=UNKNOWN, E07=UNKNOWN, because={"I07": "score", "I08": "not final", "I12": "not on room air",
                                         "E07": "conflicting"})
def contradictions():
    c = child("61-contradictions", "BCN", "Bonet Llop", "Nil", "2017-06-06", ("Llop Sanz", "Cesca"),
              ("Bonet Ros", "Marc"))
    c.creatinine(3.0, date=day(0), key="creatinine-new")["status"] = "preliminary"
    c.resources["lansky"]["valueInteger"] = 8
    c.resources["saturation"]["component"].append({
        "code": concept((LOINC, "3151-8", "Inhaled oxygen flow rate")),
        "valueQuantity": {"value": 2, "unit": "L/min", "system": "http://unitsofmeasure.org",
                          "code": "L/min"}})
    c.resources["anti-hbc"]["interpretation"] = [concept(
        ("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "POS", None))]
    return c


@case("The only range printed with ALT 900 is one for a treatment (up to 1000), and CD19 stands under "
      "a code that measures the share of B cells in marrow.", "undetermined", I05=UNKNOWN,
      I09=UNKNOWN, because={"I05": "missing", "I09": "range"})
def other_meaning():
    c = child("62-other-meaning", "AMM", "الطراونة", "ريم", "2015-10-15", ("نصار", "لبنى"),
              ("الطراونة", "عامر"), sex="female")
    c.alt(900, high=1000)
    c.resources["alt"]["referenceRange"][0]["type"] = concept((
        "http://terminology.hl7.org/CodeSystem/referencerange-meaning", "treatment", None))
    c.lab("cd19", (LOINC, "32525-8", "CD19 cells in marrow"), 96, "%", day(6))
    return c


# --- the course of the disease


@case("The product of this trial was given in March.", "ineligible", E05=MET)
def product_given():
    c = child("63-product-given", "BCN", "Mas Piqué", "Ot", "2014-11-30", ("Piqué Roig", "Berta"),
              ("Mas Tort", "Lluc"))
    c.procedure("leukapheresis", "leukapheresis", "2026-02-01")
    c.procedure("infusion", "infusion", "2026-03-01")
    return c


@case("One relapse, stated not to have come after the transplant.", "ineligible", I04=NOT)
def relapse_before_transplant():
    c = child("64-relapse-before-transplant", "ROM", "Sartori", "Mattia", "2012-12-12",
              ("Bassi", "Elisa"), ("Sartori", "Gino"))
    c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
    c.statement("relapse-after-transplant", "relapse-after-transplant", day(5), valueBoolean=False)
    c.procedure("transplant", "allogeneic-transplant", "2025-06-10")
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=0)
    c.statement("chronic-gvhd", "chronic-gvhd-extent", day(5),
                valueCodeableConcept=concept(("urn:milenari:finding", "cgvhd-none", None)))
    return c


@case("One relapse after a transplant in August that is coded without its donor: it may be "
      "autologous.", "undetermined", I04=UNKNOWN, E04=UNKNOWN,
      because={"I04": "donor", "E04": "donor"})
def donor_unknown():
    c = child("65-donor-unknown", "BEY", "Tabet", "Lea", "2013-03-30", ("Maalouf", "Sana"),
              ("Tabet", "Rony"))
    c.statement("relapses", "marrow-relapses", day(5), valueInteger=1)
    c.statement("relapse-after-transplant", "relapse-after-transplant", day(5), valueBoolean=True)
    c.procedure("transplant", "234336002", "2026-08-10", system=SNOMED)
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=0)
    c.statement("chronic-gvhd", "chronic-gvhd-extent", day(5),
                valueCodeableConcept=concept(("urn:milenari:finding", "cgvhd-none", None)))
    return c


@case("An autologous transplant in August does not count; two marrow relapses do.", "eligible")
def autologous():
    c = child("66-autologous", "AMM", "الرفاعي", "جنى", "2013-07-19", ("شرف", "مي"),
              ("الرفاعي", "طارق"))
    c.procedure("transplant", "234336002", "2026-08-10", system=SNOMED)
    c.resources["transplant"]["code"]["coding"] += concept(
        ("urn:milenari:procedure", "autologous-transplant", None))["coding"]
    return c


@case("Acute GVHD of grade 3 without any transplant on record: a contradiction.", "undetermined",
      E03=UNKNOWN, because={"E03": "conflicting"})
def gvhd_without_transplant():
    c = child("67-gvhd-without-transplant", "ROM", "Marini", "Asia", "2016-09-17", ("Leoni", "Rita"),
              ("Marini", "Ugo"))
    c.statement("acute-gvhd", "acute-gvhd-grade", day(5), valueInteger=3)
    return c


@case("No leukemia is on record: nothing refutes the diagnosis either.", "undetermined", I02=UNKNOWN,
      I03=UNKNOWN, because={"I02": "missing", "I03": "no diagnosis"})
def no_leukemia():
    c = child("68-no-leukemia", "BCN", "Ribas Coma", "Ona", "2017-09-01", ("Coma Vila", "Alba"),
              ("Ribas Serra", "Jordi"))
    c.drop("leukemia")
    return c


@case("The diagnosis stands there three times, with a month, with an age and with the day of a "
      "relapse: at most 21 years old whichever holds.", "eligible")
def several_onsets():
    c = child("69-several-onsets", "BEY", "Ghanem", "Tia", "2014-08-24", ("Bitar", "Hiba"),
              ("Ghanem", "Walid"))
    c.resources["leukemia"]["onsetDateTime"] = "2018-05"
    c.condition("relapse", (SNOMED, "277571004", None), "2025-05-01")
    aged = c.condition("aged", (SNOMED, "277571004", None), None)
    del aged["onsetDateTime"]
    aged["onsetAge"] = {"value": 3, "unit": "a", "system": "http://unitsofmeasure.org", "code": "a"}
    return c


@case("An adult whose age at diagnosis is recorded as 22 years.", "ineligible", I02=NOT)
def onset_age():
    c = Candidate("70-onset-age", "AMM", [name("الحياري", "سامر")], "male", "2002-04-01")
    del c.resources["leukemia"]["onsetDateTime"]
    c.resources["leukemia"]["onsetAge"] = {
        "value": 22, "unit": "a", "system": "http://unitsofmeasure.org", "code": "a"}
    return c


# --- plans and periods


@case("Leukapheresis over two days begins 71 hours after dexamethasone ended. Radiotherapy of the "
      "CNS and donor lymphocytes are planned before infusion, the end of tacrolimus is only planned, "
      "and intrathecal chemotherapy was planned for a day that has passed.", "ineligible", E15=MET,
      E22=UNKNOWN, E23=UNKNOWN, E24=UNKNOWN, E25=UNKNOWN,
      because={"E22": "status", "E23": "planned", "E24": "planned", "E25": "ongoing"})
def plans():
    c = child("71-plans", "BCN", "Duran Pi", "Iu", "2015-05-05", ("Pi Sunyer", "Aurora"),
              ("Duran Mir", "Oriol"))
    del c.procedure("leukapheresis", "leukapheresis", "2026-11-23", status="preparation")[
        "performedDateTime"]
    c.resources["leukapheresis"]["performedPeriod"] = {
        "start": "2026-11-23T09:00:00+01:00", "end": "2026-11-24T15:00:00+01:00"}
    c.procedure("infusion", "infusion", "2026-11-26", status="preparation", clock="10:00:00")
    c.resources["dexamethasone"]["effectivePeriod"] = {
        "start": "2026-11-01", "end": "2026-11-20T10:00:00+01:00"}
    c.procedure("rt", "cns-radiotherapy", "2026-11-24", status="preparation")
    c.procedure("dli", "donor-lymphocyte-infusion", "2026-11-25", status="preparation")
    c.procedure("it", "intrathecal-chemotherapy", "2026-11-20", status="preparation")
    c.add("tacrolimus", "MedicationStatement", status="active",
          medicationCodeableConcept=concept((ATC, "L04AD02", "tacrolimus")),
          effectivePeriod={"start": "2026-06-01", "end": "2026-10-01"})
    return c


# --- days


@case("Shortly after midnight at Amman it is still the day before in UTC; days are those of the "
      "hospital: vincristine 1 week before infusion, a count of 7 days ago, two creatinine results "
      "of one day, and a consent of tomorrow.", "ineligible", I08=UNKNOWN, I17=UNKNOWN, E19=MET,
      because={"I08": "conflicting", "I17": "no consent"})
def days_of_the_hospital():
    c = tomorrow("72-days-of-the-hospital", "AMM", "الصباغ", "آدم", "2015-04-11", ("قعوار", "رلى"),
                 ("الصباغ", "نبيل"))
    c.drop("consent-father")
    c.given("vincristine-november", ("L01CA02", "vincristine"), "2026-11-16", 1.5)
    c.creatinine(1.9, date="2026-11-18", key="creatinine-night")
    for key, element, time in (
            ("vincristine-november", "effectiveDateTime", "2026-11-16T00:30:00+03:00"),
            ("lymphocytes", "effectiveDateTime", "2026-11-14T01:00:00+03:00"),
            ("creatinine-night", "effectiveDateTime", "2026-11-18T02:30:00+03:00"),
            ("consent-mother", "dateTime", "2026-11-22T02:30:00+03:00")):
        c.resources[key][element] = time
    return c


# --- which result counts


@case("Two results of the window each: the newest decides alone. Older creatinine, weight and "
      "ejection fraction would exclude, and do not; an older ALT would do, and does not.",
      "ineligible", I09=NOT)
def older_results():
    c = child("73-older-results", "BCN", "Ferrer Mas", "Pau", "2016-05-20", ("Mas Riu", "Laia"),
              ("Ferrer Sala", "Arnau"))
    c.creatinine(1.9, date="2026-11-10", key="creatinine-older")
    c.alt(300)
    c.lab("alt-older", (LOINC, "1742-6", "Alanine aminotransferase"), 33, "U/L", "2026-11-12",
          high=40)
    c.lab("weight-older", (LOINC, "29463-7", "Body weight"), 9, "kg", "2026-11-08")
    c.lab("ejection-older", (LOINC, "10230-1", "Left ventricular ejection fraction"), 40, "%",
          "2026-10-29")
    return c


@case("Good results dated to the month or the year only: they may be older than their windows.",
      "undetermined", I09=UNKNOWN, I15=UNKNOWN,
      because={"I09": "incomplete date", "I15": "incomplete date"})
def dated_to_the_month():
    c = child("74-dated-to-the-month", "ROM", "Greco", "Sara", "2014-02-11", ("Villa", "Anna"),
              ("Greco", "Luca"), sex="female")
    c.resources["alt"]["effectiveDateTime"] = "2026-11"
    c.resources["weight"]["effectiveDateTime"] = "2026"
    return c


# --- results that cannot be right


@case("Creatinine 90 mg/dL is probably umol/L, and the older result of 0.4 is not the latest; weight "
      "4000 kg; ejection fraction 0.64 %, which was meant as a fraction; a negative ALT; a dyspnea "
      "grade of 9.", "undetermined", I08=UNKNOWN, I09=UNKNOWN, I11=UNKNOWN, I13=UNKNOWN, I15=UNKNOWN,
      because={key: "implausible" for key in ("I08", "I09", "I11", "I13", "I15")})
def implausible():
    c = child("75-implausible", "BCN", "Sanz Gil", "Roc", "2016-08-09", ("Gil Mora", "Marta"),
              ("Sanz Pons", "Enric"))
    c.creatinine(90, date=day(1), key="creatinine-newest")
    c.resources["weight"]["valueQuantity"]["value"] = 4000
    c.resources["ejection"]["valueQuantity"]["value"] = 0.64
    c.resources["alt"]["valueQuantity"]["value"] = -33
    c.resources["dyspnea"]["valueInteger"] = 9
    return c


@case("Creatinine and bilirubin of 0.4 umol/L are probably in mg/dL; as they stand, both would pass.",
      "undetermined", I08=UNKNOWN, I10=UNKNOWN,
      because={"I08": "implausible", "I10": "implausible"})
def units_exchanged():
    c = child("76-units-exchanged", "AMM", "الزيود", "سيف", "2016-01-19", ("عودة", "سناء"),
              ("الزيود", "محمود"))
    c.resources["creatinine"]["valueQuantity"]["value"] = 0.4
    c.resources["bilirubin"]["valueQuantity"]["value"] = 0.4
    return c


@case("A second ALT and a second hepatitis B antigen are dated before birth, by a slip of the year: "
      "they may be the newest. A lymphocyte count of tomorrow does not count, the one of three days "
      "ago does.", "undetermined", I09=UNKNOWN, E07=UNKNOWN,
      because={"I09": "before birth", "E07": "before birth"})
def dated_before_birth():
    c = child("77-dated-before-birth", "ROM", "Amato", "Irma", "2017-02-22", ("Pace", "Silvia"),
              ("Amato", "Rocco"))
    c.lab("alt-again", (LOINC, "1742-6", "Alanine aminotransferase"), 400, "UI/L", "2006-11-20",
          high=40)
    c.qualitative("hbsag-again", (LOINC, "5196-1", "HBsAg"), POSITIVE, "2016-11-20")
    c.lab("lymphocytes-tomorrow", (LOINC, "731-0", "Lymphocytes"), 0.1, "10^3/µL", day(-1))
    return c


# --- writing


def yaml_text(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def sidecar(candidate, trap, verdict, burden, because, answers):
    """The expected answers of one candidate, every criterion spelled out."""
    unknown = sorted(key for key, answer in answers.items() if answer == UNKNOWN)
    assert unknown == sorted(because), (candidate.slug, unknown, because)
    assert set(answers) <= set(INCLUSION + EXCLUSION), candidate.slug
    lines = [
        f"trap: {yaml_text(trap)}", f"site: {candidate.site}", f"as-of: {AS_OF.isoformat()}",
        f"verdict: {verdict}", "factors:", f"  disease-burden: {burden or UNKNOWN}", "criteria:"]
    for key in INCLUSION + EXCLUSION:
        base = MET if key in INCLUSION else NOT
        lines.append(f"  {key}: {answers.get(key, base)}")
    if because:
        lines.append("because:")
        lines += [f"  {key}: {because[key]}" for key in INCLUSION + EXCLUSION if key in because]
    return "\n".join(lines) + "\n"


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*"):
        old.unlink()
    for make, *expected in CASES:
        candidate = make()
        bundle = json.dumps(candidate.bundle(), ensure_ascii=False, indent=2) + "\n"
        (FOLDER / f"{candidate.slug}.json").write_text(bundle, encoding="utf-8")
        (FOLDER / f"{candidate.slug}.expected.yaml").write_text(
            sidecar(candidate, *expected), encoding="utf-8")
    print(f"{len(CASES)} candidates in {FOLDER}")


if __name__ == "__main__":
    main()
