"""The ledger by hand: a line added, taken back, approved, declined, paid. No line is changed or deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.kernel.money import Money
from rightday.leads.incentives.actions import write
from rightday.leads.incentives.models import LedgerLine, LedgerMark
from rightday.leads.incentives.rules import Earns, Mark, State
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused, Role
from rightday.timeline import actions as timeline

MOST = 100_000_000_00
"""A line of more than a hundred million is a slip of the hand."""


@transaction.atomic
def add_line(earner: Member | Person, *, pay: Money, words: str, by: Member, lead: int | None = None) -> LedgerLine:
    """A line that no rule wrote. Raises Refused for nothing, for too much, and without words: it says what for."""
    by.must(Permission.INCENTIVES)
    if not 0 < pay.minor <= MOST:
        raise Refused(_("An amount is more than nothing, and less than a hundred million."))
    if not words.strip():
        raise Refused(_("Say what it is for: the ledger explains each line."))

    def make() -> list[LedgerLine]:
        return [_line(earner, earns=Earns.BY_HAND, pay=pay, words=words, by=by, lead=lead)]

    (made,) = write(make, by=by)
    timeline.record("incentive.added", by=by, number=made.number, earner=earner.name)
    return made


@transaction.atomic
def correct(line: LedgerLine, *, words: str, by: Member, right: Money | None = None) -> Sequence[LedgerLine]:
    """Takes a line back whole, by a line of its own; `right` adds what it should have been, to be approved.

    A rule does not write it again. Raises Refused for a correction, and for what was taken back or declined.
    """
    by.must(Permission.INCENTIVES)
    line = _locked([line.pk])[0]
    number = {"number": line.number}
    if line.corrects_id is not None:
        raise Refused(_("Line %(number)s is a correction itself. Add a line for what is right.") % number)
    fixed = LedgerLine.objects.filter(corrects=line).first()
    if fixed is not None:
        raise Refused(_("Line %(number)s was taken back by line %(by)s already.") % (number | {"by": fixed.number}))
    if line.state == State.DECLINED:
        raise Refused(_("Line %(number)s was declined: there is nothing to take back.") % number)
    earner = line.earner

    def make() -> list[LedgerLine]:
        back = _line(
            earner, earns=Earns.CORRECTION, pay=Money(-line.amount, line.currency), words=words, by=by, lead=line.lead
        )
        back.corrects = line
        if right is None:
            return [back]
        return [back, _line(earner, earns=Earns.BY_HAND, pay=right, words=words, by=by, lead=line.lead)]

    made = write(make, by=by)
    timeline.record("incentive.corrected", by=by, number=line.number, correction=made[0].number)
    return made


@transaction.atomic
def approve(lines: Collection[int], *, by: Member) -> list[LedgerLine]:
    """Approves lines, by their ids. Raises Refused when one does not wait for approval (any more), or is one's own.

    An owner may approve their own: somebody must be the last.
    """
    by.must(Permission.INCENTIVES)
    found = _locked(lines)
    for line in found:
        _must_be(line, State.TO_APPROVE)
        if line.member_id == by.pk and by.role != Role.OWNER:
            raise Refused(_("Line %(number)s is your own. Somebody else approves it.") % {"number": line.number})
    return _mark(found, Mark.APPROVED, on=team.today(by), words="", by=by)


@transaction.atomic
def decline(line: int, *, words: str, by: Member) -> LedgerLine:
    """Says no to a line, and why. Raises Refused when it does not wait for approval, and without a reason."""
    by.must(Permission.INCENTIVES)
    found = _locked([line])
    _must_be(found[0], State.TO_APPROVE)
    if not words.strip():
        raise Refused(_("Say why: whoever earned it reads it."))
    return _mark(found, Mark.DECLINED, on=team.today(by), words=words, by=by)[0]


@transaction.atomic
def pay(lines: Collection[int], *, words: str, by: Member) -> list[LedgerLine]:
    """Marks approved lines as paid today, "with salary", "invoice 31". Nothing is transferred by this.

    A line that was taken back goes together with its correction, so that nobody is paid the one and owes the
    other. Raises Refused for what is not approved, and for what was paid before: each line is paid once.
    """
    by.must(Permission.INCENTIVES)
    asked = _locked(lines)
    for line in asked:
        _must_be(line, State.TO_PAY)
    pairs = [line.corrects_id for line in asked if line.corrects_id]
    both = set(LedgerLine.objects.filter(corrects__in=[line.pk for line in asked]).values_list("pk", flat=True))
    others = LedgerLine.objects.in_state(State.TO_PAY).filter(pk__in={*pairs, *both} - {line.pk for line in asked})
    return _mark([*asked, *others], Mark.PAID, on=team.today(by), words=words, by=by)


def _line(earner: Member | Person, *, earns: Earns, pay: Money, words: str, by: Member, lead: int | None) -> LedgerLine:
    member, person = (earner, None) if isinstance(earner, Member) else (None, earner)
    return LedgerLine(
        day=team.today(by), lead=lead, earns=earns.value, words=" ".join(words.split())[:300], amount=pay.minor,
        currency=pay.currency, member=member, person=person, made_by=by,
    )  # fmt: skip


def _locked(lines: Collection[int]) -> list[LedgerLine]:
    """Lines that nobody else marks meanwhile, in their order. Raises LedgerLine.DoesNotExist when one is not there."""
    wanted = set(lines)
    held = LedgerLine.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk", flat=True)
    if set(held) != wanted:
        raise LedgerLine.DoesNotExist
    return list(LedgerLine.objects.with_state().filter(pk__in=wanted).order_by("pk"))


def _must_be(line: LedgerLine, state: State) -> None:
    """Raises Refused with where the line stands instead."""
    if line.state == state:
        return
    said = {
        State.TO_APPROVE: _("Line %(number)s is not approved. Approve it first."),
        State.TO_PAY: _("Line %(number)s is approved already."),
        State.PAID: _("Line %(number)s is paid already, and a line is paid once."),
        State.DECLINED: _("Line %(number)s was declined."),
        State.CLOSED: _("Line %(number)s was taken back."),
    }
    raise Refused(said[State(line.state)] % {"number": line.number})


_VERBS = {Mark.APPROVED: "incentive.approved", Mark.DECLINED: "incentive.declined", Mark.PAID: "incentive.paid"}


def _mark(lines: Sequence[LedgerLine], kind: Mark, *, on: date, words: str, by: Member) -> list[LedgerLine]:
    """The database lets each mark be made once: the last line of defence against paying twice."""
    said = " ".join(words.split())[:200]
    try:
        with transaction.atomic():
            LedgerMark.objects.bulk_create(
                LedgerMark(line=line, kind=kind.value, on=on, words=said, by=by) for line in lines
            )
    except IntegrityError as problem:
        raise Refused(_("Somebody else has done that at this moment. Look at the ledger again.")) from problem
    numbers = sorted(line.number for line in lines)
    if numbers:
        timeline.record(_VERBS[kind], by=by, words=said, lines=_say(numbers), numbers=numbers)
    return list(lines)


def _say(numbers: Sequence[int]) -> str:
    """ "line 71", "lines 68, 70, 71 and 4 more" """
    shown = ", ".join(map(str, numbers[:10]))
    more = ngettext(" and %(n)d more", " and %(n)d more", len(numbers) - 10) % {"n": len(numbers) - 10}
    return f"{'line' if len(numbers) == 1 else 'lines'} {shown}{more if len(numbers) > 10 else ''}"
