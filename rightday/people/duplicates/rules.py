"""How alike two persons or two companies are, and what speaks for one and what for two (FIELD_GUIDE 2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from rightday.kernel import names
from rightday.people.duplicates.nicknames import GIVEN, short_forms

LIKELY: Final = 0.85
"""From here on two records are suggested to be one."""

ALMOST: Final = 0.99
"""As likely as a name and a company can make it: certain is what shares a number, an address or a profile."""

_SHORT_FORM, _INITIAL, _SLIP, _TWO_SLIPS = 0.95, 0.88, 0.92, 0.88
_MISSING = 0.02  # a middle name that only one of the two has
_SHORTEST_SLIP, _SHORTEST_TWO_SLIPS = 4, 9
_UNKNOWN_COMPANY, _SAME_ROLE, _RARE_ROLE = 0.9, 85, 0.87
_ELSEWHERE = 0.5  # a name alone is not enough: there are many John Smiths
RARE: Final = 2
"""So many records of one name in the whole book: the two that are compared, and nobody else."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one person. `numbers` and `emails` are their own: no switchboard, no shared mailbox.

    `links` are addresses of profiles, `ids` those of other systems with the system in words, `before` companies
    they were at earlier.
    """

    name: str
    company: str = ""
    title: str = ""
    city: str = ""
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    ids: frozenset[tuple[str, str]] = frozenset()
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """0 to 1, whether it is certain, and the reasons: `one` speaks for one record, `two` for two."""

    score: float
    certain: bool = False
    one: tuple[str, ...] = ()
    two: tuple[str, ...] = ()

    @property
    def likely(self) -> bool:
        return self.certain or self.score >= LIKELY


@dataclass(frozen=True, slots=True)
class Named:
    """How alike two names are, and why in words ("" for not alike)."""

    score: float
    words: str = ""


def compare(a: Side, b: Side, *, namesakes: int = 0) -> Alike:
    """Two persons, the same in either order. `namesakes`: records of that very name in the book, 0 unknown."""
    named = compare_names(a.name, b.name)
    shared = _shared(a, b)
    two = _differences(a, b)
    if shared and not (two_names(a.name, b.name) and "same profile" not in shared):
        return Alike(1.0, True, (*shared, *([named.words] if named.words else ())), two)
    if named.score < LIKELY:
        return Alike(round(named.score * _ELSEWHERE, 3), False, (), two)
    score, words = _at_company(a, b, named, namesakes)
    if score < LIKELY:
        return Alike(score, False, (), (words, *two))
    score = min(score, ALMOST)
    also = ("same place",) if a.city and names.fold(a.city) == names.fold(b.city) else ()
    return Alike(score, False, tuple(one for one in (named.words, words, *also) if one), two)


@lru_cache(maxsize=16384)
def compare_names(a: str, b: str) -> Named:
    """Two names in any order: the same, a short form, a slip of the pen, an initial, a middle name left out."""
    ours, theirs = names.read_name(a), names.read_name(b)
    if ours.suffix and theirs.suffix and names.fold(ours.suffix) != names.fold(theirs.suffix):
        return Named(0.0)  # father and son
    few, many = sorted((names.person_key(a).split(), names.person_key(b).split()), key=lambda key: (len(key), key))
    if not few or len(few[0]) == 0:
        return Named(0.0)
    if few == many:
        turned = names.fold(ours.full) != names.fold(theirs.full)
        return Named(1.0 if len(few) > 1 else 0.6, "names turned round" if turned else "same name")
    if "".join(names.fold(ours.full).split()) == "".join(names.fold(theirs.full).split()):
        return Named(0.97, "same name")
    return _pairs(few, many)


def two_names(a: str, b: str) -> bool:
    """Whether two names cannot be one person's: both written out, and no word of them alike."""
    ours, theirs = names.person_key(a).split(), names.person_key(b).split()
    if len(ours) < 2 or len(theirs) < 2:
        return False
    return not any(_word(one, other)[0] for one in ours for other in theirs if min(len(one), len(other)) > 1)


def compare_companies(
    a: str, b: str, *, city: str = "", other_city: str = "", same_site: bool = False, same_number: bool = False
) -> Alike:
    """Two companies by name, place, website and switchboard. Equal keys are the same company."""
    score = names.similar_company(a, b)
    apart = bool(city and other_city and names.fold(city) != names.fold(other_city))
    together = bool(city and other_city and not apart)
    two = ("another place",) if apart else ()
    facts = (*(("same website",) if same_site else ()), *(("same switchboard",) if same_number else ()))
    if score >= names.COMPANY_SAME:
        return Alike(score, names.company_key(a) == names.company_key(b), ("same name", *facts), two)
    if facts and score >= 0.5:
        return Alike(max(score, 0.95), False, (*facts, "similar name"), two)
    if score < names.COMPANY_LIKELY or apart:
        return Alike(min(score, _ELSEWHERE), False, (), two or ("another name",))
    part = not _one_slip(names.company_key(a), names.company_key(b))
    if part and not together:
        return Alike(min(score, 0.84), False, (), ("part of the name alone",))
    return Alike(max(score, LIKELY), False, ("similar name", *(("same place",) if together else ())), two)


def site(address: str) -> str:
    """The host of a website, in the form in which it is compared."""
    bare = address.strip().casefold()
    return (
        bare.partition("://")[2].partition("/")[0].removeprefix("www.")
        if "://" in bare
        else (bare.partition("/")[0].removeprefix("www."))
    )


def _shared(a: Side, b: Side) -> tuple[str, ...]:
    found = (
        (a.numbers & b.numbers, "same number"),
        (a.emails & b.emails, "same email"),
        (a.links & b.links, "same profile"),
    )
    ids = sorted({system for system, _value in a.ids & b.ids})
    return (*(words for shared, words in found if shared), *(f"same id in {system}" for system in ids))


def _differences(a: Side, b: Side) -> tuple[str, ...]:
    """What speaks for two without deciding it."""
    found = []
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        found.append("the numbers differ")
    if a.emails and b.emails and not a.emails & b.emails:
        found.append("the addresses differ")
    if a.city and b.city and names.fold(a.city) != names.fold(b.city):
        found.append("another place")
    return tuple(found)


def _at_company(a: Side, b: Side, named: Named, namesakes: int) -> tuple[float, str]:
    """The score of a name that is alike, with what is known of the companies."""
    sure = named.score >= 0.97
    if not a.company.strip() or not b.company.strip():
        common = namesakes > RARE
        return round(named.score * (0.8 if common or not sure else _UNKNOWN_COMPANY), 3), "company not known"
    at = names.similar_company(a.company, b.company)
    if at >= names.COMPANY_LIKELY:
        # A name and a company that are each likely are likely together: not their product.
        words = "same company" if at >= names.COMPANY_SAME else "similar company"
        return round(max(min(named.score, (named.score + at) / 2), LIKELY), 3), words
    if _was_there(a, b) or _was_there(b, a):
        return round(named.score * 0.95, 3), "was at that company before"
    alike_role = fuzz.token_set_ratio(names.fold(a.title), names.fold(b.title)) >= _SAME_ROLE
    role = bool(a.title and b.title and alike_role)
    place = bool(a.city and names.fold(a.city) == names.fold(b.city))
    if sure and 0 < namesakes <= RARE and role and place:
        return _RARE_ROLE, "nobody else of that name, same role and place"
    return round(named.score * _ELSEWHERE, 3), "another company"


def _was_there(a: Side, b: Side) -> bool:
    return any(names.similar_company(one, b.company) >= names.COMPANY_LIKELY for one in a.before)


def _pairs(few: list[str], many: list[str]) -> Named:
    """Pairs each word of the shorter name with the best of the longer, best first; one may be no more than alike."""
    if len(few) < 2:
        return Named(0.0)
    found = sorted(
        ((*_word(one, other), i, j) for i, one in enumerate(few[:6]) for j, other in enumerate(many[:6])),
        key=lambda pair: (-pair[0], pair[2], pair[3]),
    )
    mine: set[int] = set()
    theirs: set[int] = set()
    scores: list[float] = []
    reasons: list[str] = []
    whole = False
    for score, words, i, j in found:
        if not score or i in mine or j in theirs:
            continue
        mine.add(i)
        theirs.add(j)
        scores.append(score)
        whole = whole or (score == 1.0 and len(few[i]) > 1)
        reasons += [words] if words else []
    if len(mine) < min(len(few), 6) or not whole or len(reasons) > 1:
        return Named(0.0)
    left = len(many) - len(few)
    score = min(scores) - _MISSING * left
    return Named(round(max(score, 0.0), 3), reasons[0] if reasons else "a middle name more")


def _word(one: str, other: str) -> tuple[float, str]:
    """One word of a name with one of the other: how alike, and why when they are not equal."""
    if one == other:
        return 1.0, ""
    if len(one) == 1 or len(other) == 1:
        return (_INITIAL, "an initial only") if one[0] == other[0] else (0.0, "")
    if short_forms(one, other):
        return _SHORT_FORM, "a short form of the name"
    if one in GIVEN and other in GIVEN:
        return 0.0, ""
    shortest, slips = min(len(one), len(other)), OSA.distance(one, other, score_cutoff=2)
    if slips == 1 and shortest >= _SHORTEST_SLIP:
        return _SLIP, "a slip in the name"
    if slips == 2 and shortest >= _SHORTEST_TWO_SLIPS:
        return _TWO_SLIPS, "a slip in the name"
    return 0.0, ""


def _one_slip(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=2) <= (2 if min(len(one), len(other)) >= 10 else 1)
