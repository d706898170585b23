"""Filters in words."""

from __future__ import annotations

import pytest

from rightday.leads.lists import filter_words
from rightday.leads.lists.filter_words import Names
from rightday.leads.lists.filters import Days, Filters

NAMES = Names({"7": "Jo Lindqvist"}, {"3": "Urgent"}, {"12": "Halden Insurance"})


@pytest.mark.parametrize(
    ("name", "value", "chip"),
    [
        ("grade", "hot,warm", ("Grade", "hot or warm")),
        ("owner", "me,7", ("Owner", "me or Jo Lindqvist")),
        ("owner", "8", ("Owner", "?")),
        ("stage", "5,7", ("Milestone", "Offer or Start")),
        ("step", "week", ("Next step", "this week")),
        ("step", "find_out", ("Next step", "find out from others")),
        ("company", "12", ("Company", "Halden Insurance")),
        ("company", "hald", ("Company", "hald")),
        ("place", "Leeds", ("Place", "Leeds")),
        ("skill", "java", ("Skill", "java")),
        ("source", "form,import", ("Source", "import or typed in")),
        ("age", "7", ("Brought in", "in the last 7 days")),
        ("heard", "4-", ("Last heard", "4 days ago or more")),
        ("outcome", "any,cancelled", ("Outcome", "any or cancelled")),
        ("label", "3", ("Label", "Urgent")),
        ("handed", "me", ("Handed", "to me")),
    ],
)
def test_chips(name, value, chip):
    filters = Filters.of({name: value, "view": "mine"})
    ((*words, href),) = filter_words.chips(filters, (), NAMES)
    assert tuple(words) == chip
    assert href == "/leads/?view=mine"
    assert filter_words.chips(filters, ((name, value),), NAMES) == ()


@pytest.mark.parametrize(
    ("days", "words"),
    [(Days(0), "today"), (Days(1), "today or yesterday"), (Days(1, more=True), "yesterday or before")],
)
def test_days(days, words):
    assert filter_words.days_words(days) == words


def test_what_no_longer_exists():
    assert filter_words.missing_words((), NAMES) == ""
    assert filter_words.missing_words((("label", "(9,)"),), NAMES) == (
        "This view asks for label “9”, which no longer exists."
    )
    assert filter_words.missing_words((("label", "9"), ("colour", "blue")), NAMES) == (
        "This view asks for label “9” and colour “blue”, which no longer exist. The rest is shown."
    )


def test_the_form_keeps_what_it_does_not_offer():
    filters = Filters.of({"owner": "me,7", "heard": "12-", "sort": "-due", "stage": "4", "skill": "java"})
    fields = {field.name: field for field in filter_words.form(filters, NAMES)}
    assert fields["owner"].value == "me,7" and ("me,7", "Me or jo lindqvist") in fields["owner"].options
    assert ("12-", "12 days ago or more") in fields["heard"].options
    assert ("-due", "Day of the next step, turned round") in fields["sort"].options
    assert fields["stage"].several and fields["stage"].value == ("4",)
    assert fields["skill"].value == "java" and fields["skill"].options == ()
    ended = {field.name: field for field in filter_words.form(Filters.of({"sort": "ended"}), NAMES)}
    assert ("ended", "How it ended") in ended["sort"].options
