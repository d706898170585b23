"""Between the rules of incentives and their actions: what stands in the ledger, what leads have lived through."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from rightday.agencies import queries as agencies
from rightday.kernel.money import Money
from rightday.leads.grades import Dates, Holds, grade
from rightday.leads.incentives.models import IncentiveRule, LedgerLine, LedgerMark
from rightday.leads.incentives.rules import (
    SETTLED,
    Earner,
    Earns,
    Life,
    Mark,
    Pays,
    Rule,
    never_hot,
    proven_on,
)
from rightday.leads.models import Lead
from rightday.leads.planning import pieces_of_many
from rightday.leads.rules import Ending, Grade


def rule_of(row: IncentiveRule) -> Rule:
    """The row as the rules of incentives see it."""
    pay = Money(row.amount, row.currency)
    return Rule(row.number, Earns(row.earns), Pays(row.pays), pay, row.begins, row.ends)


def rules_here() -> dict[int, tuple[int, Rule]]:
    """All rules of the agency by their number, each with its id, in one statement; most agencies have two or three."""
    return {row.number: (row.pk, rule_of(row)) for row in IncentiveRule.objects.order_by("number")}


@dataclass(frozen=True, slots=True)
class Standing:
    """A line that a rule wrote. `open`: it may still be taken back; `counts`: nothing new is earned beside it."""

    id: int
    number: int
    lead: int
    earns: Earns
    earner: Earner
    amount: int
    currency: str
    once: str
    rule: int | None
    open: bool
    counts: bool


def standing_of(leads: Collection[int]) -> dict[int, list[Standing]]:
    """What rules wrote for these leads, in one statement.

    A line that somebody took back by hand, or declined, counts: the rule does not write it anew. One that the
    rule itself took back does not: proven again, it is earned again.
    """
    mine = [earns.value for earns in SETTLED]
    corrected = LedgerLine.objects.filter(corrects=OuterRef("pk"))
    declined = LedgerMark.objects.filter(line=OuterRef("pk"), kind=Mark.DECLINED.value)
    rows = LedgerLine.objects.filter(lead__among=list(leads), earns__in=mine).annotate(
        corrected=Exists(corrected), by_rule=Exists(corrected.exclude(once=None)), declined=Exists(declined)
    )
    found: dict[int, list[Standing]] = {pk: [] for pk in leads}
    columns = ("pk", "number", "lead", "earns", "member_id", "person_id", "amount", "currency", "once", "rule_id")
    for row in rows.order_by("id").values(*columns, "corrected", "by_rule", "declined"):
        earner = Earner(row["member_id"] or row["person_id"], colleague=row["member_id"] is not None)
        found[row["lead"]].append(
            Standing(
                row["pk"], row["number"], row["lead"], Earns(row["earns"]), earner, row["amount"], row["currency"],
                row["once"], row["rule_id"], open=not (row["corrected"] or row["declined"]), counts=not row["by_rule"],
            )
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class Lived:
    """A lead's life and what to call it in the ledger: "Lumen Grid, test manager"."""

    life: Life
    words: str


_COLUMNS = (
    "pk", "person_id", "owner_id", "heard_by_id", "heard_from_id", "source", "outcome__kind", "outcome__on",
    "title", "company__name", "person__name", "identified_on", "hot_until",
)  # fmt: skip


def lives(leads: Iterable[int], *, today: date) -> dict[int, Lived]:
    """Lives of those of these leads by which somebody may earn, in two statements."""
    rows = list(
        Lead.objects.filter(Q(heard_from__isnull=False) | ~Q(source="import"), pk__among=list(leads)).values(*_COLUMNS)
    )
    pieces = pieces_of_many([row["pk"] for row in rows])
    holds = agencies.numbers(Holds, "grades")
    return {
        row["pk"]: Lived(
            Life(
                row["person_id"], row["owner_id"], row["heard_by_id"], row["heard_from_id"],
                imported=row["source"] == "import",
                proven_on=proven_on(pieces[row["pk"]], holds),
                hot=grade(Dates(row["identified_on"], row["hot_until"]), today) is Grade.HOT,
                untrue=never_hot(pieces[row["pk"]]),
                ended=Ending(row["outcome__kind"]) if row["outcome__kind"] else None,
                ended_on=row["outcome__on"],
            ),
            ", ".join(filter(None, (row["company__name"] or row["person__name"], row["title"])))[:300],
        )
        for row in rows
    }  # fmt: skip


def next_turn(lead: int, earns: Earns, earner: Earner, written: Sequence[Standing]) -> str:
    """The key of a line: the second time that the same is earned (after it was taken back) it is another one."""
    before = sum(1 for one in written if (one.earns, one.earner) == (earns, earner))
    return f"{earns.value}:{lead}:{earner.sign}:{before + 1}"


def may_earn(lead: Lead) -> bool:
    """Whether anybody may earn by this lead as it stands: asked of each new one, so it reads nothing."""
    if lead.identified_on is None or lead.hot_until is None:
        return False
    return lead.heard_from_id is not None or (lead.source != "import" and lead.owner_id != lead.heard_by_id)
