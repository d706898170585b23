"""A reading in words: the lines under the text, the verdict, the next step, the sentence after saving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.rules import CallHours
from rightday.agenda.call_times import callable_from
from rightday.intake.capture.queries import Reading
from rightday.intake.capture.rules import KeptAs, Mark
from rightday.intake.capture.verdict import said_day
from rightday.intake.heard import Heard
from rightday.intake.heard_words import Kind
from rightday.kernel import names, when
from rightday.kernel.day_meanings import Kind as DayKind
from rightday.kernel.phones import Phone, spaced
from rightday.kernel.when import say_day
from rightday.leads import rules
from rightday.leads.rules import Grade
from rightday.people.duplicates import merged
from rightday.people.models import Person
from rightday.people.queries import place_of, zone_of
from rightday.people.rules import NUMBER_WORDS, NumberState

_MARKS = {
    Mark.WHO: "who", Mark.FIRM: "firm", Mark.TEL: "tel", Mark.MAIL: "tel", Mark.SAID: "said",
    Mark.DAY: "said", Mark.TITLE: "who", Mark.SOURCE: "",
}  # fmt: skip
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SAID_SHOWN, _NOTE_SHOWN = 3, 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was understood: `otherwise` is said where there is no value; `known`: of our book."""

    icon: str
    label: str
    value: str = ""
    otherwise: str = ""
    state: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """`bold` and `words` are the verdict, `ask` what stands before the question `say`.

    `marks`: places in the text, in characters. `next_words` are of the foot, `next_step` its weighty part.
    """

    lines: tuple[Line, ...]
    bold: str
    words: str
    grade: str
    ticks: int
    ask: str
    say: str
    marks: tuple[tuple[int, int, str], ...]
    next_words: str
    next_step: str
    button: str


def shown(reading: Reading, *, now: datetime) -> Shown:
    """Everything the screen says of a text, before it is saved."""
    verdict, graded = reading.verdict, reading.verdict.grade is not Grade.NONE
    word = rules.GRADE_WORDS[verdict.grade]
    return Shown(
        lines=(*_who(reading), *_phones(reading), *_said(reading), *_rest(reading)),
        bold="" if graded else _full_stop(verdict.headline),
        words=f"{_('lead')}{verdict.headline[len(word) :]}. {verdict.detail}" if graded else verdict.detail,
        grade=verdict.grade.value if graded else "",
        ticks=_ticks(verdict.grade, verdict.until, reading.today),
        ask=_ask(reading),
        say=verdict.ask,
        marks=tuple((s.start, s.end, _MARKS[s.kind]) for s in reading.parsed.spans if _MARKS[s.kind]),
        next_words=_next_words(reading),
        next_step=next_call(reading, now=now),
        button=_button(reading),
    )


def next_call(reading: Reading, *, now: datetime) -> str:
    """ "call Hilary today, 11:30"; '' where there is no next step."""
    if reading.step is None or reading.parsed.person is None:
        return ""
    name = reading.parsed.person.given or reading.parsed.person.full
    return _("call %(name)s %(day)s") % {"name": name, "day": _due(reading, reading.step.due, now)}


def sentence(reading: Reading, *, kept: str, due: date | None, today: date) -> str:
    """What the toast says after saving: "Saved: Hot lead, Priya Natarajan. Next: call Priya today." """
    words = _("Saved: %(kept)s.") % {"kept": kept}
    person = reading.parsed.person
    if due is None or person is None:
        return words
    day = say_day(due, today)
    return f"{words} {_('Next: call %(name)s %(day)s.') % {'name': person.given or person.full, 'day': day}}"


def _who(reading: Reading) -> tuple[Line, ...]:
    parsed, person, company = reading.parsed, reading.person, reading.company
    if parsed.person is None:
        who = Line("user", _("Person"), otherwise=_("Nobody named yet"))
    elif person is not None:
        state = _("Asked not to be called") if person.do_not_call else _known_by(reading)
        who = Line("user", _("Person"), parsed.person.full, state=state, known=not person.do_not_call)
    elif reading.suggestions:
        like = reading.suggestions[0]
        state = _("New. Or is it %(name)s?") % {"name": ", ".join(filter(None, (like.name, like.company_name)))}
        who = Line("user", _("Person"), parsed.person.full, state=state)
    else:
        who = Line("user", _("Person"), parsed.person.full, state=_("New. Check the spelling"))
    if company is not None:
        before = merged.written(company, names.company_key(parsed.company)) if parsed.company else ""
        known = _("Known, %(name)s before a merge") % {"name": before} if before else _("Known")
        state = ", ".join(filter(None, (known, company.city)))
        if reading.elsewhere:
            state = _("The text says %(name)s") % {"name": reading.elsewhere}
        firm = Line("firm", _("Company"), company.name, state=state, known=not reading.elsewhere)
    else:
        state = _("New. Check the spelling") if parsed.company else ""
        firm = Line("firm", _("Company"), parsed.company, otherwise=_("No company yet"), state=state)
    title = (Line("case", _("Title"), parsed.title),) if parsed.title else ()
    return who, firm, *title


def _known_by(reading: Reading) -> str:
    """ "Known, Halden Insurance"; how they were recognised where it was not by the name."""
    company = reading.person.company if reading.person else None
    how = (company.name if company else "") if reading.why.startswith("same name") else reading.why
    return ", ".join(filter(None, (_("Known"), how)))


def _phones(reading: Reading) -> tuple[Line, ...]:
    lines = [_phone(reading, phone) for phone in reading.parsed.phones[:_SAID_SHOWN]]
    if not lines and reading.numbers:
        first = reading.numbers[0]
        state = NUMBER_WORDS[NumberState(first.state)]
        reached = first.state == NumberState.REACHED.value
        lines = [Line("phone", _("Phone"), spaced(first.e164) or first.typed, state=state, known=reached)]
    mails = [Line("mail", _("Email"), address) for address in reading.parsed.emails[:_SAID_SHOWN]]
    return (*(lines or [Line("phone", _("Phone"), otherwise=_("No number yet"))]), *mails)


def _phone(reading: Reading, phone: Phone) -> Line:
    known = next((row for row in reading.numbers if row.e164 and row.e164 == phone.e164), None)
    if phone.e164 is None:
        return Line("phone", _("Phone"), phone.typed, state=phone.problem or _("Not a whole number"))
    value = spaced(phone.e164) + (f" ext. {phone.ext}" if phone.ext else "")
    if reading.parsed.reached:
        return Line("phone", _("Phone"), value, state=_("Reached today"), known=True)
    if known is not None and known.state == NumberState.REACHED.value:
        return Line("phone", _("Phone"), value, state=_("Reached before"), known=True)
    return Line("phone", _("Phone"), value, state=_("Not tested yet"))


def _said(reading: Reading) -> tuple[Line, ...]:
    heard = reading.parsed.heard
    if not heard:
        words = _("Not interviewing") if reading.parsed.denied else ""
        return (Line("quote", _("Said"), words, otherwise=_("Nothing about hiring yet"), state=_from(reading)),)
    return tuple(
        Line("quote", _("Said"), _demand(item, reading.today, reading.parsed.needs), state=_heard_when(reading, item),
             known=item.kind is not Kind.RUMOUR)
        for item in heard[:_SAID_SHOWN]
    )  # fmt: skip


def _demand(item: Heard, today: date, needs: tuple[str, ...]) -> str:
    """ "Interviewing two Java contractors", "Interviewing two on Thu 26 Nov"; other kinds in the words used."""
    words = " ".join(item.words.split())
    if item.kind is not Kind.INTERVIEWING:
        return words[:1].upper() + words[1:120]
    count = item.count or 0
    number = _COUNTS[count] if 0 <= count < len(_COUNTS) else str(count)
    number = next((need for need in needs if " ".join(need.split()) in words), number)
    # The evidence is true today at the latest; that they see people on Thursday is in the words alone.
    days = (one.day for one in when.find_days(words[:200], today) if one.kind is DayKind.DAY)
    past = item.day is not None and item.day < today
    to_come = None if past else next((day for day in days if day > today), None)
    day = _("on %(day)s") % {"day": said_day(to_come)} if to_come else ""
    return " ".join(filter(None, (_("Interviewing"), number, day)))


def _heard_when(reading: Reading, item: Heard) -> str:
    day = min(item.day or reading.today, reading.today)
    said = say_day(day, reading.today)
    return ", ".join(filter(None, (said[:1].upper() + said[1:], _from(reading))))


def _from(reading: Reading) -> str:
    source = reading.parsed.source
    if source is None:
        return ""
    if source.herself:
        return _("first hand")
    second = _("second hand") if source.second_hand else ""
    return ", ".join(filter(None, (_("from %(name)s") % {"name": source.name}, second)))


def _rest(reading: Reading) -> tuple[Line, ...]:
    note = " ".join(reading.parsed.note.split())
    note = note[:1].upper() + note[1:_NOTE_SHOWN] + ("…" if len(note) > _NOTE_SHOWN else "")
    lines = [Line("note", _("Note"), note)] if note else []
    if reading.refusal is not None:
        words = _("Not to be called") if reading.refused else _("No email")
        lines.append(Line("lock", _("Permission"), words))
    return tuple(lines)


def _ask(reading: Reading) -> str:
    """Whom to ask: whoever is on the phone, when they are not the one it is about."""
    if not reading.verdict.ask:
        return ""
    source = reading.source
    if source is not None:
        return _("Ask %(name)s now:") % {"name": source.given or source.name}
    return _("Ask:") if reading.verdict.grade is Grade.NONE else _("To make it hotter, ask:")


def _next_words(reading: Reading) -> str:
    if reading.refused or (reading.person is not None and reading.person.do_not_call):
        return _("Kept, and marked: asked not to be called. No next step.")
    return _("Next step:") if reading.step is not None else _("Nothing is lost. You can add to it later.")


def _button(reading: Reading) -> str:
    if reading.parsed.person is None:
        return _("Keep as note")
    if reading.lead is not None:
        return _("Add to the lead")
    if reading.is_note:
        return _("Save note")
    contact = reading.verdict.kept_as in (KeptAs.CONTACT, KeptAs.NAME, KeptAs.DENIED)
    return _("Save contact") if contact else _("Save lead")


def _due(reading: Reading, due: date, now: datetime) -> str:
    """The day, with the hour where they may not be called yet: "today, 11:30", "tomorrow, 08:30"."""
    someone = reading.person or Person(company=reading.company)
    zone, place = zone_of(someone), place_of(someone)
    local = clock.local(now, zone)
    if due > local.date() or reading.agreed:
        return say_day(due, reading.today)
    hours: Any = agencies.numbers(CallHours, "hours")
    at = callable_from(now, zone=zone, place=place, hours=hours)
    if at <= local:
        return say_day(due, reading.today)
    return f"{say_day(max(due, at.date()), reading.today)}, {at:%H:%M}"


def _ticks(grade: Grade, until: date | None, today: date) -> int:
    """Of five: days left for hot, full for what was heard just now."""
    if grade is Grade.NONE or until is None:
        return 0
    return min((until - today).days, 5)


def _full_stop(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
