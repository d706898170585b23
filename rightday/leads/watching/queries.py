"""One watch for its page; and what a member is to find out: watches and steps that are no calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.db.models import CharField, IntegerField, Value
from django.utils.translation import gettext as _

from rightday.agenda.models import NextStep
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.when import say_day
from rightday.leads.models import Intelligence
from rightday.leads.watching.rules import QUESTION
from rightday.team import queries as team
from rightday.team.models import Member

MOST: Final = 50
"""So many are listed and counted: more than anybody asks about in a day."""
_SHOWN: Final = 90


@dataclass(frozen=True, slots=True)
class Watched:
    """Something heard with nobody to call about it, as its page shows it. `due` is "" where no day is set."""

    id: int
    version: int
    words: str
    question: str
    company_id: int | None
    company: str
    person_id: int | None
    person: str
    owner: str
    heard: str
    due: str
    late: bool
    open: bool
    answer: str
    closed: str
    lead_id: int | None

    @property
    def about(self) -> str:
        return self.company or self.person


class ToFind(NamedTuple):
    """Something to find out: `name` whom or what it is about, `words` what to ask, `when` since when it waits."""

    href: str
    name: str
    words: str
    when: str


class ToFindOut(NamedTuple):
    """`number` in words, "" for none: "3", "50+"; `more` than the rows there are."""

    rows: tuple[ToFind, ...]
    number: str
    more: bool


def the_watch(pk: int) -> Intelligence:
    """The row with what its actions need. Raises Intelligence.DoesNotExist."""
    links = ("company", "person", "owner", "became", "recorded_by")
    found: Intelligence = Intelligence.objects.select_related(*links).get(pk=pk)
    return found


def watched(one: Intelligence, member: Member) -> Watched:
    """As this member reads it; no statement."""
    today = team.today(member)
    by = one.recorded_by.name if one.recorded_by else ""
    return Watched(
        id=one.pk, version=one.version, words=one.words, question=one.question or QUESTION,
        company_id=one.company_id, company=one.company.name if one.company else "",
        person_id=one.person_id, person=one.person.name if one.person else "",
        owner=one.owner.name if one.owner else "", heard=", ".join(filter(None, (by, say_day(one.true_on, today)))),
        due=say_day(one.due, today) if one.due else "", late=one.due is not None and one.due < today,
        open=one.closed_on is None, answer=one.answer,
        closed=say_day(one.closed_on, today) if one.closed_on else "", lead_id=one.became_id,
    )  # fmt: skip


# Both at once, for it stands on Today: each in its order by an index of its own.
_TO_FIND = Prepared(
    lambda: (
        NextStep.objects.off_sheet()
        .filter(owner_id=Slot("owner"), due__lte=Slot("on"))
        .values_list("due", "id", "person__name", "company__name", "objective", _of(0))
        .union(
            Intelligence.objects.filter(owner_id=Slot("owner"), closed_on=None, due__lte=Slot("on")).values_list(
                "due", "id", Value("", output_field=CharField()), "company__name", "words", _of(1)
            ),
            all=True,
        )
        .order_by("due", "id")[: MOST + 1]
    )
)


def _of(number: int) -> Value:
    return Value(number, output_field=IntegerField())


def to_find_out(member: Member, on: date, *, shown: int = MOST) -> ToFindOut:
    """What this member is to find out by a day, the longest due first. One statement."""
    found = _TO_FIND(owner=member.pk, on=on)
    count = f"{MOST}+" if len(found) > MOST else str(len(found)) if found else ""
    return ToFindOut(tuple(_to_find(row, on) for row in found[:shown]), count, len(found) > shown)


_OF_WHO_LEFT = Prepared(
    lambda: (
        Intelligence.objects.filter(owner__left_at__isnull=False, closed_on=None, due__lte=Slot("on"))
        .order_by("due", "id")
        .values_list("due", "id", Value("", output_field=CharField()), "company__name", "words", _of(1))[: MOST + 1]
    )
)


def left_behind(on: date) -> ToFindOut:
    """What colleagues who have left were to find out by a day: for whoever leads the team. One statement."""
    found = _OF_WHO_LEFT(on=on)
    return ToFindOut(tuple(_to_find(row, on) for row in found[:MOST]), "", len(found) > MOST)


def _to_find(row: tuple[date, int, str, str | None, str, int], on: date) -> ToFind:
    due, pk, person, company, words, watch = row
    when = say_day(due, on)
    if watch:
        said = " ".join(words.split())
        said = said if len(said) <= _SHOWN else said[:_SHOWN].rsplit(" ", 1)[0] + "…"
        return ToFind(f"/leads/watches/{pk}/", company or _("An advertisement"), _("Filled? “%s”") % said, when)
    return ToFind(f"/today/{pk}/", ", ".join(filter(None, (person, company))), words, when)
