"""Whatever is done in whatever order: exactly one next step or one end, and stages that never lie."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rightday.agencies.once import Stale
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders.placements import actions as placements
from rightday.joborders.placements.models import Placement
from rightday.joborders.placements.rules import End, Side
from rightday.joborders.rules import Stage
from rightday.joborders.submittals import actions
from rightday.joborders.submittals.models import Interview, Offer, Submittal
from rightday.joborders.submittals.rules import Held, How, OfferAnswer, Stop, Wanted
from rightday.team.rules import Refused
from tests import desk

DAY = timedelta(days=1)


def _first(rows):
    return rows.order_by("-id").first()


def _interview(act):
    def done(it, by):
        row = _first(Interview.objects.filter(submittal=it))
        return act(row, by) if row is not None else None

    return done


def _offer(act):
    def done(it, by):
        row = _first(Offer.objects.filter(submittal=it))
        return act(row, by) if row is not None else None

    return done


def _placed(act):
    def done(it, by):
        row = _first(Placement.objects.filter(submittal=it))
        return act(row, by) if row is not None else None

    return done


VERBS = {
    "arrange_past": lambda it, by: actions.arrange(it, starts=timezone.now() - DAY, how=How.VIDEO, by=by),
    "arrange_soon": lambda it, by: actions.arrange(
        it, starts=timezone.now() - timedelta(hours=1), how=How.PHONE, by=by
    ),
    "arrange_ahead": lambda it, by: actions.arrange(it, starts=timezone.now() + 3 * DAY, how=How.ON_SITE, by=by),
    "move": _interview(lambda row, by: actions.move(row, starts=timezone.now() - 2 * DAY, by=by)),
    "cancel": _interview(lambda row, by: actions.cancel(row, words="", by=by)),
    "missed": _interview(lambda row, by: actions.missed(row, words="", by=by)),
    "prepare": _interview(lambda row, by: actions.prepare(row, parts={}, done=True, by=by)),
    "debrief": _interview(lambda row, by: actions.debrief(row, words="Good", wanted=Wanted.YES, by=by)),
    "skip": _interview(lambda row, by: actions.skip_debrief(row, by=by)),
    "yes": _interview(lambda row, by: actions.feedback(row, forward=True, words="", by=by)),
    "not_yet": _interview(lambda row, by: actions.feedback(row, forward=None, words="", by=by)),
    "no": _interview(lambda row, by: actions.feedback(row, forward=False, words="", by=by)),
    "offer": lambda it, by: actions.offer(it, by=by),
    "written": _offer(lambda row, by: actions.edit_offer(row, written_on=timezone.localdate(), by=by)),
    "accept": _offer(lambda row, by: actions.answer_offer(row, answer=OfferAnswer.ACCEPTED, by=by)),
    "decline": _offer(lambda row, by: actions.answer_offer(row, answer=OfferAnswer.DECLINED, by=by)),
    "go_on": _offer(lambda row, by: actions.answer_offer(row, answer=OfferAnswer.WITHDRAWN, by=by, goes_on=True)),
    "resigns": _offer(lambda row, by: actions.plan_resignation(row, on=timezone.localdate() + DAY, by=by)),
    "resigned": _offer(lambda row, by: actions.resigned(row, on=timezone.localdate(), by=by)),
    "stop": lambda it, by: actions.stop(it, kind=Stop.CANDIDATE_NO, words="", by=by),
    "unstop": lambda it, by: actions.unstop(it, by=by),
    "place": lambda it, by: placements.place(it, by=by, starts_on=timezone.localdate()),
    "came": _placed(lambda row, by: placements.start_check(row, side=Side.CONSULTANT, came=True, by=by)),
    "absent": _placed(lambda row, by: placements.start_check(row, side=Side.CLIENT, came=False, by=by)),
    "later": _placed(lambda row, by: placements.move_start(row, starts_on=timezone.localdate() + 30 * DAY, by=by)),
    "no_show": _placed(lambda row, by: placements.end(row, kind=End.NO_SHOW, on=timezone.localdate(), by=by)),
    "left": _placed(lambda row, by: placements.end(row, kind=End.CONSULTANT, on=timezone.localdate(), by=by)),
    "unend": _placed(lambda row, by: placements.unend(row, by=by)),
}


BEGUN = (
    (), ("arrange_past", "debrief", "yes"), ("offer", "accept"), ("offer", "accept", "place"),
    ("offer", "accept", "place", "came"),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begun=st.sampled_from(BEGUN), verbs=st.lists(st.sampled_from(sorted(VERBS)), min_size=1, max_size=12))
@example(begun=("offer", "accept", "place", "came"), verbs=["later", "left", "unend"])
@example(begun=("offer", "accept", "place"), verbs=["absent", "no_show", "unend", "came"])
def test_any_order_of_verbs_leaves_one_step_or_one_end_and_no_stage_lies(inside, begun, verbs):
    with transaction.atomic():
        order = desk.order(inside.sam, inside.martin)
        it = desk.submittal(
            order, desk.candidate(inside.priya, desk.someone()), submitted_on=timezone.localdate() - 10 * DAY
        )
        for verb in (*begun, *verbs):
            it = Submittal.objects.select_related("order", "candidate__person").get(pk=it.pk)
            with suppress(Refused, Stale), transaction.atomic():
                VERBS[verb](it, inside.sam)
            _holds(Submittal.objects.get(pk=it.pk))
        transaction.set_rollback(True)


def _holds(it: Submittal) -> None:
    placed = Placement.objects.filter(submittal=it).first()
    steps = NextStep.objects.filter(of__in=[Of.SUBMITTAL, Of.PLACEMENT])
    held = {one for one in (it.next_step_id, placed.next_step_id if placed else None) if one}
    assert set(steps.values_list("pk", flat=True)) == held
    assert (it.next_step_id is None) == (it.stop_id is not None)
    rounds = list(it.interviews.filter(held__in=[Held.PLANNED, Held.HELD]))
    accepted = it.offers.filter(answer=OfferAnswer.ACCEPTED).exists()
    if placed is not None and placed.started_on:
        assert it.stage == Stage.STARTED
    elif accepted:
        assert it.stage == Stage.ACCEPTED
    elif it.offers.exists():
        assert it.stage == Stage.OFFER
    else:
        expected = (
            Stage.SUBMITTED if not rounds else Stage.FURTHER_INTERVIEW if len(rounds) > 1 else Stage.FIRST_INTERVIEW
        )
        assert it.stage == expected
    assert it.round == max((one.round for one in rounds), default=0)
    assert (it.accepted_on is not None) == accepted
    if it.stop_id and it.stop.kind == Stop.PLACED:
        assert placed is not None
