"""Pages of candidates and job orders, with rows on them and without."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rightday.db.row_security import enter
from rightday.joborders.objections import actions as objections
from rightday.joborders.objections.models import Objection
from rightday.people.models import Person
from tests import desk as rows
from tests.browser.conftest import Desk

EMPTY = [("no orders", "/orders/?view=closed"), ("no candidates", "/talent/?q=zzyx"), ("CVs", "/cvs/")]


def of_desk(desk: Desk) -> list[tuple[str, str]]:
    """An order with two people in play, one seen yesterday, one placed; a candidate with what is known of them."""
    sam = desk.member()
    with enter(desk.agency):
        objections.stock(by=sam)
        manager = Person.objects.select_related("company").get(name="Martin Ahlqvist")
        order = rows.order(sam, manager, openings=2, brief="Moves the ledgers off the old platform")
        sanna = rows.candidate(sam, headline="Go and Kafka, contract")
        sent = rows.submittal(order, sanna)
        seen = rows.interview(sent)
        other = rows.submittal(order, rows.candidate(sam, rows.someone("Carys Bowen")))
        rows.interview(other, timezone.now() + timedelta(days=2))
        gone = rows.submittal(order, rows.candidate(sam, rows.someone("Tomas Rey")))
        placed = rows.placement(gone)
        first = Objection.objects.order_by("pk")[0].pk
    here, one = f"/orders/{order.pk}/", f"/talent/{sanna.pk}/"
    return [
        ("orders", "/orders/"), ("orders, reckoned", f"/orders/?open={order.pk}"), ("new order", "/orders/new/"),
        ("order", here), ("order's terms", f"{here}terms/"), ("order's point", f"{here}points/goal/"),
        ("asked", f"{here}asks/"), ("order's people", f"{here}people/"), ("order's skills", f"{here}skills/"),
        ("closing", f"{here}closing/"), ("submittals", f"{here}submittals/"), ("present", f"{here}submittals/new/"),
        ("round", f"/submittals/{sent.pk}/interviews/"), ("offer", f"/submittals/{sent.pk}/offers/"),
        ("stop", f"/submittals/{sent.pk}/stop/"), ("debrief", f"/interviews/{seen.pk}/debrief/"),
        ("feedback plan", f"/interviews/{seen.pk}/feedback/"), ("call about an order", f"/today/{order.next_step_id}/"),
        ("placement", f"/placements/{placed.pk}/"), ("ending", f"/placements/{placed.pk}/ending/"),
        ("objections", "/objections/"), ("objection", f"/objections/{first}/"),
        ("candidates", "/talent/"), ("candidate", one), *EMPTY,
    ]  # fmt: skip
