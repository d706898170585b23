"""What every logged call does, whatever it was about: the number, the counts, permission, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rightday.agenda.kept import iso
from rightday.agenda.models import NextStep
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.agenda.rules import Achievement as Kinds
from rightday.calls.models import Achievement, Call
from rightday.calls.rules import Result
from rightday.calls.talk import Contact, Report
from rightday.calls.tries import said as day_words
from rightday.people import actions as people
from rightday.people.models import PhoneNumber
from rightday.people.rules import Answer, Channel, NumberState


def dialled(asked: int | None, phones: Sequence[PhoneNumber]) -> PhoneNumber | None:
    """The number that was dialled: the one said, when it is theirs, else the first that is not wrong."""
    usable = (row for row in phones if row.state != NumberState.WRONG.value)
    return next((row for row in phones if row.pk == asked), None) or next(usable, None)


def count(talk: Contact, report: Report, number: PhoneNumber | None) -> None:
    """One more dial, and what it showed of the number."""
    people.count_dial(talk.person, reached=report.reached, at=talk.now)
    state = _SHOWN.get(report.result, NumberState.REACHED)
    # A number that once reached them has not become untested by ringing out today.
    if number is None or (state is NumberState.RANG_OUT and number.state == NumberState.REACHED.value):
        return
    talk.before["number"] = {
        "id": number.pk, "state": number.state, "state_on": iso(number.state_on),
        "reached_on": iso(number.reached_on), "first": number.first,
    }  # fmt: skip
    people.mark_number(number, state=state, on=talk.today, by=talk.by)


_SHOWN: Final = {Result.NO_ANSWER: NumberState.RANG_OUT, Result.WRONG_NUMBER: NumberState.WRONG}


def permission(talk: Contact, report: Report) -> None:
    """A yes to the next call is kept; a no to it is no refusal of every call, and stays with the answers."""
    said = report.said
    if said.may_call is not None:
        report.answers["permission"] = "yes" if said.may_call else "no"
    named = report.result is Result.NOT_NOW and said.day is not None and said.may_call is not False
    if not (said.may_call or named):
        return
    words = f"Call on {day_words(said.day)}" if said.day else "May be called about the next decision"
    row = people.record_permission(
        talk.person, channel=Channel.PHONE, answer=Answer.GIVEN, by=talk.by, on=talk.today, words=words,
        purpose="the next call",
    )  # fmt: skip
    talk.before["permission"] = row.pk


def next_words(result: Result, step: NextStep) -> str:
    if result is Result.NO_ANSWER:
        return "try again"
    words = KIND_WORDS[Kind(step.kind)]
    return words[0].lower() + words[1:]


def achieve(call: Call, achieved: Sequence[Kinds]) -> None:
    Achievement.objects.bulk_create(
        Achievement(call=call, member=call.member, day=call.day, kind=kind.value) for kind in dict.fromkeys(achieved)
    )
