"""A statement: what somebody earned in a month, what was paid, what is to be paid, what may still come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.kernel.money import Money, say_exact
from rightday.kernel.when import say_day
from rightday.leads.incentives.ledger_shown import LINKS, LineShown, kind_of, say, show, statement_of
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from rightday.leads.incentives.queries import Month, nothing, sums_of
from rightday.leads.incentives.rules import Mark, State, total
from rightday.leads.incentives.still_earning import MayEarn, may_earn_of
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.ui.counts import spelled

MOST: Final = 300
"""Lines of one person in one month, and lines paid at once: nobody has as many."""
COUNTED: Final = (State.TO_PAY, State.PAID)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """`fix`: takes back; `struck`: counts no more; `quiet`: is not in the balance (yet)."""

    day: str
    heading: str
    words: str
    lead: str
    money: str
    balance: str
    fix: bool = False
    struck: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ToPay:
    """What is to be paid in one currency, and by which lines; `owed`: it is to be paid back to us."""

    money: str
    lines: tuple[int, ...]
    owed: bool


@dataclass(frozen=True, slots=True)
class StatementPage:
    name: str
    kind: str
    own: bool
    manages: bool
    at: str
    month: Month
    label: str
    sentence: str
    to_pay: tuple[ToPay, ...]
    paid_this_year: str
    could: str
    could_words: str
    rows: tuple[StatementRow, ...]
    leads: tuple[MayEarn, ...]
    this_month: bool


def statement_page(reader: Member, earner: Member | Person, *, month: str = "") -> StatementPage:
    """Somebody's statement of a month. Raises NotAllowed: each reads their own, managers and owners every one."""
    own = isinstance(earner, Member) and earner.pk == reader.pk
    if not own:
        reader.must(Permission.INCENTIVES)
    today = team.today(reader)
    shown = Month.of(month, today)
    leads = may_earn_of(earner, today=today)
    could = [one.could for one in leads if one.could is not None]
    paid = _paid(earner)
    return StatementPage(
        earner.name, kind_of(earner), own, reader.may(Permission.INCENTIVES), statement_of(earner), shown,
        shown.label(today), _sentence(earner, own), _to_pay(earner),
        say([money for on, _w, money in paid if on.year == today.year], nothing()), say(could, nothing()),
        _could_words(len(could)), _rows(reader, earner, shown, paid, today), leads,
        this_month=shown == Month.of("", today),
    )  # fmt: skip


def _sentence(earner: Member | Person, own: bool) -> str:
    if own:
        return _("What you earned for leads you passed on, and what may still come.")
    if isinstance(earner, Member):
        return _("What %(name)s earned for leads. %(name)s sees the same page.") % {"name": earner.name.split()[0]}
    return _("What %(name)s earned for leads they told us of.") % {"name": earner.name}


def _could_words(count: int) -> str:
    said = ngettext("%(n)s open lead, if it becomes a client", "%(n)s open leads, if they become clients", count)
    return said % {"n": spelled(count)} if count else ""


Paid = tuple[date, str, Money]


def _paid(earner: Member | Person) -> list[Paid]:
    """(day, words, sum) of payments, in one statement: lines paid together on one day are one."""
    by = Q(line__member=earner) if isinstance(earner, Member) else Q(line__person=earner)
    rows = LedgerMark.objects.filter(by, kind=Mark.PAID.value).values_list("on", "words", "line__currency")
    return [
        (on, words, Money(amount, currency))
        for on, words, currency, amount in rows.annotate(sum=Sum("line__amount")).order_by("on", "words")
    ]


def _to_pay(earner: Member | Person) -> tuple[ToPay, ...]:
    found = LedgerLine.objects.earned_by(earner).in_state(State.TO_PAY).order_by("number")[:MOST]
    by_currency: defaultdict[str, list[LedgerLine]] = defaultdict(list)
    for line in found:
        by_currency[line.currency].append(line)
    sums = {currency: Money(sum(line.amount for line in lines), currency) for currency, lines in by_currency.items()}
    return tuple(
        ToPay(
            say_exact(Money(abs(one.minor), currency)), tuple(line.pk for line in by_currency[currency]), one.minor < 0
        )
        for currency, one in sums.items()
    )


def _rows(
    reader: Member, earner: Member | Person, month: Month, paid: list[Paid], today: date
) -> tuple[StatementRow, ...]:
    """What was carried over, then lines and payments by day, each with the balance of its currency after it."""
    of_earner = LedgerLine.objects.with_state().earned_by(earner)
    earlier: Any = sums_of(of_earner.filter(day__lt=month.first))
    carried = [Money(amount, currency) for state, currency, amount in earlier if State(state) in COUNTED]
    carried += [Money(-money.minor, money.currency) for on, _w, money in paid if on < month.first]
    balance: defaultdict[str, int] = defaultdict(int, {one.currency: one.minor for one in total(carried)})
    rows = [_carried(month, carried, today)]
    in_month = of_earner.on_days(month.first, month.last).select_related(*LINKS).order_by("day", "number")[:MOST]
    lines = show(list(in_month), reader=reader, today=today)
    happened: list[tuple[date, int, LineShown | Paid]] = [(line.day, 0, line) for line in lines]
    happened += [(one[0], 1, one) for one in paid if month.first <= one[0] <= month.last]
    for _day, _kind, one in sorted(happened, key=lambda each: each[:2]):
        rows.append(_of_line(one, balance) if isinstance(one, LineShown) else _of_payment(one, balance, today))
    return tuple(rows)


def _carried(month: Month, carried: list[Money], today: date) -> StatementRow:
    said = say(carried, nothing())
    words = _("From the months before") if total(carried) else _("Nothing was left to be paid")
    return StatementRow(say_day(month.first, today), _("Carried over"), words, "", said, said)


def _of_line(line: LineShown, balance: defaultdict[str, int]) -> StatementRow:
    counts = State(line.state) in COUNTED
    currency = line.amount.currency
    balance[currency] += line.amount.minor if counts else 0
    number = _("Line %(number)s") % {"number": line.number}
    words = ". ".join(filter(None, (line.words, number, "" if counts else f"{line.state_words}, {line.note}")))
    return StatementRow(
        line.said_day, line.heading, words, line.lead, line.money, say_exact(Money(balance[currency], currency)),
        fix=line.amount.minor < 0, struck=line.struck, quiet=not counts,
    )  # fmt: skip


def _of_payment(paid: Paid, balance: defaultdict[str, int], today: date) -> StatementRow:
    on, words, money = paid
    balance[money.currency] -= money.minor
    heading = _("Paid") if money.minor >= 0 else _("Kept back")
    said = say_exact(Money(-money.minor, money.currency))
    after = say_exact(Money(balance[money.currency], money.currency))
    return StatementRow(say_day(on, today), heading, words[:1].upper() + words[1:], "", said, after)
