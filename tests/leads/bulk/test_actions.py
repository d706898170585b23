"""One thing done to many leads at once: the same as to each alone, in parts, and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies import queries as agencies
from rightday.agenda.rules import DoNotCall, Kind, Place
from rightday.leads import actions
from rightday.leads.bulk import actions as actions_bulk
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.rules import BulkKind
from rightday.leads.handoffs import actions as actions_handoff
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rules import Return
from rightday.leads.lists import actions_labels
from rightday.leads.lists.models import BulkAct
from rightday.leads.models import Lead
from rightday.leads.process import actions as actions_process
from rightday.leads.process.rules import Stage
from rightday.leads.process.track import OutOfOrder
from rightday.leads.rules import Ending
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import NotAllowed, Refused, Role
from tests.counting import counted
from tests.leads.many import fresh, last_event, picture, some_leads, told, working_day

MONDAY = timezone.make_aware(timezone.datetime(2026, 11, 23, 9, 30))


@pytest.fixture(autouse=True)
def on_monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def values_of(kind: BulkKind, cast, day: date) -> dict[str, object]:
    label = actions_labels.label_named("Priority", by=cast.sam)
    return {
        BulkKind.TODAY: {"due": team.today(cast.sam).isoformat()}, BulkKind.STEP: {"due": day.isoformat()},
        BulkKind.HAND: {"to": cast.jo.pk, "words": "Yours, I think"}, BulkKind.OWN: {"to": cast.priya.pk},
        BulkKind.MOVE: {"stage": Stage.INTERVIEWING.value}, BulkKind.LABEL: {"label": label.pk},
        BulkKind.UNLABEL: {"label": label.pk},
    }[kind]  # fmt: skip


def alone(kind: BulkKind, lead: Lead, cast, values) -> None:
    """The single action for one lead."""
    label = actions_labels.label_named("Priority", by=cast.sam)
    match kind:
        case BulkKind.TODAY | BulkKind.STEP:
            due = date.fromisoformat(values["due"])
            actions.change_step(lead, seen_step=lead.next_step_id, due=due, by=cast.sam)
        case BulkKind.HAND:
            actions_handoff.offer(lead, to=cast.jo, words=values["words"], seen=lead.version, by=cast.sam)
        case BulkKind.OWN:
            actions.edit(lead, seen=lead.version, by=cast.sam, title=lead.title, owner=cast.priya)
        case BulkKind.MOVE:
            actions_process.move(lead, stage=Stage(values["stage"]), seen=lead.version, by=cast.sam)
        case BulkKind.LABEL:
            actions_labels.put_on(lead, label=label, by=cast.sam)
        case BulkKind.UNLABEL:
            actions_labels.take_off(lead, label=label, by=cast.sam)


def lived(cast, lead: Lead, turn: int) -> None:
    """A past of its own, so that the leads of one act differ."""
    label = actions_labels.label_named("Priority", by=cast.sam)
    match turn % 8:
        case 1:
            actions_labels.put_on(lead, label=label, by=cast.sam)
        case 2:
            day = working_day(team.today(cast.sam), 5)
            actions_process.expect(lead, place=4, day=day, seen=lead.version, by=cast.sam)
        case 3:
            actions_process.reach(lead, place=2, on=team.today(cast.sam), seen=lead.version, by=cast.sam)
        case 4:
            actions_handoff.offer(lead, to=cast.priya, words="", seen=lead.version, by=cast.sam)
        case 5:
            offered = actions_handoff.offer(lead, to=cast.priya, words="", seen=lead.version, by=cast.sam)
            actions_handoff.give_back(offered, reason=Return.NO_NUMBER, words="", by=cast.priya)
        case 6:
            actions_process.move(lead, stage=Stage.OFFER, seen=lead.version, by=cast.sam)
        case 7:
            day = working_day(team.today(cast.sam), 3)
            actions.change_step(lead, seen_step=lead.next_step_id, due=day, by=cast.sam, agreed=turn > 8)


@pytest.mark.parametrize("kind", list(BulkKind))
def test_many_at_once_become_what_each_alone_becomes(inside, kind):
    day = working_day(team.today(inside.sam), 9)
    values = values_of(kind, inside, day)
    twins = [some_leads(inside, 16), some_leads(inside, 16)]
    for leads in twins:
        for turn, lead in enumerate(leads):
            lived(inside, lead, turn)
    together, one_by_one = ([lead.pk for lead in leads] for leads in twins)
    Person.objects.filter(pk=fresh(together[14]).person_id).update(do_not_call=False)
    since = last_event()
    act = actions_bulk.begin(kind, leads=together, values=values, by=inside.sam)
    left = {pk for pk, _ in act.skipped}
    assert act.finished_at
    assert len(left) < len(together)
    for mine, theirs in zip(together, one_by_one, strict=True):
        if mine in left:
            continue
        alone(kind, fresh(theirs), inside, values)
        assert picture(mine) == picture(theirs)
        assert told(mine, since) == told(theirs, since)


@pytest.mark.parametrize("kind", list(BulkKind))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    turns=st.lists(st.integers(0, 15), min_size=1, max_size=6), days=st.integers(1, 20), stage=st.sampled_from(Stage)
)
def test_an_act_and_its_undo_leave_every_lead_as_it_was(inside, kind, turns, days, stage):
    values = values_of(kind, inside, working_day(team.today(inside.sam), days))
    values |= {"stage": stage.value} if kind is BulkKind.MOVE else {}
    ids = []
    for turn in turns:
        (lead,) = some_leads(inside, 1, at=turn + 100)
        lived(inside, lead, turn)
        ids.append(lead.pk)
    before = {pk: without_offers(picture(pk), kind) for pk in ids}
    act = actions_bulk.begin(kind, leads=ids, values=values, by=inside.sam)
    back = actions_bulk.undo(act, by=inside.sam)
    assert (back.kept, back.undone) == ([], len(act.before))
    assert {pk: without_offers(picture(pk), kind) for pk in ids} == before
    assert Lead.objects.filter(pk__in=ids, next_step=None).count() == 0


def without_offers(shown, kind):
    """An offer that was made and taken back stays as history."""
    if kind is BulkKind.HAND:
        shown["offers"] = [one for one in shown["offers"] if one[4] != "withdrawn"]
    return shown


def test_an_offer_taken_back_waits_for_nobody(inside):
    (lead,) = some_leads(inside, 1)
    act = actions_bulk.begin(BulkKind.HAND, leads=[lead.pk], values={"to": inside.jo.pk}, by=inside.sam)
    assert HandOff.objects.waiting().count() == 1
    actions_bulk.undo(act, by=inside.sam)
    assert HandOff.objects.waiting().count() == 0


def test_what_has_changed_since_stays_and_is_listed(inside):
    one, other = some_leads(inside, 2)
    day = working_day(team.today(inside.sam), 8)
    act = actions_bulk.begin(BulkKind.STEP, leads=[one.pk, other.pk], values={"due": day.isoformat()}, by=inside.sam)
    later = working_day(day, 2)
    moved = fresh(one.pk)
    actions.change_step(moved, seen_step=moved.next_step_id, due=later, by=inside.priya)
    back = actions_bulk.undo(act, by=inside.sam)
    assert back.kept == [[one.pk, bulk_acts.MOVED_ON]]
    assert (fresh(one.pk).next_step.due, fresh(other.pk).next_step.due) == (later, other.next_step.due)


def test_an_answered_offer_stays(inside):
    lead, gone = some_leads(inside, 2)
    act = actions_bulk.begin(BulkKind.HAND, leads=[lead.pk, gone.pk], values={"to": inside.jo.pk}, by=inside.sam)
    actions_handoff.accept(HandOff.objects.get(lead=lead), by=inside.jo)
    HandOff.objects.filter(lead=gone).delete()
    back = actions_bulk.undo(act, by=inside.sam)
    assert back.kept == [[lead.pk, "Jo Lindqvist has answered already"], [gone.pk, bulk_acts.MOVED_ON]]
    assert fresh(lead.pk).owner == inside.jo


def test_a_label_that_somebody_took_off_since_is_listed(inside):
    (lead,) = some_leads(inside, 1)
    label = actions_labels.label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(BulkKind.LABEL, leads=[lead.pk], values={"label": label.pk}, by=inside.sam)
    actions_labels.take_off(lead, label=label, by=inside.priya)
    assert actions_bulk.undo(act, by=inside.sam).kept == [[lead.pk, bulk_acts.MOVED_ON]]


def test_nobody_who_said_no_is_put_on_a_sheet(inside):
    refused, found_out, other = some_leads(inside, 3)
    day = working_day(team.today(inside.sam), 6)
    for lead in (refused, found_out, other):
        actions.change_step(lead, seen_step=lead.next_step_id, due=day, by=inside.sam)
    Person.objects.filter(pk=refused.person_id).update(do_not_call=True)
    Lead.objects.filter(pk=found_out.pk).update(uncalled_on=team.today(inside.sam))
    step = fresh(found_out.pk).next_step
    step.kind, step.place = Kind.FIND_OUT.value, Place.OFF_SHEET.value
    step.save(update_fields=["kind", "place"])
    today = {"due": team.today(inside.sam).isoformat()}
    ids = [refused.pk, found_out.pk, other.pk]
    act = actions_bulk.begin(BulkKind.TODAY, leads=ids, values=today, by=inside.sam)
    assert act.skipped == [[refused.pk, bulk_acts.NO_CALLS], [found_out.pk, bulk_acts.ASK_OTHERS]]
    assert [had["lead"] for had in act.before] == [other.pk]
    with pytest.raises(DoNotCall):
        lead = fresh(refused.pk)
        actions.change_step(lead, seen_step=lead.next_step_id, due=team.today(inside.sam), by=inside.sam)


def test_a_day_that_was_agreed_stays(inside):
    (lead,) = some_leads(inside, 1)
    day = working_day(team.today(inside.sam), 3)
    actions.change_step(lead, seen_step=lead.next_step_id, due=day, by=inside.sam, agreed=True)
    today = {"due": team.today(inside.sam).isoformat()}
    act = actions_bulk.begin(BulkKind.TODAY, leads=[lead.pk], values=today, by=inside.sam)
    assert act.skipped == [[lead.pk, "a call is agreed for Thu 26 Nov"]]


def test_what_is_due_already_ended_or_gone_is_left_out_with_the_reason(inside):
    due, ended = some_leads(inside, 2)
    actions.change_step(due, seen_step=due.next_step_id, due=team.today(inside.sam), by=inside.sam)
    actions.end(ended, kind=Ending.CANCELLED, on=team.today(inside.sam), by=inside.sam)
    today = {"due": team.today(inside.sam).isoformat()}
    act = actions_bulk.begin(BulkKind.TODAY, leads=[due.pk, ended.pk, 987654], values=today, by=inside.sam)
    assert act.skipped == [[due.pk, bulk_acts.DUE_ALREADY], [ended.pk, bulk_acts.ENDED], [987654, bulk_acts.GONE]]
    assert actions_bulk.undo(act, by=inside.sam).finished_at


def test_another_agencys_lead_is_not_there(inside, theirs):
    from rightday.db.row_security import enter

    with enter(theirs.agency):
        (lead,) = some_leads(theirs, 1)
    label = actions_labels.label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(BulkKind.LABEL, leads=[lead.pk], values={"label": label.pk}, by=inside.sam)
    assert act.skipped == [[lead.pk, bulk_acts.GONE]]


def test_offers_that_cannot_be_are_left_out_in_the_words_of_one(inside):
    (mine,) = some_leads(inside, 1)
    (theirs,) = some_leads(inside, 1, owner=inside.jo, at=50)
    act = actions_bulk.begin(BulkKind.HAND, leads=[mine.pk, theirs.pk], values={"to": inside.sam.pk}, by=inside.sam)
    assert act.skipped == [
        [mine.pk, "This lead is yours already"],
        [theirs.pk, "A lead is handed to somebody else. To take it over, change its owner"],
    ]


def test_a_lead_that_a_process_cannot_put_there_is_left_out(inside, monkeypatch):
    def never(course, stage):
        raise OutOfOrder("The process of this lead has no milestone in that column.")

    (lead,) = some_leads(inside, 1)
    monkeypatch.setattr("rightday.leads.process.moves.move", never)
    act = actions_bulk.begin(BulkKind.MOVE, leads=[lead.pk], values={"stage": Stage.OFFER.value}, by=inside.sam)
    assert act.skipped == [[lead.pk, "The process of this lead has no milestone in that column"]]


def test_too_many_are_refused_with_the_number_and_nothing_is_done(inside):
    with pytest.raises(Refused, match="5,001 leads are selected, and 5,000 is the most"):
        actions_bulk.begin(BulkKind.LABEL, leads=range(1, 5_002), values={}, by=inside.sam)
    with pytest.raises(Refused, match="No lead is selected"):
        actions_bulk.begin(BulkKind.LABEL, leads=[], values={}, by=inside.sam)
    assert BulkAct.objects.count() == 0


def test_five_thousand_are_taken(inside):
    label = actions_labels.label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(BulkKind.LABEL, leads=range(1, 5_001), values={"label": label.pk}, by=inside.sam)
    assert (act.total, act.done, act.finished_at) == (5_000, bulk_acts.PART, None)


def test_somebody_who_has_left_gets_nothing(inside):
    (lead,) = some_leads(inside, 1)
    Member.objects.filter(pk=inside.jo.pk).update(left_at=timezone.now())
    for kind in (BulkKind.HAND, BulkKind.OWN):
        with pytest.raises(Refused, match="Jo Lindqvist has left"):
            actions_bulk.begin(kind, leads=[lead.pk], values={"to": inside.jo.pk}, by=inside.sam)


def test_only_managers_change_owners(inside):
    (lead,) = some_leads(inside, 1)
    with pytest.raises(NotAllowed):
        actions_bulk.begin(BulkKind.OWN, leads=[lead.pk], values={"to": inside.jo.pk}, by=inside.priya)
    Member.objects.filter(pk=inside.priya.pk).update(role=Role.MANAGER)
    priya = Member.objects.get(pk=inside.priya.pk)
    actions_bulk.begin(BulkKind.OWN, leads=[lead.pk], values={"to": inside.jo.pk}, by=priya)
    assert fresh(lead.pk).owner == inside.jo


def test_it_is_done_in_parts_and_goes_on_after_a_closed_laptop(inside, monkeypatch):
    monkeypatch.setattr(bulk_acts, "PART", 2)
    leads = some_leads(inside, 5)
    label = actions_labels.label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(
        BulkKind.LABEL, leads=[lead.pk for lead in leads], values={"label": label.pk}, by=inside.sam
    )
    done = [act.done]
    while act.finished_at is None:
        act = actions_bulk.go_on(act, by=inside.priya)
        done.append(act.done)
    assert done == [2, 4, 5]
    assert actions_bulk.go_on(act, by=inside.priya).done == 5
    assert sum(1 for lead in leads if picture(lead.pk)["labels"]) == 5
    back = actions_bulk.undo(act, by=inside.sam)
    assert (back.undone, back.finished_at) == (2, None)
    assert actions_bulk.undo(back, by=inside.sam).undone == 4
    assert actions_bulk.go_on(back, by=inside.sam).undone == 5
    assert sum(1 for lead in leads if picture(lead.pk)["labels"]) == 0


def test_what_somebody_changes_between_two_parts_is_left_alone(inside, monkeypatch):
    monkeypatch.setattr(bulk_acts, "PART", 1)
    first, second = some_leads(inside, 2)
    day = working_day(team.today(inside.sam), 8)
    values = {"due": day.isoformat()}
    act = actions_bulk.begin(BulkKind.STEP, leads=[first.pk, second.pk], values=values, by=inside.sam)
    actions.change_step(second, seen_step=second.next_step_id, due=working_day(day, 1), by=inside.priya)
    act = actions_bulk.go_on(act, by=inside.sam)
    assert act.skipped == [[second.pk, bulk_acts.CHANGED]]


def test_an_act_is_taken_back_by_its_maker_or_a_manager_and_for_a_day(inside):
    (lead,) = some_leads(inside, 1)
    label = actions_labels.label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(BulkKind.LABEL, leads=[lead.pk], values={"label": label.pk}, by=inside.priya)
    with pytest.raises(Refused, match="Priya Nair did this"):
        actions_bulk.undo(act, by=inside.jo)
    with time_machine.travel(MONDAY + timedelta(hours=25)), pytest.raises(Refused, match="more than a day ago"):
        actions_bulk.undo(act, by=inside.priya)
    actions_bulk.undo(act, by=inside.sam)
    assert picture(lead.pk)["labels"] == []


def test_a_lead_that_is_gone_by_then_is_listed(inside):
    (lead,) = some_leads(inside, 1)
    label = actions_labels.label_named("Priority", by=inside.sam)
    act = actions_bulk.begin(BulkKind.LABEL, leads=[lead.pk], values={"label": label.pk}, by=inside.sam)
    act.before = [{"lead": 987654, "version": 1}]
    act.save()
    assert actions_bulk.undo(act, by=inside.sam).kept == [[987654, bulk_acts.GONE]]


@pytest.mark.parametrize("kind", list(BulkKind))
def test_statements_do_not_grow_with_the_leads(inside, kind):
    values = values_of(kind, inside, working_day(team.today(inside.sam), 9))
    few, more = some_leads(inside, 3), some_leads(inside, 9, at=40)
    if kind is BulkKind.UNLABEL:
        label = actions_labels.label_named("Priority", by=inside.sam)
        for lead in [*few, *more]:
            actions_labels.put_on(lead, label=label, by=inside.sam)
    counts = []
    for leads in (few, more):
        ids = [lead.pk for lead in leads]
        with agencies.at_hand(inside.agency), counted() as found:
            actions_bulk.begin(kind, leads=ids, values=values, by=inside.sam)
        counts.append(len(found))
    # A hiring process asks what is known of it once for each lead, by a prepared statement.
    assert counts[1] == counts[0] + (6 if kind is BulkKind.MOVE else 0)
