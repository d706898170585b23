"""A candidate's working life: positions and what was done in each."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from rightday.kernel import names
from rightday.people import actions as people
from rightday.people.models import Company, Person, Position
from rightday.talent import rules
from rightday.talent.models_files import CV
from rightday.talent.models_shown import Deed, Quote
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def add_position(
    person: Person, *, span: rules.Span, by: Member, company: Company | None = None, supervisor: Person | None = None
) -> Position:
    """A job they had or have. What overlaps is kept (`rules.span_problems` says so); Refused: it ends too early."""
    by.must(Permission.DESK_WORK)
    if span.began and span.ended and span.ended < span.began:
        raise Refused("It ends before it begins. Which day is right?")
    if not (span.title.strip() or company):
        raise Refused("Say what they did, or where.")
    if supervisor is not None and supervisor.pk == person.pk:
        raise Refused("Nobody reports to themselves.")
    made: Position = Position.objects.create(
        person=person, company=company, title=span.title.strip()[:160], began=span.began,
        ended=None if span.current else span.ended, current=span.current, supervisor=supervisor,
    )  # fmt: skip
    timeline.record("person.position", by=by, person=person, company=company, title=made.title)
    return made


@transaction.atomic
def add_deed(
    position: Position,
    *,
    kind: rules.DeedKind,
    words: str,
    source: rules.SkillSource,
    by: Member,
    on: date | None = None,
    cv: CV | None = None,
    quote: Quote | None = None,
) -> Deed:
    """Something they did there: said twice in the same words, it stands once."""
    by.must(Permission.DESK_WORK)
    said = " ".join(words.split())[:500]
    if not said:
        raise Refused("Write down what they did.")
    known: Deed | None = Deed.objects.filter(position=position, kind=kind.value, words=said).first()
    if known:
        return known
    made: Deed = Deed.objects.create(
        position=position, kind=kind.value, words=said, source=source.value, cv=cv, quote=quote,
        said_on=on or team.today(by), by=by,
    )  # fmt: skip
    timeline.record("candidate.deed", by=by, person=position.person, company=position.company, words=said)
    return made


@transaction.atomic
def company_called(name: str, *, by: Member) -> Company:
    """The company that goes by this name, a new one where there is none. Raises people.rules.NoName."""
    by.must(Permission.DESK_WORK)
    return people.add_company(name.strip(), by=by)


@transaction.atomic
def supervisor_called(name: str, *, company: Company | None, by: Member) -> Person:
    """Somebody of this name at this company, or somebody new: who supervised whom is how references are found."""
    by.must(Permission.DESK_WORK)
    known: Person | None = Person.objects.filter(key=names.person_key(name), company=company).order_by("pk").first()
    given, _, family = name.strip().rpartition(" ")
    return known or people.add_person(given=given, family=family, company=company, by=by)
