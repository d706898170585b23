"""A labelled set: pairs of records that are one person or company, and pairs that are two, each with its kind."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from rightday.people.duplicates.rules import Side

GIVEN = (
    "William Margaret Robert Elizabeth Michael Katherine Anneke Priya Omar Grace Karen Ian Sofia Martin Tess José Zoë "
    "François Björn Łukasz Aoife Siobhán Yusuf Chidinma Wei Haruto Thandiwe Alexander Nicholas Christopher Jennifer "
    "Samuel Patricia Daniel Rebecca Thomas Victoria Anthony Stephen Deborah"
).split()
FAMILY = (
    "Lindholm Whitby Coyle Marsh Ferris Haddad Moran Ahlqvist Delacroix Martínez O'Brien Nakamura Okonkwo Świątek Müller "
    "Fitzgerald Bergström Castellanos Dziedzic Featherstone Goldsworthy Hargreaves Ivanovic Jankowski Kaczmarek "
    "Lancaster MacAllister Nightingale Oyelaran Pemberton Quintero Rasmussen Schneider Thistlewood Underwood "
    "Vandermeer Wetherby Xanthopoulos Yarborough Zimmermann"
).split()
FIRMS = (
    "Meridian Freight;Halden Insurance;Corvid Analytics;Alder & Rowe;Northgate Mutual;Bellweather Systems;Quayside Energy;"
    "Tamarind Foods;Ostrava Steel;Pinecrest Health;Redbrook Rail;Stonebridge Capital;Silverline Telecom;Greenford Motors;"
    "Harbourlight Media;Ironwood Timber;Jasper Robotics;Kestrel Aviation;Larkfield Dairy;Moorland Water"
).split(";")
SUFFIXES = ("", " Ltd", " Limited", " plc", " GmbH", " Inc.", " AG", " B.V.", " S.A.", " LLC")
TITLES = ("Head of IT", "CTO", "Engineering manager", "Finance director", "Programme manager", "VP Data")
CITIES = ("London", "Leeds", "Dublin", "Hamburg", "New York", "Utrecht")
SHORT = {
    "William": "Bill", "Margaret": "Peggy", "Robert": "Bob", "Elizabeth": "Liz", "Michael": "Mike", "Katherine": "Kate",
    "Alexander": "Alex", "Nicholas": "Nick", "Christopher": "Chris", "Jennifer": "Jen", "Samuel": "Sam",
    "Patricia": "Pat", "Daniel": "Dan", "Rebecca": "Becky", "Thomas": "Tom", "Victoria": "Vicky", "Anthony": "Tony",
    "Stephen": "Steve", "Deborah": "Debbie",
}  # fmt: skip
CLOSE = (
    ("Maria", "Marie"), ("Daniel", "Daniela"), ("Paul", "Paula"), ("Alan", "Alana"), ("Martin", "Martina"),
    ("Eric", "Erica"), ("Sofia", "Sophie"), ("Julia", "Julian"), ("Simon", "Simone"), ("Karen", "Karin"),
)  # fmt: skip
PLAIN = str.maketrans("éëçöøŁłíÁáüśŚąÖ", "eecooLliAausSaO")


@dataclass(frozen=True)
class Pair:
    a: Side
    b: Side
    one: bool
    kind: str
    namesakes: int = 0
    exact: bool = False


def slip(word: str, rng: random.Random) -> str:
    """One slip of the pen behind the first letter: two letters turned, one left out, doubled, or another one."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + rng.choice([c for c in "aeiourstn" if c != word[at]]) + word[at + 1 :]


def _someone(rng: random.Random) -> Side:
    return Side(
        f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}", rng.choice(FIRMS) + rng.choice(SUFFIXES), rng.choice(TITLES),
        rng.choice(CITIES),
    )  # fmt: skip


def _one(kind: str, a: Side, rng: random.Random) -> Pair:
    given, family = a.name.split(" ", 1)
    firm = next(name for name in FIRMS if a.company.startswith(name))
    written = firm.replace("&", "and") + rng.choice(SUFFIXES)
    b = replace(a, company=written)
    namesakes = 0
    match kind:
        case "slip in the family name":
            b = replace(b, name=f"{given} {slip(family, rng)}")
        case "slip in the given name":
            b = replace(b, name=f"{slip(given, rng) if len(given) > 3 else given} {family}")
        case "slip in the company":
            first, _, rest = firm.partition(" ")
            b = replace(b, company=f"{slip(first, rng)} {rest}")
        case "suffix":
            b = replace(b, company=written.upper())
        case "turned":
            b = replace(b, name=rng.choice([f"{family}, {given}", f"{family} {given}", f"{family.upper()} {given}"]))
        case "accents":
            b = replace(b, name=a.name.translate(PLAIN).upper())
        case "short form":
            given = rng.choice(list(SHORT))
            a, b = replace(a, name=f"{given} {family}"), replace(b, name=f"{SHORT[given]} {family}")
        case "initial":
            b = replace(b, name=rng.choice([f"{given[0]}. {family}", f"{family} {given[0]}"]))
        case "middle name":
            b = replace(b, name=f"{given} {rng.choice('ABCDEFG')}. {family}")
        case "moved":
            b = replace(a, company=rng.choice([name for name in FIRMS if name != firm]), before=(a.company,))
        case "moved, nothing of it known":
            b = replace(a, company=rng.choice([name for name in FIRMS if name != firm]))
            namesakes = 2
        case "company not known":
            b, namesakes = replace(a, company=""), 2
    return Pair(a, b, True, kind, namesakes)


def _two(kind: str, a: Side, rng: random.Random) -> Pair:
    given, family = a.name.split(" ", 1)
    namesakes = 0
    match kind:
        case "namesake elsewhere":
            other = rng.choice([name for name in FIRMS if not a.company.startswith(name)])
            b, namesakes = replace(_someone(rng), name=a.name, company=other), rng.choice([2, 3, 8])
            if (b.title, b.city) == (a.title, a.city):
                b = replace(b, title="Nurse")
        case "family at one company":
            other = rng.choice([name for name in GIVEN if name[0] != given[0] and name != given])
            b = replace(a, name=f"{other} {family}")
        case "colleague of the same given name":
            b = replace(a, name=f"{given} {rng.choice([name for name in FAMILY if name != family])}")
        case "names a letter apart":
            one, other = rng.choice(CLOSE)
            a, b = replace(a, name=f"{one} {family}"), replace(a, name=f"{other} {family}")
        case "another middle initial":
            one, other = rng.sample("ABCDEFG", 2)
            a, b = replace(a, name=f"{given} {one}. {family}"), replace(a, name=f"{given} {other}. {family}")
        case "father and son":
            a, b = replace(a, name=f"{a.name} Jr"), replace(a, name=f"{a.name} Sr")
        case "colleague":
            name = f"{rng.choice([n for n in GIVEN if n != given])} {rng.choice([n for n in FAMILY if n != family])}"
            b = replace(a, name=name)
        case "namesake, company not known":
            b, namesakes = replace(a, company=""), rng.choice([4, 9, 30])
        case _:
            raise ValueError(kind)
    return Pair(a, b, False, kind, namesakes)


ONE = (
    "slip in the family name", "slip in the given name", "slip in the company", "suffix", "turned", "accents",
    "short form", "initial", "middle name", "moved", "moved, nothing of it known", "company not known",
)  # fmt: skip
TWO = (
    "namesake elsewhere", "family at one company", "colleague of the same given name", "names a letter apart",
    "another middle initial", "father and son", "colleague", "namesake, company not known",
)  # fmt: skip


def persons(seed: int = 4, each: int = 120) -> list[Pair]:
    """`each` pairs of every kind, always the same for a seed."""
    rng = random.Random(seed)
    made = [_one(kind, _someone(rng), rng) for kind in ONE for _ in range(each)]
    return made + [_two(kind, _someone(rng), rng) for kind in TWO for _ in range(each)]


def exact(seed: int = 5, each: int = 60) -> list[Pair]:
    """Pairs that share a number, an address or a profile of their own."""
    rng = random.Random(seed)
    made = []
    for number in range(each):
        for field, value in (
            ("numbers", f"+4420794{number:05d}"), ("emails", f"p{number}@x.example"), ("links", f"linkedin.com/in/p{number}"),
        ):  # fmt: skip
            a = replace(_someone(rng), **{field: frozenset({value})})
            b = replace(a, name=a.name.translate(PLAIN).upper(), company=rng.choice(FIRMS))
            made.append(Pair(a, b, True, field, exact=True))
    return made


def companies(seed: int = 6, each: int = 60) -> list[tuple[dict, bool, str]]:
    """Pairs of companies as keyword arguments of `compare_companies`."""
    rng = random.Random(seed)
    made: list[tuple[dict, bool, str]] = []
    for _ in range(each):
        firm, city = rng.choice(FIRMS), rng.choice(CITIES)
        first, _s, rest = firm.partition(" ")
        other = rng.choice([name for name in FIRMS if name != firm])
        elsewhere = rng.choice([name for name in CITIES if name != city])
        made += [
            ({"a": firm, "b": firm.upper().replace("&", "and") + rng.choice(SUFFIXES)}, True, "suffix"),
            ({"a": firm, "b": f"{slip(first, rng)} {rest}", "city": city, "other_city": city}, True, "slip"),
            ({"a": firm, "b": f"{slip(first, rng)} {rest}"}, True, "slip, no place"),
            ({"a": firm, "b": first, "city": city, "other_city": city}, True, "part, same place"),
            ({"a": firm, "b": f"{first} Group", "same_site": True}, True, "same website"),
            ({"a": firm, "b": other, "city": city, "other_city": city}, False, "another"),
            ({"a": firm, "b": f"{other.split()[0]} {rest}", "city": city, "other_city": city}, False, "same trade"),
            ({"a": firm, "b": first, "city": city, "other_city": elsewhere}, False, "part, elsewhere"),
        ]
    return made
