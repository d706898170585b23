"""The form that ends a lead: a day always, a competitor only where one filled it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rightday.leads.forms_outcome import OutcomeForm, outcome_form
from rightday.leads.models import Lead
from rightday.leads.rules import Ending
from rightday.people.models import Company

TODAY = date(2026, 11, 24)
SENT = {"kind": "filled_by_competitor", "on": "yesterday", "seen_step": "7"}


def form(**sent):
    return OutcomeForm(SENT | sent, today=TODAY)


def test_what_the_action_takes():
    filled = form(rival=" Harrow & Pike ", who="Oliver Tan", known_by="manager", words="Quicker")
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["rival"] == "Harrow & Pike"
    assert filled.ending() == {
        "kind": Ending.FILLED_BY_COMPETITOR, "on": TODAY - timedelta(days=1), "who": "Oliver Tan", "words": "Quicker",
        "known_by": "manager",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"on": ""}, "on", "An outcome needs its day"),
        ({"on": "tomorrow"}, "on", "still to come"),
        ({"on": "xyzzy"}, "on", "Write it like"),
        ({"kind": "cancelled", "rival": "Stackline"}, "rival", "Filled by a competitor"),
        ({"kind": "", "rival": "Stackline"}, "rival", "Filled by a competitor"),
        ({"known_by": "hearsay"}, "known_by", "valid choice"),
    ],
)
def test_what_cannot_be(sent, field, words):
    refused = form(**sent)
    assert not refused.is_valid()
    assert words in str(refused.errors[field])


def test_it_shows_who_fills_it_so_far():
    rival = Company(name="Harrow & Pike")
    cases = [
        (Lead(filler="competitor", rival=rival, filler_who="Oliver Tan"), ("Harrow & Pike", "Oliver Tan")),
        (Lead(filler="competitor", rival=rival, filler_who="Harrow & Pike"), ("Harrow & Pike", "")),
    ]
    for lead, expected in cases:
        shown = outcome_form(None, lead, TODAY).initial
        assert (shown["kind"], shown["rival"], shown["who"]) == ("filled_by_competitor", *expected)
    assert outcome_form(None, Lead(), TODAY).initial == {"seen_step": None}
