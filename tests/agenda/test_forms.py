"""The forms of Today as clean values."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from rightday.agenda.forms import AddCallForm, IntentionForm, shown
from rightday.agenda.queries import Intended
from rightday.agenda.rules import Achievement

DAY = date(2026, 11, 24)


def test_only_wanted_results_are_outcomes() -> None:
    form = IntentionForm(QueryDict("words=Halden&lead=2&referral=0&feedback=&seen=3"))
    assert form.is_valid()
    assert (form.outcomes(), form.cleaned_data["seen"]) == ({Achievement.LEAD: 2}, 3)


def test_what_was_said_is_shown_in_its_fields() -> None:
    said = shown(Intended("Keep Halden hot", ((Achievement.LEAD, 2),), 4))
    assert (said.words, said.seen, said.wrong) == ("Keep Halden hot", 4, False)
    assert {one.name: one.value for one in said.counts if one.value} == {"lead": "2"}
    assert shown(Intended("", (), None)).seen == ""


def test_what_was_typed_wrongly_is_shown_as_typed() -> None:
    form = IntentionForm(QueryDict("words=typed&lead=99&seen=1"))
    assert not form.is_valid()
    said = shown(Intended("kept", (), 1), form)
    lead = next(one for one in said.counts if one.name == "lead")
    assert (said.words, said.seen, said.wrong, lead.value) == ("typed", "1", True, "99")
    assert lead.errors == ("Ensure this value is less than or equal to 20.",)


def test_a_call_is_added_for_today_or_later() -> None:
    for day, right in (("2026-11-23", False), ("2026-11-24", True), ("soon", False)):
        assert AddCallForm(QueryDict(f"person=1&day={day}"), today=DAY).is_valid() is right
