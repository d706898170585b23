"""The list of candidates: newest first by keyset, narrowed by skill, availability, rate and place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from rightday.kernel.amounts import Money
from rightday.kernel.when import say_day
from rightday.people import search
from rightday.talent import rules, said
from rightday.talent.models import Candidate, PersonSkill, Skill, SkillAlias
from rightday.talent.skills import rules as words_of
from rightday.team import queries as team
from rightday.team.models import Member

PAGE = 25
FOUND = 200
SKILLS = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to. Whoever was not asked stays in it: unknown is not no."""

    text: str = ""
    skill: str = ""
    free_by: date | None = None
    rate: Money | None = None
    place: str = ""
    view: str = ""


@dataclass(frozen=True, slots=True)
class CandidateRow:
    id: int
    name: str
    headline: str
    skills: str
    free: str
    rate: str
    place: str
    step: str
    owner: str


@dataclass(frozen=True, slots=True)
class Candidates:
    """A part of the list; `after` reads on, '' at the end. `unknown_skill`: no skill goes by that word."""

    rows: tuple[CandidateRow, ...]
    after: str
    begins: bool
    unknown_skill: bool


def candidates(member: Member, wanted: Wanted, *, after: int | None = None) -> Candidates:
    """Four statements at most."""
    rows, unknown = _narrowed(member, wanted)
    if after:
        rows = rows.filter(pk__lt=after)
    found = list(rows.select_related("person", "owner", "next_step").order_by("-id")[: PAGE + 1])
    shown, today = found[:PAGE], team.today(member)
    skills = _skills([row.person_id for row in shown])
    lines = tuple(
        CandidateRow(
            id=row.pk, name=row.person.name, headline=row.headline or row.person.title,
            skills=", ".join(skills.get(row.person_id, ())[:SKILLS]),
            free=said.free_from(row.free_on, row.notice_days, today), rate=said.rate(row), place=row.place,
            step=say_day(row.next_step.due, today) if row.next_step else "", owner=row.owner.name,
        )
        for row in shown
    )  # fmt: skip
    return Candidates(lines, str(shown[-1].pk) if len(found) > PAGE else "", after is None, unknown)


def _narrowed(member: Member, wanted: Wanted) -> tuple[QuerySet[Candidate], bool]:
    rows: QuerySet[Candidate] = Candidate.objects.filter(resting_since__isnull=wanted.view != "resting")
    if wanted.view == "mine":
        rows = rows.filter(owner=member)
    if wanted.text:
        rows = rows.filter(person__in=search.find_persons(wanted.text, FOUND))
    if wanted.free_by:
        rows = rows.filter(Q(free_on__lte=wanted.free_by) | Q(free_on=None))
    if wanted.rate:
        asked = Q(rate__lte=wanted.rate.minor, currency=wanted.rate.currency)
        rows = rows.filter(asked | Q(rate=None))
    if wanted.place:
        rows = rows.filter(Q(place__icontains=wanted.place) | Q(place=""))
    if not wanted.skill:
        return rows, False
    key = words_of.key(wanted.skill)
    skill = Skill.objects.filter(Q(key=key) | Exists(SkillAlias.objects.filter(skill=OuterRef("pk"), key=key)))
    pk = skill.values_list("pk", flat=True).first()
    has = PersonSkill.objects.filter(person=OuterRef("person"), skill=pk)
    return rows.filter(Exists(has)), pk is None


def _skills(persons: list[int]) -> dict[int, list[str]]:
    shown = (rules.Shown.PROVEN.value, rules.Shown.PARTLY.value)
    rows = PersonSkill.objects.filter(person__among=persons, shown__in=shown).order_by("-shown", "skill__name")
    names: dict[int, list[str]] = {}
    for person, name in rows.values_list("person_id", "skill__name")[: 40 * PAGE]:
        names.setdefault(person, []).append(name)
    return names
