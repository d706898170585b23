"""What the views of all rooms share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory

from rightday.agencies import settings_pages
from rightday.agencies.forms import AgencyForm
from rightday.agencies.once import Stale
from rightday.team import front


@pytest.fixture
def asked(ours):
    """A request of Priya's, as it comes through the door."""

    def make(method="get", path="/settings/me/", data=None, htmx=False, **headers):
        request = getattr(RequestFactory(), method)(path, data or {}, **headers)
        request.member, request.agency, request.htmx, request.session = ours.priya, ours.agency, htmx, {}
        request._messages = FallbackStorage(request)
        return request

    return make


def test_a_page_gets_its_frame_with_what_waits(asked):
    html = front.page(asked(), "agencies/pages/settings.html", settings_values(), counts={"today": 14}).content.decode()
    assert '<span class="n">14</span>' in html
    assert "Priya Nair" in html


def settings_values():
    return {
        "form": AgencyForm(None),
        "nav": settings_pages.nav("Brightwater"),
        "may": True,
        "countries": [("GB", "United Kingdom")],
    }


def test_pieces_of_a_page_may_carry_the_frames_own(asked):
    answer = front.blocks(
        asked(htmx=True), "agencies/pages/settings.html", settings_values(), also=("nav",), counts={"leads": 7}
    )
    html = answer.content.decode()
    assert '<span class="n">7</span>' in html
    assert "<html" not in html


def test_a_refusal_for_htmx_is_a_piece(asked):
    html = front.refused(asked(htmx=True), "Not that.").content.decode()
    assert "Not that." in html
    assert "<html" not in html


def test_what_was_typed_comes_back_without_secrets_and_blanks(asked):
    data = {"next_step": "Call on Monday", "password": "seven green", "seen": "3", "note": "  ", "tags": ["a", "b"]}
    assert front.typed(asked("post", data=data)) == (("Next step", "Call on Monday"), ("Tags", "a"), ("Tags", "b"))


@pytest.mark.parametrize(
    ("referer", "href"),
    [
        ("http://testserver/leads/7/", "http://testserver/leads/7/"),
        ("http://elsewhere.example/", "/"), ("javascript:x", "/"), ("", "/"),
    ],
)  # fmt: skip
def test_the_way_to_the_new_version_never_leaves_us(asked, referer, href):
    html = front.stale(asked("post", headers={"referer": referer}), Stale("Changed.")).content.decode()
    assert f'href="{href}"' in html


def test_the_hour_is_the_readers_own(asked, ours):
    ours.priya.zone = "Asia/Kolkata"
    problem = Stale("Changed.", who="Jo", when=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert "Saved by Jo at 14:30." in front.stale(asked("post"), problem).content.decode()


def test_outside_an_agency_the_hour_is_utc(asked):
    request = asked("post")
    del request.member
    problem = Stale("Changed.", who="Jo", when=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert "at 09:00" in front.stale(request, problem).content.decode()
