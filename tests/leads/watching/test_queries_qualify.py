"""Leads without a grade and what was heard with nobody to call, in one list."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine

from rightday.agenda.models import NextStep
from rightday.agenda.rules import Kind
from rightday.leads import actions
from rightday.leads.lists import reading
from rightday.leads.models import Intelligence, Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.leads.watching import actions as actions_watch
from rightday.leads.watching.queries_qualify import PAGE, to_qualify
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Company
from rightday.team import queries as team
from tests.counting import counted

NOW = datetime(2026, 11, 25, 9, 12)
IDENTITY = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture
def today(inside) -> date:
    return team.today(inside.sam)


def lead(inside, number: int = 0, shows: tuple[Shows, ...] = (Shows.RUMOUR,)) -> Lead:
    person = people.add_person(given="Karen", family=f"Whitby{number}", company=inside.halden, by=inside.sam)
    heard = [HeardEvidence(each, "May be interviewing", team.today(inside.sam)) for each in shows]
    return actions.create(
        person, heard=heard, title=f"a tester {number}", by=inside.priya, owner=inside.sam, heard_from=inside.martin
    )


def watch(inside, number: int = 0) -> Intelligence:
    return actions_watch.watch(inside.halden, words=f"Advertisement {number}", by=inside.jo)


def hrefs(page) -> list[str]:
    return [row.href for row in page.rows]


def test_a_lead_with_its_question_and_its_call(inside, today):
    made = lead(inside)
    (row,) = to_qualify(inside.sam).rows
    assert (row.href, row.name, row.about) == (f"/leads/{made.pk}/", "Karen Whitby0", "a tester 0, Halden Insurance")
    assert (row.words, row.question) == ("May be interviewing", "Whom are you seeing this week?")
    assert (row.heard, row.act, row.act_href) == (
        "Priya Nair from Martin Ahlqvist, today", "Qualifying call", f"/today/{made.next_step_id}/",
    )  # fmt: skip
    assert (row.when, row.late) == ("Fri 27 Nov", False)


def test_whom_nobody_may_call_is_asked_about_elsewhere(inside, today):
    NextStep.objects.filter(pk=lead(inside).next_step_id).update(kind=Kind.FIND_OUT, due=today - timedelta(days=1))
    (row,) = to_qualify(inside.sam).rows
    assert (row.act, row.late) == ("Ask others", True)


def test_who_has_a_grade_is_not_in_it(inside, today):
    lead(inside, shows=(*IDENTITY, Shows.INTERVIEWING))
    assert to_qualify(inside.sam).rows == ()


def test_what_was_heard_with_its_question_and_what_to_do_next(inside, today):
    waits, due = watch(inside, 1), watch(inside, 2)
    Intelligence.objects.filter(pk=due.pk).update(due=today - timedelta(days=2))
    heard = {"true_on": today, "recorded_at": waits.recorded_at, "question": "Who decides?"}
    Intelligence.objects.create(words="Grows", company=inside.halden, person=inside.martin, **heard)
    Intelligence.objects.create(words="Somebody hires", **heard)
    Intelligence.objects.create(
        words="Prefers mornings", person=inside.martin, true_on=today, recorded_at=waits.recorded_at
    )
    actions_watch.drop(watch(inside, 3), seen=0, by=inside.sam)
    rows = {row.words: row for row in to_qualify(inside.sam).rows}
    assert set(rows) == {"Advertisement 1", "Advertisement 2", "Grows", "Somebody hires"}
    assert [(rows[w].act, rows[w].late) for w in ("Advertisement 1", "Advertisement 2", "Grows", "Somebody hires")] == [
        ("Add the manager", False), ("Ask whether it was filled", True), ("Add the manager", False),
        ("Say who it is about", False),
    ]  # fmt: skip
    assert rows["Advertisement 1"].heard == "Jo Lindqvist, today"
    assert (rows["Grows"].name, rows["Grows"].about, rows["Grows"].question) == (
        "Halden Insurance",
        "Martin Ahlqvist",
        "Who decides?",
    )
    assert rows["Somebody hires"].name == "Somebody, somewhere"


@pytest.mark.parametrize("leads", [0, 3, 27, 60])
def test_read_on_each_stands_in_it_once_the_latest_first(inside, leads, clock):
    made = []
    for number in range(60):
        clock.shift(60)
        if number % 2 or leads <= number:
            made.append(f"/leads/watches/{watch(inside, number).pk}/")
        else:
            made.append(f"/leads/{lead(inside, number).pk}/")
    page, found = to_qualify(inside.sam), []
    assert page.begins
    while True:
        found += hrefs(page)
        assert len(page.rows) <= PAGE
        if not page.after:
            break
        page = to_qualify(inside.sam, after=page.after)
        assert not page.begins
    assert found == made[::-1]


def test_a_walk_that_is_broken_off_reads_on(inside, monkeypatch, today):
    """Few leads carry no grade among many that do: a part may be empty, and the next one looks further."""
    made = lead(inside, 1)
    for number in range(2, 8):
        lead(inside, number, (*IDENTITY, Shows.INTERVIEWING))
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda *args, **options: read(*args, **options, walk=3))
    monkeypatch.setattr(reading, "fewest", lambda parts: None)
    page, seen = to_qualify(inside.sam), []
    for _ in range(10):
        seen += hrefs(page)
        if not page.after:
            break
        page = to_qualify(inside.sam, after=page.after)
    assert seen == [f"/leads/{made.pk}/"]


@pytest.mark.parametrize("after", ["x", "1.2.3", "-4.5", "9" * 60, "1." + "9" * 30, "."])
def test_a_key_that_is_none_begins_at_the_top(inside, after):
    one = lead(inside)
    assert hrefs(to_qualify(inside.sam, after=after)) in ([f"/leads/{one.pk}/"], [])


def test_found_by_company_person_or_words(inside):
    other = Company.objects.create(name="Quarry Stone", key="quarry stone")
    search.put_companies([other.pk, inside.halden.pk])
    search.put_persons([inside.martin.pk])
    at_quarry = actions_watch.watch(other, words="Two bricklayers", by=inside.sam)
    of_martin = Intelligence.objects.create(
        words="Moves", question="?", person=inside.martin, true_on=NOW.date(), recorded_at=at_quarry.recorded_at
    )
    one = lead(inside)
    for words, expected in {
        "quarry": [f"/leads/watches/{at_quarry.pk}/"], "brickl": [f"/leads/watches/{at_quarry.pk}/"],
        "martin": [f"/leads/watches/{of_martin.pk}/"], "whitby0": [f"/leads/{one.pk}/"], "zebra": [],
    }.items():  # fmt: skip
        assert hrefs(to_qualify(inside.sam, q=words)) == expected, words


def test_as_many_statements_for_one_as_for_many(inside):
    lead(inside), watch(inside)
    to_qualify(inside.sam)
    with counted() as one:
        to_qualify(inside.sam)
    for number in range(1, 9):
        lead(inside, number), watch(inside, number)
    with counted() as many:
        to_qualify(inside.sam)
    assert len(one) == len(many) <= 9
