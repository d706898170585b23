"""Saving what was captured: the text as it came, always; then the person, the company, the lead it makes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.models import Agency
from rightday.intake.capture import evidence as capture_evidence
from rightday.intake.capture import queries as queries_capture
from rightday.intake.capture import shown as capture_shown
from rightday.intake.capture.made import Made, keep_person, mark_reached
from rightday.intake.capture.queries import Reading
from rightday.intake.capture.rules import LONGEST, KeptAs
from rightday.intake.models import Captured
from rightday.intake.refusals import Refusal
from rightday.leads import actions as leads
from rightday.leads import rules
from rightday.leads.models import Intelligence, Lead
from rightday.leads.rules import Grade, HeardEvidence, Shows, StepWish
from rightday.leads.watching import rules as watches
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Company, Person
from rightday.people.rules import Answer, Channel
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline
from rightday.timeline.models import Event

log = logging.getLogger(__name__)
_EVENT_WORDS: Final = 2_000


class NothingTyped(Refused):
    """An empty text is not kept."""

    def __init__(self) -> None:
        super().__init__(_("Type or paste what you heard first."))


@dataclass(frozen=True, slots=True)
class Saved:
    """What a text became. `sentence` says it aloud, for the toast and for whoever sends the form again."""

    captured: Captured
    person: Person | None
    lead: Lead | None
    intelligence: Intelligence | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text was taken for when it was saved, and what it would be taken for now."""

    was: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        return self.was != self.now


@transaction.atomic
def save(text: str, *, by: Member, about: Person | None = None, at: datetime | None = None) -> Saved:
    """Keeps `text` as it came, then what it means: person, company, evidence, lead, next step (FIELD_GUIDE 4).

    `about`: who is on the phone; `at`: when it was typed, for a text that waited for the line. Where
    understanding fails the text is kept as intelligence without a person. Raises NothingTyped.
    """
    by.must(Permission.CAPTURE)
    if not text.strip():
        raise NothingTyped
    # Two at once about one new person: the second waits here, then finds the first one's record.
    # "No key": everybody else's inserts, which only point at the agency, go on.
    Agency.objects.select_for_update(no_key=True).get(pk=agencies.here().pk)
    at = at or clock.now()
    captured = Captured.objects.create(text=text, by=by, at=at)
    try:
        with transaction.atomic():
            return _understand(captured, by, about)
    except OperationalError:
        raise  # the database itself is in trouble: whoever sent it keeps it and tries again
    except Exception:
        log.exception("A captured text could not be understood; kept as it came.")
        return _as_it_came(captured, by)


@transaction.atomic
def understand_again(captured: Captured, *, by: Member) -> Proposal:
    """Reads a kept text anew, as of the day it was typed. Only proposes: rows change by hand, or not at all."""
    by.must(Permission.CAPTURE)
    day = clock.day_in(team.zone_of(by), captured.at)
    now = _in_short(queries_capture.read(captured.text, today=day, by=by))
    return Proposal(dict(captured.understood.get("read", {})), now)


def _understand(captured: Captured, by: Member, about: Person | None) -> Saved:
    today = clock.day_in(team.zone_of(by), captured.at)
    reading = queries_capture.read(captured.text, today=today, by=by, about=about)
    made = Made()
    company = _company(reading, made, by)
    if reading.parsed.person is None:
        kept = _intelligence(captured, reading, company, by)
        made.rows["intelligence"] = kept.pk
        return _saved(captured, reading, made, by, intelligence=kept, company=company)
    person = keep_person(reading, company, made, by=by)
    if reading.is_note:
        kept = _intelligence(captured, reading, company, by, person)
        made.rows["intelligence"] = kept.pk
        return _saved(captured, reading, made, by, person=person, intelligence=kept, company=company)
    heard = capture_evidence.heard_of(
        reading.parsed, captured.text, today=today, said_by=reading.source, about=person, elsewhere=reading.elsewhere
    )
    lead = _lead(reading, person, heard, made, by)
    mark_reached(reading, person, heard, made, by=by)
    if reading.refusal is not None:
        _refuse(reading.refusal, person, lead, made, by, today)
    return _saved(captured, reading, made, by, person=person, lead=lead, company=company)


def _company(reading: Reading, made: Made, by: Member) -> Company | None:
    if reading.company is not None or not reading.parsed.company:
        return reading.company
    company = people.add_company(reading.parsed.company, by=by)
    made.rows["company"] = company.pk
    return company


def _intelligence(
    captured: Captured, reading: Reading, company: Company | None, by: Member, person: Person | None = None
) -> Intelligence:
    """Nobody to call about it: kept on the company, the person or on nothing, with the question to ask next.

    An advertisement is watched: whoever captured it is reminded to ask what became of the place.
    """
    verdict, day = reading.verdict, reading.parsed.day
    watched = verdict.kept_as is KeptAs.ADVERTISEMENT and verdict.until is not None and person is None
    question = watches.question_of(verdict.ask, watched=watched)
    if day is not None:
        question = _("Agreed for %(day)s. %(ask)s") % {"day": rules.say_date(day), "ask": question}
    kept: Intelligence = Intelligence.objects.create(
        company=company, person=person, shows=capture_evidence.shows_of(reading.parsed).value,
        words=captured.text.strip()[:LONGEST], question=question[:300], true_on=reading.today, recorded_at=captured.at,
        recorded_by=by, owner=by if watched else None, due=verdict.until if watched else None,
    )  # fmt: skip
    if person is not None:
        search.add_words(person.pk, captured.text)
    return kept


def _lead(reading: Reading, person: Person, heard: tuple[HeardEvidence, ...], made: Made, by: Member) -> Lead:
    """The open lead of the person with what was heard, else a new one."""
    day, source = reading.parsed.day, reading.parsed.source
    if reading.refused or person.do_not_call:
        day = None
    if reading.lead is None:
        lead = leads.create(
            person, heard=heard, title=capture_evidence.title_of(reading.parsed), by=by, source="capture",
            source_words=source.name if source else "", heard_from=_heard_from(reading, person),
            step=StepWish(due=day, agreed=True) if day is not None else None,
        )  # fmt: skip
        made.rows["lead"] = lead.pk
        return lead
    lead, step = reading.lead, reading.lead.next_step
    lead.person = person
    made.add_evidence(lead, lambda: leads.add_evidence(lead, heard=heard, by=by), by)
    if day is not None and step is not None:
        earliest = step.earliest.isoformat() if step.earliest else None
        made.step = {"due": step.due.isoformat(), "earliest": earliest, "agreed": step.agreed}
        leads.change_step(lead, seen_step=step.pk, due=day, by=by, agreed=True)
    lead.refresh_from_db(fields=["version", "next_step"])
    made.version = lead.version
    return lead


def _refuse(refusal: Refusal, person: Person, lead: Lead, made: Made, by: Member, on: date) -> None:
    """They said no: kept, marked, and nobody calls. Taking that back is for the person's page."""
    made.final = True
    if refusal.mail_only:
        people.record_permission(
            person, channel=Channel.EMAIL, answer=Answer.REFUSED, by=by, on=on, words=refusal.words
        )
        return
    leads.refuse(person, words=refusal.words, by=by)
    lead.refresh_from_db(fields=["version", "next_step", "outcome"])


def _heard_from(reading: Reading, person: Person) -> Person | None:
    herself = reading.parsed.source is not None and reading.parsed.source.herself
    return person if herself else reading.source


def _saved(
    captured: Captured, reading: Reading, made: Made, by: Member, *, person: Person | None = None,
    lead: Lead | None = None, intelligence: Intelligence | None = None, company: Company | None = None,
) -> Saved:  # fmt: skip
    """Ties the text to what it became, records it, says it."""
    of = person or reading.source
    words = captured.text.strip()[:_EVENT_WORDS]
    made.event = timeline.record("captured", by=by, lead=lead, person=of, company=company, words=words).pk
    step = lead.next_step if lead is not None else None
    said = capture_shown.sentence(
        reading, kept=_kept(reading, person, lead, company), due=step.due if step else None, today=reading.today
    )
    told = ("person", "company") if "person" in made.rows else ("lead", "company")
    made.seen = {name: _last_event(name, pk) for name, pk in made.rows.items() if name in told}
    return _kept_as(captured, made, said, read=_in_short(reading), person=person, lead=lead, intelligence=intelligence)


def _kept_as(
    captured: Captured, made: Made, said: str, *, read: dict[str, Any], person: Person | None = None,
    lead: Lead | None = None, intelligence: Intelligence | None = None,
) -> Saved:  # fmt: skip
    saved_at = clock.now().isoformat()
    captured.person, captured.lead, captured.intelligence = person, lead, intelligence
    captured.understood = {"read": read, "made": made.as_json(), "sentence": said, "saved_at": saved_at}
    captured.save(update_fields=["person", "lead", "intelligence", "understood"])
    return Saved(captured, person, lead, intelligence, said)


def _last_event(kind: str, pk: int) -> int:
    """The latest event of a row: another one later means that somebody has worked on it."""
    return Event.objects.filter(**{f"{kind}_id": pk}).order_by("-at", "-id").values_list("pk", flat=True)[0]


def _kept(reading: Reading, person: Person | None, lead: Lead | None, company: Company | None) -> str:
    """ "Hot lead, Priya Natarajan"; "contact, Karen Whitby"; "note on Northwind"; "note"."""
    if person is None:
        return _("note on %(name)s") % {"name": company.name} if company is not None else _("note")
    if person.do_not_call:
        return _("%(name)s, who asked not to be called") % {"name": person.name}
    if lead is None:
        return _("note on %(name)s") % {"name": person.name}
    grade = lead.grade_on(reading.today)
    words = _("%(grade)s lead") % {"grade": rules.GRADE_WORDS[grade]}
    if grade is Grade.NONE:
        words = _("to qualify") if capture_evidence.shows_of(reading.parsed) is not Shows.CONTEXT else _("contact")
    return f"{words}, {person.name}"


def _in_short(reading: Reading) -> dict[str, Any]:
    """What was read, as plain values: to compare when rules have changed."""
    parsed, verdict = reading.parsed, reading.verdict
    return {
        "person": parsed.person.full if parsed.person else "",
        "company": parsed.company,
        "title": parsed.title,
        "phones": [phone.e164 or phone.typed for phone in parsed.phones],
        "emails": list(parsed.emails),
        "heard": [[item.kind.value, item.words[:200]] for item in parsed.heard],
        "source": parsed.source.name if parsed.source else "",
        "day": parsed.day.isoformat() if parsed.day else "",
        "reached": parsed.reached,
        "kept_as": verdict.kept_as.value,
    }


def _as_it_came(captured: Captured, by: Member) -> Saved:
    """Nothing could be understood of it: a note without a person, to be read by somebody."""
    kept: Intelligence = Intelligence.objects.create(
        words=captured.text.strip()[:LONGEST], question=_("Who is this about, and where do they work?"),
        true_on=clock.day_in(team.zone_of(by), captured.at), recorded_at=captured.at, recorded_by=by,
    )  # fmt: skip
    words = captured.text.strip()[:_EVENT_WORDS]
    made = Made(rows={"intelligence": kept.pk}, event=timeline.record("captured", by=by, words=words).pk)
    return _kept_as(captured, made, _("Saved: note."), read={}, intelligence=kept)
