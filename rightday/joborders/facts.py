"""What is known of an order: the latest of each point, what is missing, and how many are known."""

from __future__ import annotations

from rightday.joborders.models import JobOrder, OrderFact, OrderSkill
from rightday.joborders.rules import Point, known_points, missing_points


def latest(order: JobOrder) -> dict[Point, OrderFact]:
    """What was said last of each point, who said it at hand."""
    rows = OrderFact.objects.filter(order=order).select_related("said_by").order_by("id")
    return {Point(row.point): row for row in rows}


def has_money(order: JobOrder) -> bool:
    """Whether a rate or a salary is agreed."""
    return any(amount is not None for amount in (order.bill_from, order.bill_to, order.salary_from, order.salary_to))


def missing(order: JobOrder) -> tuple[Point, ...]:
    """The points that are not known yet: what the next call asks."""
    said = {Point(point): known for point, known in _said(order)}
    skills = OrderSkill.objects.filter(order=order).exists()
    return missing_points(known_points(said, skills=skills, money=has_money(order)))


def _said(order: JobOrder) -> list[tuple[str, bool]]:
    return list(OrderFact.objects.filter(order=order).order_by("id").values_list("point", "known"))
