"""Why a lead cannot be offered to a colleague, in words: for one lead, and for many at once."""

from __future__ import annotations

from datetime import date

from rightday.leads.handoffs.clocks import Clock
from rightday.leads.handoffs.models import HandOff
from rightday.leads.models import Lead
from rightday.team.models import Member


def left_words(to: Member) -> str:
    return f"{to.name} has left. Choose somebody who is here."


def why_not(lead: Lead, to: Member, by: Member, waiting: HandOff | None, clock: Clock, today: date) -> str:
    """The reason, or "" where it can be offered.

    `waiting` is the offer of it that waits, with its receiver; `clock` is the giver's.
    """
    if to.left_at is not None:
        return left_words(to)
    if to.pk == lead.owner_id:
        mine = to.pk == by.pk
        return "This lead is yours already." if mine else f"This lead is {to.name}’s already."
    if to.pk == by.pk:
        return "A lead is handed to somebody else. To take it over, change its owner."
    if lead.next_step_id is None:
        return "This lead has ended. Open it again first, then hand it on."
    if waiting is not None:
        until = clock.said(waiting.answer_by, today)
        return f"It waits for {waiting.receiver.name}’s answer, until {until}. Take that back first."
    return ""
