"""The whole run is made by `make bench-smoke`; here: its parts."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import date

from django.db import connection

from rightday.bench import measure
from rightday.bench.figures import Line, PageLine, Report, Times
from rightday.bench.fill import Book
from rightday.bench.measure import Plan

FINE = Report("SQLite", "", "", PageLine("Bare page", times=Times(1, 1, 1)), (), (), (Line("errors", "0", "0", True),))


def test_database_and_machine_are_named_but_no_host(db):
    assert measure.database().startswith("PostgreSQL 1" if connection.vendor == "postgresql" else "SQLite 3.")
    assert " cores, " in measure.machine()
    assert socket.gethostname() not in measure.machine()


def test_what_fails_a_smoke_run():
    assert measure.failures(FINE) == []
    assert measure.failures(replace(FINE, errors=("Today answered 500",))) == ["Today answered 500"]
    gone = replace(FINE, pages=(PageLine("Lead", missing="not there"), PageLine("Today", times=Times(1, 1, 1))))
    assert measure.failures(gone) == ["Lead: not there"]
    lost = replace(FINE, rest=(Line("writes lost", "1 of 3", "0", False), Line("slow", "9 ms", "≤ 5 ms", False)))
    assert measure.failures(lost) == ["writes lost: 1 of 3"]
    assert measure.failures(replace(FINE, bare=PageLine("Bare page"))) == ["The bare page does not answer."]


def test_sessions_of_some_members(filled, today: date):
    made = measure.sessions(today)
    assert len(made) == len(set(made)) == 2


def test_two_servers_are_asked_in_turn(drawn, live_server):
    port, sessions = live_server.thread.port, [desk.session for desk in drawn.desks]
    here, there = measure._in_turn(port, sessions, port, ["nobody"], Plan(rounds=2))
    assert here is not None
    assert here.count == 2
    assert there is None


def test_a_small_book_is_not_compared_with_another(drawn):
    line = measure._beside(1, drawn, Book(first=9_000), Plan())
    assert line.measured == "not measured: this book is small itself"


def test_the_book_in_words(filled):
    assert measure._book({"leads": 300_000, "members": 200}) == (
        "The book: 2 agencies, the measured one with 300,000 leads and 200 members"
    )
