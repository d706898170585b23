"""What the rule of the next step knows about a call of the desk, and the step that each result would leave."""

from __future__ import annotations

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.rules import CallHours
from rightday.agenda.rules import Kind, Of, Reason
from rightday.calls import rules
from rightday.calls.desk.rules import DeskCadence, next_after_desk
from rightday.calls.desk.talk import DeskTalk
from rightday.calls.rules import Cadence, NextRule, Result, Said, Situation
from rightday.leads.rules import Dates
from rightday.people.queries import place_of
from rightday.people.rules import NumberState
from rightday.team import queries as team


def situation_of(talk: DeskTalk) -> Situation:
    """What the rule of the next step knows about this call."""
    step, hours = talk.step, agencies.numbers(CallHours, "hours")
    usable = [row for row in talk.phones if row.state != NumberState.WRONG.value]
    made_on = clock.day_in(team.zone_of(talk.by), step.made_at)
    return Situation(
        today=talk.today, local=clock.local(talk.now, step.zone).time(), place=place_of(talk.person),
        first_name=talk.person.given or talk.person.name, kind=Kind(step.kind), reason=Reason(step.reason),
        why=step.why, objective=step.objective, dates=Dates(None, None, None, None), tries=step.tries,
        tried_today=step.tries > 0 and made_on == talk.today, other_number=len(usable) > 1, opens=hours.earliest,
        closes=hours.latest,
    )  # fmt: skip


def rule_of(talk: DeskTalk, result: Result, said: Said = rules.NOTHING_SAID) -> NextRule:
    """The step that a result would leave."""
    cadence, desk = agencies.numbers(Cadence, "cadence"), agencies.numbers(DeskCadence, "desk")
    return next_after_desk(result, situation_of(talk), Of(talk.step.of), said, cadence, desk)
