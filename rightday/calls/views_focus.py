"""The call at hand put together for its page: the day's queue, the plan, facts, and the suggested next steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agenda.rules import ACHIEVEMENT_SAID, KIND_WORDS, Kind
from rightday.agenda.views_sheet import CallLine, TodayPage, today_page, when_words
from rightday.calls import queries
from rightday.calls.briefing import EvidenceRow
from rightday.calls.forms import ANSWER, ResultForm
from rightday.calls.milestones import MilestoneAsk, as_heard, ask_of
from rightday.calls.next_rules import next_after
from rightday.calls.queries import Focus, NumberRow
from rightday.calls.queries_same import SameAsk, asked_of
from rightday.calls.rules import (
    LEVEL_CHOICES,
    NOTHING_SAID,
    REACHED,
    RESULT_WORDS,
    Cadence,
    Choice,
    NextRule,
    Result,
    Said,
    Situation,
    day_of,
)
from rightday.calls.tries import said as day_words
from rightday.calls.views_heard import day_in, evidence_in
from rightday.kernel import phones
from rightday.kernel.places import zone_city
from rightday.leads import rules as leads
from rightday.leads.process.steps import Process
from rightday.leads.rules import SHOWS_WORDS, HeardEvidence, Holds, Piece, Shows
from rightday.people.models import Company, Person
from rightday.people.rules import NumberState
from rightday.team.models import Member
from rightday.team.rules import Permission

SHORT: Final = 60


@dataclass(frozen=True, slots=True)
class Suggested:
    """The next step that each result would leave, in words, and the days behind T and W."""

    by_result: tuple[tuple[str, str, str], ...]
    tomorrow: str
    week: str


@dataclass(frozen=True, slots=True)
class Dial:
    """A number as it is dialled and shown; `words` say what is known of it."""

    id: int
    number: str
    dial: str
    words: str


@dataclass(frozen=True, slots=True)
class FocusPage:
    focus: Focus
    today: TodayPage
    verdict: leads.Verdict
    numbers: tuple[Dial, ...]
    wrong: tuple[str, ...]
    evidence: tuple[dict[str, str], ...]
    to_confirm: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    suggested: Suggested
    heard: str
    local_time: str
    local_place: str
    talking: str
    milestone: MilestoneAsk | None
    same: SameAsk | None
    results: tuple[tuple[str, str], ...] = tuple((one.value, words) for one, words in RESULT_WORDS.items())
    levels: tuple[tuple[str, str], ...] = tuple(LEVEL_CHOICES)
    achievements: tuple[tuple[str, str], ...] = tuple((one.value, words) for one, words in ACHIEVEMENT_SAID.items())


def focus_page(step_id: int, *, by: Member) -> FocusPage | None:
    """The page of a call; None when its step is gone."""
    now = clock.now()
    focus = queries.focus(step_id, by=by, now=now)
    if focus is None:
        return None
    situation, zone = focus.situation, focus.step.zone
    return FocusPage(
        focus=focus, today=today_page(by), verdict=_verdict(situation), numbers=usable(focus.numbers),
        wrong=wrong(focus.numbers),
        evidence=tuple(_known(row, situation.today) for row in focus.evidence if row.shows is not Shows.CONTEXT),
        to_confirm=tuple((one.value, _(SHOWS_WORDS[one])) for one in focus.missing if one is not Shows.PHONE_TESTED),
        facts=_facts(focus), suggested=suggested(situation), heard="", local_time=f"{clock.local(now, zone):%H:%M}",
        local_place=zone_city(zone), talking=queries.on_the_phone(now=now, besides=by).get(focus.lead.person_id, ""),
        milestone=ask_of(situation.process), same=_same(focus, by),
    )  # fmt: skip


def _same(focus: Focus, by: Member) -> SameAsk | None:
    """The question whether another record is theirs too; not where somebody else is called about them."""
    herself = focus.situation.kind is not Kind.FIND_OUT and by.may(Permission.PERSON_EDIT)
    return asked_of(focus.lead.person_id) if herself else None


def suggested(situation: Situation, said: Said = NOTHING_SAID) -> Suggested:
    """What ↵, T and W would do after each result, given the days they named so far."""
    cadence, today = agencies.numbers(Cadence, "cadence"), situation.today
    rules = {result: next_after(result, situation, said, cadence) for result in Result}
    some = rules[Result.MET]
    return Suggested(
        tuple((result.value, *in_words(result, rule, today)) for result, rule in rules.items()),
        day_words(day_of(Choice.TOMORROW, some, situation)),
        day_words(day_of(Choice.WEEK, some, situation)),
    )


def reading(focus: Focus, form: ResultForm) -> tuple[Suggested, str]:
    """What was typed so far makes of the next step and of the grade: nothing is written."""
    situation, person = focus.situation, focus.lead.person
    answers, note = form.answers, str(form.data.get("note", ""))
    heard = evidence_in(answers, note, person=person, today=situation.today)
    said = day_in(answers, form.said() if form.is_valid() else NOTHING_SAID, situation.today)
    after = _dates_with(focus, heard)
    shown = suggested(replace(situation, dates=after, process=_process_with(situation, form)), said)
    words = leads.verdict(after, situation.today, agencies.numbers(Holds, "grades")).sentence if heard else ""
    if said.day is not None:
        words = f"{words} {_('They named %(day)s.') % {'day': day_words(said.day)}}".strip()
    return shown, words


def _process_with(situation: Situation, form: ResultForm) -> Process | None:
    """The hiring process with what was just said of it; as it is while a day cannot be read."""
    heard = form.milestone_heard() if form.is_valid() else None
    if situation.process is None or heard is None:
        return situation.process
    return as_heard(situation.process, heard, today=situation.today, at=situation.talked_at or clock.now())


def queue_words(line: CallLine) -> str:
    """The second line of a call in the queue: its reason, cut short."""
    words = line.why if isinstance(line.n, int) else _("From %(at)s. %(why)s") % {"at": line.n, "why": line.why}
    first = words.split(". ")[0].rstrip(".") if isinstance(line.n, int) else words
    return first if len(first) <= SHORT else first[:SHORT].rsplit(" ", 1)[0] + "…"


def extras() -> dict[str, Any]:
    """Names that the template of the call needs beside the page's own."""
    return {"queue_words": queue_words, "answer": ANSWER, "reached": {one.value for one in REACHED}}


def in_words(result: Result, rule: NextRule, today: date) -> tuple[str, str]:
    when = when_words(rule.due, rule.earliest, today)
    if rule.rest:
        return when, _("rests until then")
    if result is Result.NO_ANSWER:
        return when, _("try again")
    return when, _("Call back") if rule.kind is Kind.CALL_BACK and not rule.agreed else _(KIND_WORDS[rule.kind])


def _verdict(situation: Situation) -> leads.Verdict:
    return leads.verdict(situation.dates, situation.today, agencies.numbers(Holds, "grades"))


def _dates_with(focus: Focus, heard: Sequence[HeardEvidence]) -> leads.Dates:
    """The grade's dates with what was just heard; a talk tests the phone by itself."""
    today = focus.situation.today
    pieces = [Piece(row.shows, row.true_on, today) for row in focus.evidence]
    pieces += [Piece(one.shows, one.true_on, today) for one in heard]
    if heard:
        pieces.append(Piece(Shows.PHONE_TESTED, today, today))
    return leads.dates(pieces, agencies.numbers(Holds, "grades"))


def wrong(numbers: Sequence[NumberRow]) -> tuple[str, ...]:
    """The numbers that nobody should dial, as they are written."""
    return tuple(_spaced(row.number) for row in numbers if row.state is NumberState.WRONG)


def usable(numbers: Sequence[NumberRow]) -> tuple[Dial, ...]:
    """The numbers that can be dialled."""
    rows = (row for row in numbers if row.state is not NumberState.WRONG and row.number.startswith("+"))
    return tuple(map(_dial, rows))


def _dial(row: NumberRow) -> Dial:
    e164, _x, ext = row.number.partition(" x")
    words = {
        NumberState.REACHED: _("Reached them %(day)s.") % {"day": day_words(row.reached_on)} if row.reached_on else "",
        NumberState.RANG_OUT: _("Rang out last time."),
        NumberState.UNTESTED: _("Not tested yet."),
        NumberState.WRONG: "",
    }[row.state]
    return Dial(row.id, _spaced(row.number), phones.href(e164, ext), f"{row.label} {words}".strip())


def _spaced(number: str) -> str:
    e164, _x, ext = number.partition(" x")
    shown = phones.spaced(e164) if e164.startswith("+") else e164
    return f"{shown} x{ext}" if ext else shown


def _known(row: EvidenceRow, today: date) -> dict[str, str]:
    age = (today - row.true_on).days
    limit = {Shows.INTERVIEWING: agencies.numbers(Holds, "grades").hot}.get(row.shows)
    aged = _("%(age)s d, limit %(limit)s") % {"age": age, "limit": limit} if limit else _("%(age)s d") % {"age": age}
    runs_out = {"age_tone": "hot", "icon": "clock"} if row.shows is Shows.INTERVIEWING else {}
    return {"words": _(SHOWS_WORDS[row.shows]), "state": "have", "age": aged, **runs_out}


def _facts(focus: Focus) -> tuple[tuple[str, str], ...]:
    """Six at most: what one wants to know before dialling. What is unknown is not listed."""
    lead, person = focus.lead, focus.lead.person
    company = lead.company or person.company
    answered = _("%(talks)s of %(dials)s calls") % {"talks": person.talks, "dials": person.dials}
    pairs = (
        (_("Needs"), lead.title),
        (_("Noted"), _noted(focus)),
        (_("Speaks for us"), focus.introduced_by),
        (_("Source"), lead.source_words),
        (_("Agencies"), _agencies(person, company)),
        (_("Picks up"), answered if person.dials else ""),
        (_("Company"), " ".join(company.note.split())[:160] if company else ""),
    )
    return tuple((label, words) for label, words in pairs if words)[:6]


def _noted(focus: Focus) -> str:
    """The first line of what is known beside the evidence: how they like to be spoken to, what the team does."""
    noted = next((row.words for row in focus.evidence if row.shows is Shows.CONTEXT), "")
    return Truncator(noted.partition("\n")[0]).chars(160)


def _agencies(person: Person, company: Company | None) -> str:
    """Whether they work with agencies; their company's habit where theirs is unknown."""
    works = person.works_with_agencies
    if works is None and company is not None:
        works = company.works_with_agencies
    return {True: _("Works with them"), False: _("Does not work with them"), None: ""}[works]
