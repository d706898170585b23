"""The ledger by hand: each line once approved, once paid, never changed, never deleted."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from rightday.db.row_security import enter
from rightday.kernel.money import Money
from rightday.leads.incentives.actions_ledger import MOST, add_line, approve, correct, decline, pay
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from rightday.leads.incentives.rules import Mark, State, state_of
from rightday.team import actions as team_actions
from rightday.team.rules import NotAllowed, Refused, Role
from rightday.timeline.models import Event
from tests.conftest import cast
from tests.threads import together

FIFTY = Money(5_000, "GBP")


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


@pytest.fixture
def line(inside) -> LedgerLine:
    return add(inside)


@pytest.fixture
def becca(inside):
    """A manager: Jo, promoted."""
    type(inside.jo).objects.filter(pk=inside.jo.pk).update(role=Role.MANAGER)
    inside.jo.refresh_from_db()
    return inside.jo


def add(ours, earner=None, **more) -> LedgerLine:
    return add_line(earner or ours.priya, **({"pay": FIFTY, "words": "Told us of Orbital", "by": ours.sam} | more))


def states() -> list[tuple[int, str]]:
    return list(LedgerLine.objects.with_state().order_by("number").values_list("number", "state"))


def test_a_line_by_hand_waits_for_approval(inside, line):
    assert (line.number, line.amount, line.currency, line.earner, line.made_by) == (
        1,
        5_000,
        "GBP",
        inside.priya,
        inside.sam,
    )
    assert states() == [(1, "to_approve")]
    other = add(inside, inside.martin, words="  A  word ", lead=7)
    assert (other.number, other.earner, other.words, other.lead) == (2, inside.martin, "A word", 7)
    assert Event.objects.filter(verb="incentive.added").count() == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"pay": Money(0, "GBP")}, "more than nothing"),
        ({"pay": Money(-1, "GBP")}, "more than nothing"),
        ({"pay": Money(MOST + 1, "GBP")}, "less than a hundred million"),
        ({"words": "  "}, "Say what it is for"),
    ],
)
def test_what_cannot_be_a_line(inside, more, said):
    with pytest.raises(Refused, match=said):
        add(inside, **more)
    assert LedgerLine.objects.count() == 0


def test_only_managers_and_owners_write(inside, line):
    for act in (
        lambda by: add(inside, by=by),
        lambda by: correct(line, words="x", by=by),
        lambda by: approve([line.pk], by=by),
        lambda by: decline(line.pk, words="x", by=by),
        lambda by: pay([line.pk], words="", by=by),
    ):
        with pytest.raises(NotAllowed):
            act(inside.priya)
    assert states() == [(1, "to_approve")]


def test_approved_then_paid_each_once(inside, line):
    with pytest.raises(Refused, match="Line 1 is not approved"):
        pay([line.pk], words="with salary", by=inside.sam)
    approve([line.pk], by=inside.sam)
    with pytest.raises(Refused, match="Line 1 is approved already"):
        approve([line.pk], by=inside.sam)
    pay([line.pk], words=" with  salary", by=inside.sam)
    for _ in range(2):
        with pytest.raises(Refused, match="Line 1 is paid already, and a line is paid once"):
            pay([line.pk], words="again", by=inside.sam)
    marks = LedgerMark.objects.order_by("id").values_list("kind", "words", "by")
    assert list(marks) == [("approved", "", inside.sam.pk), ("paid", "with salary", inside.sam.pk)]
    verbs = Event.objects.filter(verb__startswith="incentive.").order_by("id").values_list("verb", "data__lines")
    assert list(verbs)[1:] == [("incentive.approved", "line 1"), ("incentive.paid", "line 1")]


def test_one_of_many_that_cannot_be_stops_all(inside, line):
    other = add(inside)
    approve([line.pk], by=inside.sam)
    with pytest.raises(Refused):
        approve([line.pk, other.pk], by=inside.sam)
    with pytest.raises(Refused):
        pay([line.pk, other.pk], words="", by=inside.sam)
    assert states() == [(1, "to_pay"), (2, "to_approve")]


def test_many_are_said_shortly(inside):
    lines = [add(inside).pk for _ in range(12)]
    approve(lines, by=inside.sam)
    said = Event.objects.get(verb="incentive.approved").data
    assert (said["lines"], said["numbers"]) == ("lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more", [*range(1, 13)])
    assert approve([], by=inside.sam) == []


def test_a_line_that_is_not_there(inside, line):
    with pytest.raises(LedgerLine.DoesNotExist):
        approve([line.pk, 999_999], by=inside.sam)


def test_nobody_approves_their_own_but_an_owner(inside, becca):
    own = add(inside, becca)
    with pytest.raises(Refused, match="Line 1 is your own"):
        approve([own.pk], by=becca)
    owners = add(inside, inside.sam)
    approve([owners.pk], by=inside.sam)
    approve([add(inside, inside.priya).pk], by=becca)
    approve([own.pk], by=inside.sam)
    assert {state for _, state in states()} == {"to_pay"}


def test_declined_with_a_reason_and_then_done(inside, line):
    with pytest.raises(Refused, match="Say why"):
        decline(line.pk, words=" ", by=inside.sam)
    decline(line.pk, words="She is his wife", by=inside.sam)
    for act in (
        lambda: approve([line.pk], by=inside.sam),
        lambda: pay([line.pk], words="", by=inside.sam),
        lambda: decline(line.pk, words="x", by=inside.sam),
        lambda: correct(line, words="x", by=inside.sam),
    ):
        with pytest.raises(Refused, match="Line 1 was declined"):
            act()
    assert states() == [(1, "declined")]


def test_an_unapproved_line_taken_back_waits_for_nobody(inside, line):
    (back,) = correct(line, words="Counted twice", by=inside.sam)
    assert (back.amount, back.corrects, back.earner) == (-5_000, line, inside.priya)
    assert states() == [(1, "closed"), (2, "closed")]
    with pytest.raises(Refused, match="Line 1 was taken back"):
        approve([line.pk], by=inside.sam)
    with pytest.raises(Refused, match="Line 1 was taken back by line 2 already"):
        correct(line, words="again", by=inside.sam)
    with pytest.raises(Refused, match="Line 2 is a correction itself"):
        correct(back, words="again", by=inside.sam)


def test_what_it_should_have_been_is_a_line_of_its_own(inside, line):
    approve([line.pk], by=inside.sam)
    back, right = correct(line, words="It was thirty", right=Money(3_000, "GBP"), by=inside.sam)
    assert (back.amount, right.amount, right.earns) == (-5_000, 3_000, "by_hand")
    assert states() == [(1, "to_pay"), (2, "to_pay"), (3, "to_approve")]


def test_a_line_and_its_correction_are_paid_together(inside, line):
    approve([line.pk], by=inside.sam)
    (back,) = correct(line, words="Counted twice", by=inside.sam)
    pay([line.pk], words="nothing", by=inside.sam)
    assert states() == [(1, "paid"), (2, "paid")]
    other = add(inside)
    approve([other.pk], by=inside.sam)
    (back,) = correct(other, words="Counted twice", by=inside.sam)
    pay([back.pk], words="nothing", by=inside.sam)
    assert states()[2:] == [(3, "paid"), (4, "paid")]


def test_what_was_paid_and_taken_back_is_owed_until_it_is_kept_back(inside, line):
    approve([line.pk], by=inside.sam)
    pay([line.pk], words="with salary", by=inside.sam)
    (back,) = correct(line, words="It was not so", by=inside.sam)
    assert states() == [(1, "paid"), (2, "to_pay")]
    pay([back.pk], words="kept back in December", by=inside.sam)
    assert states() == [(1, "paid"), (2, "paid")]


def test_the_database_refuses_a_second_mark_whoever_makes_it(inside, line, monkeypatch):
    approve([line.pk], by=inside.sam)
    seen = list(LedgerLine.objects.with_state())
    pay([line.pk], words="first", by=inside.sam)
    monkeypatch.setattr("rightday.leads.incentives.actions_ledger._locked", lambda lines: seen)  # as one saw it before
    with pytest.raises(Refused, match="Somebody else has done that"):
        pay([line.pk], words="second", by=inside.sam)
    assert LedgerMark.objects.filter(kind="paid").count() == 1


def test_eight_at_once_pay_once(at_once):
    ours = cast("Ours")
    with enter(ours.agency):
        one = add(ours)
        approve([one.pk], by=ours.sam)

    def pay_it(i):
        with enter(ours.agency):
            return pay([one.pk], words=str(i), by=ours.sam)

    results = sorted(type(result).__name__ for result in together(8, pay_it))
    assert results == ["Refused"] * 7 + ["list"], results
    with enter(ours.agency):
        assert LedgerMark.objects.filter(kind="paid").count() == 1


def test_somebody_who_left_is_still_paid(inside, line):
    team_actions.leave(inside.priya, seen=inside.priya.version, by=inside.sam)
    approve([line.pk], by=inside.sam)
    pay([line.pk], words="by transfer", by=inside.sam)
    assert states() == [(1, "paid")]


ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "correct", "right", "approve", "decline", "pay"]), st.integers(0, 5)),
    max_size=14,
)  # fmt: skip


@given(ACTS)
@tries(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_lines_stay_as_written_and_states_agree_with_the_rule(inside, acts):
    """Random acts: no row is ever changed or deleted, numbers have no gap, SQL and Python say the same state."""
    LedgerMark.objects.all().delete()
    LedgerLine.objects.exclude(corrects=None).delete()
    LedgerLine.objects.all().delete()
    kept: dict[int, dict] = {}
    for act, which in acts:
        rows = list(LedgerLine.objects.order_by("number"))
        row = rows[which % len(rows)] if rows else None
        try:
            if act == "add" or row is None:
                add(inside, inside.martin if which % 2 else inside.priya, pay=Money(100 + which, "GBP"))
            elif act in ("correct", "right"):
                correct(row, words="Not so", right=Money(7, "GBP") if act == "right" else None, by=inside.sam)
            elif act == "approve":
                approve([row.pk], by=inside.sam)
            elif act == "decline":
                decline(row.pk, words="No", by=inside.sam)
            else:
                pay([row.pk], words="x", by=inside.sam)
        except Refused:
            pass
        now = {values["id"]: values for values in LedgerLine.objects.values()}
        assert all(now[pk] == values for pk, values in kept.items())
        kept = now
    lines = list(LedgerLine.objects.with_state().order_by("number"))
    assert [line.number for line in lines] == [*range(1, len(lines) + 1)]
    marks = {line.pk: [Mark(mark.kind) for mark in line.marks.all()] for line in lines}
    fixed = {line.corrects_id for line in lines if line.corrects_id}
    for line in lines:
        root = marks[line.corrects_id] if line.corrects_id else None
        assert State(line.state) is state_of(marks[line.pk], taken_back=line.pk in fixed, root=root)
        pair = [line.amount, *(other.amount for other in lines if other.corrects_id == line.pk)]
        assert len(pair) == 1 or sum(pair) == 0
