"""The form that says where a competitor was seen."""

from __future__ import annotations

from datetime import date

import pytest

from rightday.leads.watching.forms_sightings import SightingForm
from rightday.leads.watching.sightings import SightingKind

TODAY = date(2026, 11, 24)
SENT = {"rival": "Harrow & Pike", "kind": "cv_sent", "seen_on": "today"}


def form(**sent):
    return SightingForm(SENT | sent, today=TODAY)


def test_what_the_action_takes():
    filled = form(with_words="Dev Rao", words="two")
    assert filled.is_valid(), filled.errors
    assert filled.sighting() == {
        "kind": SightingKind.CV_SENT, "with_words": "Dev Rao", "seen_on": TODAY, "said_by": None, "words": "two",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"rival": " "}, "rival", "Write the name of the agency"),
        ({"seen_on": ""}, "seen_on", "nearest day"),
        ({"seen_on": "tomorrow"}, "seen_on", "still to come"),
        ({"kind": "x"}, "kind", "valid choice"),
    ],
)
def test_what_cannot_be(sent, field, words):
    refused = form(**sent)
    assert words in str(refused.errors[field])


def test_somebody_told_us(inside):
    assert form(said_by="Martin Ahlqvist").sighting is not None
    told = form(said_by="Martin Ahlqvist, Halden Insurance")
    assert told.is_valid() and told.cleaned_data["said_by"] == inside.martin
    assert "Nobody of that name" in str(form(said_by="Nobody Known").errors["said_by"])
