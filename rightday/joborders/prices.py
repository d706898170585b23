"""From the rows of an order and of who is furthest in it to what a place may earn."""

from __future__ import annotations

from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Kind
from rightday.joborders.submittals.models import Submittal
from rightday.joborders.worth import Priced
from rightday.kernel.days import Place, working_days_between
from rightday.kernel.rates import Per


def priced(order: JobOrder, furthest: Submittal | None, place: Place) -> Priced:
    """What is known of the money: of the candidate who is furthest, else of the order, half way between its ends."""
    said = {name: getattr(furthest, name) if furthest is not None else None for name in ("bill", "pay", "salary")}
    bill = said["bill"] if said["bill"] is not None else _middle(order.bill_from, order.bill_to)
    salary = said["salary"] if said["salary"] is not None else _middle(order.salary_from, order.salary_to)
    pay = said["pay"] if said["pay"] is not None else order.pay_to
    return Priced(
        Kind(order.kind), order.currency, Per(order.per), bill, pay, order.burden, salary, order.fee, term(order, place)
    )


def term(order: JobOrder, place: Place) -> int | None:
    """Working days of the contract, both ends with it; None where a day is not known, or it ends before it starts."""
    if order.starts_on is None or order.ends_on is None or order.ends_on < order.starts_on:
        return None
    first = order.starts_on.toordinal() - 1
    return working_days_between(order.starts_on.fromordinal(first), order.ends_on, place)


def _middle(low: int | None, high: int | None) -> int | None:
    if low is None or high is None:
        return high if low is None else low
    return (low + high + 1) // 2
