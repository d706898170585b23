"""A CV kept as it came, read, and what was read of it confirmed, left out, or put off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F

from rightday.agencies import queries as agencies
from rightday.kernel import phones
from rightday.kernel.unreadable import Unreadable
from rightday.people import actions as people
from rightday.people.models import Person, Position
from rightday.talent.actions import make_candidate
from rightday.talent.cvs import files, library
from rightday.talent.cvs.known import known_of
from rightday.talent.cvs.reading import read as read_file
from rightday.talent.cvs.rules import OPEN_ANSWERS, Answer
from rightday.talent.cvs.stored import proposals
from rightday.talent.cvs.understanding.proposal import Kind, Proposal
from rightday.talent.cvs.understanding.understood import understood
from rightday.talent.cvs.writing import write
from rightday.talent.models_files import CV
from rightday.talent.rules import CVState
from rightday.talent.skills.rules import key as skill_key
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def receive(path: Path, *, name: str, by: Member, person: Person | None = None) -> CV:
    """Keeps a copy of the file, of somebody or of nobody known yet; the same file again is the CV there is.

    Reading it is `read`, outside of any transaction. `name` is what its owner calls it, never a path.
    """
    by.must(Permission.DESK_WORK)
    sha256 = files.digest(path)
    same: CV | None = CV.objects.filter(sha256=sha256, person=person).first()
    if same is not None:
        return same
    made: CV = CV.objects.create(
        person=person, name=name[-255:], stored=files.keep(path), size=path.stat().st_size, sha256=sha256,
        came_on=team.today(by), by=by,
    )  # fmt: skip
    timeline.record("cv.received", by=by, person=person, file=made.name)
    return made


def read(cv: CV, *, by: Member) -> CV:
    """Reads the file in a process apart and puts down what it proposes, or why it cannot be read. Never raises that.

    What was decided of an earlier reading stays: a proposal keeps its key.
    """
    by.must(Permission.DESK_WORK)
    try:
        found = read_file(files.of(cv))
    except Unreadable as problem:
        return _written(cv, state=CVState.FAILED.value, problem=problem.reason[:2_000])
    proposed = understood(
        found.text, today=cv.came_on, region=agencies.here().country, fold=skill_key, library=library.named
    )
    unique = {one.key: one.stored() for one in proposed}
    return _written(
        cv, state=CVState.READ.value, problem="", format=found.format, pages=found.pages, text=found.text,
        read={"proposals": list(unique.values())},
    )  # fmt: skip


@transaction.atomic
def keep(cv: CV, key: str, *, by: Member, **corrected: Any) -> CV:
    """Confirms a proposal, with what was put right: it becomes a fact. Once decided it stays. Raises Refused."""
    by.must(Permission.DESK_WORK)
    there, person = _locked(cv)
    _keep(there, person, key, by, corrected)
    return _settle(there, person, by)


@transaction.atomic
def keep_all(cv: CV, *, by: Member) -> CV:
    """Confirms whatever is new and not yet decided, positions before what stands with them."""
    by.must(Permission.DESK_WORK)
    there, person = _locked(cv)
    known = known_of(person)
    for one in proposals(there):
        if one.key not in there.decided and not known.says(one) and _may_be_kept(one, there):
            _keep(there, person, one.key, by, {})
    return _settle(there, person, by)


@transaction.atomic
def answer(cv: CV, key: str, *, answer: Answer, by: Member) -> CV:
    """Leaves a proposal out, or puts it off until they are asked."""
    by.must(Permission.DESK_WORK)
    there, person = _locked(cv)
    if answer is Answer.KEPT:
        raise Refused("Confirm it by keeping it.")
    if _open(there, key):
        _proposal(there, key)
        there.decided[key] = {"answer": answer.value, "by": by.pk}
    return _settle(there, person, by)


@transaction.atomic
def belongs_to(cv: CV, person: Person, *, by: Member) -> CV:
    """Whose CV it is, when it came without a person. Raises Refused when it is somebody's already."""
    by.must(Permission.DESK_WORK)
    changed = CV.objects.filter(pk=cv.pk, person=None).update(person=person, version=F("version") + 1)
    cv.refresh_from_db()
    if not changed and cv.person_id != person.pk:
        raise Refused("This CV is somebody else's already.")
    if changed:
        make_candidate(person, by=by)
        timeline.record("cv.received", by=by, person=person, file=cv.name)
    return cv


@transaction.atomic
def new_person(cv: CV, *, given: str, family: str, by: Member) -> Person:
    """Somebody nobody knew, with the numbers and addresses of their CV; a candidate from now on."""
    by.must(Permission.DESK_WORK)
    CV.objects.select_for_update().values_list("pk").get(pk=cv.pk)
    there = CV.objects.select_related("person").get(pk=cv.pk)
    if there.person is not None:
        return there.person
    found, region = proposals(there), agencies.here().country
    numbers = [one.values["text"] for one in found if one.kind is Kind.PHONE]
    person = people.add_person(
        given=given, family=family, by=by, phones=[phone for text in numbers for phone in phones.read(text, region)],
        emails=[one.values["text"] for one in found if one.kind is Kind.EMAIL], source=f"CV: {there.name}"[:200],
    )  # fmt: skip
    belongs_to(there, person, by=by)
    return person


def _written(cv: CV, **columns: Any) -> CV:
    CV.objects.filter(pk=cv.pk).update(version=F("version") + 1, **columns)
    cv.refresh_from_db()
    return cv


def _locked(cv: CV) -> tuple[CV, Person]:
    """The row, locked first and read then."""
    CV.objects.select_for_update().values_list("pk").get(pk=cv.pk)
    there: CV = CV.objects.select_related("person__company").get(pk=cv.pk)
    if there.person is None:
        raise Refused("Say first whose CV this is.")
    return there, there.person


def _keep(cv: CV, person: Person, key: str, by: Member, corrected: dict[str, Any]) -> None:
    if not _open(cv, key):
        return
    one = _proposal(cv, key)
    right = {name: value for name, value in corrected.items() if name in one.values}
    one = Proposal(one.key, one.kind, one.values | right, one.spans, one.ask, one.of)
    row = write(one, cv=cv, person=person, of=_position_of(cv, person, one), by=by)
    cv.decided[key] = {"answer": Answer.KEPT.value, "by": by.pk, "row": row, "corrected": right}


def _may_be_kept(one: Proposal, cv: CV) -> bool:
    """A deed whose position was left out, or is none, is left to a human."""
    return one.kind is not Kind.DEED or cv.decided.get(one.of, {}).get("answer") != Answer.LEFT


def _position_of(cv: CV, person: Person, one: Proposal) -> Position | None:
    """The position that a skill or a deed stands with: the one confirmed, else the one on record."""
    row = cv.decided.get(one.of, {}).get("row")
    if not row and one.of:
        row = known_of(person).position(_proposal(cv, one.of))
    found: Position | None = (
        Position.objects.select_related("person", "company").filter(pk=row, person=person).first() if row else None
    )
    return found


def _open(cv: CV, key: str) -> bool:
    return key not in cv.decided or Answer(cv.decided[key]["answer"]) in OPEN_ANSWERS


def _proposal(cv: CV, key: str) -> Proposal:
    """Raises Refused for one that the CV does not propose."""
    found = next((one for one in proposals(cv) if one.key == key), None)
    if found is None:
        raise Refused("This CV has been read anew and does not say that any more.")
    return found


def _settle(cv: CV, person: Person, by: Member) -> CV:
    """Writes what was decided; a CV of which nothing is open any more is decided."""
    known = known_of(person)
    waits = any(_open(cv, one.key) and not known.says(one) for one in proposals(cv))
    state = CVState.READ if waits else CVState.DECIDED
    if state is CVState.DECIDED and cv.state != state:
        timeline.record("cv.confirmed", by=by, person=person, file=cv.name)
    return _written(cv, decided=cv.decided, state=state.value)
