"""The small words of personal and company names: titles, suffixes, particles, legal forms.

Collected from how the names of our markets are written; additions are welcome, in folded form
(small letters, no accents, no full stops).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms miss mx master dr prof professor sir dame lord lady rev revd reverend hon captain capt "
    "major colonel col sgt herr frau dipl-ing dr-ing ing mag mme mlle monsieur madame sr sra srta senor "
    "senora don dona dott dottssa sig sigra signor signora mevr dhr pan pani sheikh shaikh"
)
"""A leading word is a title when a name remains behind it."""

SUFFIXES = _words(
    "jr sr jnr snr ii iii iv phd dphil md mba msc bsc beng meng llb llm cbe obe mbe kbe kc qc esq cfa fca "
    "aca acca cima cpa pmp ceng mcipd fcipd cipd frsa dds rn esquire"
)
"""A trailing word is a suffix when two words remain before it, or after a comma."""

PARTICLES = _words(
    "van von der den de het ter ten zu zur zum vom af av da das do dos di del della dello degli delle du "
    "des la le las los el al bin ibn bint ben abu abd mac st saint san santa bar ap ab y e بن ابن بنت أبو "
    "ابو آل"
)
"""A family name begins at the first of these, when a given name stands before it."""

LOWER_PARTICLES = _words(
    "van von der den de het ter ten zu zur zum vom af av da das do dos di del della dello degli delle du "
    "des la le y e bin ibn bint"
)
"""Written small when a name in capitals is put right."""

LEGAL = _words(
    "ltd limited plc llp llc lp inc incorporated corp corporation co company cic cio pty gmbh ag kg ohg "
    "gbr ug se ev eg mbh kgaa bv nv vof cv sa sas sarl eurl sasu snc sca scop srl spa srls sapa sl slu "
    "slne sau sc scrl bvba sprl ab hb oy oyj as asa aps is ehf hf sro kft zrt nyrt rt bt doo dd ad ood "
    "eood uab sia ou pte sdn bhd tbk kk yk gk ooo oao zao pao tov ltda eireli me epp sab pvt private fzco "
    "fze fzllc wll pjsc jsc teo dac ulc clg pc pllc lllp nl"
)
"""Folded legal forms of companies (UK, IE, US, EU, Nordics, Asia, Latin America, Gulf)."""

LEGAL_SEQUENCES: tuple[tuple[str, ...], ...] = (
    ("gmbh", "and", "co", "kgaa"),
    ("gmbh", "and", "co", "kg"),
    ("gmbh", "and", "co", "ohg"),
    ("ug", "haftungsbeschrankt"),
    ("ag", "and", "co", "kg"),
    ("and", "company"),
    ("and", "co"),
    ("und", "co"),
    ("sp", "z", "oo"),
    ("sp", "zoo"),
    ("sp", "k"),
    ("sa", "rl"),
    ("s", "a", "r", "l"),
    ("sa", "de", "cv"),
    ("s", "de", "rl", "de", "cv"),
    ("de", "cv"),
    ("spol", "sro"),
    ("d", "o", "o"),
    ("a", "s"),
    ("s", "a"),
    ("b", "v"),
    ("n", "v"),
    ("fz", "llc"),
    ("public", "limited", "company"),
)
"""Legal forms of several words, longest first."""

AND = frozenset({"and", "und", "et", "och", "og", "en"})
"""Words between two others that mean "&"."""

COMMON_IN_COMPANIES = _words(
    "group holding holdings uk europe international global services service solutions consulting "
    "consultancy partners technologies technology systems the and ireland usa"
)
"""Words that many companies share; they weigh little when two names are compared."""
