"""Companies: the page of one, the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, Max, Q

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.places import zone_city
from rightday.people import found_words, search
from rightday.people.models import Company, Person, PhoneNumber
from rightday.people.queries_list import Pieces, key_of
from rightday.people.queries_person import NumberLine, day_of, number_line
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import initials

PAGE = 25
PEOPLE = 50
_ID: IntegerField[int, int] = IntegerField()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody at a company; `spoken` is the day we last did, '' for never."""

    id: int
    name: str
    letters: str
    title: str
    spoken: str
    do_not_call: bool


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """Everything this room knows of a company. `number` and `dial` are of its first switchboard."""

    id: int
    version: int
    name: str
    city: str
    country: str
    local: str
    place: str
    website: str
    note: str
    works_with_agencies: str
    competitor: bool
    also_written: tuple[str, ...]
    number: str
    dial: str
    numbers: tuple[NumberLine, ...]
    people: tuple[Colleague, ...]
    more_people: bool
    spoken_to: int


@dataclass(frozen=True, slots=True)
class CompanyRow:
    id: int
    plain: str
    name: Pieces
    city: str
    people: int
    spoken: str


@dataclass(frozen=True, slots=True)
class Companies:
    """A part of the list by name, or what was found. `after` reads on ('' at the end)."""

    rows: tuple[CompanyRow, ...]
    after: str
    begins: bool
    more: bool


_COLUMNS = (
    "id", "version", "name", "city", "country", "zone", "website", "note", "works_with_agencies", "also_written",
    "competitor",
)  # fmt: skip
_COMPANY = Prepared(lambda: Company.objects.filter(id=Slot("id", _ID)).values_list(*_COLUMNS))
_NUMBERS = Prepared(
    lambda: (
        PhoneNumber.objects.filter(company_id=Slot("id", _ID))
        .order_by("id")
        .values_list("id", "typed", "e164", "ext", "label", "state", "state_on", "reached_on", "first")[:PEOPLE]
    )
)
_PEOPLE = Prepared(
    lambda: (
        Person.objects.filter(company_id=Slot("id", _ID))
        .order_by("id")
        .values_list("id", "name", "title", "last_talk_at", "do_not_call")[: PEOPLE + 1]
    )
)


def company_page(member: Member, company_id: int) -> CompanyPage:
    """The page of a company, as this member reads it: three statements. Raises Company.DoesNotExist."""
    rows = _COMPANY(id=company_id)
    if not rows:
        raise Company.DoesNotExist
    row = dict(zip(_COLUMNS, rows[0], strict=True))
    today, zone = team.today(member), row["zone"] or agencies.here().zone
    numbers = tuple(number_line(number, today) for number in _NUMBERS(id=company_id))
    usable = next((one for one in numbers if one.dial), None)
    people = _PEOPLE(id=company_id)
    # Those we spoke to last first; the others by name.
    ordered = sorted(people[:PEOPLE], key=lambda one: (one[3] is None, -one[3].timestamp() if one[3] else 0, one[1]))
    return CompanyPage(
        id=row["id"],
        version=row["version"],
        name=row["name"],
        city=row["city"],
        country=row["country"],
        local=f"{clock.local(clock.now(), zone):%H:%M}",
        place=zone_city(zone),
        website=row["website"],
        note=row["note"],
        works_with_agencies={True: "Yes", False: "No", None: "We do not know"}[row["works_with_agencies"]],
        competitor=row["competitor"],
        also_written=tuple(row["also_written"]),
        number=usable.number if usable else "",
        dial=usable.dial if usable else "",
        numbers=numbers,
        people=tuple(
            Colleague(pk, name, initials(name), title, day_of(at, member, today), refused)
            for pk, name, title, at, refused in ordered
        ),
        more_people=len(people) > PEOPLE,
        spoken_to=sum(at is not None for _, _, _, at, _ in ordered),
    )


def companies_list(member: Member, *, q: str = "", after: str = "") -> Companies:
    """A part of the list by name, or those found by what was typed. At most three statements."""
    rows = Company.objects.all()
    key = key_of(after)
    if q.strip():
        ids = search.find_companies(q, PAGE + 1)
        rows, key = rows.filter(pk__in=ids), None
    elif key:
        name, pk = key
        rows = rows.filter(Q(name__gt=name) | Q(name=name, id__gt=pk), name__gte=name)
    found = list(rows.order_by("name", "id").values_list("id", "name", "city")[: PAGE + 1])
    shown = _rows(member, found[:PAGE], search.terms(q))
    last = found[PAGE - 1] if len(found) > PAGE and not q.strip() else None
    return Companies(shown, f"{last[0]}~{last[1]}" if last else "", key is None, len(found) > PAGE)


_COMPETITORS = Prepared(
    lambda: Company.objects.filter(competitor=True).order_by("name", "id").values_list("name")[:200]
)


def offered_competitors() -> tuple[str, ...]:
    """Names of the competitors we know, for a field that offers them. One statement."""
    return tuple(name for (name,) in _COMPETITORS())


def companies_found(q: str, limit: int) -> list[tuple[int, str, str]]:
    """Id, name and city of companies found by what was typed. Two statements."""
    ids = search.find_companies(q, limit)
    return list(Company.objects.filter(pk__in=ids).order_by("name", "id").values_list("id", "name", "city"))


def _rows(member: Member, found: list[tuple[Any, ...]], terms: list[str]) -> tuple[CompanyRow, ...]:
    today = team.today(member)
    known = {
        pk: (count, at)
        for pk, count, at in Person.objects.filter(company__in=[row[0] for row in found])
        .values("company_id")
        .annotate(people=Count("id"), last=Max("last_talk_at"))
        .values_list("company_id", "people", "last")
    }
    return tuple(
        CompanyRow(
            pk, name, found_words.marks(name, terms), city, known.get(pk, (0, None))[0],
            day_of(known.get(pk, (0, None))[1], member, today),
        )
        for pk, name, city in found
    )  # fmt: skip
