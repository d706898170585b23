"""The first agency and its owner."""

from __future__ import annotations

import getpass
import io
import sys
from collections.abc import Callable

import pytest
from django.test import Client

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.team.models import Identity, Member

WORDS = ("--agency", "Brightwater", "--email", "Sam@Brightwater.example")


def test_it_makes_an_agency_whose_owner_signs_in_by_the_link(call: Callable[..., int], capsys, db: None):
    assert call("setup", *WORDS, "--name", "Sam Whitlock", "--country", "us", "--zone", "America/Chicago") == 0
    agency = Agency.objects.get()
    assert (agency.name, agency.country, agency.zone) == ("Brightwater", "US", "America/Chicago")
    with enter(agency):
        owner = Member.objects.select_related("identity").get()
    assert (owner.name, owner.role, owner.identity.email) == ("Sam Whitlock", "owner", "sam@brightwater.example")
    link = capsys.readouterr().out.splitlines()[-1]
    assert link.startswith("http://127.0.0.1:8000/enter/")
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.get(link.removeprefix("http://127.0.0.1:8000"))
    assert browser.session["_auth_user_id"] == str(owner.identity.pk)


def test_the_zone_follows_from_the_country(call: Callable[..., int], db: None):
    assert call("setup", *WORDS, "--country", "uk") == 0
    assert (Agency.objects.get().country, Agency.objects.get().zone) == ("GB", "Europe/London")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "rightday setup --agency"),
        (("--agency", "Brightwater"), "rightday setup --agency"),
        (("--agency", " ", "--email", "sam@x.example"), "rightday setup --agency"),
        (("--agency", "x" * 121, "--email", "sam@x.example"), "at most 120 letters"),
        (("--agency", "B", "--email", "sam"), "valid email"),
        ((*WORDS, "--country", "England"), "ENGLAND is no country"),
        ((*WORDS, "--zone", "London"), "London is no time zone"),
        ((*WORDS, "--password", "short"), "at least 10"),
    ],
)
def test_what_would_be_of_no_use_is_refused(words, said: str, call: Callable[..., int], capsys, db: None):
    assert call("setup", *words) == 1
    assert said in capsys.readouterr().err
    assert not Agency.objects.exists() and not Identity.objects.exists()


def test_a_second_agency_of_that_name_is_refused(call: Callable[..., int], capsys, db: None):
    assert call("setup", *WORDS) == 0
    assert call("setup", "--agency", "brightwater", "--email", "jo@x.example") == 1
    assert "rightday user add" in capsys.readouterr().err
    assert call("setup", "--agency", "Other Firm", "--email", "jo@x.example") == 0
    assert Agency.objects.count() == 2


def test_at_a_terminal_it_asks(call: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys, db: None):
    typed = io.StringIO("\n\nBrightwater\nsam@brightwater.example\nSam Whitlock\n")
    typed.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: "correct horse battery")
    assert call("setup") == 0
    assert Identity.objects.get().check_password("correct horse battery")
    assert "correct horse" not in "".join(capsys.readouterr())


def test_at_a_terminal_that_ends_it_ends(call: Callable[..., int], monkeypatch: pytest.MonkeyPatch, db: None):
    typed = io.StringIO("")
    typed.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", typed)
    with pytest.raises(KeyboardInterrupt):
        call("setup")
