"""The page of one candidate, as this room knows them: eight statements, all in values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rightday.kernel.when import say_day
from rightday.people.models import Position
from rightday.talent import rules, said
from rightday.talent.models import Candidate, Consent, Exclusion, Wish
from rightday.talent.models_files import CV
from rightday.talent.models_mpc import Mpc
from rightday.talent.models_shown import Deed, Reference, SkillEvidence
from rightday.team import queries as team
from rightday.team.models import Member

MANY = 100


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill with the evidence that decides. `state` have, part or miss; `age` in days as words."""

    id: int
    name: str
    words: str
    state: str
    age: str
    source: str
    evidence: int


@dataclass(frozen=True, slots=True)
class JobLine:
    id: int
    when: str
    title: str
    company: str
    company_id: int | None
    supervisor: str
    supervisor_id: int | None
    now: bool
    deeds: tuple[str, ...]
    odd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """Everything this room knows of a candidate, in words."""

    id: int
    version: int
    person_id: int
    headline: str
    owner: str
    resting: str
    work: str
    terms: tuple[tuple[str, str, str, str], ...]  # block, label, words, said on
    moves: tuple[tuple[int, str], ...]
    never: tuple[tuple[int, str], ...]
    skills: tuple[SkillLine, ...]
    jobs: tuple[JobLine, ...]
    references: tuple[tuple[str, str, str, int], ...]  # name, what they were, state, person
    given: int
    consents: tuple[tuple[str, str, str], ...]  # company, answer, day
    exclusions: tuple[tuple[int, str, str], ...]
    cv: str
    points: tuple[tuple[str, bool, str], ...]
    step: str
    objective: str


def candidate_page(member: Member, candidate_id: int) -> CandidatePage:
    """The page as this member reads it. Raises Candidate.DoesNotExist."""
    row = Candidate.objects.select_related("person", "owner", "next_step").get(pk=candidate_id)
    today, person = team.today(member), row.person_id
    wishes = list(
        Wish.objects.filter(candidate=row, gone_on=None).order_by("id").values_list("kind", "pk", "words")[:MANY]
    )
    references = list(
        Reference.objects.filter(candidate=row).order_by("id")
        .values_list("referee__name", "relation", "state", "referee_id")[:MANY]
    )  # fmt: skip
    excluded = Exclusion.objects.filter(person=person, lifted_on=None).order_by("id")
    cv = CV.objects.filter(person=person).order_by("-id").values_list("came_on", flat=True).first()
    points = Mpc.objects.filter(candidate=row, ended_on=None).values_list("points", flat=True).first()
    return CandidatePage(
        id=row.pk, version=row.version, person_id=person, headline=row.headline, owner=row.owner.name,
        resting=say_day(row.resting_since, today) if row.resting_since else "",
        work=rules.WANTS_WORDS[rules.Wants(row.wants)], terms=said.terms(row, today),
        moves=tuple((pk, words) for kind, pk, words in wishes if kind == rules.WishKind.MOVES),
        never=tuple((pk, words) for kind, pk, words in wishes if kind == rules.WishKind.NEVER),
        skills=_skills(person, today), jobs=_jobs(person, today), references=tuple(references),
        given=sum(state == rules.ReferenceState.GIVEN for _name, _was, state, _id in references),
        consents=_consents(person, today),
        exclusions=tuple(excluded.values_list("pk", "company__name", "why")[:MANY]),
        cv=say_day(cv, today) if cv else "", points=said.points(points or {}),
        step=say_day(row.next_step.due, today) if row.next_step else "",
        objective=row.next_step.objective if row.next_step else "",
    )  # fmt: skip


_STATES = {rules.Shown.PROVEN: "have", rules.Shown.PARTLY: "part", rules.Shown.UNKNOWN: "miss"}


def _skills(person: int, today: date) -> tuple[SkillLine, ...]:
    """What is shown best first; of each the evidence that decides: the one which `known_from` would name."""
    rows = SkillEvidence.objects.filter(has__person=person).order_by("has__skill__name", "id").values_list(
        "has_id", "has__skill__name", "has__shown", "has__years", "source", "shows", "true_on", "words", "pk"
    )[: 3 * MANY]  # fmt: skip
    of_skill: dict[int, list[Any]] = {}
    for row in rows:
        of_skill.setdefault(row[0], []).append(row)
    lines = [_skill(evidence, today) for evidence in of_skill.values()]
    return tuple(sorted(lines, key=lambda line: list(_STATES.values()).index(line.state)))


def _skill(rows: list[Any], today: date) -> SkillLine:
    has, name, shown, years, source, _shows, true_on, words, pk = max(
        rows, key=lambda row: (row[5] != rules.Shown.UNKNOWN, rules.weight(row[4]), row[6], row[8])
    )
    return SkillLine(
        id=has, name=name, words=words or said.years(years), state=_STATES[rules.Shown(shown)],
        age=said.age(true_on, today), source=dict(rules.SKILL_SOURCE_CHOICES)[source], evidence=pk,
    )  # fmt: skip


def _jobs(person: int, today: date) -> tuple[JobLine, ...]:
    rows = list(
        Position.objects.filter(person=person).select_related("company", "supervisor")
        .order_by("-current", "-ended", "-began", "-id")[:MANY]
    )  # fmt: skip
    deeds: dict[int, list[str]] = {}
    for position, words in (
        Deed.objects.filter(position__person=person).order_by("id").values_list("position_id", "words")[:MANY]
    ):
        deeds.setdefault(position, []).append(words)
    spans = [rules.Span(row.title, row.began, row.ended, row.current) for row in rows]
    return tuple(
        JobLine(
            id=row.pk, when=said.span(span), title=row.title, company=row.company.name if row.company else "",
            company_id=row.company_id, supervisor=row.supervisor.name if row.supervisor else "",
            supervisor_id=row.supervisor_id, now=row.current, deeds=tuple(deeds.get(row.pk, ())),
            odd=tuple(rules.span_problems(span, spans[at + 1 :], today)),
        )
        for at, (row, span) in enumerate(zip(rows, spans, strict=True))
    )  # fmt: skip


def _consents(person: int, today: date) -> tuple[tuple[str, str, str], ...]:
    rows = (
        Consent.objects.filter(person=person).order_by("-id").values_list("company_id", "company__name", "answer", "on")
    )
    latest: dict[int, tuple[str, str, str]] = {}
    for company, name, answer, on in rows[: 3 * MANY]:
        latest.setdefault(company, (name, answer, say_day(on, today)))
    return tuple(latest.values())
