"""Between the rules of leads and their actions: rows not yet written, evidence read, the rule's step with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.planning import PlanValues
from rightday.agenda.rules import Numbers
from rightday.db import bulk
from rightday.kernel import days
from rightday.leads import rules
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import HeardEvidence, Piece, Shows
from rightday.people.models import Person
from rightday.people.queries import place_of
from rightday.team.models import Member


def rows_of(lead: Lead, heard: Iterable[HeardEvidence], *, by: Member, at: datetime) -> list[Evidence]:
    """Evidence rows, not yet written."""
    return [
        Evidence(
            lead=lead, shows=each.shows.value, words=each.words, said_by=each.said_by,
            said_by_words=each.said_by_words[:120], second_hand=each.second_hand, true_on=each.true_on,
            recorded_at=at, recorded_by=by,
        )
        for each in heard
    ]  # fmt: skip


EVIDENCE = (
    "lead_id", "shows", "words", "said_by_id", "said_by_words", "second_hand", "true_on", "recorded_at",
    "recorded_by_id",
)  # fmt: skip


def write_evidence(heard: Iterable[tuple[Lead, Iterable[HeardEvidence]]], *, by: Member, at: datetime) -> Sequence[int]:
    """Writes many pieces of evidence at once, in order; returns their ids."""
    return bulk.insert_values(
        Evidence,
        EVIDENCE,
        [
            (
                lead.pk, one.shows.value, one.words, one.said_by.pk if one.said_by else None, one.said_by_words[:120],
                one.second_hand, one.true_on, at, by.pk,
            )
            for lead, some in heard
            for one in some
        ],
    )  # fmt: skip


def pieces_of(lead: Lead) -> list[Piece]:
    """All evidence of a lead as the grade sees it, with the agency's days of recording."""
    zone = agencies.here().zone
    rows = Evidence.objects.filter(lead=lead).order_by("id").values_list("shows", "true_on", "recorded_at")
    return [Piece(Shows(shows), true_on, clock.day_in(zone, at)) for shows, true_on, at in rows]


def pieces_of_many(leads: Iterable[int]) -> dict[int, list[Piece]]:
    """`pieces_of` for many leads, by their ids, in one statement."""
    zone = agencies.here().zone
    found: dict[int, list[Piece]] = {pk: [] for pk in leads}
    rows = Evidence.objects.filter(lead_id__among=found).order_by("id")
    for lead_id, shows, true_on, at in rows.values_list("lead_id", "shows", "true_on", "recorded_at"):
        found[lead_id].append(Piece(Shows(shows), true_on, clock.day_in(zone, at)))
    return found


def default_step(
    lead_dates: rules.Dates, pieces: Iterable[Piece], person: Person, today: date, *, spoken: bool = False
) -> rules.StepRule:
    """`rules.step_for` with the working days of the person's place and the agency's numbers."""
    place = place_of(person)
    return rules.step_for(
        lead_dates,
        pieces,
        today,
        add_days=lambda day, n: days.add_working_days(day, n, place),
        heard_from_them=spoken,
        numbers=agencies.numbers(Numbers, "score"),
    )


def plan_values(rule: rules.StepRule, subject: str, *, introduced: bool) -> PlanValues:
    """A rule's step in the words of the agenda."""
    return {
        "kind": rule.kind, "reason": rule.reason, "why": rule.why, "objective": rule.objective,
        "fact_on": rule.fact_on, "due": rule.due, "holds_until": rule.holds_until, "then": rule.then,
        "subject": subject, "introduced": introduced,
    }  # fmt: skip
