"""Questions about leads: the page of one, the list of many, and what a call sheet adds to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import ExpressionWrapper, F, IntegerField

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.leads import rules
from rightday.leads.lists.listing import LeadsList, counted, leads_list
from rightday.leads.models import Lead
from rightday.leads.record import LeadPage, lead_page
from rightday.leads.rules import Dates, Grade, Holds
from rightday.team.models import Member

__all__ = [
    "LeadBrief", "LeadPage", "LeadsList", "counted", "lead_page", "leads_list", "of_steps", "owners",
]  # fmt: skip

_AT_ONCE = 15


@dataclass(frozen=True, slots=True)
class LeadBrief:
    """A lead beside a call: its grade today, and `confirm`, why a confirming call matters today ('' for none)."""

    lead_id: int
    step_id: int
    title: str
    grade: Grade
    word: str
    left: str
    ticks: int
    sentence: str
    confirm: str
    introduced: bool
    version: int


# A link compared with many values takes no slots: the same column under another name does.
_OF_STEPS = Prepared(
    lambda: (
        Lead.objects.alias(step=ExpressionWrapper(F("next_step_id"), IntegerField()))
        .filter(step__in=[Slot(f"s{i}", IntegerField()) for i in range(_AT_ONCE)])
        .values_list(
            "id", "next_step_id", "title", "identified_on", "hot_until", "warm_until", "cold_until",
            "introduced_by_id", "version",
        )
    )
)  # fmt: skip


def of_steps(step_ids: Sequence[int], *, on: date | None = None) -> dict[int, LeadBrief]:
    """The leads whose next steps these are, by step: one statement for each 15."""
    day = on or clock.today_in(agencies.here().zone)
    holds = agencies.numbers(Holds, "grades")
    briefs = {}
    for start in range(0, len(step_ids), _AT_ONCE):
        some = list(step_ids[start : start + _AT_ONCE])
        some += [0] * (_AT_ONCE - len(some))
        for pk, step_id, title, identified, hot, warm, cold, introduced, version in _OF_STEPS(
            **{f"s{i}": step for i, step in enumerate(some)}
        ):
            found = Dates(identified, hot, warm, cold)
            said = rules.verdict(found, day, holds)
            confirm = rules.confirm_words(hot, day) if hot and identified else ""
            briefs[step_id] = LeadBrief(
                pk, step_id, title, said.grade, said.word, said.left, said.ticks, said.sentence, confirm,
                introduced is not None, version,
            )  # fmt: skip
    return briefs


def owners() -> tuple[tuple[int, str], ...]:
    """Everybody who may own a lead, by name."""
    return tuple(Member.objects.here().order_by("name", "id").values_list("id", "name")[:2_000])
