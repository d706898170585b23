"""Open leads by which somebody may still earn: what they were given as, what became of them, how much could come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from rightday.agencies import queries as agencies
from rightday.agenda.models import NextStep
from rightday.kernel.money import Money, say_exact
from rightday.leads import rules
from rightday.leads.grades import Holds, Piece, grade_then
from rightday.leads.incentives.earnings import Lived, lives, rules_here, standing_of
from rightday.leads.incentives.rules import Earner, Earns, Rule, rule_on
from rightday.leads.models import Lead, LeadQuerySet
from rightday.leads.planning import pieces_of_many
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.rules import Grade
from rightday.people.models import Person
from rightday.team.models import Member

SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class MayEarn:
    """`could` None: nothing more comes of it. `grade`: the one it was given with."""

    title: str
    href: str
    with_whom: str
    grade: str
    grade_words: str
    became: str
    could: Money | None
    money: str


def may_earn_of(earner: Member | Person, *, today: date) -> tuple[MayEarn, ...]:
    """The newest open leads that this colleague heard, or this person told us of, in five statements."""
    rules_now = rules_here()
    if not rules_now:
        return ()
    colleague = isinstance(earner, Member)
    rows = list(_open(earner).select_related("company", "person", "owner", "next_step").order_by("-id")[:SHOWN])
    ids = [row.pk for row in rows]
    lived, written, pieces = lives(ids, today=today), standing_of(ids), pieces_of_many(ids)
    who = Earner(earner.pk, colleague=colleague)
    rule = rule_on([one for _, one in rules_now.values()], Earns.CLIENT, colleague=colleague, on=today)
    earned = {one.lead for lines in written.values() for one in lines if one.counts and one.earns is Earns.CLIENT}
    return tuple(
        _shown(row, lived[row.pk], who, None if row.pk in earned else rule, pieces[row.pk]) for row in rows
    )  # fmt: skip


def _open(earner: Member | Person) -> LeadQuerySet:
    """Theirs, still open; who brings in a spreadsheet has heard nothing. An index serves either."""
    if isinstance(earner, Member):
        heard = [name for name, _words in rules.SOURCE_CHOICES if name != "import"]
        found: LeadQuerySet = Lead.objects.open().filter(heard_by=earner, source__in=heard)
        return found
    told: LeadQuerySet = Lead.objects.open().filter(heard_from=earner)
    return told


def _shown(row: Lead, lived: Lived, who: Earner, rule: Rule | None, pieces: list[Piece]) -> MayEarn:
    given = max(row.heard_on, min((piece.recorded_on for piece in pieces), default=row.heard_on))
    grade = grade_then(pieces, given, agencies.numbers(Holds, "grades"))
    passed_on = lived.life.passed_on(who)
    could = rule.pay if rule is not None and passed_on else None
    with_whom = _("with %(owner)s") % {"owner": row.owner.name} if passed_on else _("not passed on")
    step = row.next_step
    became = ". ".join(filter(None, (_stage(row), _next(step) if step else "")))
    return MayEarn(
        lived.words, f"/leads/{row.pk}/", with_whom, "" if grade is Grade.NONE else grade.value,
        rules.GRADE_WORDS[grade], became, could, say_exact(could) if could else _("none"),
    )  # fmt: skip


def _next(step: NextStep) -> str:
    """ "Next, Fri 27 Nov: the day they decide" """
    what = step.objective or step.why
    return _("Next, %(day)s: %(what)s") % {"day": rules.say_date(step.due), "what": what[:1].lower() + what[1:]}


def _stage(row: Lead) -> str:
    """The column of the board it is in, once its hiring process is known."""
    return str(STAGE_WORDS[Stage(row.stage)]) if row.milestone > 1 else ""
