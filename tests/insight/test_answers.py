"""What an address of results asks for, and the addresses of its switches."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from rightday.insight.answers import asked, leaking_whose, months, scopes, spans
from rightday.insight.periods import Span, month_of, quarter_of
from tests.insight.conftest import TODAY


def request(cast, member=None, **params):
    return SimpleNamespace(method="GET", GET=params, member=member or cast.sam)


def test_what_is_usual(inside):
    at = asked(request(inside), usual=Span.MONTH)
    assert (at.period, at.whose, at.today) == (month_of(date(2026, 10, 1)), None, TODAY)
    assert asked(request(inside), usual=Span.QUARTER).period == quarter_of(date(2026, 7, 1))
    mine = asked(request(inside, scope="mine"), usual=Span.MONTH)
    assert (mine.whose, mine.params["scope"]) == (inside.sam, "mine")
    assert mine.href("/x/", tab="us") == "/x/?from=2026-10-01&to=2026-10-31&scope=mine&tab=us"


def test_switches(inside):
    at = asked(request(inside), usual=Span.MONTH)
    assert [(words, current) for words, _href, current in months(at, "/h/")] == [
        ("September", False), ("October", True), ("Quarter", False),
    ]  # fmt: skip
    assert [words for words, _href, _current in spans(at, "/r/")] == ["Month", "Quarter", "Year"]
    assert spans(at, "/r/")[2][1] == "/r/?from=2025-01-01&to=2025-12-31&scope=team"
    assert [(words, current) for words, _href, current in scopes(at, "/h/", tab="us")] == [
        ("Team", True),
        ("Mine", False),
    ]
    assert scopes(at, "/h/", tab="us")[1][1].endswith("scope=mine&tab=us")


def test_everybodys_leaks_are_for_whoever_leads(inside):
    at = asked(request(inside), usual=Span.MONTH)
    assert leaking_whose(at, inside.sam) is None
    assert leaking_whose(at, inside.jo) == inside.jo
    assert leaking_whose(asked(request(inside, scope="mine"), usual=Span.MONTH), inside.sam) == inside.sam
