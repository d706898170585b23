"""What a row of a spreadsheet becomes, and why: decided before anything is written.

Pure: who is known already comes in as a `Known`; the trial run and the real one both ask here,
so that they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from rightday.intake.capture.verdict import SHOWS
from rightday.intake.heard_words import Kind
from rightday.intake.understanding.holds import Holds as Table
from rightday.intake.understanding.records import Record, demand_of
from rightday.leads import rules as leads
from rightday.leads.rules import Grade, HeardEvidence, Shows


class Became(StrEnum):
    """The kinds of answer; the same values as `ImportRow.Became`."""

    LEAD = "lead"
    INTELLIGENCE = "intelligence"
    PERSON = "person"
    KNOWN = "known"
    DECIDE = "decide"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Known:
    """Who the row is about, as far as we know: `same` for certain (`why` says by what), or somebody `like` them."""

    same: str = ""
    why: str = ""
    like: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One row's verdict. `heard` is the evidence it brings; `grade` what a new lead of it would have today."""

    became: Became
    why: str
    heard: tuple[HeardEvidence, ...] = ()
    grade: Grade = Grade.NONE
    until: date | None = None
    next_on: date | None = None


NOBODY: Final = Known()
_UNDATED: Final = frozenset({Shows.INTERVIEWING, Shows.CONTRACTORS, Shows.PROJECT})
_ASK: Final = {
    Shows.INTERVIEWING: "Number never reached them. Ask: are they still interviewing?",
    Shows.CONTRACTORS: "Number never reached them. Ask: who is on the team now?",
    Shows.PROJECT: "Number never reached them. Ask: does the project need people?",
    Shows.RUMOUR: "A rumour. Ask: are they interviewing, and whom did they see last?",
    Shows.ADVERT: "An advertisement. Ask: is it open, whom do they see, do they work with agencies?",
    Shows.PLAN: "A plan. Ask: when does it begin?",
}
_NAME_ONLY: Final = "Nothing about hiring. Ask: what are they building, and who is on the team?"
_COMPANY_ONLY: Final = "A company without a person. Ask: who decides on hires there?"


def judge(
    record: Record,
    *,
    holds: Table,
    known: Known = NOBODY,
    today: date,
    days: leads.Holds,
    heard: tuple[HeardEvidence, ...] | None = None,
) -> Judged:
    """What becomes of one record. Never raises; a refused row says why. `heard` is its `evidence_of`, if at hand."""
    if not record.usable:
        return Judged(Became.REFUSED, record.refused_reason)
    heard = evidence_of(record, today) if heard is None else heard
    ahead = record.next_on.day if record.next_on and record.next_on.day and record.next_on.day >= today else None
    if known.same:
        return Judged(Became.KNOWN, _known(record, known), heard, next_on=ahead)
    if record.do_not_contact:
        return Judged(Became.PERSON, f"Asked not to be contacted: {_quoted(record.refusal_words)}", heard)
    found = leads.dates([leads.Piece(one.shows, one.true_on, today) for one in heard], days)
    grade, until = leads.grade(found, today), leads.grade_until(found, today)
    if known.like:
        return Judged(Became.DECIDE, f"Like {known.like}: {', '.join(known.reasons)}", heard, grade, until, ahead)
    if holds is Table.CANDIDATES:
        return Judged(Became.PERSON, "A candidate, with the words of the row", heard, next_on=ahead)
    if not record.full_name:
        return Judged(Became.INTELLIGENCE, _COMPANY_ONLY, heard)
    if grade is Grade.NONE:
        return Judged(Became.INTELLIGENCE, _question(heard, found, today), heard, next_on=ahead)
    return Judged(Became.LEAD, _because(heard), heard, grade, until, ahead)


def evidence_of(record: Record, today: date) -> tuple[HeardEvidence, ...]:
    """Everything the row shows. A day on which they were spoken to confirms name, company and number.

    A fact without any day in the row cannot carry a grade, which counts days: it is kept as a
    rumour, in its own words. Never empty: a row without demand is context.
    """
    spoke = record.spoke_on.day if record.spoke_on and record.spoke_on.day and record.spoke_on.day <= today else None
    heard = []
    for one in demand_of(record):
        if one.kind is Kind.NAME_ONLY:
            continue
        day, shows = one.day or record.heard_on_day, SHOWS[one.kind]
        if day is None and shows in _UNDATED:
            heard.append(HeardEvidence(Shows.RUMOUR, f"{one.words} (no day in the row)", today))
        else:
            heard.append(HeardEvidence(shows, one.words, min(day or today, today)))
    graded = f"Grade as imported, to be confirmed: {record.grade_words}" if record.grade_words else ""
    notes = "\n".join(filter(None, [record.notes, record.status and f"Status: {record.status}", graded]))
    if notes or not heard:
        heard.append(HeardEvidence(Shows.CONTEXT, notes, min(record.heard_on_day or today, today)))
    if spoke is not None and record.full_name:
        heard.append(HeardEvidence(Shows.NAME_CONFIRMED, "Spoken to, as written in the file", spoke))
        if record.company:
            heard.append(HeardEvidence(Shows.COMPANY_CONFIRMED, "Spoken to, as written in the file", spoke))
        if any(phone.e164 for phone in record.phones):
            heard.append(HeardEvidence(Shows.PHONE_TESTED, "Reached them, as written in the file", spoke))
    return tuple(heard)


def _known(record: Record, known: Known) -> str:
    if record.do_not_contact:
        return f"{known.why.capitalize()} as {known.same}. Asked not to be contacted: {_quoted(record.refusal_words)}"
    return f"{known.why.capitalize()} as {known.same}. Added to their record, nothing replaced"


def _because(heard: tuple[HeardEvidence, ...]) -> str:
    carrying = next(one for one in heard if one.shows in leads.CARRIES)
    return f"{_quoted(carrying.words)}, true {leads.say_date(carrying.true_on)}"


def _question(heard: tuple[HeardEvidence, ...], found: leads.Dates, today: date) -> str:
    strongest = next((one for shows in _ASK for one in heard if one.shows is shows), None)
    if strongest is None:
        return _NAME_ONLY
    if strongest.shows in leads.CARRIES and found.identified_on is not None:
        return f"{_quoted(strongest.words)} was true {leads.say_date(strongest.true_on)}, and has run out. Ask again."
    return _ASK[strongest.shows]


def _quoted(words: str) -> str:
    short = " ".join(words.split())
    return f"“{short[:97]}…”" if len(short) > 98 else f"“{short}”"
