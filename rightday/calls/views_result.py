"""The form of a result turned into the one action that logs it."""

from __future__ import annotations

from rightday.agencies import clock
from rightday.calls import actions, queries
from rightday.calls.actions import Logged
from rightday.calls.actions_same import answer_same
from rightday.calls.at_hand import lead_of_step
from rightday.calls.desk import views as desk
from rightday.calls.forms import ResultForm
from rightday.calls.next_rules import next_after
from rightday.calls.rules import NOTHING_SAID as NOTHING
from rightday.calls.rules import REACHED, Choice, NextWish, Result, Said, day_of
from rightday.calls.views_heard import day_in, evidence_in
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence
from rightday.team import queries as team
from rightday.team.models import Member


def log(step_id: int, form: ResultForm, *, by: Member) -> Logged:
    """Logs what a valid form says, in the caller's transaction. Raises what `actions.log_result` raises."""
    lead = lead_of_step(step_id)
    if lead is None and desk.is_desk(step_id):
        return desk.log(step_id, form, by=by)
    logged = _log(step_id, lead, form, by)
    if (same := form.said_same()) and Result(form.cleaned_data["result"]) in REACHED:
        answer_same(logged.call, pair=same[0], same=same[1], by=by)
    return logged


def _log(step_id: int, lead: Lead | None, form: ResultForm, by: Member) -> Logged:
    values = form.cleaned_data
    result, choice = Result(values["result"]), form.choice()
    said, wish = _days(form, result, choice, lead, by)
    return actions.log_result(
        step_id, result=result, by=by, note=values["note"], level=values["level"], answers=form.answers,
        achieved=form.achievements(), heard=_heard(form, result, lead, by), number=values["number"], said=said,
        next=wish, ending=choice if isinstance(choice, Ending) else None, lead_id=values["lead"],
        milestone=form.milestone_heard() if result in REACHED else None,
    )  # fmt: skip


def _heard(form: ResultForm, result: Result, lead: Lead | None, by: Member) -> list[HeardEvidence]:
    """Evidence from answers and note, and what was confirmed; nobody says anything on a call not answered."""
    if lead is None or result not in REACHED:
        return []
    today, person = team.today(by), lead.person
    confirmed = [HeardEvidence(shows, "", today, said_by=person) for shows in form.confirmations()]
    return confirmed + evidence_in(form.answers, form.cleaned_data["note"], person=person, today=today)


def _days(
    form: ResultForm, result: Result, choice: Choice | Ending, lead: Lead | None, by: Member
) -> tuple[Said, NextWish | None]:
    """What they said of the days to come, and the day chosen instead of the rule's.

    A day picked is theirs when they named it: for "not now", and where they said yes to a call on it.
    """
    said, today = form.said(), team.today(by)
    if result not in REACHED:
        day = said.day if choice is Choice.PICK else None
        return NOTHING, NextWish(day, said.at) if day else _fixed(choice, lead, result, NOTHING, by)
    if choice is Choice.PICK and said.day is not None:
        if said.may_call or result is Result.NOT_NOW:
            return said, None
        return Said(may_call=said.may_call), NextWish(said.day, said.at)
    said = day_in(form.answers, Said(may_call=said.may_call), today)
    return said, _fixed(choice, lead, result, said, by)


def _fixed(choice: Choice | Ending, lead: Lead | None, result: Result, said: Said, by: Member) -> NextWish | None:
    """Tomorrow or in a week, by the working days of the person's place."""
    if lead is None or choice not in (Choice.TOMORROW, Choice.WEEK):
        return None
    situation = queries.situation_of(lead, by=by, now=clock.now(), phones=())
    rule = next_after(result, situation, said)
    return NextWish(day_of(Choice(choice), rule, situation), agreed=bool(said.may_call))
