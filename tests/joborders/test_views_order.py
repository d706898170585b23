"""The small forms around an order."""

from __future__ import annotations

import pytest

from rightday.db.row_security import enter
from rightday.joborders.models import Ask, JobOrder
from tests import desk


@pytest.fixture
def order(ours):
    with enter(ours.agency):
        return desk.order(ours.sam, ours.martin)


@pytest.fixture
def send(ours, order):
    browser = ours.client(ours.sam)

    def sent(path, **data):
        assert browser.get(f"/orders/{order.pk}/{path}/").status_code in (200, 302, 405)
        return browser.post(f"/orders/{order.pk}/{path}/", data)

    return sent


def fresh(ours, order):
    return JobOrder.objects.select_related("next_step", "closing").get(pk=order.pk)


def test_the_next_step_gets_another_day(ours, order, send):
    assert send("step", due="yesterday", seen_step=order.next_step_id).status_code == 422
    assert send("step", due="in two weeks", objective="Two slots", seen_step=order.next_step_id).status_code == 302
    assert send("step", due="in two weeks", seen_step=order.next_step_id).status_code == 409
    with enter(ours.agency):
        assert fresh(ours, order).next_step.objective == "Two slots"


def test_an_order_closes_with_a_competitor_and_opens_again(ours, order, send):
    assert send("closing", kind="direct", rival="Brightline").status_code == 422
    assert send("closing", kind="competitor", rival="Brightline", on="today").status_code == 302
    with enter(ours.agency):
        found = fresh(ours, order)
        assert (found.closing.kind, found.closing.rival.name) == ("competitor", "Brightline")
    assert send("closing", kind="direct").status_code == 409
    send("reopening")
    with enter(ours.agency):
        assert fresh(ours, order).closing is None
    send("closing", kind="cancelled")
    with enter(ours.agency):
        order.manager.do_not_call = True
        order.manager.save()
    assert send("reopening").status_code == 409


def test_asks_are_kept_and_answered(ours, order, send):
    assert send("asks", words="").status_code == 422
    send("asks", words="Which two will you see?")
    with enter(ours.agency):
        asked = Ask.objects.get()
    assert send(f"asks/{asked.pk}", answer="perhaps").status_code == 422
    send(f"asks/{asked.pk}", answer="yes", words="Thursday")
    page = ours.client(ours.sam).get(f"/orders/{order.pk}/").content.decode()
    assert "Thursday" in page


def test_people_colleagues_and_skills_come_and_go(ours, order, send):
    for path, bad in (("people", {"person": "Nobody"}), ("members", {"member": "0"}), ("skills", {})):
        assert send(path, **bad).status_code == 422
    send("people", person="Martin Ahlqvist", role="decides", words="Trusts references")
    send("members", member=ours.priya.pk)
    send("skills", skill=" Postgres  under load", must="on", years="3")
    page = ours.client(ours.sam).get(f"/orders/{order.pk}/").content.decode()
    for words in ("Trusts references", "Priya Nair", "Postgres under load, 3 years"):
        assert words in page
    with enter(ours.agency):
        rows = [(path, getattr(order, path).get().pk) for path in ("people", "members", "skills")]
    for path, row in rows:
        assert send(f"{path}/{row}/removal").status_code == 302
    with enter(ours.agency):
        assert [getattr(order, path).count() for path, _row in rows] == [0, 0, 0]
