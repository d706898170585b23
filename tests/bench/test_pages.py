from __future__ import annotations

from random import Random

import pytest

from rightday.bench import pages
from rightday.bench.pages import Ask


@pytest.fixture(autouse=True)
def with_the_bare_page(settings):
    settings.ROOT_URLCONF = "rightday.bench.urls"


def test_the_bare_page_takes_the_door_and_one_statement(drawn):
    counted = pages.statements(drawn, seed=1)
    assert counted["Bare page"] == 5
    assert counted["Settings"] == 4


def test_each_page_is_asked_beside_the_bare_one(drawn, live_server):
    lines, errors = pages.measure(live_server.thread.port, drawn, rounds=1, seed=1)
    assert errors == []
    assert [line.name for line in lines] == [page.name for page in pages.pages()]
    bare = lines[0]
    assert bare.times is not None
    assert bare.times.count == 1
    assert bare.bytes > 1_000


def test_a_page_that_is_not_there_is_said_to_be_missing(drawn, live_server, monkeypatch):
    every = [
        pages.Page("Nowhere", lambda drawn, desk, random: Ask("/nowhere/"), pages.PageLine("Nowhere")),
        pages.Page("Nothing", lambda drawn, desk, random: None, pages.PageLine("Nothing")),
        pages.Page("Refused", lambda d, k, r: Ask("/settings/", {"name": ""}), pages.PageLine("Refused")),
    ]
    monkeypatch.setattr(pages, "pages", lambda: every)
    lines, errors = pages.measure(live_server.thread.port, drawn, rounds=1, seed=1)
    assert [line.missing for line in lines] == ["not there", "answers nothing", "answers 422"]
    assert errors == ["Refused answered 422 at /settings/"]
    assert pages.statements(drawn, seed=1) == {}


def test_draws_are_seeded(drawn):
    def paths(seed: int) -> list[Ask | None]:
        random = Random(seed)
        return [page.ask(drawn, drawn.desk(random), random) for page in pages.pages()]

    assert paths(4) == paths(4)
    assert paths(4) != paths(5)
    assert paths(4)[0].path.startswith("/bench/")


def test_statements_are_put_beside_their_lines():
    lines = pages.with_statements([pages.PageLine("Today"), pages.PageLine("Lead")], {"Today": 9})
    assert [line.statements for line in lines] == [9, None]
