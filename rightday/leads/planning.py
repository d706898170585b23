"""Between the rules of leads and their actions: rows not yet written, evidence read, the rule's step with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.planning import PlanValues, columns
from rightday.agenda.rules import Numbers
from rightday.db import bulk
from rightday.kernel import days
from rightday.leads import rules
from rightday.leads.lead_words import words_of
from rightday.leads.lists.models import LeadWord
from rightday.leads.models import Evidence, Lead
from rightday.leads.process import steps as process_steps
from rightday.leads.process.queries import process_of, working_days_of
from rightday.leads.rules import Grade, HeardEvidence, Holds, Piece, Shows
from rightday.people.models import Person
from rightday.people.queries import place_of, zone_of
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
                lead.id, one.shows._value_, one.words, one.said_by.pk if one.said_by else None, one.said_by_words[:120],
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
    """`pieces_of` for many leads, by their ids, in one statement.

    Put in order here: asked for rows in the order of their ids, SQLite walks over all of the agency's.
    """
    zone = agencies.here().zone
    found: dict[int, list[Piece]] = {pk: [] for pk in leads}
    rows = Evidence.objects.filter(lead_id__among=found).values_list("id", "lead_id", "shows", "true_on", "recorded_at")
    for _, lead_id, shows, true_on, at in sorted(rows):
        found[lead_id].append(Piece(Shows(shows), true_on, clock.day_in(zone, at)))
    return found


def write_words(leads: Sequence[Lead], *, anew: bool = False) -> None:
    """The words by which leads are found as a skill; `anew` for ones that had a title before."""
    if anew:
        LeadWord.objects.filter(lead_id__among=[lead.pk for lead in leads]).delete()
    rows = [(word, lead.pk) for lead in leads for word in words_of(lead.title)]
    bulk.insert_values(LeadWord, ("word", "lead_id"), rows)


class _Same:
    """Numbers of an agency as a key: the very same object. `agencies.numbers` gives it while nobody changes them."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it


class Planner:
    """Dates and default steps for many new leads on one day: equal evidence at equal places is reckoned once."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._holds, self._score = _Same(agencies.numbers(Holds, "grades")), _Same(agencies.numbers(Numbers, "score"))
        self._strangers: dict[Any, tuple[rules.Dates, rules.StepRule, dict[str, Any]]] = {}

    def dates(self, heard: Iterable[HeardEvidence]) -> rules.Dates:
        return _dates_of(tuple([(one.shows.value, one.true_on) for one in heard]), self.today, self._holds)

    def step(self, heard: Iterable[HeardEvidence], person: Person) -> rules.StepRule:
        """`default_step` of a lead that nobody has spoken about today."""
        said = tuple([(one.shows.value, one.true_on) for one in heard])
        return _step_of(said, self.today, place_of(person), self._holds, self._score)

    def of_stranger(
        self, heard: Iterable[HeardEvidence], person: Person, subject: str
    ) -> tuple[rules.Dates, dict[str, Any]]:
        """Dates and the columns of the default step, for somebody nobody has dialled yet and who refuses nothing."""
        said, place = tuple([(one.shows._value_, one.true_on) for one in heard]), place_of(person)
        company = person.company
        key = said, place, company.works_with_agencies if company else None
        if key not in self._strangers:
            rule = _step_of(said, self.today, place, self._holds, self._score)
            step = columns(person, company, self._score.it, **plan_values(rule, "", introduced=False))
            self._strangers[key] = _dates_of(said, self.today, self._holds), rule, step
        found, rule, step = self._strangers[key]
        return found, step | {
            "person": person, "company": company, "subject": (rule.subject or subject)[:200], "zone": zone_of(person),
        }  # fmt: skip


_Said = tuple[tuple[str, date], ...]


@lru_cache(maxsize=8192)
def _dates_of(said: _Said, today: date, holds: _Same) -> rules.Dates:
    return rules.dates([Piece(Shows(shows), true_on, today) for shows, true_on in said], holds.it)


@lru_cache(maxsize=8192)
def _step_of(said: _Said, today: date, place: days.Place, holds: _Same, score: _Same) -> rules.StepRule:
    pieces = [Piece(Shows(shows), true_on, today) for shows, true_on in said]
    return rules.step_for(
        _dates_of(said, today, holds),
        pieces,
        today,
        add_days=lambda day, n: days.add_working_days(day, n, place),
        numbers=score.it,
    )


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


def next_for(lead: Lead, today: date, *, pieces: Iterable[Piece] | None = None, spoken: bool = False) -> rules.StepRule:
    """The default next step of a lead: its hiring process's call or its evidence's, whichever is to go first.

    Asked of others where they want no call about it. `pieces`: its evidence, read here unless given; `spoken`: we
    have just talked. No statement more than for the evidence where nothing is known of a process.
    """
    found = list(pieces_of(lead) if pieces is None else pieces)
    process, person, add = process_of(lead), lead.person, working_days_of(lead.person)
    confirms = spoken or (process is not None and _talked_since_hot(lead))
    rule = default_step(lead.dates, found, person, today, spoken=confirms)
    talked_at = person.last_talk_at
    if lead.uncalled_on is not None:
        return process_steps.find_out(process, rule, lead.uncalled_on, today, add=add, talked_at=talked_at)
    if process is None:
        return rule
    first = lead.grade_on(today) is Grade.HOT or (lead.last_talk_on is None and not spoken)
    return process_steps.next_step(process, rule, today, add=add, first=first, talked_at=talked_at, spoken=spoken)


def _talked_since_hot(lead: Lead) -> bool:
    """Whether they have been reached since the fact that makes the lead hot: then it waits to be confirmed."""
    if lead.last_talk_on is None or lead.hot_until is None:
        return False
    return lead.last_talk_on >= lead.hot_until - timedelta(days=agencies.numbers(Holds, "grades").hot)


def plan_values(rule: rules.StepRule, subject: str, *, introduced: bool) -> PlanValues:
    """A rule's step in the words of the agenda; `subject` where the rule names none."""
    return {
        "kind": rule.kind, "reason": rule.reason, "why": rule.why, "objective": rule.objective,
        "fact_on": rule.fact_on, "due": rule.due, "holds_until": rule.holds_until, "then": rule.then,
        "subject": rule.subject or subject, "introduced": introduced, "weight": rule.weight, "agreed": rule.agreed,
    }  # fmt: skip
