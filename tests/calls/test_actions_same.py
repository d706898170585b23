"""Their own answer decides the pair, and goes back with the call."""

from __future__ import annotations

import pytest

from rightday.agenda.models import NextStep
from rightday.calls import actions
from rightday.calls.actions_same import SAID, answer_same
from rightday.calls.models import Call
from rightday.calls.rules import Result
from rightday.leads.models import Lead
from rightday.people import actions as people
from rightday.people.duplicates import actions as duplicates
from rightday.people.duplicates.models import Merge
from rightday.people.models import DuplicateSuggestion, Person
from tests.calls.test_queries_same import asked
from tests.conftest import Cast


@pytest.fixture
def pair(inside: Cast) -> DuplicateSuggestion:
    return asked(inside)


def call(inside: Cast, lead: Lead) -> Call:
    return actions.log_result(lead.next_step_id, result=Result.PROGRESSED, by=inside.sam).call


def columns(pair: DuplicateSuggestion) -> tuple[object, ...]:
    now = DuplicateSuggestion.objects.get(pk=pair.pk)
    return now.ask, now.later_until, now.decided_at, now.decided_by_id, now.same, now.reasons, now.likeness


def test_two_are_never_suggested_again(inside: Cast, hot: Lead, pair: DuplicateSuggestion):
    before = columns(pair)
    made = call(inside, hot)
    assert answer_same(made, pair=pair.pk, same=False, by=inside.sam) is None
    decided = DuplicateSuggestion.objects.get(pk=pair.pk)
    assert decided.same is False and decided.decided_by == inside.sam and not Merge.objects.exists()
    actions.undo(made.pk, by=inside.sam)
    assert columns(pair) == before


@pytest.mark.parametrize("other_stays", [False, True])
def test_one_is_put_together_and_taken_apart_with_the_call(
    inside: Cast, hot: Lead, pair: DuplicateSuggestion, other_stays: bool
):
    if other_stays:
        Person.objects.filter(pk=pair.other_id).update(talks=9, dials=9)
    before, step = columns(pair), NextStep.objects.get(pk=hot.next_step_id).due
    made = call(inside, hot)
    merge = answer_same(made, pair=pair.pk, same=True, by=inside.sam)
    kept, gone = (pair.other_id, inside.martin.pk) if other_stays else (inside.martin.pk, pair.other_id)
    assert (merge.person_id, merge.gone) == (kept, gone)
    lead = Lead.objects.select_related("next_step").get(pk=hot.pk)
    assert {lead.person_id, lead.next_step.person_id, Call.objects.get().person_id} == {kept}
    actions.undo(made.pk, by=inside.sam)
    assert columns(pair) == before
    lead = Lead.objects.select_related("next_step").get(pk=hot.pk)
    assert {lead.person_id, lead.next_step.person_id} == {inside.martin.pk} and lead.next_step.due == step
    assert Person.objects.filter(pk=pair.other_id).exists()
    martin = Person.objects.get(pk=inside.martin.pk)
    assert (martin.dials, martin.talks) == (inside.martin.dials, inside.martin.talks)


def test_a_merge_that_was_taken_apart_already_leaves_the_undo_of_the_call(
    inside: Cast, hot: Lead, pair: DuplicateSuggestion
):
    before = columns(pair)
    made = call(inside, hot)
    duplicates.unmerge(answer_same(made, pair=pair.pk, same=True, by=inside.sam), by=inside.sam)
    actions.undo(made.pk, by=inside.sam)
    assert columns(pair) == before


def test_where_one_record_said_no_a_look_is_needed_before(inside: Cast, hot: Lead, pair: DuplicateSuggestion):
    Person.objects.filter(pk=pair.other_id).update(do_not_call=True)
    DuplicateSuggestion.objects.filter(pk=pair.pk).update(later_until=None)
    before = columns(pair)
    made = call(inside, hot)
    assert answer_same(made, pair=pair.pk, same=True, by=inside.sam) is None
    now = DuplicateSuggestion.objects.get(pk=pair.pk)
    assert (now.ask, now.later_until, now.decided_at, now.likeness) == (False, None, None, 1)
    assert now.reasons == ["a similar name", SAID]
    actions.undo(made.pk, by=inside.sam)
    assert columns(pair) == before


def test_what_is_decided_or_of_others_is_left(inside: Cast, hot: Lead, pair: DuplicateSuggestion):
    made = call(inside, hot)
    others = people.suggest_duplicate(
        *(people.add_person(given=name, family="Moran", by=inside.sam) for name in ("Tess", "Tessa")), ["a"], 0.9
    )
    assert answer_same(made, pair=others.pk, same=True, by=inside.sam) is None
    duplicates.keep_two(pair, by=inside.sam)
    assert answer_same(made, pair=pair.pk, same=True, by=inside.sam) is None
    assert not Merge.objects.exists() and "pair" not in Call.objects.get().before
