"""What somebody is looked for, said aloud: "Controls engineer" → "a controls engineer". Pure.

Titles come as people type them: with a capital, all in capitals, with "2 x" before. In the middle
of a sentence a person says "a controls engineer", "two Java developers", "an SAP consultant".
Names of things keep their capitals; where nothing is known of a word, it stays as it was typed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final


def spoken(typed: str, *, names: str = "") -> str:
    """The title as it is said in a sentence; "" stays "". Words of `names` (a company) keep their capitals."""
    words = typed.strip().rstrip(".,;:!?").split()
    if not words:
        return ""
    words = _with_case(words, frozenset(names.split()))
    words, many = _counted(words)
    title = " ".join(words)
    if many or words[0].lower() in _DETERMINERS or not _is_somebody(words):
        return title
    return f"{_article(words[0])} {title}"


def _with_case(words: list[str], names: frozenset[str]) -> list[str]:
    """Sentence case: its first word changes; Title Case and CAPITALS: each word that is no name."""
    letters = [word for word in words if word[0].isalpha()]
    small = [word for word in letters if word[0].islower() and word.lower() not in _LITTLE]
    shouted = len(words) > 1 and all(word.isupper() for word in letters)
    every = not small and (shouted or len(letters) > 1)
    first = next((at for at, word in enumerate(words) if word[0].isalpha()), 0)
    return [
        _word(each, names, shouted=shouted) if every or at == first else _proper(each) for at, each in enumerate(words)
    ]


def _word(word: str, names: frozenset[str], shouted: bool) -> str:
    bare = word.strip("(),/")
    if bare in names or bare in _AS_TYPED or bare.lower() in _PROPER:
        return _proper(word)
    if shouted and len(bare) > 3 and bare.upper() not in _INITIALS:
        return word.lower()
    return word.lower() if _ORDINARY.fullmatch(bare) else word


def _proper(word: str) -> str:
    """ "java" → "Java": names of things as they are written, whatever was typed."""
    bare = word.strip("(),/")
    return word.replace(bare, _PROPER[bare.lower()]) if bare.lower() in _PROPER else word


def _counted(words: list[str]) -> tuple[list[str], bool]:
    """Numbers as words, and whether more than one (or an unknown number) is meant: "2 x", "2x", "x2"."""
    first = _TIMES.fullmatch(words[0])
    if first:
        rest = words[2:] if len(words) > 1 and words[1].lower() in ("x", "×") else words[1:]
        number = int(first[1])
        if number == 1 and rest:
            return rest, False
        return [_NUMBERS.get(number, str(number)), *rest], True
    last = _TIMES_AFTER.fullmatch(words[-1])
    if last and len(words) > 1 and int(last[1]) > 1:
        *rest, noun = words[:-1]
        return [_NUMBERS.get(int(last[1]), last[1]), *rest, noun if noun.endswith("s") else f"{noun}s"], True
    return words, False


def _is_somebody(words: list[str]) -> bool:
    """Whether the title is one person's: "controls engineer", "head of data"; not "data migration"."""
    pairs = pairwise(words)
    head = next((one for one, after in pairs if one.endswith(",") or _ENDS.fullmatch(after)), words[-1])
    bare = head.strip("(),/").lower()
    return bare in _PEOPLE or (bare.endswith(_PERSON_ENDINGS) and bare not in _THINGS)


def _article(word: str) -> str:
    """By the sound: "an engineer", "a user researcher", "an SAP consultant", "a .NET developer"."""
    bare = word.lstrip("(")
    if _SPELLED.fullmatch(bare):
        return "an" if bare[0] in "AEFHILMNORSX" else "a"
    return "an" if bare[0].lower() in "aeiou" and not _AS_YOU.match(bare) else "a"


_ORDINARY: Final = re.compile(r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)*")
_TIMES: Final = re.compile(r"(\d{1,2})[x×]?", re.IGNORECASE)
_TIMES_AFTER: Final = re.compile(r"\(?[x×](\d{1,2})\)?", re.IGNORECASE)
_ENDS: Final = re.compile(r"of|for|in|at|with|on|to|from|\(.*|[-–—/,]", re.IGNORECASE)
_SPELLED: Final = re.compile(r"[A-Z]|[A-Z][A-Z0-9#+&/-]+")
_AS_YOU: Final = re.compile(r"uni(?!n)|us[ae]|eu|util|one\b", re.IGNORECASE)
_NUMBERS: Final = dict(enumerate("no one two three four five six seven eight nine ten eleven twelve".split()))
_LITTLE: Final = frozenset("of for in at with on to from and or the a an".split())
_DETERMINERS: Final = frozenset(
    "a an the one two three four five six seven eight nine ten eleven twelve several some any many more another "
    "few both all their our his her its someone somebody people no".split()
)
_PERSON_ENDINGS: Final = (
    "eer", "er", "or", "ist", "yst", "ian", "ant", "tive", "man", "woman", "person", "ee", "nurse", "lead", "chief",
)  # fmt: skip
_PEOPLE: Final = frozenset(
    "head director architect chef clerk temp dev admin sysadmin vp cto cio cfo ceo coo dba sre pm ba pa pmo sdet "
    "associate officer agent president apprentice intern student owner mechanic carer midwife technologist "
    "scientist".split()
)
_THINGS: Final = frozenset(
    "server number order cover power paper water computer other centre sector labour summer winter september october "
    "november december career container cluster router printer floor door motor monitor software hardware customer "
    "later after over under user".split()
)
# Written as they are, and not to be lowered; three capital letters and less are taken for initials anyway.
_INITIALS: Final = frozenset(
    "HTML SAAS JSON REST AJAX SOAP LAMP MERN MEAN ETL ELT CRM ERP SDET HGV LGV CNC PLC CISO CISSP ACCA CIMA "
    "ITIL SCADA HVAC PRINCE2 GDPR SEN AWS GCP SQL PHP IOS MRI RGN".split()
)
# Names only where they begin with a capital.
_AS_TYPED: Final = frozenset("Go IT US May March".split())
_PROPER: Final = {
    name.lower(): name
    for name in (
        "Java Python Ruby Rust Golang Kotlin Swift Scala Perl Cobol Fortran Haskell Elixir Erlang Clojure Pascal "
        "Delphi JavaScript TypeScript Node React Angular Vue Django Rails Laravel Symfony Spring Hibernate Oracle "
        "Postgres PostgreSQL MySQL MongoDB Redis Kafka Spark Hadoop Hive Snowflake Databricks Tableau Qlik Looker "
        "Kubernetes Docker Terraform Ansible Jenkins Azure Google Amazon Microsoft Windows Linux Unix Ubuntu Android "
        "Apple Salesforce Workday ServiceNow SharePoint Dynamics Sage Xero Excel Magento Shopify WordPress Drupal "
        "Sitecore Adobe Figma Photoshop Cisco Juniper Citrix VMware Siemens Murex Calypso Guidewire Bloomberg "
        "DevOps DevSecOps Scrum Selenium Cypress GitHub Jira Power-BI Abap Hana SAP QA UX UI HR PR API "
        "SQL AWS GCP ERP CRM BI AI ML iOS C# C++ F# .NET PHP VBA ETL PLC CNC NHS EMEA UK EU London Manchester "
        "Birmingham Leeds Bristol Edinburgh Glasgow Cardiff Belfast Dublin Paris Berlin Munich Amsterdam Brussels "
        "Zurich Geneva Madrid Milan York Europe European Britain British England English Scotland Scottish Wales "
        "Welsh Ireland Irish France French Germany German Italy Italian Spain Spanish Dutch Polish Swiss Nordic "
        "America American January February April June July August September October November December Monday Tuesday "
        "Wednesday Thursday Friday Saturday Sunday"
    ).split()
}  # fmt: skip
