"""Looking through the whole book for duplicates: slice by slice, each with what it found in one transaction."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from rightday.people.duplicates import walking
from rightday.people.duplicates.models import CompanySuggestion, DuplicateSearch
from rightday.people.duplicates.sides import Pair, compared, compared_companies
from rightday.people.duplicates.walking import PARTS, Part, Walked
from rightday.people.models import DuplicateSuggestion
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.work.queue import enqueue

TASK: Final = "rightday.people.duplicates.tasks.look_for_duplicates"


@transaction.atomic
def begin(*, by: Member) -> DuplicateSearch:
    """Looks through the whole book; one that is under way goes on as it is."""
    by.must(Permission.PERSON_EDIT)
    running = DuplicateSearch.objects.select_for_update().first()
    if running is not None and running.state == DuplicateSearch.State.RUNNING:
        return running
    values = {
        "state": DuplicateSearch.State.RUNNING, "part": PARTS[0].value, "cursor": "", "seen": 0, "found": 0,
        "started_at": timezone.now(), "finished_at": None, "by": by,
    }  # fmt: skip
    search, _made = DuplicateSearch.objects.update_or_create(defaults=values)
    enqueue(TASK, search.agency_id)
    return search


def look_on(*, by: Member) -> bool:
    """One slice: what it finds is kept with how far it came, so that a search goes on after a crash. Is there more?

    Compared is before anything is written, so that nobody waits for it; a slice that somebody else finished is left.
    """
    by.must(Permission.PERSON_EDIT)
    search = DuplicateSearch.objects.first()
    if search is None or search.state != DuplicateSearch.State.RUNNING:
        return False
    walked = walking.walk(Part(search.part), search.cursor)
    return _keep(search, walked, _persons(walked.persons), _companies(walked.companies))


@transaction.atomic
def _keep(
    seen: DuplicateSearch, walked: Walked, persons: list[DuplicateSuggestion], companies: list[CompanySuggestion]
) -> bool:
    here = {"started_at": seen.started_at, "part": seen.part, "cursor": seen.cursor}
    search = DuplicateSearch.objects.select_for_update().filter(**here).first()
    if search is None:
        return True
    DuplicateSuggestion.objects.bulk_create(persons, ignore_conflicts=True)
    CompanySuggestion.objects.bulk_create(companies, ignore_conflicts=True)
    search.found += len(persons) + len(companies)
    search.seen += walked.read
    search.cursor = walked.cursor or ""
    if walked.cursor is None:
        place = PARTS.index(Part(search.part)) + 1
        if place < len(PARTS):
            search.part = PARTS[place].value
        else:
            search.state, search.finished_at = DuplicateSearch.State.DONE, timezone.now()
    search.save()
    return bool(search.state == DuplicateSearch.State.RUNNING)


def _persons(pairs: set[Pair]) -> list[DuplicateSuggestion]:
    """The likely ones that nobody was asked about."""
    fresh = pairs - _asked(DuplicateSuggestion, "person", pairs)
    return [
        DuplicateSuggestion(
            person_id=a, other_id=b, likeness=said.score, reasons=list(said.one), against=list(said.two)
        )
        for (a, b), said in sorted(compared(fresh).items())
        if said.likely
    ]


def _companies(pairs: set[Pair]) -> list[CompanySuggestion]:
    fresh = pairs - _asked(CompanySuggestion, "company", pairs)
    return [
        CompanySuggestion(company_id=a, other_id=b, likeness=said.score, reasons=list(said.one), against=list(said.two))
        for (a, b), said in sorted(compared_companies(fresh).items())
        if said.likely
    ]


def _asked(model: Any, first: str, pairs: set[Pair]) -> set[Pair]:
    """Pairs that are suggested or decided already."""
    rows = model.objects.filter(**{f"{first}_id__among": {a for a, _b in pairs}})
    return set(rows.values_list(f"{first}_id", "other_id"))
