"""The ledger of incentives by month and by where lines stand, its sums, and the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from django.db.models import Count, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared
from rightday.kernel.money import Money, say_exact
from rightday.kernel.when import say_day
from rightday.leads.incentives.earnings import rule_of
from rightday.leads.incentives.ledger_shown import LINKS, LineShown, say, show
from rightday.leads.incentives.models import IncentiveRule, LedgerLine, LedgerQuerySet
from rightday.leads.incentives.rules import EARNS_WORDS, PAYS_WORDS, Earns, State
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission

AT_ONCE: Final = 100
"""Lines on a page; counts beside the tabs are said no further either."""


class Tab(StrEnum):
    MONTH = "month"
    APPROVE = "approve"
    PAY = "pay"
    PAID = "paid"
    RULES = "rules"


STATES: Final = {Tab.APPROVE: State.TO_APPROVE, Tab.PAY: State.TO_PAY, Tab.PAID: State.PAID}
TAB_WORDS: Final = {
    Tab.APPROVE: lazy("To approve"),
    Tab.PAY: lazy("Approved, to pay"),
    Tab.PAID: lazy("Paid"),
    Tab.RULES: lazy("Rules"),
}


@dataclass(frozen=True, slots=True)
class Month:
    """A month as the addresses write it, "2026-11"."""

    first: date

    @classmethod
    def of(cls, written: str, today: date) -> Month:
        """The month written; this one for anything else."""
        try:
            return cls(date.fromisoformat(f"{written}-01"))
        except ValueError:
            return cls(today.replace(day=1))

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def after(self) -> Month:
        return Month((self.first + timedelta(days=32)).replace(day=1))

    @property
    def before(self) -> Month:
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def last(self) -> date:
        return self.after.first - timedelta(days=1)

    def label(self, today: date) -> str:
        """ "November", "November 2025" """
        return f"{self.first:%B}" if self.first.year == today.year else f"{self.first:%B %Y}"


@dataclass(frozen=True, slots=True)
class RuleShown:
    id: int
    number: int
    earns: str
    what: str
    pays: str
    money: str
    words: str
    when: str
    held: bool
    changeable: bool


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """`sums`: pairs (label, amounts in words). `approvable`: ids of the lines shown that the reader may approve."""

    tab: Tab
    month: Month
    label: str
    tabs: tuple[tuple[str, str, str | None, bool], ...]
    lines: tuple[LineShown, ...]
    sums: tuple[tuple[str, str], ...]
    rules: tuple[RuleShown, ...]
    in_words: str
    approvable: tuple[int, ...]
    later: str
    earlier: bool
    this_month: bool


def ledger_page(reader: Member, *, tab: Tab, month: str = "", after: str = "") -> LedgerPage:
    """One tab of the ledger, newest first. Raises NotAllowed for whoever reads their own statement alone."""
    reader.must(Permission.INCENTIVES)
    today = team.today(reader)
    shown, rows = Month.of(month, today), IncentiveRule.objects.order_by("number")
    rules = tuple(_rule(row, today) for row in rows)
    found, waits = lines_of(tab, shown), _waits()
    # How many there are is known: who asks for more than that reads the whole ledger to find none.
    most = AT_ONCE + 1 if after or tab not in waits else min(AT_ONCE + 1, waits[tab].number)
    lines, later = _lines(found, after, reader, today, most) if tab is not Tab.RULES else ((), "")
    sums = _sums(found, tab, shown.label(today), waits) if tab is not Tab.RULES else ()
    tabs = _tabs(tab, shown, today, waits, len(rules))
    return LedgerPage(
        tab, shown, shown.label(today), tabs, lines, sums, rules, _in_words(rules),
        tuple(line.id for line in lines if line.to_approve and (not line.own or may_own(reader))), later,
        earlier=bool(after), this_month=shown == Month.of("", today),
    )  # fmt: skip


def may_own(reader: Member) -> bool:
    """Whether they may approve their own lines: owners, as somebody must be the last."""
    return reader.may(Permission.AGENCY_SETTINGS)


def lines_of(tab: Tab, month: Month) -> LedgerQuerySet:
    """The lines of a tab; the rules' has none."""
    found: LedgerQuerySet = LedgerLine.objects.all()
    if tab in STATES:
        return found.in_state(STATES[tab])
    return found.with_state().on_days(month.first, month.last) if tab is Tab.MONTH else found.none()


@dataclass(slots=True)
class Waits:
    """Lines that wait for one thing: how many, and how much in each currency."""

    number: int
    amounts: list[Money]


_WAITING: Final = Prepared(lambda: sums_of(LedgerLine.objects.waiting()).annotate(lines=Count("id")))


def _waits() -> dict[Tab, Waits]:
    """What is to be approved and what is to be paid: both, their counts and their sums in one statement.

    Where a line stands is told by its marks, so all lines are looked through: once for a page.
    """
    by_state = {STATES[tab]: Waits(0, []) for tab in (Tab.APPROVE, Tab.PAY)}
    for state, currency, amount, lines in _WAITING():
        if state in by_state:
            by_state[state].number += lines
            by_state[state].amounts.append(Money(amount, currency))
    return {tab: by_state[STATES[tab]] for tab in (Tab.APPROVE, Tab.PAY)}


def _lines(
    found: LedgerQuerySet, after: str, reader: Member, today: date, most: int
) -> tuple[tuple[LineShown, ...], str]:
    """A page of them and the number after which the next one begins."""
    if after.isdecimal():
        found = found.filter(number__lt=int(after[:9]))
    rows = list(found.select_related(*LINKS).order_by("-number")[:most])
    more = str(rows[AT_ONCE - 1].number) if len(rows) > AT_ONCE else ""
    return show(rows[:AT_ONCE], reader=reader, today=today), more


def _sums(found: LedgerQuerySet, tab: Tab, label: str, waits: dict[Tab, Waits]) -> tuple[tuple[str, str], ...]:
    """Sums by where lines stand, one for each currency; what was declined or taken back whole is in none."""
    if tab in waits:
        return ((str(TAB_WORDS[tab]), say(waits[tab].amounts, nothing())),)
    by_state: dict[State, list[Money]] = {state: [] for state in State}
    for state, currency, amount in sums_of(found):
        by_state[State(state)].append(Money(amount, currency))
    counted = [State.TO_APPROVE, State.TO_PAY, State.PAID]
    if tab is not Tab.MONTH:
        return ((str(TAB_WORDS[tab]), say(by_state[STATES[tab]], nothing())),)
    earned = [one for state in counted for one in by_state[state]]
    words = (_("To approve"), _("Approved, to pay"), _("Paid"))
    return (
        (_("Earned in %(month)s") % {"month": label}, say(earned, nothing())),
        *((said, say(by_state[state], nothing())) for said, state in zip(words, counted, strict=True)),
    )


def sums_of(found: Any) -> Any:
    """(state, currency, sum) of lines read `with_state`, in one statement."""
    return found.order_by().values_list("state", "currency").annotate(sum=Sum("amount"))


def nothing() -> str:
    return say_exact(Money(0, agencies.here().currency))


def _tabs(
    tab: Tab, month: Month, today: date, waits: dict[Tab, Waits], rules: int
) -> tuple[tuple[str, str, str | None, bool], ...]:
    of_month = LedgerLine.objects.on_days(month.first, month.last).aggregate(n=Count("id"))["n"]
    counts = {one: _capped(waiting.number) for one, waiting in waits.items()} | {Tab.RULES: str(rules)}
    at = f"/results/incentives/?month={month.key}"
    return (
        (month.label(today), at, str(of_month), tab is Tab.MONTH),
        *((str(words), f"{at}&view={one}", counts.get(one), tab is one) for one, words in TAB_WORDS.items()),
    )


def _capped(number: int) -> str:
    """ "7", "99+" from a hundred on."""
    return "99+" if number >= AT_ONCE else str(number)


_WHAT: Final = {Earns.HOT_LEAD: lazy("for a hot lead passed on"), Earns.CLIENT: lazy("when a lead becomes a client")}


def _rule(row: IncentiveRule, today: date) -> RuleShown:
    rule = rule_of(row)
    since = _("from %(day)s") % {"day": say_day(row.begins, today)}
    when = since if row.ends is None else _("%(since)s to %(day)s") % {"since": since, "day": say_day(row.ends, today)}
    return RuleShown(
        row.pk, row.number, str(EARNS_WORDS[rule.earns]), str(_WHAT[rule.earns]), str(PAYS_WORDS[rule.pays]),
        say_exact(rule.pay), row.words, _("never held") if rule.is_over() else when, rule.holds(today),
        changeable=row.ends is None,
    )  # fmt: skip


def _in_words(rules: tuple[RuleShown, ...]) -> str:
    """What stands under the ledger: the rules of today in a sentence each."""
    said = [
        _("Rule %(number)s: %(money)s %(what)s, to %(whom)s.")
        % {"number": rule.number, "money": rule.money, "whom": rule.pays, "what": rule.what}
        for rule in rules
        if rule.held
    ]
    return " ".join([*said, _("A lead already on the desk earns nothing again.")] if said else [])


def lines_by_id(ids: list[int], reader: Member) -> tuple[LineShown, ...]:
    """These lines, as they stand: what a form of theirs shows. At most a page of them."""
    rows = list(LedgerLine.objects.with_state().filter(pk__in=ids[:AT_ONCE]).select_related(*LINKS).order_by("number"))
    return show(rows, reader=reader, today=team.today(reader))


def tab_of(params: Mapping[str, str]) -> Tab:
    asked = params.get("view", "")
    return Tab(asked) if asked in set(Tab) else Tab.MONTH
