"""The page of a call that no lead asks for: plan, facts, numbers, and what each result leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.calls import queries
from rightday.calls.desk.situation import rule_of, situation_of
from rightday.calls.desk.talk import POINT, DeskTalk
from rightday.calls.plan_parts import Brief, Lacking, Plan, Question
from rightday.calls.plans import call_plan
from rightday.calls.queries import LastCall, NumberRow
from rightday.calls.rules import Choice, NextRule, Result, Situation, day_of
from rightday.joborders.models import JobOrder
from rightday.joborders.queries import questions_of
from rightday.joborders.rules import STAGE_WORDS, Stage
from rightday.kernel.places import zone_city
from rightday.people.models import Company, Person
from rightday.people.rules import NumberState
from rightday.talent.models import Candidate

OF_ORDERS: Final = frozenset({Kind.PROGRESS, Kind.PRESENT})
ASKED: Final = 3


@dataclass(frozen=True, slots=True)
class DeskCall:
    """Everything known of the call at hand. `facts` are pairs (label, words), `about` what it is about in a line."""

    talk: DeskTalk
    plan: Plan
    kind: str
    about: str
    href: str
    facts: tuple[tuple[str, str], ...]
    numbers: tuple[NumberRow, ...]
    last: LastCall | None
    situation: Situation
    rules: tuple[tuple[Result, NextRule], ...]
    talking: str
    local_time: str
    local_place: str

    @property
    def step(self) -> NextStep:
        return self.talk.step

    @property
    def person(self) -> Person:
        return self.talk.person

    @property
    def company(self) -> Company | None:
        return self.talk.person.company

    def day_of(self, choice: Choice) -> Any:
        """The day behind T and W."""
        return day_of(choice, dict(self.rules)[Result.MET], self.situation)


def desk_call(talk: DeskTalk) -> DeskCall:
    """The call at hand, in a fixed number of statements."""
    step, person, situation = talk.step, talk.person, situation_of(talk)
    href, about = _about(talk)
    return DeskCall(
        talk=talk, plan=_plan(talk), kind=_(KIND_WORDS[Kind(step.kind)]), about=about, href=href,
        facts=_facts(talk), situation=situation, rules=tuple((result, rule_of(talk, result)) for result in Result),
        numbers=tuple(
            NumberRow(row.pk, queries.written(row), row.label, NumberState(row.state), row.reached_on)
            for row in talk.phones
        ),
        last=queries.last_call(person.pk),
        talking=queries.on_the_phone(now=talk.now, besides=talk.by).get(person.pk, ""),
        local_time=f"{clock.local(talk.now, step.zone):%H:%M}", local_place=zone_city(step.zone),
    )  # fmt: skip


def _plan(talk: DeskTalk) -> Plan:
    """The plan of the kind; a client is first asked what the order still lacks (FIELD_GUIDE 10)."""
    plan = call_plan(_brief(talk))
    if talk.order is None or Kind(talk.step.kind) not in OF_ORDERS:
        return plan
    lacking = questions_of(talk.order)[:ASKED]
    asked = tuple(Question(f"{POINT}{point.value}", words, _("It goes on the job order.")) for point, words in lacking)
    return replace(plan, questions=(*asked, *plan.questions))


def _brief(talk: DeskTalk) -> Brief:
    step, person = talk.step, talk.person
    company = step.company or person.company
    return Brief(
        kind=Kind(step.kind), caller=talk.by.name.split()[0], agency=agencies.here().name, first_name=person.given,
        company=company.name if company else "", subject=step.subject or (talk.order.title if talk.order else ""),
        why=step.why, objective=step.objective, today=talk.today, lacking=Lacking.NO_CONTEXT,
    )  # fmt: skip


def _about(talk: DeskTalk) -> tuple[str, str]:
    """Where the record's page is, and its name."""
    if talk.order is not None:
        return f"/orders/{talk.order.pk}/", talk.order.title
    if isinstance(talk.record, Candidate):
        return f"/talent/{talk.record.pk}/", talk.record.headline or _("Candidate")
    return f"/people/{talk.person.pk}/", talk.person.title or _("The person")


def _facts(talk: DeskTalk) -> tuple[tuple[str, str], ...]:
    """What one wants to know before dialling; what is unknown is not listed."""
    person, answered = talk.person, ""
    if person.dials:
        answered = _("%(talks)s of %(dials)s calls") % {"talks": person.talks, "dials": person.dials}
    pairs = ((_("About"), talk.step.subject), *_of_order(talk.order), (_("Picks up"), answered))
    return tuple((label, words) for label, words in pairs if words)


def _of_order(order: JobOrder | None) -> tuple[tuple[str, str], ...]:
    if order is None:
        return ()
    places = _("%(filled)s of %(openings)s filled") % {"filled": order.filled, "openings": order.openings}
    return (
        (_("Stands at"), _(STAGE_WORDS[Stage(order.stage)])),
        (_("Places"), places),
        (_("Known"), _("%(known)s of 11 points") % {"known": order.known}),
        (_("In their words"), " ".join(order.brief.split())[:160]),
    )
