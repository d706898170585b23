"""What a call leaves: what it told of the hiring process, the next step or the end, and the lead's own counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, Required, TypedDict

from django.db.models import F

from rightday.agencies import queries as agencies
from rightday.agenda import actions as agenda
from rightday.agenda.kept import columns_of, iso
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Reason
from rightday.calls import at_hand, queries, rules
from rightday.calls.next_rules import next_after, uncalled_since
from rightday.calls.rules import Cadence, NextRule, Result
from rightday.calls.talk import Report, Talk
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.process.actions_heard import hear_milestone
from rightday.leads.process.queries import is_tracked
from rightday.leads.rules import Ending, Holds
from rightday.people.models import Permission as Answered

COUNTED_DAYS: Final = ("last_call_on", "last_talk_on", "uncalled_on")


class _Facts(TypedDict, total=False):
    fact_on: Required[date]
    holds_until: date | None
    then: Reason | None
    weight: float
    subject: str


def follow(talk: Talk, report: Report) -> NextStep | None:
    """The next step, by rule or as wished; none when the lead ends here."""
    lead, step, said = talk.lead, talk.step, report.said
    _track(talk, report)
    columns = _counted(talk, report)
    if report.ending is not None or lead.person.do_not_call:
        Lead.objects.filter(pk=lead.pk).update(**columns)
        _end(talk, report)
        return None
    situation = queries.situation_of(lead, by=talk.by, now=talk.now, phones=talk.phones)
    rule = next_after(report.result, situation, said, agencies.numbers(Cadence, "cadence"))
    rule = rules.wished(rule, report.next, talk.today)
    # The same colleague mostly, and then already read.
    owner = lead.owner if step.owner_id == lead.owner_id else step.owner
    made = leads.replace_step(
        lead, done=step.pk, by=talk.by, owner=owner, columns=columns, kind=rule.kind, reason=rule.reason, why=rule.why,
        objective=rule.objective, due=rule.due, earliest=rule.earliest, agreed=rule.agreed, tries=rule.tries,
        introduced=step.introduced, **_facts(rule, talk),
    )  # fmt: skip
    talk.before["left"] = made.pk
    if at_hand.has_other_steps(lead.person, made.pk):
        agenda.reorder_for(lead.person, by=talk.by)
    return made


def _track(talk: Talk, report: Report) -> None:
    """What the call told of the hiring process, and the day they named of their next decision."""
    lead, said = talk.lead, report.said
    if report.milestone is None and not is_tracked(lead):
        return
    agreed = said.may_call is True
    spoke = report.result in (Result.MET, Result.PROGRESSED, Result.NOT_INTERESTED) and not report.others
    decides = said.day if spoke and said.day is not None and said.day >= talk.today else None
    told = hear_milestone(lead, heard=report.milestone, by=talk.by, decides=decides, may_call=agreed and spoke)
    if told["before"] != told["after"]:
        talk.before["process"] = told


def _counted(talk: Talk, report: Report) -> dict[str, Any]:
    """The lead's own columns after this call; as they were is kept for undoing."""
    lead = talk.lead
    talk.before["lead"] = {"call_count": lead.call_count} | {name: iso(getattr(lead, name)) for name in COUNTED_DAYS}
    lead.uncalled_on = uncalled_since(report.result, report.said, lead.uncalled_on, talk.today)
    columns = {"call_count": F("call_count") + 1, "last_call_on": talk.today, "uncalled_on": lead.uncalled_on}
    return columns | ({"last_talk_on": talk.today} if report.reached else {})


def _end(talk: Talk, report: Report) -> None:
    """The lead ends. Who asks not to be called is asked for nothing else: every lead of theirs ends."""
    lead, ending = talk.lead, report.ending or Ending.DO_NOT_CONTACT
    if ending is not Ending.DO_NOT_CONTACT or lead.person.do_not_call:
        outcome = leads.end(lead, kind=ending, on=talk.today, by=talk.by, words=report.note)
        talk.before["ended"] = [[lead.pk, outcome.pk, talk.before["step"]]]
        return
    open_leads = Lead.objects.open().filter(person=lead.person).select_related("next_step").order_by("id")
    steps = {one.pk: columns_of(one.next_step) for one in open_leads if one.next_step}
    leads.refuse(lead.person, words=report.note, by=talk.by)
    after = Lead.objects.filter(pk__in=steps).values_list("pk", "outcome_id")
    talk.before["ended"] = [[pk, outcome, steps[pk]] for pk, outcome in after]
    talk.before["permission"] = Answered.objects.filter(person=lead.person).latest("pk").pk


def _facts(rule: NextRule, talk: Talk) -> _Facts:
    """Since when the reason is true, until when it holds and what counts then; what it is about, and its weight."""
    lead, step, holds, made = talk.lead, talk.step, agencies.numbers(Holds, "grades"), rule.made
    if made is not None:
        return {
            "fact_on": made.fact_on, "holds_until": made.holds_until, "then": made.then, "weight": made.weight,
            "subject": made.subject or lead.title,
        }  # fmt: skip
    same = rule.reason.value == step.reason
    # What was about a milestone is about the vacancy again, once the process has no call to make.
    over = step.kind == Kind.MILESTONE and rule.kind not in (Kind.MILESTONE, Kind.CALL_BACK) and is_tracked(lead)
    subject = lead.title if over else step.subject
    graded = {
        Reason.HOT: (lead.hot_until, holds.hot, Reason.RAN_OUT),
        Reason.WARM: (lead.warm_until, holds.warm, Reason.NAME_ONLY),
        Reason.COLD: (lead.cold_until, holds.cold, Reason.NAME_ONLY),
    }
    fact_on, (until, days, then) = talk.today, graded.get(rule.reason, (None, 0, None))
    if until is not None:
        fact_on = until - timedelta(days=days)
    elif same:
        fact_on, until = step.fact_on, step.holds_until
        then = Reason(step.then_reason) if step.then_reason else None
    return {
        "fact_on": fact_on, "holds_until": until, "then": then, "weight": step.weight if same else 1.0,
        "subject": subject,
    }  # fmt: skip
