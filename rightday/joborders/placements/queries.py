"""Questions about placements: the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rightday.joborders.placements.models import Extension, Placement, StartCheck
from rightday.joborders.placements.rules import END_WORDS, SIDE_WORDS, End, Side
from rightday.kernel.amounts import Money, say_money
from rightday.kernel.when import say_day
from rightday.team import queries as team
from rightday.team.models import Member

SHOWN: Final = 50
LINKS: Final = (
    "person__company", "company", "manager__company", "order__lead", "order__company", "next_step", "end", "owner",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlacementPage:
    """`facts` are pairs (label, words); `ended` is "" while it runs; `checks` and `extensions` are sentences."""

    row: Placement
    facts: tuple[tuple[str, str], ...]
    step: str
    step_id: int | None
    ended: str
    checks: tuple[str, ...]
    extensions: tuple[str, ...]


def placement_page(pk: int, *, member: Member) -> PlacementPage:
    """In three statements. Raises Placement.DoesNotExist."""
    row, today = the_placement(pk), team.today(member)
    checks = StartCheck.objects.filter(placement=row).order_by("id")
    longer = Extension.objects.filter(placement=row).order_by("-id")[:SHOWN]
    step, end = row.next_step, row.end
    return PlacementPage(
        row=row, facts=_facts(row), step=f"{step.objective}, {say_day(step.due, today)}" if step else "",
        step_id=step.pk if step else None,
        ended=f"{END_WORDS[End(end.kind)]}, {say_day(end.on, today)}" if end else "",
        checks=tuple(
            f"{SIDE_WORDS[Side(one.side)]}: {'they came' if one.came else 'they did not come'}, "
            f"{say_day(one.on, today)}. {one.words}".strip()
            for one in checks
        ),
        extensions=tuple(
            f"Until {say_day(one.until, today)}, agreed {say_day(one.on, today)}" for one in longer
        ),
    )  # fmt: skip


def the_placement(pk: int) -> Placement:
    """Raises Placement.DoesNotExist."""
    found: Placement = Placement.objects.select_related(*LINKS).get(pk=pk)
    return found


def _facts(row: Placement) -> tuple[tuple[str, str], ...]:
    money = (("Paid", row.pay), ("Billed", row.bill), ("Salary", row.salary), ("Fee", row.fee))
    each = f" per {row.per}" if row.salary is None else ""
    days = (("First day", row.starts_on), ("Started", row.started_on), ("Last day", row.ends_on),
            ("Probation until", row.probation_until))  # fmt: skip
    said = [(name, f"{day:%-d %B %Y}") for name, day in days if day is not None]
    said += [(name, say_money(Money(sum_, row.currency)) + each) for name, sum_ in money if sum_ is not None]
    return tuple(said)
