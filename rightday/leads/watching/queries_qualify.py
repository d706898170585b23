"""To qualify: leads without a grade and what was heard with nobody to call, in one list, the latest heard first.

Both are read on by their own keys, so that each row is shown once whatever happens in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import BigIntegerField, ExpressionWrapper, F, IntegerField, Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.lists import reading
from rightday.leads.lists.filter_values import Filters, Sort, View
from rightday.leads.lists.narrowing import asked
from rightday.leads.lists.orders import FAR, Key
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.leads.rules import Dates, Holds, Piece, Shows
from rightday.leads.watching.rules import QUESTION
from rightday.people import search
from rightday.team import queries as team
from rightday.team.models import Member

PAGE: Final = 25
SEARCHED: Final = 2_000
"""The words of so many, the latest ones, are looked through for what was typed."""
_SHOWN: Final = 160
_LAST: Final = 2**62
_NONE: Final = 3  # the section of what carries no grade, in the order by grade


@dataclass(frozen=True, slots=True)
class ToQualify:
    """One line. `question` would make it a lead, or a better one; `act` and `act_href` are what to do next."""

    href: str
    name: str
    about: str
    words: str
    question: str
    heard: str
    act: str
    act_href: str
    when: str
    late: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class QualifyPage:
    """`after` reads on, "" at the end; `begins`: nothing comes before."""

    rows: tuple[ToQualify, ...]
    after: str
    begins: bool
    q: str


def to_qualify(member: Member, *, q: str = "", after: str = "") -> QualifyPage:
    """A part of the list: the same few statements for one row and for many."""
    today = team.today(member)
    leads_after, heard_after = _keys(after)
    leads, more_leads, looked = _leads(member, today, q, leads_after)
    heard = _heard(today, q, heard_after)
    both = [(row.at, 1, pk, row) for pk, row in leads] + [(row.at, 0, pk, row) for pk, row in heard]
    both.sort(key=lambda one: one[:3], reverse=True)
    shown = both[:PAGE]
    for _at, of_lead, pk, _row in shown:
        leads_after, heard_after = (pk, heard_after) if of_lead else (leads_after, pk)
    through = sum(one[1] for one in shown) == len(leads)
    if looked and through:
        leads_after = looked
    more = len(both) > PAGE or more_leads or len(heard) > PAGE
    return QualifyPage(tuple(one[3] for one in shown), f"{leads_after}.{heard_after}" if more else "", not after, q)


def _keys(after: str) -> tuple[int, int]:
    """The last lead and the last thing heard that were shown; 0 for none yet."""
    first, _sep, second = after[:40].partition(".")
    return tuple(int(one) if one.isascii() and one.isdecimal() and int(one) < 2**62 else 0 for one in (first, second))  # type: ignore[return-value]  # two of them


# Leads without a grade


_COLUMNS = (
    "id", "title", "person__name", "person__given", "person__do_not_call", "company__name", "identified_on",
    "hot_until", "warm_until", "cold_until", "made_at", "heard_on", "heard_by__name", "heard_from__name",
    "next_step_id", "next_step__kind", "next_step__due",
)  # fmt: skip


_SLOTS: Final = [Slot(f"l{i}", IntegerField()) for i in range(PAGE)]
_BY_ID = Prepared(lambda: Lead.objects.filter(id__in=_SLOTS).values_list(*_COLUMNS))
# A link compared with many values takes no slots: the same column under another name does.
_EVIDENCE = Prepared(
    lambda: (
        Evidence.objects.alias(of=ExpressionWrapper(F("lead_id"), IntegerField()))
        .filter(of__in=_SLOTS)
        .order_by()
        .values_list("id", "lead_id", "shows", "words", "true_on", "recorded_at")
    )
)


def _leads(member: Member, today: date, q: str, after: int) -> tuple[list[tuple[int, ToQualify]], bool, int]:
    """Rows with their ids, whether more follow, and how far was looked where the part is not full (0: to the end)."""
    key = Key(_NONE, FAR, after) if after else None
    one = asked(Filters(view=View.QUALIFY, q=q), member, today)
    found = reading.read(one, Sort.GRADE, turned=False, key=key, back=False, size=PAGE)
    ids = [pk for _key, pk in found.rows]
    pieces: dict[int, list[tuple[Piece, str]]] = {pk: [] for pk in ids}
    zone, holds = agencies.here().zone, agencies.numbers(Holds, "grades")
    filled = {f"l{i}": pk for i, pk in enumerate([*ids, *[0] * (PAGE - len(ids))])}
    # Put in order here: asked for in the order of their ids, SQLite would read all evidence there is.
    for _id, lead, shows, words, true_on, at in sorted(_EVIDENCE(**filled), reverse=True):
        pieces[lead].append((Piece(Shows(shows), true_on, clock.day_in(zone, at)), words))
    by_id = {row[0]: row for row in _BY_ID(**filled)}
    made = [(pk, _of_lead(by_id[pk], pieces[pk], today, holds)) for pk in ids if pk in by_id]
    return made, found.more, found.looked.id if found.looked else 0


def _of_lead(row: tuple[Any, ...], heard: list[tuple[Piece, str]], today: date, holds: Holds) -> ToQualify:
    (
        pk, title, person, given, refused, company, identified, hot, warm, cold, made_at, heard_on, by, source,
        step_id, kind, due,
    ) = row  # fmt: skip
    missing = rules.missing_for_next(
        [piece for piece, _words in heard], Dates(identified, hot, warm, cold), today, who=given or person, holds=holds
    )
    words = next((said for piece, said in heard if said and piece.shows not in rules.IDENTITY), "")
    asks = Kind(kind) is Kind.FIND_OUT or refused
    return ToQualify(
        href=f"/leads/{pk}/", name=person, about=", ".join(filter(None, (title, company))), words=_cut(words),
        question=missing.question or missing.sentence, heard=_said(by, source, heard_on, today),
        act=_("Ask others") if asks else KIND_WORDS[Kind(kind)], act_href=f"/today/{step_id}/",
        when=say_day(due, today), late=due < today, at=made_at,
    )  # fmt: skip


# Heard, with nobody to call


_WAITS: Final = Q(question__gt="") | Q(due__isnull=False)
_HEARD: Final = (
    "id", "company__name", "person__name", "words", "question", "true_on", "recorded_at", "recorded_by__name", "due",
)  # fmt: skip
_LATEST = Prepared(
    lambda: (
        Intelligence.objects.filter(_WAITS, closed_on=None, id__lt=Slot("before", BigIntegerField()))
        .order_by("-id")
        .values_list(*_HEARD)[: PAGE + 1]
    )
)


def _heard(today: date, q: str, after: int) -> list[tuple[int, ToQualify]]:
    """PAGE + 1 at most: notes that ask nothing and wait for no day are only notes."""
    before = after or _LAST
    if not q:
        return [(row[0], _of_heard(row, today)) for row in _LATEST(before=before)]
    rows = Intelligence.objects.filter(_WAITS, _typed(q), closed_on=None, id__lt=before).order_by("-id")
    return [(row[0], _of_heard(row, today)) for row in rows.values_list(*_HEARD)[: PAGE + 1]]


def _typed(q: str) -> Q:
    """By company, by person, or by words of the latest ones."""
    rows = Intelligence.objects.filter(closed_on=None).order_by("-id").values_list("id", flat=True)
    since = next(iter(rows[SEARCHED : SEARCHED + 1]), 0)
    return (
        Q(company__in=search.find_companies(q, 100)) | Q(person__in=search.find_persons(q, 100))
        | Q(id__gt=since, words__icontains=q)
    )  # fmt: skip


def _of_heard(row: tuple[Any, ...], today: date) -> ToQualify:
    pk, company, person, words, question, true_on, at, by, due = row
    href = f"/leads/watches/{pk}/"
    waits = due is not None and due > today
    act = _("Ask whether it was filled") if due else _("Add the manager") if company else _("Say who it is about")
    return ToQualify(
        href=href, name=company or person or _("Somebody, somewhere"), about=person if company and person else "",
        words=_cut(words), question=question or QUESTION, heard=_said(by, "", true_on, today),
        act=_("Add the manager") if waits else act, act_href=href, when=say_day(due, today) if due else "",
        late=due is not None and due < today, at=at,
    )  # fmt: skip


def _said(by: str | None, source: str | None, on: date, today: date) -> str:
    """ "Priya Nair from Lena Fischer, Tue 24 Nov" """
    who = _("%(by)s from %(source)s") % {"by": by, "source": source} if by and source else by or source
    return ", ".join(filter(None, (who, say_day(on, today))))


def _cut(words: str) -> str:
    return Truncator(" ".join(words.split())).chars(_SHOWN)
