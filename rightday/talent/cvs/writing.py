"""What a confirmed proposal becomes: each kind by the verb of the room that owns it."""

from __future__ import annotations

from datetime import date
from typing import Any

from rightday.agencies import queries as agencies
from rightday.kernel import phones
from rightday.kernel.names import PERSON_SAME, read_name
from rightday.people import actions as people
from rightday.people.matching import match
from rightday.people.models import Company, Person, Position
from rightday.talent.actions_life import add_deed, add_position
from rightday.talent.cvs.known import known_of
from rightday.talent.cvs.understanding.proposal import Kind, Proposal
from rightday.talent.models import Skill
from rightday.talent.models_files import CV
from rightday.talent.rules import DeedKind, Shown, SkillSource, Span
from rightday.talent.skills.actions import add_evidence
from rightday.team.models import Member
from rightday.team.rules import Refused


def write(one: Proposal, *, cv: CV, person: Person, of: Position | None, by: Member) -> int:
    """The id of the row that it became, 0 for what has none of its own. Raises Refused.

    `of` is the position it belongs to, where that has been confirmed.
    """
    values = one.values
    match one.kind:
        case Kind.NAME:
            people.edit_person(person, seen=person.version, by=by, given=values["given"], family=values["family"])
        case Kind.CITY:
            people.edit_person(person, seen=person.version, by=by, city=values["text"])
        case Kind.PHONE:
            read = phones.read(values["text"], agencies.here().country)
            return people.add_number(person, read[0], by=by).pk if read else 0
        case Kind.EMAIL:
            return people.add_email(person, values["text"], by=by).pk
        case Kind.POSITION:
            return _position(one, cv, person, by)
        case Kind.SKILL:
            return _skill(one, cv, person, of, by)
        case Kind.DEED:
            if of is None:
                raise Refused("Confirm the position first: what they did stands with where they did it.")
            kind = DeedKind(values["kind"])
            return add_deed(of, kind=kind, words=values["text"], source=SkillSource.CV, cv=cv, on=cv.came_on, by=by).pk
    return 0


def _position(one: Proposal, cv: CV, person: Person, by: Member) -> int:
    known = known_of(person).position(one)
    if known is not None:
        return known
    values = one.values
    company = people.add_company(values["company"], by=by) if values["company"] else None
    ended = _day(values["ended"])
    span = Span(values["title"], _day(values["began"]), ended, bool(values["current"]))
    boss = _supervisor(values, company, person, cv, by)
    return add_position(person, span=span, by=by, company=company, supervisor=boss).pk


def _supervisor(values: dict[str, Any], company: Company | None, person: Person, cv: CV, by: Member) -> Person | None:
    """Whom they named in full: somebody we know at that company, else somebody new; nobody for an initial."""
    named = read_name(values.get("supervisor", ""))
    if company is None or len(named.given.strip(".")) < 2 or len(named.family) < 2:
        return None
    found = match(name=named.full, company_name=company.name)
    for maybe in found.suggestions:
        if maybe.likeness >= PERSON_SAME and maybe.person_id != person.pk and maybe.company_name == company.name:
            known: Person = Person.objects.get(pk=maybe.person_id)
            return known
    return people.add_person(
        given=named.given, family=named.family, by=by, title=values.get("supervisor_title", "")[:160],
        company=company, source=f"CV of {person.name}"[:200],
    )  # fmt: skip


def _skill(one: Proposal, cv: CV, person: Person, of: Position | None, by: Member) -> int:
    """Used in a position: partly shown. Named alone: nobody has asked. True on the last day it was used."""
    values = one.values
    last = _day(values["last"])
    where = ", ".join(values["where"])
    on = min(last, cv.came_on) if last else cv.came_on
    evidence = add_evidence(
        person, Skill.objects.get(pk=values["skill"]), source=SkillSource.CV,
        shows=Shown.PARTLY if where else Shown.UNKNOWN, words=f"CV: {where}" if where else "Named in the CV",
        years=values["years"] or None, on=on, position=of, cv=cv, by=by,
    )  # fmt: skip
    return evidence.pk


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
