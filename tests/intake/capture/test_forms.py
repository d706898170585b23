"""What the capture form sends."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from rightday.agencies import clock
from rightday.intake.capture.forms import READ_WHILE_TYPING, CaptureForm, person_id, read_part, typed_at


def test_the_text_keeps_its_every_character():
    form = CaptureForm({"text": " a\u0000b \n", "once": "0" * 32})
    assert form.is_valid()
    assert form.cleaned_data == {"text": " ab \n", "once": UUID(int=0)}


@pytest.mark.parametrize("text", ["", " ", "\u0000"])
def test_nothing_typed(text: str):
    form = CaptureForm({"text": text})
    assert form.errors == {"text": ["Type or paste what you heard first."]}
    assert not CaptureForm({}).is_valid()


def test_a_broken_key_is_another_one():
    form = CaptureForm({"text": "x", "once": "nonsense"})
    assert form.is_valid()
    assert isinstance(form.cleaned_data["once"], UUID)


def test_the_beginning_is_read_while_typing():
    assert len(read_part("x" * 2_000_000)) == READ_WHILE_TYPING
    assert read_part("a\u0000b") == "ab"


def test_when_it_was_typed():
    moment = clock.now() - timedelta(hours=2)
    assert typed_at(moment.isoformat()) == moment
    for header in ("", "x", "2026-13-45T10:00:00+00:00", "2026-01-01T10:00:00", "1999-01-01T10:00:00+00:00"):
        assert typed_at(header) is None


@pytest.mark.parametrize(
    ("typed", "expected"), [("7", 7), ("", None), ("x", None), ("-7", None), ("٧", None), ("9" * 19, None)]
)
def test_the_id_of_a_person(typed: str, expected: int | None):
    assert person_id(typed) == expected
