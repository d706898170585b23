"""Forms of the hiring process: days in words, and what is said by which button."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.leads.process.actions_track import Said
from rightday.leads.process.forms_track import AskedForm, FillerForm, VacancyForm, fall_form, filled, milestone_form
from rightday.leads.process.rules import Failure, Filler
from tests.leads.process.test_track_shown import KNOWN, TODAY, track

THURSDAY = date(2026, 11, 26)


def form(place, data=None, found=None):
    found = found or track()
    return milestone_form(None if data is None else {"seen": "4"} | data, found, found.points[place - 1], TODAY)


def said(place, data, act=""):
    made = form(place, data)
    assert made.is_valid(), made.errors
    return made.said(act, track().points[place - 1])


def test_it_shows_what_was_told_and_not_what_is_reckoned():
    assert form(6)["expected"].value() == "yesterday"
    assert form(6)["note"].value() == "unconfirmed"
    assert form(7)["expected"].value() == ""
    assert form(6)["seen"].value() == 4


def test_what_can_be_said_depends_on_where_it_stands():
    assert list(form(6).fields) == ["expected", "call_on", "done_on", "note", "seen"]
    assert list(form(2).fields) == ["done_on", "note", "seen"]
    assert list(form(1).fields) == ["note", "seen"]


def test_days_in_words():
    typed = {"expected": "Thursday", "call_on": "3 Dec", "done_on": "", "note": " by phone "}
    assert said(6, typed) == Said(THURSDAY, date(2026, 12, 3), None, "by phone")
    assert said(6, {"expected": "", "call_on": "", "done_on": "last Thursday", "note": ""}).done_on == date(
        2026, 11, 19
    )


@pytest.mark.parametrize("act", ["done", "yes"])
def test_done_without_a_day_is_today(act):
    assert said(6, {"note": ""}, act).done_on == TODAY
    assert said(6, {"done_on": "yesterday"}, act).done_on == date(2026, 11, 24)
    assert said(6, {}, "save").done_on is None


def test_not_done_after_all():
    made = said(1, {"note": "11 CVs"}, "back")
    assert (made.back, made.done_on, made.expected) == (True, None, None)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"expected": "one day"}, "expected"),
        ({"call_on": "yesterday"}, "call_on"),
        ({"done_on": "tomorrow"}, "done_on"),
        ({"done_on": "blue"}, "done_on"),
        ({"note": "x" * 501}, "note"),
        ({"seen": ""}, "seen"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(typed, field):
    made = form(6, typed)
    assert list(made.errors) == [field]


def test_a_call_agreed_on_a_day_gone_by_stays_as_it_was():
    known = KNOWN | {6: KNOWN[6].__class__(date(2026, 11, 30), call_on=date(2026, 11, 24))}
    found = track(known)
    made = milestone_form({"seen": "4", "call_on": "yesterday"}, found, found.points[5], TODAY)
    assert made.is_valid(), made.errors


FALL = {"why": "no_show", "on": "", "filler": "", "rival": "", "who": "", "words": "", "seen": "4"}


def fallen(**typed):
    found = track(filler="competitor", rival="Brightline", filler_who="Brightline")
    return fall_form(FALL | typed, found, found.points[11], TODAY)


def test_a_failure():
    made = fallen(filler="competitor", rival=" Brightline ", who=" Tom ", on="yesterday", words="Never came")
    assert made.is_valid(), made.errors
    assert made.failure() == {
        "why": Failure.NO_SHOW, "on": date(2026, 11, 24), "filler": Filler.COMPETITOR, "rival": "Brightline",
        "who": "Tom", "words": "Never came", "seen": 4,
    }  # fmt: skip
    nobody = fallen()
    assert nobody.is_valid()
    assert (nobody.failure()["on"], nobody.failure()["filler"]) == (TODAY, None)


def test_it_shows_what_is_known():
    found = track(filler="competitor", rival="Brightline", filler_who="Brightline")
    shown = fall_form(None, found, found.points[11], TODAY)
    assert [shown[name].value() for name in ("why", "on", "filler", "rival", "who")] == [
        "no_show", "today", "competitor", "Brightline", "",
    ]  # fmt: skip
    assert filled(track(filler="own", filler_who="Ann"))["who"] == "Ann"


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"on": "tomorrow"}, "on"), ({"rival": "Brightline", "filler": "own"}, "rival"), ({"why": "bored"}, "why")],
)
def test_a_failure_that_cannot_be(typed, field):
    assert list(fallen(**typed).errors) == [field]


def test_who_fills_the_place():
    made = FillerForm({"filler": "own", "who": "Ann", "seen": "4"})
    assert made.is_valid()
    assert made.filling() == {"filler": Filler.OWN, "rival": "", "who": "Ann"}
    assert list(FillerForm({"filler": "us", "rival": "X", "seen": "4"}).errors) == ["rival"]
    assert list(FillerForm({"filler": "who", "rival": "", "seen": "4"}).errors) == ["filler"]


def test_another_vacancy_needs_its_words():
    assert list(VacancyForm({"title": " "}).errors) == ["title"]


def test_what_others_say():
    made = AskedForm({"words": "Filled, they say", "again": "Thursday", "seen": "4"}, today=TODAY)
    assert made.is_valid()
    assert made.cleaned_data["again"] == THURSDAY
    assert AskedForm({"words": "x", "again": "", "seen": "4"}, today=TODAY).is_valid()
    assert list(AskedForm({"words": "", "again": "yesterday", "seen": "4"}, today=TODAY).errors) == ["words", "again"]
