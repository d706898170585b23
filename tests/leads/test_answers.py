"""Acting once, answering with what changed, asking again without losing a word."""

from __future__ import annotations

from rightday.db.row_security import enter
from rightday.leads import actions
from rightday.leads.answers import PIECES
from rightday.timeline.models import Event
from tests.leads.conftest import reload

HTMX = {"HTTP_HX_REQUEST": "true"}


def test_a_form_is_a_piece_for_a_dialog_and_a_page_without_script(ours, shown):
    browser, address = ours.client(), f"/leads/{shown.pk}/step/"
    piece, page = browser.get(address, **HTMX).content.decode(), browser.get(address).content.decode()
    assert piece.lstrip().startswith("<form") and "<html" in page
    assert "Martin Ahlqvist, Halden Insurance" in piece


def test_a_key_that_is_none_acts(ours, shown):
    browser = ours.client()
    for key in ("", "not-a-key"):
        browser.post(f"/leads/{shown.pk}/notes/", {"words": "said", "once": key})
    with enter(ours.agency):
        assert Event.objects.filter(verb="note").count() == 2


def test_every_piece_has_its_place_on_the_page(ours, shown):
    page = ours.client().get(f"/leads/{shown.pk}/").content.decode()
    for piece in PIECES:
        assert page.count(f'id="{piece}"') == 1
    answer = ours.client().post(f"/leads/{shown.pk}/notes/", {"words": "x"}, **HTMX).content.decode()
    for piece in PIECES:
        assert f'id="{piece}"' in answer
    assert answer.count('hx-swap-oob="true"') >= len(PIECES)


def test_who_was_first_is_named_in_the_dialog_too(ours, shown):
    with enter(ours.agency):
        lead = reload(ours, shown)
        actions.edit(lead, seen=lead.version, title="Priya's", by=ours.priya)
    sent = {"title": "Mine, typed long", "owner": ours.sam.pk, "introduced_by": "", "seen": 0}
    answer = ours.client().post(f"/leads/{shown.pk}/details/", sent, **HTMX)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Priya Nair, " in text and "Mine, typed long" in text and 'name="seen" value="1"' in text
