"""New leads: one, or a whole spreadsheet's. Each is born with its next step, or already ended where they said no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from django.db import transaction

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.agenda.planning import STEP, PlanValues, columns
from rightday.agenda.rules import Numbers
from rightday.db import bulk
from rightday.leads import rules
from rightday.leads.incentives.actions import settle_many
from rightday.leads.incentives.earnings import may_earn
from rightday.leads.models import Evidence, Lead, Outcome
from rightday.leads.planning import Planner, plan_values, write_evidence, write_words
from rightday.leads.process.queries import newest_template
from rightday.leads.rules import Ending, HeardEvidence, Shows, StepWish
from rightday.people import search
from rightday.people.models import Person, PhoneNumber
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline.models import Event

Made = tuple["NewLead", Lead, dict[str, Any] | Outcome, Sequence[HeardEvidence]]
"""A lead on its way: what was asked for, its row, the columns of its step or its outcome, all its evidence."""


@dataclass(frozen=True, slots=True)
class NewLead:
    """A lead before it is made. `heard_on` is the day we heard of it, today unless said."""

    person: Person
    heard: Sequence[HeardEvidence]
    title: str = ""
    source: str = "form"
    source_words: str = ""
    heard_from: Person | None = None
    owner: Member | None = None
    step: StepWish | None = None
    introduced_by: Person | None = None
    heard_on: date | None = None
    stranger: bool = False
    """Whether `heard` is all that anybody knows of the person: they were added together with the lead."""


@transaction.atomic
def create(
    person: Person,
    *,
    heard: Sequence[HeardEvidence],
    title: str,
    by: Member,
    source: str = "form",
    source_words: str = "",
    heard_from: Person | None = None,
    owner: Member | None = None,
    step: StepWish | None = None,
    introduced_by: Person | None = None,
) -> Lead:
    """Makes a lead with its evidence and its next step (the rule's, changed by `step`).

    What is known of the person's identity already (a number that reached them, a confirmed name) comes
    along with its own days. Of somebody who has said no, the lead is kept as ended: nothing is lost, nobody called.
    """
    new = NewLead(
        person, heard, title=title, source=source, source_words=source_words, heard_from=heard_from, owner=owner,
        step=step, introduced_by=introduced_by,
    )  # fmt: skip
    return create_many([new], by=by)[0]


@transaction.atomic
def create_many(new: Sequence[NewLead], *, by: Member, record: bool = True, index: bool = True) -> list[Lead]:
    """`create` for many at once, in the same order, in a number of statements that does not grow with them.

    Persons need `company` loaded (select_related). `record` False writes no timeline, `index`
    False no search words: an import does both at once for all its rows.
    """
    by.must(Permission.LEAD_CREATE)
    known = _known_identity([each.person for each in new if not each.stranger])
    today, at = team.today(by), clock.now()
    planner, score, template = Planner(today), agencies.numbers(Numbers, "score"), newest_template()
    made: list[Made] = []
    for each in new:
        if each.stranger and each.step is None and not each.person.do_not_call:
            found, step = planner.of_stranger(each.heard, each.person, each.title)
            lead = _lead(each, found, by=by, today=today, template=template)
            lead.last_heard_on = rules.last_heard(each.heard, lead.heard_on)
            made.append((each, lead, step, each.heard))
            continue
        heard = [*each.heard, *_not_heard(known.get(each.person.pk, ()), each.heard)]
        lead = _lead(each, planner.dates(heard), by=by, today=today, template=template)
        lead.last_heard_on = rules.last_heard(heard, lead.heard_on)
        if each.person.do_not_call:
            ended = Outcome(kind=Ending.DO_NOT_CONTACT.value, on=today, by=by)
            made.append((each, lead, ended, heard))
        else:
            values = _values(each, planner.step(heard, each.person))
            made.append((each, lead, columns(each.person, lead.company, score, **values), heard))
    leads = _write(made, by=by, at=at, record=record, index=index)
    settle_many([lead.pk for lead in leads if may_earn(lead)], by=by)
    return leads


def _write(made: list[Made], *, by: Member, at: datetime, record: bool, index: bool) -> list[Lead]:
    """Step or outcome first: its id goes into the lead's own INSERT, so the check holds at once."""
    steps = [(lead, tail) for _, lead, tail, _ in made if not isinstance(tail, Outcome)]
    rows = [(lead.owner_id, lead.person_id, lead.company_id, *_step_values(tail)) for lead, tail in steps]
    for (lead, _), pk in zip(steps, bulk.insert_values(NextStep, _STEP, rows), strict=True):
        lead.next_step_id = pk
    if len(made) == 1 and steps:  # who makes one lead looks at its step
        steps[0][0].next_step = _as_written(*steps[0], at)
    Outcome.objects.bulk_create([ended for _, _, ended, _ in made if isinstance(ended, Outcome)])
    for _, lead, tail, _ in made:
        if isinstance(tail, Outcome):
            lead.outcome = tail
    leads: list[Lead] = Lead.objects.bulk_create([lead for _, lead, _, _ in made])
    write_evidence([(lead, heard) for _, lead, _, heard in made], by=by, at=at)
    write_words(leads)
    if record:
        bulk.insert_values(Event, _EVENT, _events(made, by=by, at=at))
    for each, lead, _, heard in made if index else ():
        said = " ".join(filter(None, [each.title, *(one.words for one in heard)]))
        if said:
            search.add_words(lead.person_id, said)
    return leads


def _as_written(lead: Lead, tail: dict[str, Any], at: datetime) -> NextStep:
    owner = lead.owner
    step = bulk.new(NextStep, id=lead.next_step_id, agency_id=owner.agency_id, owner=owner, made_at=at, **tail)
    step._state.adding, step._state.db = False, "default"
    return step


_step_values = itemgetter(*STEP)
_STEP = ("owner_id", "person_id", "company_id", *STEP)
_EVENT = ("at", "verb", "by_id", "lead_id", "person_id", "company_id", "words", "data")


def _events(made: Iterable[Made], *, by: Member, at: datetime) -> list[tuple[Any, ...]]:
    return [
        (
            at, "lead.created", by.pk, lead.pk, lead.person_id, lead.company_id,
            rules.in_words(each.heard)[:2_000], _told(each, lead),
        )
        for each, lead, _, _ in made
    ]  # fmt: skip


def _told(new: NewLead, lead: Lead) -> dict[str, str]:
    file = new.source_words if new.source == "import" else ""
    heard_from = new.heard_from.name if new.heard_from else ("" if file else new.source_words)
    grade = rules.GRADE_WORDS[lead.grade_on(lead.heard_on)]
    return {"title": lead.title, "source": new.source, "heard_from": heard_from, "file": file, "grade": grade}


def _lead(new: NewLead, found: rules.Dates, *, by: Member, today: date, template: int | None) -> Lead:
    return bulk.new(
        Lead, person=new.person, company=new.person.company, owner=new.owner or by, title=new.title.strip()[:200],
        identified_on=found.identified_on, hot_until=found.hot_until, warm_until=found.warm_until,
        cold_until=found.cold_until, introduced_by=new.introduced_by, source=new.source,
        source_words=new.source_words[:200], heard_by=by, heard_from=new.heard_from, heard_on=new.heard_on or today,
        template_id=template,
    )  # fmt: skip


def _values(new: NewLead, rule: rules.StepRule) -> PlanValues:
    """The rule's step, with what was wished instead."""
    values = plan_values(rule, new.title, introduced=new.introduced_by is not None)
    wish = new.step
    if wish is None:
        return values
    values["due"], values["agreed"] = wish.due, wish.agreed
    values["earliest"], values["latest"] = wish.earliest, wish.latest
    values["kind"] = wish.kind or rule.kind
    values["objective"] = wish.objective or rule.objective
    values["why"] = wish.why or rule.why
    values["subject"] = wish.subject or new.title
    return values


def _known_identity(persons: Sequence[Person]) -> dict[int, list[HeardEvidence]]:
    """What is already known of who they are: number reached, name and company confirmed on other leads."""
    known: dict[int, list[HeardEvidence]] = {}
    ids = {person.pk: person for person in persons}
    for person in ids.values():
        if person.name_confirmed_on:
            known.setdefault(person.pk, []).append(
                HeardEvidence(Shows.NAME_CONFIRMED, "Confirmed before", person.name_confirmed_on)
            )
    reached = PhoneNumber.objects.filter(person_id__among=ids, reached_on__isnull=False, state="reached")
    days = [(pk, on) for pk, on in reached.values_list("person_id", "reached_on") if pk is not None and on is not None]
    for person_id, on in days:
        known.setdefault(person_id, []).append(HeardEvidence(Shows.PHONE_TESTED, "Reached on an earlier call", on))
    confirmed = Evidence.objects.filter(lead__person_id__among=ids, shows=Shows.COMPANY_CONFIRMED.value)
    for person_id, company_id, words, on in confirmed.values_list(
        "lead__person_id", "lead__company_id", "words", "true_on"
    ):
        if company_id == ids[person_id].company_id:
            known.setdefault(person_id, []).append(HeardEvidence(Shows.COMPANY_CONFIRMED, words, on))
    return known


def _not_heard(known: Iterable[HeardEvidence], heard: Sequence[HeardEvidence]) -> list[HeardEvidence]:
    """The first of each kind that is not among what was heard now."""
    said = {one.shows for one in heard}
    first: dict[Shows, HeardEvidence] = {}
    for one in known:
        if one.shows not in said and (one.shows not in first or one.true_on < first[one.shows].true_on):
            first[one.shows] = replace(one)
    return list(first.values())
