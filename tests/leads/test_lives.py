"""Whole lives of leads: whatever is done to them in whatever order, an open one has exactly one next step.

A new verb joins by a line in ACTS: a function of a Desk and a draw of numbers, which may raise what REFUSED lists.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.agenda import queries as agenda
from rightday.agenda.models import NextStep
from rightday.agenda.rules import DoNotCall, Kind
from rightday.calls import actions as calls
from rightday.calls.models import Call
from rightday.calls.rules import REACHED, CannotUndo, Result, Said
from rightday.db.row_security import enter
from rightday.insight.periods import Period
from rightday.insight.queries_history import history
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Lead
from rightday.leads.process import actions as process
from rightday.leads.process import actions_track
from rightday.leads.process.actions_track import Fell
from rightday.leads.process.heard import MilestoneHeard
from rightday.leads.process.queries import is_tracked, known_of, template_of_lead, track_of
from rightday.leads.process.rules import Failure, Filler, Stage
from rightday.leads.process.track import OutOfOrder, awaited
from rightday.leads.rules import Ending, HeardEvidence, Shows
from rightday.leads.watching.queries import to_find_out
from rightday.people import actions as people
from rightday.people.models import Person
from rightday.people.rules import Answer, Channel
from rightday.team import queries as team
from tests.conftest import Cast, cast

REFUSED = (Stale, OutOfOrder, DoNotCall, CannotUndo)
"""What an action may answer; anything else is a fault."""
BEGIN = datetime(2026, 11, 24, 9, 40)


class Draw(NamedTuple):
    """Numbers from which an act chooses: a lead, a place, a day beside today, one of its choices."""

    lead: int
    place: int
    days: int
    choice: int
    yes: bool


class Desk:
    """An agency with leads, and a clock that moves on."""

    def __init__(self, ours: Cast, clock: Any) -> None:
        self.cast, self.clock = ours, clock
        self.by = ours.sam
        self.fell: tuple[int, Fell] | None = None
        for title in ("Java", "Site reliability"):
            self.create(title, [Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING])

    @property
    def today(self) -> date:
        return team.today(self.by)

    def create(self, title: str, shows: list[Shows]) -> None:
        person = Person.objects.select_related("company").get(pk=self.cast.martin.pk)
        heard = [HeardEvidence(one, "", self.today) for one in shows]
        leads.create(person, heard=heard, title=title, by=self.by)

    def lead(self, draw: Draw) -> Lead:
        found = Lead.objects.select_related("next_step", "outcome", "person__company", "company", "owner")
        rows = list(found.order_by("id"))
        return rows[draw.lead % len(rows)]

    def person(self) -> Person:
        return Person.objects.select_related("company").get(pk=self.cast.martin.pk)

    def check(self) -> None:
        """What must hold at any moment."""
        rows = list(Lead.objects.select_related("next_step", "person", "template").order_by("id"))
        open_ = [lead for lead in rows if lead.next_step_id is not None]
        assert all((lead.next_step_id is None) is (lead.outcome_id is not None) for lead in rows)
        assert set(NextStep.objects.values_list("pk", flat=True)) == {lead.next_step_id for lead in open_}
        assert not [lead for lead in open_ if lead.person.do_not_call]
        for lead in rows:
            self._counted(lead)
            self._stands(lead)
        for lead in open_:
            assert (lead.next_step.kind == Kind.FIND_OUT) is (lead.uncalled_on is not None)
            assert lead.next_step.why and lead.next_step.objective and lead.next_step.weight >= 1
        every = Period(date(2026, 11, 1), date(2031, 12, 31))
        assert history(every, on=self.today, whose=None).tally.total == len(rows)
        self._sheets({lead.next_step_id for lead in open_ if lead.uncalled_on is not None})

    def _counted(self, lead: Lead) -> None:
        made = list(Call.objects.filter(lead=lead, undone_at=None).order_by("id"))
        talks = [call.day for call in made if Result(call.result) in REACHED and "others" not in call.before]
        assert lead.call_count == len(made)
        assert lead.last_call_on == (made[-1].day if made else None)
        assert lead.last_talk_on == (talks[-1] if talks else None)

    def _stands(self, lead: Lead) -> None:
        known, template = known_of(lead), template_of_lead(lead)
        here = awaited(template, known)
        assert lead.milestone == here and lead.stage == template.stage_of(here)
        track = track_of(lead.pk)
        assert len(track.falls) == lead.round - 1
        if is_tracked(lead) and track.awaited is not None and here > 1:
            assert lead.milestone_on == track.awaited.expected

    def _sheets(self, uncalled: set[int | None]) -> None:
        on = self.today + timedelta(days=800)
        listed: set[int] = set()
        for member in (self.cast.sam, self.cast.priya, self.cast.jo):
            sheet = agenda.sheet(member, on=on, now=datetime.now().astimezone(), shown=100)
            shown = {row.id for row in (*sheet.now, *sheet.later)}
            assert not shown & uncalled
            listed |= {row.href for row in to_find_out(member, on).rows}
        assert listed == {f"/today/{pk}/" for pk in uncalled}


def hear(desk: Desk, draw: Draw) -> None:
    kinds = [Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.NOT_INTERVIEWING, Shows.RUMOUR, Shows.PROJECT, Shows.PLAN]
    said_by = desk.person() if draw.yes else None
    heard = HeardEvidence(kinds[draw.choice % len(kinds)], "", desk.today - timedelta(days=abs(draw.days)), said_by)
    leads.add_evidence(desk.lead(draw), heard=heard, by=desk.by)


def expect(desk: Desk, draw: Draw) -> None:
    lead, day = desk.lead(draw), desk.today + timedelta(days=draw.days)
    process.expect(
        lead, place=draw.place, day=None if draw.choice == 0 else day, seen=lead.version, by=desk.by,
        call_on=day if draw.yes else None,
    )  # fmt: skip


def reach(desk: Desk, draw: Draw) -> None:
    lead, on = desk.lead(draw), desk.today - timedelta(days=abs(draw.days) // 3)
    answer = "no" if draw.choice == 0 else ""
    process.reach(lead, place=draw.place, on=on, answer=answer, seen=lead.version, by=desk.by)


def unreach(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    done = [place for place, fact in known_of(lead).items() if fact.done_on is not None]
    place = done[draw.choice % len(done)] if done and draw.yes else draw.place
    process.unreach(lead, place=place, seen=lead.version, by=desk.by)


def note(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    process.note_milestone(lead, place=draw.place, words="Two panels", seen=lead.version, by=desk.by)


def fall_back(desk: Desk, draw: Draw) -> None:
    lead, why = desk.lead(draw), list(Failure)[draw.choice % len(Failure)]
    process.fall_back(lead, place=draw.place, why=why, on=desk.today, seen=lead.version, by=desk.by)


def fail(desk: Desk, draw: Draw) -> None:
    """As the dialog does it, with the way back kept."""
    lead, why = desk.lead(draw), list(Failure)[draw.choice % len(Failure)]
    if lead.next_step_id is None:
        return
    filler = [None, *Filler][draw.days % (len(Filler) + 1)]
    fell = actions_track.fail_milestone(
        lead, place=draw.place, why=why, on=desk.today, filler=filler, rival="Harrow & Pike", seen=lead.version, by=desk.by
    )  # fmt: skip
    desk.fell = (lead.pk, fell)


def unfail(desk: Desk, draw: Draw) -> None:
    if desk.fell is not None:
        pk, fell = desk.fell
        actions_track.unfail_milestone(Lead.objects.get(pk=pk), fell=fell, by=desk.by)


def name_filler(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    who = [None, *Filler][draw.choice % 4]
    process.name_filler(lead, filler=who, who="Brightline", seen=lead.version, by=desk.by)


def move(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    process.move(lead, stage=Stage(draw.place % 8 + 1), seen=lead.version, by=desk.by)


def another_vacancy(desk: Desk, draw: Draw) -> None:
    if Lead.objects.count() < 4:
        process.another_vacancy(desk.lead(draw), title="Another", by=desk.by)


def found_out(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    process.found_out(lead, words="Still looking", seen=lead.version, by=desk.by)


def may_call(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    process.may_call(lead, seen=lead.version, by=desk.by)


def call(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    if lead.next_step_id is None or (lead.uncalled_on is not None and not draw.yes):
        return
    result = list(Result)[draw.choice % len(Result)]
    day = desk.today + timedelta(days=abs(draw.days)) if draw.days % 2 else None
    told = None
    if draw.place % 3 == 0:
        told = MilestoneHeard(place=draw.place, reached_on=desk.today if draw.yes else None, expected=day)
    if draw.place == 12:
        told = MilestoneHeard(place=draw.place, failure=Failure.NO_SHOW)
    said = Said(day, time(10) if draw.yes else None, [None, True, False][draw.lead % 3])
    calls.log_result(lead.next_step_id, result=result, by=desk.by, said=said, milestone=told)


def decline(desk: Desk, draw: Draw) -> None:
    """Not interested, and asked not to be called about it."""
    lead = desk.lead(draw)
    if lead.next_step_id is not None:
        calls.log_result(lead.next_step_id, result=Result.NOT_INTERESTED, by=desk.by, said=Said(may_call=False))


def undo(desk: Desk, draw: Draw) -> None:
    last = Call.objects.order_by("-id").first()
    if last is not None:
        calls.undo(last.pk, by=desk.by)


def refuse_or_allow(desk: Desk, draw: Draw) -> None:
    if draw.yes:
        leads.refuse(desk.person(), words="", by=desk.by)
    else:
        people.record_permission(
            desk.person(), channel=Channel.PHONE, answer=Answer.GIVEN, by=desk.by, on=desk.today, words="", purpose=""
        )


def end(desk: Desk, draw: Draw) -> None:
    kinds = [one for one in Ending if one is not Ending.DO_NOT_CONTACT]
    leads.end(desk.lead(draw), kind=kinds[draw.choice % len(kinds)], on=desk.today, by=desk.by)


def reopen(desk: Desk, draw: Draw) -> None:
    leads.reopen(desk.lead(draw), by=desk.by)


def change_step(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    due = desk.today + timedelta(days=abs(draw.days))
    leads.change_step(lead, seen_step=lead.next_step_id or 0, due=due, by=desk.by, agreed=draw.yes)


def edit(desk: Desk, draw: Draw) -> None:
    lead = desk.lead(draw)
    owner = [desk.cast.sam, desk.cast.priya, desk.cast.jo][draw.choice % 3]
    leads.edit(lead, seen=lead.version, by=desk.by, title="Changed", owner=owner)


def days_pass(desk: Desk, draw: Draw) -> None:
    desk.clock.shift(timedelta(days=abs(draw.days)))


ACTS: list[Callable[[Desk, Draw], None]] = [
    hear, expect, reach, unreach, note, fall_back, fail, unfail, name_filler, move, another_vacancy, found_out, may_call,
    call, decline, undo, refuse_or_allow, end, reopen, change_step, edit, days_pass,
]  # fmt: skip
OFTEN = [expect, reach, call, decline, days_pass, fall_back, fail, unfail, move]
DRAWS = st.builds(
    Draw, st.integers(0, 5), st.integers(1, 13), st.integers(-30, 40), st.integers(0, 12), st.booleans()
)  # fmt: skip
LIVES = st.lists(st.tuples(st.sampled_from([*ACTS, *OFTEN]), DRAWS), min_size=4, max_size=14)


class Over(Exception):
    """Takes one life back, so that the next one begins with an empty book."""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(LIVES)
def test_an_open_lead_always_has_its_one_next_step(db: None, life: list[tuple[Any, Draw]]) -> None:
    with time_machine.travel(BEGIN, tick=False) as clock:
        try:
            with transaction.atomic():
                live(life, clock)
                raise Over
        except Over:
            pass


def live(life: list[tuple[Any, Draw]], clock: Any) -> None:
    ours = cast("Brightwater")
    with enter(ours.agency), agencies.at_hand(ours.agency):
        desk = Desk(ours, clock)
        desk.check()
        for act, draw in life:
            clock.shift(timedelta(minutes=1))
            try:
                with transaction.atomic():
                    act(desk, draw)
            except REFUSED:
                pass
            desk.check()


def test_every_act_does_something(db: None) -> None:
    """A life in which each verb succeeds at least once: none of them is refused by itself."""
    Lead_, yes, no = 0, True, False
    acts: list[tuple[Any, Draw]] = [
        (hear, Draw(Lead_, 1, 0, 0, no)), (expect, Draw(Lead_, 4, 6, 1, yes)), (note, Draw(Lead_, 4, 0, 0, no)),
        (reach, Draw(Lead_, 3, 0, 1, no)), (unreach, Draw(Lead_, 3, 0, 0, no)), (move, Draw(Lead_, 4, 0, 0, no)),
        (name_filler, Draw(Lead_, 1, 0, 2, no)), (fall_back, Draw(Lead_, 12, 0, 3, no)),
        (fail, Draw(Lead_, 12, 1, 3, no)), (unfail, Draw(Lead_, 12, 0, 0, no)),
        (another_vacancy, Draw(Lead_, 1, 0, 0, no)), (edit, Draw(Lead_, 1, 0, 0, no)),
        (change_step, Draw(1, 1, 5, 0, yes)), (call, Draw(1, 1, 4, 4, yes)), (undo, Draw(1, 1, 0, 0, no)),
        (decline, Draw(2, 1, 0, 0, no)), (found_out, Draw(2, 1, 0, 0, no)), (may_call, Draw(2, 1, 0, 0, no)),
        (end, Draw(1, 1, 0, 0, no)), (reopen, Draw(1, 1, 0, 0, no)), (days_pass, Draw(0, 1, 3, 0, no)),
        (refuse_or_allow, Draw(0, 1, 0, 0, yes)),
    ]  # fmt: skip
    with time_machine.travel(BEGIN, tick=False) as clock:
        ours = cast("Brightwater")
        with enter(ours.agency):
            desk = Desk(ours, clock)
            for act, draw in acts:
                clock.shift(timedelta(minutes=1))
                act(desk, draw)
                desk.check()
            assert not Lead.objects.open().exists()
            assert Evidence.objects.exists()
    assert {act for act, _ in acts} == set(ACTS)
