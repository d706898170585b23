"""Two records that become one were each a candidate, a referee, ruled out: there is one row of each afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from rightday.agenda import holding
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind, Of, Reason
from rightday.joborders.feedback.models import FeedbackPlan, GapLine
from rightday.joborders.models import OrderPerson
from rightday.joborders.submittals.models import InterviewPerson, Submittal
from rightday.people.duplicates import actions
from rightday.people.models import Person
from rightday.talent.models import Candidate, Exclusion, PersonSkill, Wish
from rightday.talent.models_mpc import Mpc, MpcTarget
from rightday.talent.models_shown import Quote, Reference, SkillEvidence
from tests import desk
from tests.conftest import Cast
from tests.people.duplicates.test_actions import book

ON = date(2026, 11, 2)


@pytest.fixture
def pair(inside: Cast) -> tuple[Candidate, Candidate]:
    """Sanna, and Sanna once more from another file."""
    return (
        desk.candidate(inside.sam, desk.someone("Sanna Koskinen"), rate=60_000, money_said_on=date(2026, 9, 1)),
        desk.candidate(
            inside.sam, desk.someone("S. Koskinen"), headline="Engineer", rate=650, currency="USD", salary=90,
            money_said_on=ON, wants="contract",
        ),
    )  # fmt: skip


def call(who: Candidate) -> NextStep:
    return holding.give_step(
        who, done=None, owner=who.owner, person=who.person, company=None, by=who.owner, kind=Kind.CANDIDATE,
        reason=Reason.CANDIDATE, why="Nobody has asked.", objective="Their day", fact_on=ON, due=ON,
    )  # fmt: skip


def merge(inside: Cast, kept: Person, gone: Person) -> None:
    """Merged, taken apart with every row as it was, and merged again."""
    before = book()
    done = actions.merge_persons(kept.pk, gone=gone.pk, by=inside.sam)
    assert book() != before
    actions.unmerge(done, by=inside.sam)
    assert book() == before
    actions.merge_persons(kept.pk, gone=gone.pk, by=inside.sam)


def test_a_candidate_once_and_what_was_said_later_holds(inside: Cast, pair: tuple[Candidate, Candidate]):
    kept, gone = pair
    Wish.objects.create(candidate=gone, kind="never", words="On-call", said_on=ON)
    merge(inside, kept.person, gone.person)
    one = Candidate.objects.get()
    assert (one.pk, one.headline, one.rate, one.currency, one.salary) == (kept.pk, "Engineer", 650, "USD", 90)
    assert (one.wants, one.version) == ("contract", kept.version + 1)
    assert Wish.objects.get().candidate == kept


def test_a_step_is_taken_over_where_none_waits(inside: Cast, pair: tuple[Candidate, Candidate]):
    kept, gone = pair
    step = call(gone)
    merge(inside, kept.person, gone.person)
    one = Candidate.objects.get()
    assert one.next_step == step and NextStep.objects.get(pk=step.pk).person == kept.person


def test_of_two_steps_the_kept_ones_stays(inside: Cast, pair: tuple[Candidate, Candidate]):
    kept, gone = pair
    mine, other = call(kept), call(gone)
    merge(inside, kept.person, gone.person)
    assert Candidate.objects.get().next_step == mine
    assert not NextStep.objects.filter(pk=other.pk).exists()


def test_a_step_that_was_done_since_stays_done(inside: Cast, pair: tuple[Candidate, Candidate]):
    kept, gone = pair
    step = call(gone)
    done = actions.merge_persons(kept.person_id, gone=gone.person_id, by=inside.sam)
    holding.end_step(Candidate.objects.get(), done=step.pk, by=inside.sam)
    actions.unmerge(done, by=inside.sam)
    assert {one.next_step_id for one in Candidate.objects.all()} == {None} and Candidate.objects.count() == 2


def test_skills_are_known_from_the_evidence_of_both(inside: Cast, pair: tuple[Candidate, Candidate]):
    skill = desk.skill("Go")
    for who, source, shows, years in ((pair[0], "cv", "proven", 9), (pair[1], "reference", "partly", 6)):
        has = PersonSkill.objects.create(person=who.person, skill=skill, shown=shows, years=years)
        SkillEvidence.objects.create(has=has, source=source, shows=shows, years=years, true_on=ON)
    merge(inside, pair[0].person, pair[1].person)
    one = PersonSkill.objects.get()
    assert (one.person, one.shown, one.years, one.evidence.count()) == (pair[0].person, "partly", 6, 2)


def test_exclusions_references_and_targets_are_there_once(inside: Cast, pair: tuple[Candidate, Candidate]):
    referee = desk.someone("Dev Rao")
    for who, state in ((pair[0], "named"), (pair[1], "given")):
        Exclusion.objects.create(person=who.person, company=inside.halden, said_on=ON, why=f"{who.pk}")
        reference = Reference.objects.create(candidate=who, referee=referee, named_on=ON, state=state)
        Quote.objects.create(reference=reference, words=state, said_on=ON)
        mpc = Mpc.objects.create(candidate=who, owner=inside.sam)
        MpcTarget.objects.create(mpc=mpc, company=inside.halden, manager=inside.martin, advice=state)
    merge(inside, pair[0].person, pair[1].person)
    assert Exclusion.objects.get().person == pair[0].person
    assert (Reference.objects.get().state, Quote.objects.count()) == ("given", 2)
    assert MpcTarget.objects.get().mpc == Mpc.objects.get()


def test_a_referee_to_call_is_called_once(inside: Cast, pair: tuple[Candidate, Candidate]):
    first, second = desk.someone("Dev Rao"), desk.someone("D. Rao")
    Reference.objects.create(candidate=pair[0], referee=first, named_on=ON)
    held = desk.step(inside.sam, second, Of.REFERENCE, Kind.REFERENCE)
    Reference.objects.create(candidate=pair[0], referee=second, named_on=ON, state="to_call", next_step=held)
    merge(inside, first, second)
    one = Reference.objects.get()
    assert (one.referee, one.state, one.next_step) == (first, "to_call", held)
    third = desk.someone("Rao, D.")
    Reference.objects.create(candidate=pair[0], referee=third, named_on=ON, state="given", given_on=ON)
    merge(inside, first, third)
    one = Reference.objects.get()
    assert (one.state, one.given_on, one.next_step) == ("given", ON, None)
    assert not NextStep.objects.filter(pk=held.pk).exists()


def test_whoever_has_a_say_has_it_once(inside: Cast, pair: tuple[Candidate, Candidate]):
    martin, twin = inside.martin, desk.someone("M. Ahlqvist", inside.halden)
    job = desk.order(inside.sam, martin)
    one, other = (desk.submittal(job, who) for who in pair)
    meeting = desk.interview(one)
    desk.interview(other, feedback="Good")
    for person in (martin, twin):
        OrderPerson.objects.create(order=job, person=person, role="decides", words="Speed" if person is twin else "")
        InterviewPerson.objects.create(interview=meeting, person=person)
    merge(inside, martin, twin)
    assert (OrderPerson.objects.get().words, InterviewPerson.objects.get().person) == ("Speed", martin)
    merge(inside, pair[0].person, pair[1].person)  # two open submittals of one person for one order
    kept = Submittal.objects.get()
    assert (kept.candidate, kept.interviews.get().feedback) == (pair[0], "Good")


def test_an_ended_record_takes_no_step_and_places_are_counted_on(inside: Cast, pair: tuple[Candidate, Candidate]):
    job = desk.order(inside.sam, inside.martin)
    for who in pair:
        plan = FeedbackPlan.objects.create(interview=desk.interview(desk.submittal(job, who)), built_at=timezone.now())
        GapLine.objects.create(plan=plan, place=1, need="skill", need_words=str(who.pk), proposed="covered")
    merge(inside, pair[0].person, pair[1].person)
    assert sorted(GapLine.objects.values_list("place", flat=True)) == [1, 2]
    assert FeedbackPlan.objects.count() == 1
