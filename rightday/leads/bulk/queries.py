"""Bulk acts as they are shown: how far, what was left alone and why, whether there is a way back; what is selected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, assert_never
from urllib.parse import parse_qsl

from rightday.agencies import clock
from rightday.kernel.when import say_day
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.rules import MOST, BulkKind
from rightday.leads.lists.filters import Filters, apply
from rightday.leads.lists.models import BulkAct, Label
from rightday.leads.models import Lead
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission

SHOWN: Final = 100
"""Leads listed under one reason; of more the number says it."""
COUNTED: Final = 100_000
LAST: Final = 20


@dataclass(frozen=True, slots=True)
class Left:
    """Leads that were left alone for one reason: (id, heading) of the first, and how many."""

    reason: str
    count: int
    leads: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ActShown:
    """A bulk act. `goes_on`: its next part waits; `back`: it is being taken back, or was; `undo_until` in words."""

    id: int
    words: str
    who: str
    when: str
    kind: BulkKind
    total: int
    done: int
    changed: int
    skipped: int
    goes_on: bool
    back: bool
    restored: int
    undone: int
    left: tuple[Left, ...]
    kept: tuple[Left, ...]
    may_undo: bool
    undo_until: str
    href: str


def words_of(act: BulkAct) -> str:
    """ "Handed to Jo Lindqvist", "Next step on Thu 26 Nov", "Labelled Priority"."""
    kind, values = BulkKind(act.kind), act.values
    match kind:
        case BulkKind.HAND:
            return f"Handed to {_member(values['to'])}"
        case BulkKind.OWN:
            return f"Given to {_member(values['to'])}"
        case BulkKind.MOVE:
            return f"Moved to {STAGE_WORDS[Stage(values['stage'])]}"
        case BulkKind.STEP:
            return f"Next step on {say_day(date.fromisoformat(values['due']), team.today(act.by))}"
        case BulkKind.LABEL:
            return f"Labelled {_label(values['label'])}"
        case BulkKind.UNLABEL:
            return f"Label {_label(values['label'])} taken off"
        case BulkKind.TODAY:
            return bulk_acts.KIND_WORDS[kind]
        case _:
            assert_never(kind)


def the_act(act_id: int) -> BulkAct:
    """An act of the agency. Raises BulkAct.DoesNotExist."""
    found: BulkAct = BulkAct.objects.select_related("by").get(pk=act_id)
    return found


def act_shown(act: BulkAct, reader: Member, *, now: datetime) -> ActShown:
    """In at most three statements, whatever it holds."""
    zone = team.zone_of(reader)
    until = act.at + timedelta(hours=bulk_acts.UNDO_HOURS)
    mine = act.by_id == reader.pk or reader.may(Permission.TEAM_MANAGE)
    names = _headings([pk for pk, _ in [*act.skipped, *act.kept]])
    return ActShown(
        id=act.pk, words=words_of(act), who="" if act.by_id == reader.pk else act.by.name,
        when=_moment(act.at, zone, now), kind=BulkKind(act.kind), total=act.total, done=act.done,
        changed=len(act.before), skipped=len(act.skipped), goes_on=act.finished_at is None,
        back=act.undone_at is not None, restored=act.undone - len(act.kept), undone=act.undone,
        left=_left(act.skipped, names), kept=_left(act.kept, names),
        may_undo=mine and act.undone_at is None and now < until and bool(act.before),
        undo_until=_moment(until, zone, now), href=str(act.values.get("back") or "/leads/"),
    )  # fmt: skip


def last_acts(reader: Member, *, now: datetime) -> tuple[tuple[int, str, str, int], ...]:
    """The reader's own last acts: id, words, when, how many leads were changed."""
    rows = BulkAct.objects.filter(by=reader).select_related("by").order_by("-pk")[:LAST]
    zone = team.zone_of(reader)
    return tuple((row.pk, words_of(row), _moment(row.at, zone, now), len(row.before)) for row in rows)


def going_on(*, before: datetime) -> list[int]:
    """Acts that were begun before then and still go on: whoever waited for them has closed the page."""
    rows = BulkAct.objects.filter(finished_at=None, at__lt=before).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def selected(ids: Iterable[str], query: str | None, member: Member, on: date) -> tuple[list[int], str]:
    """The leads that were ticked, or all of a view: their ids, and where they are too many, what is said of it."""
    if query is None:
        return [int(one) for one in ids if one.isascii() and one.isdecimal() and len(one) < 19], ""
    found = apply(_filters(query), member, on)
    rows = list(found.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(rows) <= MOST:
        return rows, ""
    number = found.values("pk")[: COUNTED + 1].count()
    return [], bulk_acts.too_many(number, at_least=number > COUNTED)


def of_persons(ids: Iterable[str]) -> tuple[list[int], str]:
    """The lead of each person that is due first; and who has none, or asked not to be called, in words."""
    known = [int(one) for one in ids if one.isascii() and one.isdecimal() and len(one) < 19][: MOST + 1]
    people = dict(Person.objects.filter(pk__among=known).values_list("pk", "do_not_call"))
    rows = Lead.objects.open().filter(person_id__among=[pk for pk, refused in people.items() if not refused])
    first: dict[int, int] = {}
    for person, lead in rows.order_by("next_step__due", "pk").values_list("person_id", "pk"):
        first.setdefault(person, lead)
    refused = sum(people.values())
    none = len(people) - refused - len(first)
    said = [f"{refused}: {bulk_acts.NO_CALLS}"] if refused else []
    said += [f"{none}: no open lead"] if none else []
    return list(first.values()), f"Left out, {'; '.join(said)}" if said else ""


def count_of(query: str, member: Member, on: date) -> str:
    """ "1,204" leads of a view, or "more than 5,000"."""
    number = apply(_filters(query), member, on).values("pk")[: MOST + 1].count()
    return f"{number:,}" if number <= MOST else f"more than {MOST:,}"


def _filters(query: str) -> Filters:
    return Filters.of(dict(parse_qsl(query)))


def _member(pk: int) -> str:
    return str(Member.objects.values_list("name", flat=True).get(pk=pk))


def _label(pk: int) -> str:
    return Label.objects.filter(pk=pk).values_list("name", flat=True).first() or "that is gone"


def _headings(ids: list[int]) -> dict[int, str]:
    rows = Lead.objects.filter(pk__among=ids[: 20 * SHOWN])
    named = rows.values_list("pk", "company__name", "person__name", "title")
    return {pk: ", ".join(filter(None, (company or person, title))) for pk, company, person, title in named}


def _left(pairs: list[list[int | str]], names: dict[int, str]) -> tuple[Left, ...]:
    by_reason: dict[str, list[tuple[int, str]]] = {}
    for pk, reason in pairs:
        by_reason.setdefault(str(reason), []).append((int(pk), names.get(int(pk), "")))
    found = [
        Left(reason, len(some), tuple(one for one in some if one[1])[:SHOWN]) for reason, some in by_reason.items()
    ]
    return tuple(sorted(found, key=lambda one: -one.count))


def _moment(at: datetime, zone: str, now: datetime) -> str:
    here = clock.local(at, zone)
    return f"{say_day(here.date(), clock.local(now, zone).date())}, {here:%H:%M}"
