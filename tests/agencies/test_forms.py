"""Forms of the settings."""

from __future__ import annotations

from datetime import time

import pytest

from rightday.agencies import forms
from rightday.agencies.rules import CallHours
from rightday.agenda.rules import Numbers, Reason
from rightday.leads.rules import Holds

AGENCY = {
    "name": "North", "country": "DE", "subdivision": " by ", "zone": "Europe/Berlin", "currency": "eur",
    "earliest": "8:00", "latest": "17:00", "days": ["1", "5"], "seen": "2",
}  # fmt: skip


def shown(**changed):
    """The score form as it was printed, sent back with changes."""
    form = forms.ScoreForm(now=Numbers(), seen=4)
    return {name: form[name].value() for name in form.fields} | changed


def test_an_agency_is_read():
    form = forms.AgencyForm(AGENCY)
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["subdivision"], form.cleaned_data["currency"]) == ("BY", "EUR")
    assert form.hours() == CallHours(time(8), time(17), (1, 5))
    assert [value for value, _, chosen in form.day_choices() if chosen] == ["1", "5"]


@pytest.mark.parametrize(
    "wrong", [{"latest": "07:00"}, {"latest": "8:00"}, {"earliest": "soon"}, {"days": ["8"]}, {"zone": "x"}]
)
def test_what_is_no_agency_is_told(wrong):
    assert not forms.AgencyForm(AGENCY | wrong).is_valid()


def test_countries_have_names():
    assert ("GB", "United Kingdom") in forms.countries()
    assert all(name for _, name in forms.countries())


def test_holds_are_whole_days():
    form = forms.HoldsForm({"hot": "4", "warm": "60", "cold": "100", "seen": "0"})
    assert form.is_valid()
    assert form.holds() == Holds(4, 60, 100)
    assert not forms.HoldsForm({"hot": "0", "warm": "6.5", "cold": "x", "seen": "0"}).is_valid()


def test_the_score_sent_back_unchanged_is_the_score():
    form = forms.ScoreForm(shown(), now=Numbers(), seen=4)
    assert form.is_valid(), form.errors
    assert form.numbers() == Numbers()
    assert form["worth_hot"].value() == "1.6"
    assert form["half_cold"].value() == "0"


def test_one_worth_is_changed():
    form = forms.ScoreForm(shown(worth_hot="2.25", half_hot="0"), now=Numbers(), seen=4)
    assert form.is_valid()
    assert form.numbers().worth[Reason.HOT] == (2.25, 0.0)
    assert len(form.rows()) == len(Reason)


@pytest.mark.parametrize(
    "wrong",
    [{"worth_hot": "-1"}, {"half_hot": "x"}, {"agreed_chance": "1.5"}, {"dials_prior": "0"}, {"introduced": "nan"}],
)
def test_a_number_that_breaks_the_score_is_refused(wrong):
    assert not forms.ScoreForm(shown(**wrong), now=Numbers(), seen=4).is_valid()
