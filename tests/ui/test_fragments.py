"""One template, whole or in pieces; messages ride along as toasts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.template import engines
from django.test import RequestFactory
from jinja2 import ChoiceLoader, DictLoader, UndefinedError

from rightday.ui.fragments import blocks, page, toast
from rightday.ui.shell import Shell
from tests.ui.requests import asked, frame

SHEET = """{% extends "ui/pages/base.html" %}{% block main %}
{% block sheet %}<ol id="sheet" {{ oob("sheet") }}>{{ who }}</ol>{% endblock %}
{% block results %}<p id="results" {{ oob("results") }}>{{ met }} met</p>{% endblock %}{% endblock %}"""


@dataclass(frozen=True, slots=True)
class Sheet:
    shell: Shell
    who: str
    met: int


@pytest.fixture(autouse=True)
def sheet_template(monkeypatch: pytest.MonkeyPatch) -> None:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    monkeypatch.setattr(env, "loader", ChoiceLoader([DictLoader({"test/sheet.html": SHEET}), env.loader]))


def test_a_page_has_the_frame_and_no_mark_of_a_piece(rf: RequestFactory) -> None:
    text = page(asked(rf.get("/today/")), "test/sheet.html", Sheet(frame(), "<Jane>", 1)).content.decode()
    assert text.startswith("<!doctype html>")
    assert '<ol id="sheet" >&lt;Jane&gt;</ol>' in text
    assert '<p id="results" >1 met</p>' in text


def test_pieces_carry_their_place_except_the_one_for_the_target(rf: RequestFactory) -> None:
    answer = blocks(
        asked(rf.get("/today/")), "test/sheet.html", Sheet(frame(), "Jane", 2), main="sheet", also=("results",)
    )
    assert answer.content.decode() == '<ol id="sheet" >Jane</ol><p id="results" hx-swap-oob="true">2 met</p>'
    assert answer["Vary"] == "HX-Request"


def test_the_counts_of_the_sidebar_can_come_along(rf: RequestFactory) -> None:
    text = blocks(asked(rf.get("/today/")), "test/sheet.html", {"shell": frame()}, also=("nav",)).content.decode()
    assert 'id="nav" hx-swap-oob="true"' in text
    assert '<span class="n">8</span>' in text


def test_an_unknown_piece_and_an_unknown_value_raise(rf: RequestFactory) -> None:
    with pytest.raises(KeyError):
        blocks(asked(rf.get("/")), "test/sheet.html", {}, main="nothing")
    with pytest.raises(UndefinedError):
        blocks(asked(rf.get("/")), "test/sheet.html", {}, main="sheet")


def test_what_was_done_is_said_on_pieces_and_on_pages(rf: RequestFactory) -> None:
    for answer_with in (
        lambda request: blocks(request, "test/sheet.html", {"who": "Jane"}, main="sheet"),
        lambda request: page(request, "test/sheet.html", Sheet(frame(), "Jane", 1)),
    ):
        request = asked(rf.post("/calls/7/"))
        toast(request, "Progressed. Next: <Martin>", undo="/calls/7/undo/")
        text = answer_with(request).content.decode()
        assert text.count("data-toast>") == 1
        assert "Next: &lt;Martin&gt;" in text
        assert 'action="/calls/7/undo/"' in text


def test_pieces_without_news_have_no_toast(rf: RequestFactory) -> None:
    assert "toast" not in blocks(asked(rf.get("/")), "test/sheet.html", {"who": "x"}, main="sheet").content.decode()
    assert "toast" not in blocks(rf.get("/"), "test/sheet.html", {"who": "x"}, main="sheet").content.decode()


def test_a_page_may_have_no_values_and_another_status(rf: RequestFactory) -> None:
    answer = page(asked(rf.get("/")), "ui/pages/gate.html", status=404)
    assert answer.status_code == 404
    assert "Speak to the right people" in answer.content.decode()


def test_an_error_page_says_what_and_where_to_go(rf: RequestFactory) -> None:
    text = page(
        asked(rf.get("/")), "ui/pages/sorry.html", {"title": "Nothing here", "words": "It may have moved."}
    ).content.decode()
    assert "<h1>Nothing here</h1>" in text
    assert 'href="/"' in text
