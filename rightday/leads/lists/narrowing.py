"""What filters of leads mean today: each as a part of a statement, and what of them no longer exists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from django.db.models import CharField, Exists, OuterRef, Q

from rightday.agenda.models import NextStep
from rightday.db.prepared import Prepared, Slot
from rightday.kernel import countries
from rightday.leads.lead_words import words_of
from rightday.leads.lists.filter_values import ANY, ME, Filters, Step, View
from rightday.leads.lists.models import Label, LeadLabel, LeadWord
from rightday.leads.lists.parts import (
    Part,
    checked,
    counted,
    decide_part,
    grades_part,
    handed_part,
    owners_part,
    stale_part,
    week_ends,
)
from rightday.leads.models import Lead, LeadQuerySet, Outcome
from rightday.leads.rules import Grade
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.team.models import Member

FEW: Final = 1000
"""So many companies or persons are taken by their ids; where more have the words or the place, rows are checked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters with what they mean today. `missing` is what is asked for and no longer exists."""

    filters: Filters
    member: Member
    on: date
    parts: tuple[Part, ...]
    missing: tuple[tuple[str, str], ...] = ()

    def but(self, *names: str) -> tuple[Part, ...]:
        """All parts but those of these names."""
        return tuple(part for part in self.parts if part.name not in names)

    @property
    def base(self) -> Q:
        """Open leads or ended ones, as a check."""
        return Q(u_outcome__isnull=False) if self.filters.closed else Q(u_step__isnull=False)


def asked(filters: Filters, member: Member, on: date) -> Asked:
    """What filters mean: at most four statements, for companies, places and words typed."""
    parts: list[Part] = []
    missing = list(filters.unknown)
    if (of_view := _view(filters.view, member, on)) is not None:
        open_alone = filters.view is View.DECIDE and filters.closed  # its index has no others
        parts.append(Part("view", of_view.check) if open_alone else of_view)
    for name in (*filters.set, *(["q"] if filters.q else [])):
        made = _MAKE[name](filters, member, on)
        if made is None:
            missing.append((name, str(getattr(filters, name))))
        else:
            parts += made
    return Asked(filters, member, on, tuple(parts), tuple(missing))


def apply(filters: Filters, member: Member, on: date) -> LeadQuerySet:
    """Every lead of a view, in no order; plain conditions, for who goes through all of them."""
    one = asked(filters, member, on)
    return checked().filter(one.base, *(part.check for part in one.parts))


def _view(view: View, member: Member, on: date) -> Part | None:
    match view:
        case View.MINE:
            return owners_part("view", [member.pk])
        case View.HOT:
            return grades_part("view", (Grade.HOT,), on)
        case View.QUALIFY:
            return grades_part("view", (Grade.NONE,), on)
        case View.STALE:
            return stale_part(on)
        case View.DECIDE:
            return decide_part(on)
        case View.HANDED:
            return handed_part("view", member)
        case _:
            return None


# Filters, each from what is asked; None where nothing can be meant by it any more.

Made = list[Part] | None


def _owner(filters: Filters, member: Member, on: date) -> Made:
    ids = [int(one) for one in filters.owner if one != ME]
    known = list(Member.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else []
    known += [member.pk] if ME in filters.owner else []
    return [owners_part("owner", known)] if known else None


def _stage(filters: Filters, member: Member, on: date) -> Made:
    check = Q(u_stage__in=filters.stage)
    if filters.closed:  # the board's index has open leads alone
        return [Part("stage", check)]
    by = tuple(Q(stage=stage, next_step__isnull=False) for stage in filters.stage)
    return [Part("stage", check, by, tuple(Lead.objects.filter(one) for one in by), ("milestone_on", "id"))]


_LATE: Final = counted(lambda: NextStep.objects.filter(due__lt=Slot("on")))


def _step(filters: Filters, member: Member, on: date) -> Made:
    days = {
        Step.OVERDUE: Q(due__lt=on), Step.TODAY: Q(due=on), Step.WEEK: Q(due__range=(on, week_ends(on))),
        Step.AGREED: Q(agreed=True),
    }  # fmt: skip
    those = NextStep.objects.filter(days[Step(filters.step)] if filters.step in set(Step) else Q(kind=filters.step))
    check = Q(Exists(those.filter(id=OuterRef("next_step_id"))))
    number = partial(_LATE, on=on) if filters.step == Step.OVERDUE else None
    return [Part("step", check, (Q(next_step__in=those.values("pk")),), (those,), number=number)]


def _company(filters: Filters, member: Member, on: date) -> Made:
    if filters.company.isdecimal():
        ids = list(Company.objects.filter(pk=int(filters.company[:18])).values_list("pk", flat=True))
        if not ids:
            return None
    else:
        ids = search.find_companies(filters.company, FEW)
    by = Q(company_id__among=ids)
    return [Part("company", Q(u_company__among=ids), (by,), (Lead.objects.filter(by),))]


# An index of places has no empty ones, and is taken where a statement says so; of "> ''" SQLite walks through all.
_SPELLED: Final = Q(city__in=[Slot(f"s{i}", CharField()) for i in range(5)]) & ~Q(city="")
_FIRMS_IN: Final = Prepared(lambda: Company.objects.filter(_SPELLED).values_list("pk")[: FEW + 1])
_PEOPLE_IN: Final = Prepared(lambda: Person.objects.filter(_SPELLED).values_list("pk")[: FEW + 1])
_FIRMS_OF: Final = Prepared(
    lambda: Company.objects.filter(~Q(country=""), country=Slot("code", CharField())).values_list("pk")[: FEW + 1]
)


def _place(filters: Filters, member: Member, on: date) -> Made:
    """Where the company is, or the person: a city as somebody wrote it, or a country."""
    typed, code = filters.place, countries.code_of(filters.place)
    spelled = (typed, typed.title(), typed.capitalize(), typed.upper(), typed.lower())
    slots = {f"s{i}": one for i, one in enumerate(spelled)}
    firms = [pk for (pk,) in (_FIRMS_OF(code=code) if code else _FIRMS_IN(**slots))]
    people = [pk for (pk,) in _PEOPLE_IN(**slots)] if not code else []
    if max(len(firms), len(people)) <= FEW:
        by = (Q(company_id__among=firms), Q(person_id__among=people))
        check = Q(u_company__among=firms) | Q(u_person__among=people)
        return [Part("place", check, by, tuple(Lead.objects.filter(one) for one in by))]
    here = Q(country=code) if code else Q(city__in=spelled)
    check = Q(Exists(Company.objects.filter(here, id=OuterRef("company_id"))))
    if people:  # most agencies note the city of companies alone: no row is asked for what nobody has
        check |= Q(Exists(Person.objects.filter(here, id=OuterRef("person_id"))))
    return [Part("place", check)]


_OF_WORD: Final = counted(lambda: LeadWord.objects.filter(word=Slot("word")))


def _skill(filters: Filters, member: Member, on: date) -> Made:
    parts = []
    for word in words_of(filters.skill):
        those = LeadWord.objects.filter(word=word)
        check = Q(Exists(those.filter(lead_id=OuterRef("id"))))
        by = Q(pk__in=those.values("lead_id"))
        parts.append(Part("skill", check, (by,), (those,), number=partial(_OF_WORD, word=word)))
    return parts or None


def _source(filters: Filters, member: Member, on: date) -> Made:
    by = Q(source__in=filters.source)
    return [Part("source", Q(u_source__in=filters.source), (by,), (Lead.objects.filter(by),))]


def _age(filters: Filters, member: Member, on: date) -> Made:
    assert filters.age is not None
    days = filters.age
    first = on - timedelta(days=days.number - 1 if days.more else days.number)
    at = datetime.combine(first, time.min, ZoneInfo(team.zone_of(member)))
    how = "lt" if days.more else "gte"
    by = Q(**{f"made_at__{how}": at})
    return [Part("age", Q(**{f"u_made__{how}": at}), (by,), (Lead.objects.filter(by),))]


_HEARD: Final = {
    "lte": counted(lambda: Lead.objects.filter(last_heard_on__lte=Slot("day"))),
    "gte": counted(lambda: Lead.objects.filter(last_heard_on__gte=Slot("day"))),
}


def _heard(filters: Filters, member: Member, on: date) -> Made:
    assert filters.heard is not None
    day, how = on - timedelta(days=filters.heard.number), "lte" if filters.heard.more else "gte"
    by = Q(**{f"last_heard_on__{how}": day})
    number = partial(_HEARD[how], day=day)
    return [Part("heard", Q(**{f"u_heard__{how}": day}), (by,), (Lead.objects.filter(by),), number=number)]


def _outcome(filters: Filters, member: Member, on: date) -> Made:
    if ANY in filters.outcome:
        return []
    those = Outcome.objects.filter(kind__in=filters.outcome)
    check = Q(Exists(those.filter(id=OuterRef("outcome_id"))))
    return [Part("outcome", check, (Q(outcome__in=those.values("pk")),), (those,))]


def _label(filters: Filters, member: Member, on: date) -> Made:
    ids = list(Label.objects.filter(pk__in=filters.label).values_list("pk", flat=True))
    if not ids:
        return None
    those = LeadLabel.objects.filter(label_id__in=ids)
    check = Q(Exists(those.filter(lead_id=OuterRef("id"))))
    return [Part("label", check, (Q(pk__in=those.values("lead_id")),), (those,))]


def _words(filters: Filters, member: Member, on: date) -> Made:
    """What was typed: the leads of persons found by name, company or number, or by words noted of them."""
    ids = list(dict.fromkeys([*search.find_persons(filters.q, 100), *search.find_said(filters.q, 100)]))
    by = Q(person_id__among=ids)
    return [Part("q", Q(u_person__among=ids), (by,), (Lead.objects.filter(by),))]


_MAKE: Final[dict[str, Callable[[Filters, Member, date], Made]]] = {
    "grade": lambda filters, _, on: [grades_part("grade", filters.grade, on)],
    "owner": _owner, "stage": _stage, "step": _step, "company": _company, "place": _place, "skill": _skill,
    "source": _source, "age": _age, "heard": _heard, "outcome": _outcome, "label": _label,
    "handed": lambda _, member, __: [handed_part("handed", member)],
    "q": _words,
}  # fmt: skip
