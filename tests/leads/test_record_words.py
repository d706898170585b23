"""Evidence with its source and age, the next step, people and history, in words."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from rightday.agenda.models import NextStep
from rightday.leads import actions, record_words
from rightday.leads.record import lead_page
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people.models import Person, PhoneNumber
from rightday.team import queries as team


@pytest.fixture
def today(inside):
    return team.today(inside.sam)


def page(cast, *heard, **more):
    lead = actions.create(cast.martin, heard=list(heard), title="Java", by=cast.priya, **more)
    return lead_page(cast.sam, lead.pk), lead


def test_a_source_says_who_how_and_when(inside, today):
    shown, _ = page(
        inside,
        HeardEvidence(Shows.INTERVIEWING, "two Java", today, said_by_words="Tomás Rey", second_hand=True),
    )
    assert shown.criteria[3].source == "“two Java”, from Tomás Rey, second hand, today, recorded by Priya"
    assert [line.state for line in shown.criteria] == ["miss", "miss", "miss", "have"]
    assert [line.confirms for line in shown.criteria] == ["name_confirmed", "company_confirmed", "", ""]
    assert shown.criteria[2].source.startswith("Not tested yet.")


def test_what_is_too_old_says_when_it_was(inside, today):
    shown, _ = page(inside, HeardEvidence(Shows.INTERVIEWING, "", today - timedelta(days=9)))
    line = shown.criteria[3]
    assert (line.state, line.age, line.age_tone) == ("miss", "9 days", "gap")
    assert line.source.startswith("Last one we know of: ")


def test_everything_else_that_was_heard(inside, today):
    yesterday = today - timedelta(days=1)
    shown, _ = page(
        inside, HeardEvidence(Shows.CONTEXT, "likes numbers", yesterday),
        HeardEvidence(Shows.NOT_INTERVIEWING, "", today),
    )  # fmt: skip
    assert [(line.words, line.state, line.age) for line in shown.further] == [
        ("Not interviewing", "miss", "today"), ("Context", "have", "1 day"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "at", "words"),
    [
        (0, None, "Call Martin today."),
        (0, time(11), "Call Martin today at 11:00."),
        (1, None, "Call Martin tomorrow."),
        (-1, None, "Call Martin, due yesterday."),
    ],
)
def test_the_next_step(inside, today, days, at, words):
    _, lead = page(inside)
    NextStep.objects.filter(pk=lead.next_step_id).update(due=today + timedelta(days=days), earliest=at, objective="")
    step = lead_page(inside.sam, lead.pk).step
    assert (step.words, step.objective, step.late) == (words, "", days < 0)
    NextStep.objects.filter(pk=lead.next_step_id).update(due=today + timedelta(days=40), objective="Who decides?")
    step = lead_page(inside.sam, lead.pk).step
    assert step.words.startswith("Call Martin on ") and step.objective == "Who decides?"


def test_people_of_the_company(inside):
    Person.objects.create(name="Ife Adebayo", key="ife", title="Tech lead", company=inside.halden)
    Person.objects.create(name="Helen Strand", key="helen", title="CTO", company=inside.halden, do_not_call=True)
    shown, _ = page(inside)
    assert [(one.name, one.words) for one in shown.people[1:]] == [
        ("Ife Adebayo", "Tech lead"), ("Helen Strand", "Asked not to be called"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "words"), [("untested", "Not tested yet"), ("wrong", "Wrong number"), ("rang_out", "Rang out")]
)
def test_what_a_number_is_worth(inside, today, state, words):
    PhoneNumber.objects.filter(pk=inside.number.pk).update(state=state)
    assert page(inside)[0].number_words == words
    PhoneNumber.objects.filter(pk=inside.number.pk).update(reached_on=today)
    assert page(inside)[0].number_words == "Reached today"


def test_where_it_came_from(inside):
    tomas = Person.objects.create(name="Tomás Rey", key="tomas rey")
    shown, _ = page(inside, source="call", source_words="Weekly check-in", heard_from=tomas)
    assert shown.source == "Heard by Priya Nair from Tomás Rey, today. Weekly check-in"
    row = {"heard_by__name": None, "heard_from__name": None, "source_words": "", "source": "import"}
    today = team.today(inside.sam)
    assert record_words.source(row | {"heard_on": today}, today) == "Heard, today. Import"


def test_history_is_told_latest_first(inside, today):
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS)
    shown, _ = page(inside, *[HeardEvidence(each, "", today) for each in shows])
    assert shown.history == (("today", "Warm"),)
