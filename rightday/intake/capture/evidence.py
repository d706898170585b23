"""From a captured text to evidence: what is kept, who said it, and what the grade will be with it.

Whoever writes down a talk with the manager herself has her name and her company from her own
mouth, so such a talk confirms both; names out of anybody else's mouth stay as written until a
call confirms them (docs/decisions/0008). A number counts as tested only when it stands beside the talk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from rightday.intake.capture.captured import Parsed
from rightday.intake.capture.details import whole
from rightday.intake.capture.verdict import SHOWS, KeptAs, Verdict, said_day
from rightday.leads import rules
from rightday.leads.rules import IDENTITY, Grade, HeardEvidence, Holds, Piece, Shows

LONGEST_WORDS = 2_000  # of one piece of evidence; the whole text stays in the capture

_UNSURE = {
    Shows.NAME_CONFIRMED: "the name is spelled right",
    Shows.COMPANY_CONFIRMED: "the company is right",
    Shows.PHONE_TESTED: "the number is tested",
}


def heard_of(
    parsed: Parsed, text: str, *, today: date, said_by: Any = None, about: Any = None, elsewhere: str = ""
) -> tuple[HeardEvidence, ...]:
    """The evidence in `parsed`, heard `today`. `said_by`: the person who said it, `about` whom it is about.

    `elsewhere`: the company of the text, where our book has the person at another one. Never empty: a
    text without demand is context. `text` is what was typed.
    """
    source = parsed.source
    herself = source is not None and source.herself
    who: dict[str, Any] = {
        "said_by": about if herself else said_by,
        "said_by_words": "" if source is None or (herself and about) or said_by else source.name,
        "second_hand": source is not None and source.second_hand,
    }
    heard = [
        HeardEvidence(
            _shows(SHOWS[item.kind], parsed), item.words[:LONGEST_WORDS], min(item.day or today, today), **who
        )
        for item in parsed.heard
    ]
    if parsed.denied and herself and not heard:
        heard.append(HeardEvidence(Shows.NOT_INTERVIEWING, text.strip()[:LONGEST_WORDS], today, **who))
    heard += _identity(parsed, today, who, right_company=not elsewhere)
    context = "; ".join(filter(None, [f"Named with {elsewhere}" if elsewhere else "", parsed.note]))
    if context:
        heard.append(HeardEvidence(Shows.CONTEXT, context[:LONGEST_WORDS], today, **who))
    return tuple(heard) or (HeardEvidence(Shows.CONTEXT, text.strip()[:LONGEST_WORDS], today, **who),)


def title_of(parsed: Parsed) -> str:
    """What they look for, as typed, for the title of the lead; '' when the text does not say."""
    title = ", ".join(parsed.needs)
    return title[:1].upper() + title[1:200]


def shows_of(parsed: Parsed) -> Shows:
    """The strongest thing heard, for what is kept without a person."""
    return next((_shows(SHOWS[item.kind], parsed) for item in parsed.heard), Shows.CONTEXT)


def settled(
    found: Verdict, parsed: Parsed, pieces: Sequence[Piece], *, today: date, holds: Holds, open_lead: bool
) -> Verdict:
    """The verdict on the text alone, put right by all that is known of the person: `pieces`, the new ones with them.

    So the words before saving and the grade after it are one.
    """
    after = rules.dates(pieces, holds)
    grade = rules.grade(after, today)
    until = rules.grade_until(after, today)
    if grade is not Grade.NONE and until is not None:
        if found.grade is grade and found.until == until:
            return found
        return _standing(found, grade, until, today)
    if found.grade is not Grade.NONE:
        return _unsure(found, parsed, pieces)
    if open_lead and found.kept_as is KeptAs.CONTACT:
        return replace(found, headline="Not a lead yet.", detail="It goes with what we know of them already.")
    return found


def _standing(found: Verdict, grade: Grade, until: date, today: date) -> Verdict:
    """It stands on what we knew before, or on that and this text together."""
    word = rules.GRADE_WORDS[grade]
    headline = f"{word}, last day" if until == today else f"{word} until {said_day(until)}"
    detail = found.detail if found.then is grade and found.grade is grade else "This goes on their open lead."
    return Verdict(grade, grade, KeptAs.LEAD, headline, detail, "", until)


def _unsure(found: Verdict, parsed: Parsed, pieces: Iterable[Piece]) -> Verdict:
    """The number is tested, but the name or the company has not been confirmed by anybody."""
    known = {piece.shows for piece in rules.standing_evidence(pieces)}
    missing = [shows for shows in IDENTITY if shows not in known]
    last = (parsed.person.family or parsed.person.given) if parsed.person else ""
    ask = f"How do you spell {last}?" if Shows.NAME_CONFIRMED in missing else f"Is {parsed.company} the full name?"
    words = " and ".join(_UNSURE[shows] for shows in missing)
    headline = f"{rules.GRADE_WORDS[found.grade]} when {words}"
    return replace(found, grade=Grade.NONE, then=found.grade, kept_as=KeptAs.UNTESTED, headline=headline, ask=ask)


def _shows(shows: Shows, parsed: Parsed) -> Shows:
    """Who only heard it from somebody else has a rumour, as the verdict says."""
    second_hand = parsed.source is not None and parsed.source.second_hand
    return Shows.RUMOUR if second_hand and shows is Shows.INTERVIEWING else shows


def _identity(parsed: Parsed, today: date, who: dict[str, Any], *, right_company: bool) -> list[HeardEvidence]:
    if not parsed.reached or parsed.person is None:
        return []
    name = parsed.person.given or parsed.person.full
    found = []
    if whole(parsed.person):
        found.append(HeardEvidence(Shows.NAME_CONFIRMED, f"Spoke with {parsed.person.full}", today, **who))
    if parsed.company and right_company:
        found.append(HeardEvidence(Shows.COMPANY_CONFIRMED, parsed.company, today, **who))
    if any(phone.e164 for phone in parsed.phones):
        found.append(HeardEvidence(Shows.PHONE_TESTED, f"{name} picked up", today, **who))
    return found
