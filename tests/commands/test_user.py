"""Who signs in, from the terminal."""

from __future__ import annotations

import getpass
from collections.abc import Callable

import pytest

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.team.models import Identity, Member

Call = Callable[..., int]


@pytest.mark.parametrize("words", [("list",), ("add", "ann@x.example")])
def test_without_an_agency_it_says_how_to_make_one(words: tuple[str, ...], call: Call, capsys):
    assert call("user", *words) == 1
    assert "rightday setup" in capsys.readouterr().err


def test_the_list_shows_each_agency(call: Call, ours, theirs, capsys):
    with enter(ours.agency):
        Member.objects.filter(pk=ours.jo.pk).update(left_at=ours.agency.created_at)
    assert call("user", "list") == 0
    shown = capsys.readouterr().out
    assert "Sam Whitlock <sam@brightwater.example>, Owner\n" in shown
    assert "Jo Lindqvist <jo@brightwater.example>, Salesperson, has left\n" in shown
    assert f"Other Firm ({theirs.agency.pk})" in shown


def test_somebody_is_added_and_gets_a_link(call: Call, ours, capsys):
    assert call("user", "add", "Ann@X.example", "--name", "Ann Lee", "--role", "manager") == 0
    with enter(ours.agency):
        assert Member.objects.get(identity__email="ann@x.example").role == "manager"
    assert capsys.readouterr().out.splitlines()[-1].startswith("http://127.0.0.1:8000/enter/")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add",), "Whom? rightday user add sam@example.com"),
        (("add", "ann@x.example", "--role", "king"), "king is no role"),
        (("add", "ann"), "valid email"),
        (("add", "ann@x.example", "--password", "short"), "at least 10"),
        (("add", "sam@brightwater.example"), "is a member already"),
        (("add", "ann@x.example", "--agency", "Nowhere"), "No agency is called Nowhere"),
        (("link", "ann@x.example"), "Nobody signs in as ann@x.example"),
        (("password", "ann@x.example"), "Nobody signs in as ann@x.example"),
        (("password", "sam@brightwater.example", "--password", "short"), "at least 10"),
    ],
)
def test_what_cannot_be_is_said(words: tuple[str, ...], said: str, call: Call, ours, capsys):
    before = Identity.objects.count()
    assert call("user", *words) == 1
    assert said in capsys.readouterr().err
    assert Identity.objects.count() == before


def test_with_several_agencies_one_must_be_named(call: Call, ours, theirs, capsys):
    assert call("user", "add", "ann@x.example") == 1
    assert "Add --agency and its name or number" in capsys.readouterr().err
    Agency.objects.filter(pk=theirs.agency.pk).update(name="brightwater")
    assert call("user", "add", "ann@x.example", "--agency", "Brightwater") == 1
    assert "Several agencies are called Brightwater" in capsys.readouterr().err
    assert call("user", "add", "ann@x.example", "--agency", str(theirs.agency.pk)) == 0
    with enter(theirs.agency):
        assert Member.objects.filter(identity__email="ann@x.example").exists()


def test_a_link_uses_the_address_people_use(call: Call, ours, settings, capsys):
    settings.HOSTS, settings.HTTPS = ["rightday.example"], True
    assert call("user", "link", "SAM@brightwater.example") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("https://rightday.example/enter/")


def test_a_password_is_changed_and_never_shown(call: Call, ours, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(getpass, "getpass", lambda prompt: "correct horse battery")
    assert call("user", "password", "sam@brightwater.example") == 0
    assert Identity.objects.get(email="sam@brightwater.example").check_password("correct horse battery")
    assert "correct horse" not in "".join(capsys.readouterr())
