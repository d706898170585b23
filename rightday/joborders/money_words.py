"""The money of an order in words: what is billed and paid, markup and margin labelled, fee and guarantee."""

from __future__ import annotations

from rightday.joborders import worth_words
from rightday.joborders.models import JobOrder
from rightday.joborders.worth import Expected, Priced
from rightday.kernel import economics
from rightday.kernel.amounts import Money, say_money


def economics_rows(order: JobOrder, priced: Priced, each: Expected) -> tuple[tuple[str, str, str], ...]:
    """Label, amount and what it is of, as the rail shows them; markup and margin always labelled."""
    if order.kind == "permanent":
        salary = say_money(Money(priced.salary, order.currency)) if priced.salary is not None else "not known"
        back = ", ".join(f"{percent}% within {weeks} weeks" for weeks, percent in order.guarantee)
        share = f"{economics.say_share(each.points)} of salary"
        rows = [("Salary", salary, "a year"), ("Fee", say_money(each.fee), share)]
        return tuple([*rows, ("Guarantee", back, "given back")] if back else rows)
    if each.spread is None:
        return (("Rate", "not known", ""),)
    spread = each.spread
    over = (priced.bill or 0) - (order.bill_to or priced.bill or 0)
    above = f"{say_money(Money(over, order.currency))} over their budget" if over > 0 else ""
    return tuple(
        row for row in (
            ("Bill", say_money(spread.bill), above),
            ("Pay", say_money(spread.pay), ""),
            ("Burden", say_money(spread.burden), "on the pay") if spread.burden.minor else ("", "", ""),
            ("Margin", economics.say_share(spread.margin or 0), "of bill"),
            ("Markup", economics.say_share(spread.markup or 0), "on pay"),
            ("Left", say_money(spread.left), each_unit(order.per)),
            ("Term", f"{each.days} days", ""),
            ("In all", say_money(worth_words.whole(each.fee)), "each place" if order.openings > 1 else ""),
        ) if row[0]
    )  # fmt: skip


def said(order: JobOrder) -> str:
    """ "£680 to £720 a day, billed", "£80,000 to £90,000 a year" """
    contract = order.kind == "contract"
    ends = (order.bill_from, order.bill_to) if contract else (order.salary_from, order.salary_to)
    said = " to ".join(dict.fromkeys(say_money(Money(end, order.currency)) for end in ends if end is not None))
    return f"{said} {each_unit(order.per)}, billed" if contract else f"{said} a year"


def paid_share(each: Expected) -> str:
    """Share of the bill that is paid out, with its burden, for the bar; "" where it says nothing."""
    if each.spread is None or each.spread.bill.minor <= 0:
        return ""
    paid = each.spread.pay.minor + each.spread.burden.minor
    return f"{min(paid * 100 // each.spread.bill.minor, 100)}%"


def each_unit(per: str) -> str:
    """ "a day", "an hour" """
    return f"an {per}" if per == "hour" else f"a {per}"
