"""The editor in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine

from rightday.leads.actions import create
from rightday.leads.models import Lead
from rightday.leads.process import actions_template as actions
from rightday.leads.process import queries_template, template_edits, template_shown
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Template
from rightday.leads.process.template_shown import editor, followers


def at(day: int, month: int = 11):
    return time_machine.travel(datetime(2026, month, day, 9, 51), tick=False)


def shown(cast, member=None, **more):
    return editor(member or cast.sam, **{"opened": 0, "at": 0, "compare": 0, **more})


def second(place: int = 4, number: int = 2):
    return replace(template_edits.without(DEFAULT_TEMPLATE, place), number=number)


def test_the_default(inside):
    found = shown(inside, opened=5, at=3)
    assert found.sentence == "13 milestones, two of them decisions. Each says what to call about, and when."
    assert (found.number, found.seen, found.draft, found.may, found.opened, found.at) == (2, 0, False, True, 5, 3)
    assert [(row.place, row.when) for row in found.rows[3:5]] == [(4, "1 working day after"), (5, "with 4")]
    assert [(row.place) for row in found.rows if row.decision] == [5, 8]
    (line,) = found.versions
    assert (line.title, line.words, line.now, line.compare) == (
        "The default, in use", "No open lead follows it", True, 0,
    )  # fmt: skip


def test_versions_over_a_year(inside):
    create(inside.martin, heard=[], title="a tester", by=inside.sam)
    with at(1, 3):
        actions.edit_template(second(), seen=0, by=inside.sam)
        made = actions.publish_template(2, seen=1, by=inside.sam)
    Lead.objects.update(template=made)
    with at(1, 9):
        actions.edit_template(second(5, 3), seen=0, by=inside.sam)
        actions.publish_template(3, seen=1, by=inside.sam)
    with at(24):
        actions.edit_template(second(6, 4), seen=0, by=inside.sam)
        found, theirs = shown(inside, compare=2), shown(inside, inside.jo, opened=2)
    assert [(line.number, line.title, line.words, line.compare) for line in found.versions] == [
        (4, "Not published", "Changed by you, today 09:51: four milestones", 0),
        (3, "In use since 1 Sep", "No open lead follows it", 3),
        (2, "1 Mar to 1 Sep", "One open lead follows it", 2),
        (1, "The default", "No open lead follows it", 1),
    ]
    assert [line.now for line in found.versions] == [True, False, False, False]
    assert found.publishing == ("New leads follow version 4. The 1 open one stays with the version it started with.")
    assert (found.comparison.number, found.comparison.with_number) == (4, 2)
    assert [one.name for one in found.comparison.differences][-1] == "2nd interview arranged"
    assert theirs.versions[0].words.startswith("Changed by Sam Whitlock, today")
    assert (theirs.may, theirs.opened) == (False, 0)


def test_a_day_of_another_year_says_so():
    assert template_shown._day(datetime(2025, 9, 1, 9, tzinfo=UTC), date(2026, 11, 24), "Europe/London") == "1 Sep 2025"


def test_followers_in_words():
    assert [followers(n) for n in (0, 1, 4, 23, 100)] == [
        "No open lead follows it", "One open lead follows it", "Four open leads follow it", "23 open leads follow it",
        "99+ open leads follow it",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "words"), [(0, ""), (3, " The 3 open ones stay"), (100, " The 99+ open ones stay")])
def test_when_you_publish(inside, count, words):
    one = queries_template.Version(DEFAULT_TEMPLATE, None, 0, False, "", None, None, None, count)
    said = template_shown._publishing(queries_template.Versions((one,)))
    assert said == ("New leads follow version 2." + words + (" with the version they started with." if words else ""))


def test_one_milestone_and_no_decision():
    assert template_shown._sentence(Template(2, DEFAULT_TEMPLATE.marks[:1])) == (
        "One milestone. Each says what to call about, and when."
    )
    assert template_shown._sentence(Template(2, DEFAULT_TEMPLATE.marks[3:5])).startswith(
        "Two milestones, one of them a decision."
    )
