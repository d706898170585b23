"""Incentives: what earns, who is paid, where a ledger line stands (FIELD_GUIDE 5). Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from rightday.kernel.money import Money
from rightday.leads.demand import DENIES, IDENTITY, Ending, Grade, Shows
from rightday.leads.grades import DEFAULT, Holds, Piece, grade_then


class Earns(StrEnum):
    """What a line is for."""

    HOT_LEAD = "hot_lead"
    CLIENT = "client"
    BY_HAND = "by_hand"
    CORRECTION = "correction"


EARNS_WORDS: Final = {
    Earns.HOT_LEAD: "Hot lead passed on",
    Earns.CLIENT: "Lead became a client",
    Earns.BY_HAND: "Added by hand",
    Earns.CORRECTION: "Correction",
}
EARNS_CHOICES: Final = [(one.value, words) for one, words in EARNS_WORDS.items()]


class Pays(StrEnum):
    """Whom a rule pays: colleagues, people outside (candidates, consultants, referees), or both."""

    COLLEAGUES = "colleagues"
    OTHERS = "others"
    ANYBODY = "anybody"


PAYS_WORDS: Final = {
    Pays.COLLEAGUES: "a colleague",
    Pays.OTHERS: "a candidate, consultant or referee",
    Pays.ANYBODY: "whoever passed it on",
}
PAYS_CHOICES: Final = [(one.value, words) for one, words in PAYS_WORDS.items()]


class Mark(StrEnum):
    APPROVED = "approved"
    DECLINED = "declined"
    PAID = "paid"


MARK_WORDS: Final = {Mark.APPROVED: "Approved", Mark.DECLINED: "Declined", Mark.PAID: "Paid"}
MARK_CHOICES: Final = [(one.value, words) for one, words in MARK_WORDS.items()]


class State(StrEnum):
    """Where a line stands. It follows from marks and corrections, and is kept nowhere."""

    TO_APPROVE = "to_approve"
    TO_PAY = "to_pay"
    PAID = "paid"
    DECLINED = "declined"
    CLOSED = "closed"


STATE_WORDS: Final = {
    State.TO_APPROVE: "To approve",
    State.TO_PAY: "Approved",
    State.PAID: "Paid",
    State.DECLINED: "Declined",
    State.CLOSED: "Taken back",
}


def state_of(marks: Collection[Mark], *, taken_back: bool, root: Collection[Mark] | None = None) -> State:
    """Where a line stands. `root`: the marks of the line that it corrects; None for a line that corrects none.

    A correction takes back and never gives, so it needs no approval of its own: it stands where its line stands,
    and is paid by itself (kept back from a payment). An unapproved line that was `taken_back` is closed together
    with its correction: nobody need look at them.
    """
    if Mark.PAID in marks:
        return State.PAID
    decided = marks if root is None else root
    if Mark.DECLINED in decided:
        return State.DECLINED
    if Mark.APPROVED in decided:
        return State.TO_PAY
    return State.CLOSED if taken_back or root is not None else State.TO_APPROVE


@dataclass(frozen=True, slots=True)
class Rule:
    """What is paid for what, from one day to another, both included; `ends` None: until it is changed."""

    number: int
    earns: Earns
    pays: Pays
    pay: Money
    begins: date
    ends: date | None = None

    def holds(self, on: date) -> bool:
        return self.begins <= on and (self.ends is None or on <= self.ends)

    def is_over(self) -> bool:
        """Whether it was changed before it began: it never held."""
        return self.ends is not None and self.ends < self.begins


def pays_to(pays: Pays, *, colleague: bool) -> bool:
    return pays is Pays.ANYBODY or (pays is Pays.COLLEAGUES) is colleague


def rule_on(rules: Iterable[Rule], earns: Earns, *, colleague: bool, on: date) -> Rule | None:
    """The rule that pays a colleague, or somebody outside, on that day. At most one does: `clashes` sees to it."""
    fits = (
        rule for rule in rules if rule.earns is earns and rule.holds(on) and pays_to(rule.pays, colleague=colleague)
    )
    return next(fits, None)


def clashes(rules: Iterable[Rule], earns: Earns, pays: Pays, begins: date) -> Rule | None:
    """A rule that pays the same people for the same, on a day from `begins` on."""
    for rule in rules:
        same = rule.pays is pays or Pays.ANYBODY in (rule.pays, pays)
        if rule.earns is earns and same and not rule.is_over() and (rule.ends is None or rule.ends >= begins):
            return rule
    return None


def proven_on(pieces: Iterable[Piece], holds: Holds = DEFAULT) -> date | None:
    """The first day on which a lead was proven hot: identity and a fact, by what was recorded then.

    What somebody denied for the very day it was said to be true was never so, whenever we heard of it.
    """
    stood = _not_denied(list(pieces))
    for day in sorted({max(piece.recorded_on, piece.true_on) for piece in stood}):
        if grade_then(stood, day, holds) is Grade.HOT:
            return day
    return None


def never_hot(pieces: Iterable[Piece]) -> bool:
    """Whether nothing that was heard makes this lead a hot one, on any day.

    A denial of a later day than the fact's takes nothing away: it was hot. Nor does a grade that holds shorter.
    """
    return not {*IDENTITY, Shows.INTERVIEWING} <= {piece.shows for piece in _not_denied(list(pieces))}


def _not_denied(pieces: list[Piece]) -> list[Piece]:
    """Pieces without those that were denied for their own day."""
    untrue = {(DENIES[piece.shows], piece.true_on) for piece in pieces if piece.shows in DENIES}
    return [piece for piece in pieces if (piece.shows, piece.true_on) not in untrue]


@dataclass(frozen=True, slots=True)
class Earner:
    """Who may earn by a lead: a colleague who heard it, or somebody outside who told us."""

    id: int
    colleague: bool

    @property
    def sign(self) -> str:
        return f"{'m' if self.colleague else 'p'}{self.id}"


@dataclass(frozen=True, slots=True)
class Life:
    """What of a lead decides on incentives. `person` is whom the lead is about; ids throughout.

    `proven_on`: the day it was proven hot; `hot`: it is today. `untrue`: nothing that was heard carries that any more.
    """

    person: int
    owner: int
    heard_by: int | None
    heard_from: int | None
    imported: bool = False
    proven_on: date | None = None
    hot: bool = False
    untrue: bool = False
    ended: Ending | None = None
    ended_on: date | None = None

    def earners(self) -> tuple[Earner, ...]:
        """Whoever told us (not the manager about their own need), then the colleague who heard it.

        Bringing in a spreadsheet is not hearing: those leads stood on a desk already.
        """
        found = []
        if self.heard_from is not None and self.heard_from != self.person:
            found.append(Earner(self.heard_from, colleague=False))
        if self.heard_by is not None and not self.imported:
            found.append(Earner(self.heard_by, colleague=True))
        return tuple(found)

    def passed_on(self, earner: Earner) -> bool:
        """Whether it was passed on: somebody else than the earner works it."""
        return not earner.colleague or earner.id != self.owner

    def earns_now(self, earns: Earns, earner: Earner) -> bool:
        """Whether it was passed on, by a colleague while hot: who keeps it until it is cold gives no hot lead."""
        return self.passed_on(earner) and (earns is not Earns.HOT_LEAD or not earner.colleague or self.hot)

    def day(self, earns: Earns) -> date | None:
        """The day on which it earns, None where it does not."""
        if earns is Earns.CLIENT:
            return self.ended_on if self.ended is Ending.FILLED_BY_US else None
        return None if self.ended is Ending.NOT_RECRUITING else self.proven_on

    def why_not(self, earns: Earns) -> str:
        """Why what was earned is taken back; "" while it stays."""
        if earns is Earns.CLIENT:
            return "" if self.ended is Ending.FILLED_BY_US else "It is not filled by us after all"
        if self.ended is Ending.NOT_RECRUITING:
            return "They were not recruiting after all"
        return "It was not so: nothing proves it any more" if self.untrue else ""


@dataclass(frozen=True, slots=True)
class Due:
    """A line that a lead has earned and that is not there yet."""

    earner: Earner
    earns: Earns
    rule: Rule


SETTLED: Final = (Earns.HOT_LEAD, Earns.CLIENT)
"""What rules pay for."""


def due(life: Life, rules: Collection[Rule], standing: Collection[tuple[Earns, Earner]]) -> list[Due]:
    """What is to be added, where `standing` are the lines not taken back: one for each lead, kind and earner."""
    found = []
    for earner in life.earners():
        for earns in SETTLED:
            day = life.day(earns)
            if day is None or (earns, earner) in standing or not life.earns_now(earns, earner):
                continue
            rule = rule_on(rules, earns, colleague=earner.colleague, on=day)
            if rule is not None:
                found.append(Due(earner, earns, rule))
    return found


def total(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Sums, one for each currency and never across; the largest first, without what comes to nothing."""
    sums: defaultdict[str, int] = defaultdict(int)
    for one in amounts:
        sums[one.currency] += one.minor
    kept = [Money(minor, currency) for currency, minor in sums.items() if minor]
    return tuple(sorted(kept, key=lambda money: (-abs(money.minor), money.currency)))
