"""Lines of the ledger as people read them: who, what for, how much, where it stands and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rightday.kernel.money import Money, say_exact
from rightday.kernel.when import say_day
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from rightday.leads.incentives.rules import EARNS_WORDS, STATE_WORDS, Earns, Mark, State, total
from rightday.leads.models import Lead
from rightday.people.models import Person
from rightday.team.models import Member

LINKS = ("member", "person", "rule", "made_by", "corrects")


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line. `state` is a `State`; `struck`: it counts no more; `lead`: where it leads, "" for none."""

    id: int
    number: int
    day: date
    said_day: str
    earner: str
    kind: str
    statement: str
    heading: str
    words: str
    lead: str
    amount: Money
    money: str
    state: str
    state_words: str
    note: str
    struck: bool
    own: bool

    @property
    def to_approve(self) -> bool:
        return self.state == State.TO_APPROVE

    @property
    def to_pay(self) -> bool:
        return self.state == State.TO_PAY

    @property
    def correctable(self) -> bool:
        """Whether it can be taken back: a correction, and what counts no more, cannot."""
        return self.amount.minor > 0 and not self.struck


def show(rows: Sequence[LedgerLine], *, reader: Member, today: date) -> tuple[LineShown, ...]:
    """Rows read `with_state` and LINKS, in three statements more: marks, corrections, leads that are there."""
    ids = [row.pk for row in rows]
    marks: dict[int, dict[str, LedgerMark]] = {pk: {} for pk in ids}
    for mark in LedgerMark.objects.filter(line__among=ids).select_related("by"):
        marks[mark.line_id][mark.kind] = mark
    fixed = dict(LedgerLine.objects.filter(corrects__among=ids).values_list("corrects_id", "number"))
    wanted = [row.lead for row in rows if row.lead is not None]
    there = set(Lead.objects.filter(pk__among=wanted).values_list("pk", flat=True))
    return tuple(
        _shown(row, marks[row.pk], fixed.get(row.pk), row.lead in there, reader=reader, today=today) for row in rows
    )


def _shown(
    row: LedgerLine, marks: dict[str, LedgerMark], fixed: int | None, there: bool, *, reader: Member, today: date
) -> LineShown:
    earner, money = row.earner, Money(row.amount, row.currency)
    words = ". ".join(filter(None, (row.words, _("Taken back by line %(n)s") % {"n": fixed} if fixed else "")))
    return LineShown(
        row.pk, row.number, row.day, say_day(row.day, today), earner.name, kind_of(earner), statement_of(earner),
        _heading(row), words, f"/leads/{row.lead}/" if there else "", money, say_exact(money), row.state,
        STATE_WORDS[State(row.state)], _note(row, marks, fixed, today),
        struck=fixed is not None or row.state == State.DECLINED, own=row.member_id == reader.pk,
    )  # fmt: skip


def kind_of(earner: Member | Person) -> str:
    if isinstance(earner, Member):
        return _("colleague") if earner.left_at is None else _("left")
    return earner.title or _("not a colleague")


def statement_of(earner: Member | Person) -> str:
    kind = "members" if isinstance(earner, Member) else "people"
    return f"/results/incentives/{kind}/{earner.pk}/"


def _heading(row: LedgerLine) -> str:
    if row.corrects is not None:
        return _("Correction of line %(number)s") % {"number": row.corrects.number}
    return str(EARNS_WORDS[Earns(row.earns)])


def _note(row: LedgerLine, marks: dict[str, LedgerMark], fixed: int | None, today: date) -> str:
    """By whom and when; with what it was paid; what counted it, while it waits."""
    state = State(row.state)
    if state is State.PAID:
        paid = marks[Mark.PAID]
        return ", ".join(filter(None, (say_day(paid.on, today), paid.words)))
    if state is State.CLOSED:
        other = fixed if row.corrects is None else row.corrects.number
        return _("with line %(number)s") % {"number": other}
    if row.corrects is not None:
        return _("to be kept back") if state is State.TO_PAY else _("with line %(n)s") % {"n": row.corrects.number}
    for kind in (Mark.DECLINED, Mark.APPROVED):
        if kind in marks:
            by = _("by %(who)s, %(day)s") % {"who": marks[kind].by.name, "day": say_day(marks[kind].on, today)}
            return ". ".join(filter(None, (by, marks[kind].words)))
    if row.rule is not None:
        return _("counted by rule %(number)s") % {"number": row.rule.number}
    return _("added by %(who)s") % {"who": row.made_by.name if row.made_by else "Rightday"}


def say(amounts: Iterable[Money], nothing: str = "") -> str:
    """ "£250.00", "£250.00 and €40.00": each currency by itself; `nothing` where it comes to none."""
    said = [say_exact(one) for one in total(amounts)]
    return _(" and ").join(said) if said else nothing
