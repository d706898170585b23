"""The list and the page of job orders, as a browser asks for them."""

from __future__ import annotations

import pytest

from rightday.db.row_security import enter
from rightday.joborders import actions
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closed, Kind, Point
from rightday.leads import actions as leads
from tests import desk


@pytest.fixture
def browser(ours):
    return ours.client(ours.sam)


def taken(cast, **said):
    with enter(cast.agency):
        return actions.take(
            manager=cast.martin, title="Platform engineer", kind=Kind.CONTRACT, by=cast.sam,
            **({"bill_from": 68_000, "bill_to": 72_000, "pay_to": 56_000} | said),
        )  # fmt: skip


def the_only(cast):
    with enter(cast.agency):
        return JobOrder.objects.select_related("next_step", "closing").get()


def test_an_empty_list_says_how_an_order_is_taken(browser):
    assert "No job order here" in browser.get("/orders/").content.decode()


def test_the_list_is_closest_to_the_money_first_and_shows_its_reckoning(ours, browser):
    near, far = taken(ours, bill_from=90_000, bill_to=90_000), taken(ours)
    said = browser.get("/orders/").content.decode()
    assert said.index(f"o-{near.pk}") < said.index(f"o-{far.pk}")
    said = browser.get(f"/orders/?open={near.pk}&whose=mine&view=nobody").content.decode()
    assert "£44,200" in said
    assert "Chance to close" in said
    assert "20%" in said


def test_closed_orders_have_a_view_of_their_own(ours, browser):
    order = taken(ours)
    with enter(ours.agency):
        actions.close(order, kind=Closed.CANCELLED, on=order.taken_on, by=ours.sam)
    assert "Cancelled" in browser.get("/orders/?view=closed").content.decode()
    assert "Platform engineer" not in browser.get("/orders/?view=nonsense").content.decode()
    assert "Open again" in browser.get(f"/orders/{order.pk}/").content.decode()
    browser.post(f"/orders/{order.pk}/reopening/")
    assert the_only(ours).closing is None


def test_an_order_is_taken_in_the_browser_from_a_lead(ours, browser):
    with enter(ours.agency):
        lead = leads.create(ours.martin, heard=[], title="Two engineers", by=ours.sam)
    assert "Two engineers" in browser.get(f"/orders/new/?lead={lead.pk}").content.decode()
    sent = {
        "manager": "Martin Ahlqvist, Halden Insurance", "title": "Two engineers", "kind": "contract", "openings": "2",
        "bill_from": "£640", "bill_to": "700", "pay_to": "560", "per": "day", "burden": "13.8", "lead": lead.pk,
        "starts_on": "4 January 2027", "ends_on": "30 June 2027", "once": "0b4bd5de-15cf-4dc0-8a0b-8d4ac4c3b4a1",
    }  # fmt: skip
    for _twice in range(2):
        answer = browser.post("/orders/new/", sent)
    order = the_only(ours)
    assert answer["Location"] == f"/orders/{order.pk}/"
    assert (order.openings, order.bill_from, order.burden, order.lead_id) == (2, 64_000, 1_380, lead.pk)
    page = browser.get(f"/orders/{order.pk}/").content.decode()
    assert "£640 to £700 a day, billed" in page
    assert "1 of 11 known" in page
    assert "Markup" in page


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("bill_from", "much", "Write an amount"),
        ("bill_from", "€640", "This order is in"),
        ("burden", "lots", "Write per cent"),
        ("fee", "22.555", "Write per cent"),
        ("manager", "Nobody Known", "Nobody of that name"),
        ("starts_on", "sometime", "Write it like"),
        ("ends_on", "1 December 2020", "end before it starts"),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(ours, browser, field, typed, words):
    sent = {
        "manager": "Martin Ahlqvist", "title": "Engineer", "kind": "contract", "openings": "1", "per": "day",
        "starts_on": "4 January 2027", field: typed,
    }  # fmt: skip
    answer = browser.post("/orders/new/", sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert typed in answer.content.decode()


def test_the_new_form_begins_with_the_person(ours, browser):
    assert "Martin Ahlqvist, Halden Insurance" in browser.get(f"/orders/new/?person={ours.martin.pk}").content.decode()
    assert browser.get("/orders/new/").status_code == 200


def test_terms_and_points_are_changed(ours, browser):
    order = taken(ours)
    assert "£680" in browser.get(f"/orders/{order.pk}/terms/").content.decode()
    sent = {
        "title": "Staff engineer",
        "kind": "contract",
        "openings": "1",
        "bill_to": "800",
        "seen": the_only(ours).version,
    }
    assert browser.post(f"/orders/{order.pk}/terms/", sent)["Location"] == f"/orders/{order.pk}/"
    assert browser.post(f"/orders/{order.pk}/terms/", sent | {"title": "Another"}).status_code == 409
    order = the_only(ours)
    assert (order.title, order.bill_from, order.bill_to) == ("Staff engineer", None, 80_000)
    address = f"/orders/{order.pk}/points/goal/"
    assert "What is the project for" in browser.get(address).content.decode()
    browser.post(address, {"words": "Book online by March", "known": "on", "said_by": "Martin Ahlqvist"})
    page = browser.get(f"/orders/{order.pk}/").content.decode()
    assert "“Book online by March”" in page
    browser.post(
        f"/orders/{order.pk}/points/results/", {"words": "it should just work", "source": "Brief", "true_on": "today"}
    )
    assert "They said “it should just work”" in browser.get(f"/orders/{order.pk}/").content.decode()
    assert browser.get(f"/orders/{order.pk}/points/weather/").status_code == 404
    assert browser.post(address, {"words": ""}).status_code == 422


def test_a_permanent_order_shows_its_fee_and_guarantee(ours, browser):
    order = taken(ours, salary_to=8_000_000, fee=2_250, guarantee=[[4, 100], [8, 50]])
    with enter(ours.agency):
        JobOrder.objects.filter(pk=order.pk).update(kind=Kind.PERMANENT.value)
    page = browser.get(f"/orders/{order.pk}/").content.decode()
    assert "22.5% of salary" in page
    assert "100% within 4 weeks, 50% within 8 weeks" in page


def test_notes_are_kept(ours, browser):
    order = taken(ours)
    browser.post(f"/orders/{order.pk}/notes/", {"words": "Away on Friday"})
    browser.post(f"/orders/{order.pk}/notes/", {"words": " "})
    assert "Away on Friday" in browser.get(f"/orders/{order.pk}/").content.decode()


def test_the_page_shows_who_is_in_play_and_who_stopped(ours, browser):
    order = taken(ours)
    with enter(ours.agency):
        desk.submittal(order, desk.candidate(ours.sam), bill=76_000, pay=62_000)
        actions.know(order, point=Point.GOAL, words="x", true_on=order.taken_on, by=ours.sam)
    page = browser.get(f"/orders/{order.pk}/").content.decode()
    assert "Sanna Koskinen" in page
    assert "£40 over their budget" in page
    with enter(ours.agency):
        actions.close(JobOrder.objects.get(), kind=Closed.DIRECT, on=order.taken_on, by=ours.sam)
    assert "The order closed" in browser.get(f"/orders/{order.pk}/").content.decode()
