"""What a lead has, what is missing for the next grade up, and the question to speak aloud."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rightday.kernel.when import say_day
from rightday.leads.demand import GRADE_WORDS, IDENTITY, Grade, Shows
from rightday.leads.grades import DEFAULT, Dates, Holds, Piece, dates, grade, standing_evidence


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the verdict: what must be known, and the piece that shows it. `holds`: known, and not past."""

    shows: Shows
    label: str
    holds: bool
    true_on: date | None


@dataclass(frozen=True, slots=True)
class Missing:
    """The one answer that raises the grade (or keeps it).

    `yes` and `no` are the evidence that either answer is; None where only the criteria in `confirm`
    are missing. `if_not` says what the lead stays when the answer is no.
    """

    makes: Grade
    title: str
    sentence: str
    question: str
    yes: Shows | None
    no: Shows | None
    if_not: str
    confirm: tuple[Shows, ...]


_CONFIRM = {
    Shows.NAME_CONFIRMED: ("the name spelled right", "How do you spell your name?"),
    Shows.COMPANY_CONFIRMED: ("the company right", "And that is the full name of the company?"),
    Shows.PHONE_TESTED: ("a call that reaches them", ""),
}
_ASKS = {
    Shows.INTERVIEWING: (Grade.HOT, Shows.NOT_INTERVIEWING, "Whom are you seeing this week?"),
    Shows.CONTRACTORS: (Grade.WARM, Shows.NO_CONTRACTORS, "Who of your team is on contract at the moment?"),
}


def criteria(pieces: Iterable[Piece], today: date, holds: Holds = DEFAULT) -> tuple[Criterion, ...]:
    """The four lines of the verdict: three of identity, and the demand that decides."""
    latest = _latest(pieces)
    lines = [
        Criterion(shows, label, shows in latest, latest.get(shows))
        for shows, label in zip(IDENTITY, ("Name spelled right", "Company right", "Phone tested"), strict=True)
    ]
    carried = (
        (Shows.INTERVIEWING, f"Interviewing in the past {holds.hot} days", holds.hot),
        (Shows.CONTRACTORS, f"Contractors on the team in the past {holds.warm} days", holds.warm),
        (Shows.PROJECT, f"Large or new project in the past {holds.cold} days", holds.cold),
    )
    shown = 0
    for shows, label, days in carried:
        on = latest.get(shows)
        good = on is not None and (today - on).days <= days
        if shows is Shows.INTERVIEWING or good:
            lines.append(Criterion(shows, label, good, on))
            shown += good
        if shown:
            break
    return tuple(lines)


def missing_for_next(
    pieces: Iterable[Piece], found: Dates, today: date, *, who: str = "them", holds: Holds = DEFAULT
) -> Missing:
    """What would make the lead hotter; for a hot one, what keeps it so. `who` is a first name."""
    pieces = list(pieces)
    latest = _latest(pieces)
    now = grade(found, today)
    unsure = tuple(shows for shows in IDENTITY if shows not in latest)
    would_be = grade(Dates(today, found.hot_until, found.warm_until, found.cold_until), today)
    if unsure and would_be is not Grade.NONE:
        return _identify(unsure, would_be, who)
    if now is Grade.HOT:
        assert found.hot_until is not None
        return Missing(
            Grade.HOT, f"Hot until {say_day(found.hot_until, today)}", f"Hear from {who} that it goes on.",
            "Are you still seeing people for this?", Shows.INTERVIEWING, Shows.NOT_INTERVIEWING,
            _if_not(pieces, Shows.NOT_INTERVIEWING, today, holds), (),
        )  # fmt: skip
    heard = {Shows.ADVERT, Shows.RUMOUR, Shows.PLAN, Shows.INTERVIEWING} & latest.keys()
    shows = Shows.INTERVIEWING if now is Grade.WARM or heard else Shows.CONTRACTORS
    makes, no, question = _ASKS[shows]
    if Shows.ADVERT in latest and now is Grade.NONE:
        question = "Is the position still open, and who are you seeing for it?"
    sentence = {
        Shows.INTERVIEWING: f"Hear from {who} that somebody is coming in this week.",
        Shows.CONTRACTORS: f"Hear from {who} that contractors are on the team.",
    }[shows]
    title = "One answer makes it " + GRADE_WORDS[makes].lower()
    if unsure:
        sentence += f" Besides: {_joined([_CONFIRM[each][0] for each in unsure])}."
    return Missing(makes, title, sentence, question, shows, no, _if_not(pieces, no, today, holds), unsure)


def _identify(unsure: tuple[Shows, ...], makes: Grade, who: str) -> Missing:
    what = _joined([_CONFIRM[shows][0] for shows in unsure])
    question = " ".join(filter(None, (_CONFIRM[shows][1] for shows in unsure)))
    only_phone = unsure == (Shows.PHONE_TESTED,)
    return Missing(
        makes,
        f"{what[0].upper()}{what[1:]} {'makes' if len(unsure) == 1 else 'make'} it {GRADE_WORDS[makes].lower()}",
        f"Call {who}: an answer tests the number by itself." if only_phone else f"Ask {who} on the next call.",
        question,
        None,
        None,
        "",
        unsure,
    )


def _if_not(pieces: list[Piece], no: Shows, today: date, holds: Holds) -> str:
    after = dates([*pieces, Piece(no, today, today)], holds)
    then = grade(after, today)
    until = {Grade.WARM: after.warm_until, Grade.COLD: after.cold_until}.get(then)
    if until is None:
        stays = "stays" if grade(dates(pieces, holds), today) is Grade.NONE else "goes back"
        return f"If not, it {stays} under To qualify, and the next call asks again."
    return f"If not, it is {GRADE_WORDS[then].lower()} until {say_day(until, today)}."


def _latest(pieces: Iterable[Piece]) -> dict[Shows, date]:
    latest: dict[Shows, date] = {}
    for piece in standing_evidence(pieces):
        latest[piece.shows] = max(latest.get(piece.shows, piece.true_on), piece.true_on)
    return latest


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
