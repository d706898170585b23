"""What is on record for a feedback plan: what the client needs, what the candidate has shown, the library. Reads only.

What a referee said in confidence, and what rests on it, is never read here: the plan may lie on a client's table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from rightday.joborders.feedback.gaps import MOST_SKILLS, Done, Has, Line, Needed, Said, line, parts
from rightday.joborders.feedback.likely import Known
from rightday.joborders.feedback.rules import Need
from rightday.joborders.models import JobOrder, OrderFact, OrderSkill
from rightday.joborders.objections.models import Objection, ObjectionAnswer
from rightday.joborders.objections.rules import About, Side
from rightday.joborders.rules import Point
from rightday.joborders.submittals.models import Interview, Submittal
from rightday.people.models import Person
from rightday.talent.models import PersonSkill
from rightday.talent.models_shown import Deed, Quote
from rightday.talent.rules import SKILL_SOURCE_CHOICES, DeedKind, SkillSource

READ = 200
"""Rows of each kind that are read at most."""
NEED_OF_POINT = {
    Point.GOAL: Need.GOAL, Point.CHALLENGES: Need.CHALLENGE, Point.DELIVERABLES: Need.DELIVERABLE,
    Point.RESULTS: Need.RESULT, Point.SKILLS: Need.SKILL,
}  # fmt: skip
NEED_OF_DEED = {
    DeedKind.PROJECT: Need.GOAL, DeedKind.CHALLENGE: Need.CHALLENGE, DeedKind.DELIVERABLE: Need.DELIVERABLE,
    DeedKind.RESULT: Need.RESULT,
}  # fmt: skip
_OPEN = Q(quote=None) | Q(quote__may_quote=True)
_SOURCES = dict(SKILL_SOURCE_CHOICES)


@dataclass(frozen=True, slots=True)
class Record:
    """All that a plan is built from."""

    interview: Interview
    needed: tuple[Needed, ...]
    done: tuple[Done, ...]
    has: tuple[Has, ...]
    said: tuple[Said, ...]

    @property
    def submittal(self) -> Submittal:
        found: Submittal = self.interview.submittal
        return found

    @property
    def order(self) -> JobOrder:
        found: JobOrder = self.submittal.order
        return found

    @property
    def client(self) -> str:
        return first_name(self.order.manager)

    @property
    def candidate(self) -> str:
        return first_name(self.submittal.candidate.person)

    @property
    def unknown(self) -> tuple[Need, ...]:
        """Points of the order that nobody knows: to ask the client."""
        known = {one.need for one in self.needed}
        return tuple(need for need in Need if need not in known)

    def lines(self) -> tuple[Line, ...]:
        return tuple(line(one, self.done, self.has, self.said) for one in self.needed)


def first_name(person: Person) -> str:
    return person.given or person.name


def the_interview(interview_id: int) -> Interview:
    """An interview with all that its plan needs, in one statement. Raises Interview.DoesNotExist."""
    links = ("submittal__order__manager__company", "submittal__order__company", "submittal__candidate__person__company",
             "submittal__owner", "submittal__next_step")  # fmt: skip
    found: Interview = Interview.objects.select_related(*links).get(pk=interview_id)
    return found


def record_of(interview: Interview) -> Record:
    """Five statements, however much is known."""
    order, person = interview.submittal.order, interview.submittal.candidate.person
    return Record(interview, _needed(order), _done(person), _has(person), _said(person))


def library() -> tuple[Known, ...]:
    """What clients say, awake, with the answers awake: two statements."""
    rows = Objection.objects.filter(side=Side.CLIENT.value, resting_since=None).order_by("-raised", "id")[:READ]
    answers: dict[int, list[tuple[int, str, int, int]]] = {}
    said = ObjectionAnswer.objects.filter(objection__side=Side.CLIENT.value, resting_since=None).order_by("id")
    for pk, of, words, held, used in said.values_list("id", "objection", "words", "held", "used")[: 4 * READ]:
        answers.setdefault(of, []).append((pk, words, held, used))
    return tuple(Known(row.pk, About(row.about), row.words, row.raised, tuple(answers.get(row.pk, ()))) for row in rows)


def _needed(order: JobOrder) -> tuple[Needed, ...]:
    latest: dict[str, OrderFact] = {}
    facts = OrderFact.objects.filter(order=order, point__in=[point.value for point in NEED_OF_POINT])
    for fact in facts.order_by("id")[:READ]:
        latest[fact.point] = fact
    skills = _skills(order)
    found: list[Needed] = []
    for point, need in NEED_OF_POINT.items():
        fact_of = latest.get(point.value)
        if need is Need.SKILL and skills:
            found += skills
        elif fact_of is not None and fact_of.known:
            found += [Needed(need, words, fact_of.pk) for words in parts(fact_of.words)]
    return tuple(found)


def _skills(order: JobOrder) -> Sequence[Needed]:
    rows = OrderSkill.objects.filter(order=order).select_related("skill").order_by("-must", "id")[:MOST_SKILLS]
    return [Needed(Need.SKILL, row.skill.name, None, row.skill_id, row.years) for row in rows]


def _done(person: Person) -> tuple[Done, ...]:
    rows = Deed.objects.filter(_OPEN, position__person=person).select_related("position__company")
    return tuple(
        Done(
            row.pk, NEED_OF_DEED[DeedKind(row.kind)], row.words,
            row.position.company.name if row.position.company else "", _SOURCES[row.source],
            row.source in (SkillSource.REFERENCE, SkillSource.CLIENT, SkillSource.COLLEAGUE),
        )
        for row in rows.order_by("-id")[:READ]
    )  # fmt: skip


def _has(person: Person) -> tuple[Has, ...]:
    rows = PersonSkill.objects.filter(person=person).order_by("id").values_list("id", "skill", "shown", "years")
    return tuple(Has(*row) for row in rows[:READ])


def _said(person: Person) -> tuple[Said, ...]:
    rows = Quote.objects.filter(reference__candidate__person=person, may_quote=True)
    rows = rows.select_related("reference__referee").order_by("-id")[:READ]
    return tuple(Said(row.pk, row.words, row.reference.referee.name) for row in rows)
