"""Questions about hand-offs: their page, the block beside one lead, how many wait for an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import BigIntegerField, Count, ExpressionWrapper, F, IntegerField, Q, QuerySet, Value

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.kernel.places import zone_city
from rightday.kernel.ratios import Ratio
from rightday.leads.handoffs import rules as handoffs
from rightday.leads.handoffs.clocks import clock_of
from rightday.leads.handoffs.models import CAME_BACK, HandOff
from rightday.leads.handoffs.rows import BECAME, COLUMNS, BecameRow, HandRow, Reader, became_of, row_of
from rightday.leads.handoffs.rules import GRADES, Answer, Clocks
from rightday.leads.rules import GRADE_WORDS, Grade, Holds
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Role

SHOWN: Final = 15
"""Rows of one group on the page, the most urgent first."""
ALL: Final = 200
"""Rows of one group where all of them are asked for."""
PAGE: Final = 10
"""Leads of "What became of mine" at once."""
RECRUITERS: Final = 30
COUNTED: Final = 100
"""Waiting ones are counted up to here."""
_LAST_KEY: Final = 2**62


def _rows(of: Q, *order: str) -> dict[int, Prepared]:
    """How many are shown → the statement that finds them, and one more where there are more."""

    def first(most: int) -> Prepared:
        return Prepared(lambda: HandOff.objects.filter(of).order_by(*order).values_list(*COLUMNS)[: most + 1])

    return {most: first(most) for most in (SHOWN, ALL)}


_TO_ANSWER = _rows(Q(receiver_id=Slot("member"), answer=""), "answer_by", "id")
_CAME_BACK = _rows(Q(giver_id=Slot("member")) & CAME_BACK, "-id")
_GIVEN = _rows(Q(giver_id=Slot("member"), answer=""), "answer_by", "id")
_BECAME = Prepared(
    lambda: (
        HandOff.objects.filter(
            giver_id=Slot("member"), answer=Answer.ACCEPTED, id__lt=Slot("before", BigIntegerField())
        )
        .order_by("-id")
        .values_list(*BECAME)[: PAGE + 1]
    )
)
_WAITING = Prepared(
    lambda: HandOff.objects.filter(receiver_id=Slot("member"), answer="").order_by("id").values("id")[:COUNTED],
    count=True,
)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed for a grade, in words, and how many leads of it a recruiter brings in a week."""

    grade: Grade
    word: str
    answer: str
    call: str
    weekly: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """Leads that a recruiter has handed on this week, and those that are expected: "1 hot, 3 warm", "of 1 and 3"."""

    name: str
    given: str
    expected: str


@dataclass(frozen=True, slots=True)
class HandOffsPage:
    """Everything the page shows; `after` is the key of the next part of what became of mine, "" at the end.

    `more` names the groups of which more wait than are shown.
    """

    to_answer: tuple[HandRow, ...]
    came_back: tuple[HandRow, ...]
    given: tuple[HandRow, ...]
    became: tuple[BecameRow, ...]
    begins: bool
    after: str
    agreed: tuple[Agreed, ...]
    place: str
    by_me: Ratio
    to_me: Ratio
    week: tuple[WeekOf, ...]
    more: frozenset[str]


def handoffs_page(member: Member, *, before: str = "", most: int = SHOWN) -> HandOffsPage:
    """The page as this member reads it, in seven statements. `before` reads on in what became of theirs.

    `most`: rows of each group that wait, SHOWN or ALL.
    """
    now, theirs = clock.now(), clock_of(member)
    reader = Reader(theirs, team.today(member), now, agencies.numbers(Holds, "grades"))
    key = int(before) if before.isascii() and before.isdecimal() else _LAST_KEY
    became = _BECAME(member=member.pk, before=min(key, _LAST_KEY))
    by_me, to_me = _in_time(member, quarter_of(reader.today))
    asked = {"to_answer": _TO_ANSWER, "came_back": _CAME_BACK, "given": _GIVEN}
    found = {name: rows[most](member=member.pk) for name, rows in asked.items()}
    return HandOffsPage(
        to_answer=tuple(row_of(row, reader, given=False) for row in found["to_answer"][:most]),
        came_back=tuple(row_of(row, reader, given=True) for row in found["came_back"][:most]),
        given=tuple(row_of(row, reader, given=True) for row in found["given"][:most]),
        more=frozenset(name for name, rows in found.items() if len(rows) > most),
        became=tuple(became_of(row, reader) for row in became[:PAGE]),
        begins=key >= _LAST_KEY,
        after=str(became[PAGE - 1][0]) if len(became) > PAGE else "",
        agreed=agreed(),
        place=zone_city(theirs.zone),
        by_me=by_me,
        to_me=to_me,
        week=_week(reader.today - timedelta(days=reader.today.weekday())),
    )


def waiting_for(member: Member) -> int:
    """Leads that wait for this member's answer, counted up to COUNTED."""
    ((count,),) = _WAITING(member=member.pk)
    return int(count)


def agreed() -> tuple[Agreed, ...]:
    """What the team agreed, by grade."""
    clocks = agencies.numbers(Clocks, "handoffs")
    weekly = {Grade.HOT: clocks.weekly_hot, Grade.WARM: clocks.weekly_warm, Grade.COLD: clocks.weekly_cold}
    return tuple(
        Agreed(grade, GRADE_WORDS[grade], *handoffs.agreed_words(grade, clocks), weekly[grade]) for grade in GRADES
    )


def quarter_of(today: date) -> date:
    """The first day of the quarter."""
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1)


def _answered(whose: str, mine: bool) -> QuerySet[Any, Any]:
    """Of the offers to or of a member between two moments which were answered or whose time is over: (in time, all)."""
    answered = (Answer.ACCEPTED, Answer.RETURNED, Answer.LAPSED)
    in_time = Q(answered_at__lte=F("answer_by")) & ~Q(answer=Answer.LAPSED)
    between = Q(offered_at__gte=Slot("begins"), offered_at__lt=Slot("ends"))
    found: QuerySet[Any, Any] = (
        HandOff.objects.filter(between, **{f"{whose}_id": Slot("member")}, answer__in=answered)
        .order_by()
        .values(f"{whose}_id")
        .annotate(mine=Value(int(mine), output_field=IntegerField()), hits=Count("id", filter=in_time), of=Count("id"))
    )
    return found.values_list("mine", "hits", "of")


_ANSWERED = Prepared(lambda: _answered("receiver", True).union(_answered("giver", False), all=True))


def _in_time(member: Member, since: date) -> tuple[Ratio, Ratio]:
    """By the member and to them, since that day. One statement."""
    found = _ANSWERED(member=member.pk, begins=_begin(since), ends=_begin(since + timedelta(days=93)))
    ratios = {mine: Ratio(hits, of) for mine, hits, of in found}
    return ratios.get(1, Ratio(0, 0)), ratios.get(0, Ratio(0, 0))


_RECRUITERS = Prepared(
    lambda: (
        Member.objects.here().filter(role=Role.RECRUITER).order_by("name", "id").values_list("id", "name")[:RECRUITERS]
    )
)


_HANDED = Prepared(
    lambda: (
        # With an end as well: SQLite takes its index by the day then, and not another.
        HandOff.objects.alias(of=ExpressionWrapper(F("giver_id"), IntegerField()))
        .filter(of__in=[Slot(f"m{i}", IntegerField()) for i in range(RECRUITERS)])
        .filter(offered_at__gte=Slot("begins"), offered_at__lt=Slot("ends"))
        .exclude(answer__in=(Answer.WITHDRAWN, Answer.RETURNED))
        .order_by()
        .values_list("giver_id", "grade")
        .annotate(leads=Count("lead", distinct=True))
    )
)


def _week(monday: date) -> tuple[WeekOf, ...]:
    """What each recruiter has handed on since Monday: each lead once, without what was sent back or taken back."""
    recruiters = _RECRUITERS()
    if not recruiters:
        return ()
    given: defaultdict[int, dict[str, int]] = defaultdict(dict)
    ids = [pk for pk, _ in recruiters] + [0] * (RECRUITERS - len(recruiters))
    slots = {f"m{i}": pk for i, pk in enumerate(ids)}
    for giver, grade, leads in _HANDED(begins=_begin(monday), ends=_begin(monday + timedelta(days=7)), **slots):
        given[giver][grade] = leads
    expected = [one for one in agreed() if one.weekly]
    return tuple(_week_of(name, given[pk], expected) for pk, name in recruiters)


def _week_of(name: str, given: dict[str, int], expected: Iterable[Agreed]) -> WeekOf:
    found = [(given.get(one.grade.value, 0), one) for one in expected]
    words = ", ".join(f"{count} {one.word.lower()}" for count, one in found)
    numbers = [str(one.weekly) for _, one in found]
    of = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1]))) if numbers else ""
    return WeekOf(name, words, of)


def _begin(day: date) -> datetime:
    """The moment a day begins where the agency is."""
    here = clock.local(clock.now(), agencies.here().zone).tzinfo
    return datetime.combine(day, time(0), here or ZoneInfo("UTC")).astimezone(UTC)
