"""What a captured text means in this agency: one reading, for the screen before and for saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.calls.models import OnThePhone
from rightday.calls.queries import HUNG_UP_AFTER
from rightday.intake import refusals
from rightday.intake.capture import details
from rightday.intake.capture import evidence as capture_evidence
from rightday.intake.capture import rules as capture_rules
from rightday.intake.capture.book import company_of, look_up
from rightday.intake.capture.captured import Parsed, Source
from rightday.intake.capture.rules import Verdict
from rightday.intake.models import Captured
from rightday.intake.refusals import Refusal
from rightday.kernel import names
from rightday.kernel.names import PersonName
from rightday.leads import rules
from rightday.leads.actions_evidence import BY_RULE
from rightday.leads.models import Evidence, Lead
from rightday.leads.planning import default_step, next_for, pieces_of
from rightday.leads.rules import Dates, Holds, Piece, Shows, StepRule
from rightday.leads.watching.rules import Watching
from rightday.people.models import Company, Person, PhoneNumber
from rightday.people.queries import Match, Suggestion, match
from rightday.people.rules import NumberState
from rightday.team.models import Member

_NUMBERS = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """A text understood. `person`, `company`, `lead` are rows we know already, `lead` an open one.

    `why` says how the person was recognised. `source` is the known person who said it. `step` is the
    next step it will have, None where nobody is to be called; `agreed` whether its day is theirs.
    `elsewhere`: the company in the text, where our book has the person at another one.
    """

    parsed: Parsed
    verdict: Verdict
    today: date
    person: Person | None = None
    why: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    company: Company | None = None
    source: Person | None = None
    lead: Lead | None = None
    numbers: tuple[PhoneNumber, ...] = field(default=())
    step: StepRule | None = None
    agreed: bool = False
    refusal: Refusal | None = None
    elsewhere: str = ""

    @property
    def is_note(self) -> bool:
        """Words about somebody we know, without demand and without a day: a note, no new lead."""
        known = self.person is not None and self.lead is None
        return known and not (self.parsed.heard or self.parsed.day or self.refused)

    @property
    def refused(self) -> bool:
        return bool(self.refusal and not self.refusal.mail_only)


def read(text: str, *, today: date, by: Member, about: Person | None = None) -> Reading:
    """Understands `text` as typed on `today`; `about` is who is on the phone, or whose page it is.

    At most 18 statements, whatever the text. Never raises.
    """
    book = look_up(text)
    parsed = capture_rules.parse(text, today=today, region=agencies.here().country or "GB", known=book.known)
    parsed = _said_by(parsed, about)
    found, company = _who(parsed, about)
    person, elsewhere = found.person, ""
    if person is not None:
        other = parsed.company and person.company and (company is None or company.pk != person.company_id)
        elsewhere = parsed.company if other else ""
        parsed = _as_known(parsed, person)
        company = person.company or company
    source = _source(parsed, about, book.person_id)
    lead = _open_lead(person)
    numbers = _numbers(person)
    reading = Reading(
        parsed, _alone(parsed, today, numbers), today, person, found.why, found.suggestions, company, source, lead,
        numbers, refusal=refusals.in_words(text[: capture_rules.LONGEST]), elsewhere=elsewhere,
    )  # fmt: skip
    return _judged(reading, text)


def on_the_phone(member: Member) -> Person | None:
    """Whom this member has on the phone now, as far as we know."""
    since = clock.now() - HUNG_UP_AFTER
    row = OnThePhone.objects.filter(member=member, since__gt=since).select_related("person__company").first()
    return row.person if row else None


def person(person_id: int) -> Person:
    """The person whose page a capture begins on. Raises Person.DoesNotExist."""
    found: Person = Person.objects.select_related("company").get(pk=person_id)
    return found


def captured(captured_id: int) -> Captured:
    """A capture with what it became. Raises Captured.DoesNotExist."""
    found: Captured = Captured.objects.select_related("person", "lead", "intelligence", "by").get(pk=captured_id)
    return found


def _said_by(parsed: Parsed, about: Person | None) -> Parsed:
    """Whoever is on the phone said it, unless the text says who did."""
    if about is None or parsed.source is not None:
        return parsed
    return replace(parsed, source=Source(about.given or about.name, "", herself=False, second_hand=False))


def _who(parsed: Parsed, about: Person | None) -> tuple[Match, Company | None]:
    """The person the text is about, where we know them, and the company."""
    company = company_of(parsed.company)
    if parsed.person is None and not parsed.phones and not parsed.emails:
        return _hers(parsed, about, company), company
    name = parsed.person.full if parsed.person else ""
    company_name = company.name if company else parsed.company
    found = match(phones=parsed.phones, emails=parsed.emails, name=name, company_name=company_name)
    if found.person is None:
        found = _by_name(found, parsed, company_name)
    return found, company


def _hers(parsed: Parsed, about: Person | None, company: Company | None) -> Match:
    """A hiring manager is on the phone and nobody else is named: then it is about her."""
    if about is None or (parsed.company and (company is None or company.pk != about.company_id)):
        return Match()
    return Match(about, "on the phone") if Lead.objects.filter(person=about).exists() else Match()


def _by_name(found: Match, parsed: Parsed, company_name: str) -> Match:
    """One person of that very name at that company (or the only one of that name, where no company is said)."""
    whole = parsed.person is not None and details.whole(parsed.person)
    same = [one for one in found.suggestions if "same name" in one.reasons]
    if not whole or len(same) != 1 or (company_name and "same company" not in same[0].reasons):
        return found
    others = tuple(one for one in found.suggestions if one is not same[0])
    known = Person.objects.select_related("company").get(pk=same[0].person_id)
    return Match(known, ", ".join(same[0].reasons[: 2 if company_name else 1]), others)


def _as_known(parsed: Parsed, known: Person) -> Parsed:
    """The text with what the book knows: the name as it stands there, the company where none is said."""
    name = PersonName(known.given, known.family) if known.given or known.family else PersonName(known.name, "")
    typed = parsed.person
    person = typed if typed is not None and details.whole(typed) and not details.whole(name) else name
    company = parsed.company or (known.company.name if known.company else "")
    parsed = replace(parsed, person=person, company=company)
    source = parsed.source
    if source is not None and not source.herself and source.name in (known.given, known.name):
        parsed = replace(parsed, source=replace(source, herself=True))
    return details.with_missing(parsed)


def _source(parsed: Parsed, about: Person | None, person_id: Callable[[str], int | None]) -> Person | None:
    """The known person who said it, unless they spoke of themselves."""
    said = parsed.source
    if said is None or said.herself:
        return None
    if about is not None and names.fold(said.name) in (names.fold(about.given), names.fold(about.name)):
        return about
    found = person_id(said.name)
    return Person.objects.filter(pk=found).first() if found else None


def _open_lead(person: Person | None) -> Lead | None:
    """Their open lead, the latest of several."""
    if person is None:
        return None
    leads = Lead.objects.open().filter(person=person).select_related("next_step", "owner", "company")
    found: Lead | None = leads.order_by("-pk").first()
    return found


def _numbers(person: Person | None) -> tuple[PhoneNumber, ...]:
    """Their numbers but for wrong ones, the one to dial first."""
    if person is None:
        return ()
    rows = PhoneNumber.objects.filter(person=person).exclude(state=NumberState.WRONG.value)
    return tuple(rows.order_by("-first", "pk")[:_NUMBERS])


def _alone(parsed: Parsed, today: date, numbers: Sequence[PhoneNumber]) -> Verdict:
    """The verdict on the text and the numbers alone."""
    return capture_rules.verdict(
        parsed,
        today=today,
        tested=any(number.state == NumberState.REACHED.value for number in numbers),
        known_phone=any(number.e164 for number in numbers),
        holds=agencies.numbers(Holds, "grades"),
        watch_days=agencies.numbers(Watching, "watches").days,
    )


def _judged(reading: Reading, text: str) -> Reading:
    """The verdict and the next step, with all that we knew before."""
    parsed, today, holds = reading.parsed, reading.today, agencies.numbers(Holds, "grades")
    if parsed.person is None:
        return reading
    heard = capture_evidence.heard_of(parsed, text, today=today, elsewhere=reading.elsewhere)
    pieces = [*_known_pieces(reading), *(Piece(one.shows, one.true_on, today) for one in heard)]
    verdict = capture_evidence.settled(
        reading.verdict, parsed, pieces, today=today, holds=holds, open_lead=reading.lead is not None
    )
    refused = reading.refused or (reading.person is not None and reading.person.do_not_call)
    if refused or reading.is_note:
        return replace(reading, verdict=verdict)
    someone = reading.person or Person(company=reading.company)
    herself = parsed.source is not None and parsed.source.herself and reading.lead is not None
    dates = rules.dates(pieces, holds)
    step = default_step(dates, pieces, someone, today, spoken=herself)
    if reading.lead is not None and reading.person is not None:
        step = next_for(_with(reading.lead, reading.person, dates), today, pieces=pieces, spoken=herself)
    due, agreed = parsed.day or _kept_due(reading.lead, step) or step.due, parsed.day is not None
    return replace(reading, verdict=verdict, step=replace(step, due=due), agreed=agreed)


def _with(lead: Lead, person: Person, dates: Dates) -> Lead:
    """The lead as it will be, nothing of which is saved."""
    after = copy(lead)
    after.person = person
    after.identified_on, after.hot_until = dates.identified_on, dates.hot_until
    after.warm_until, after.cold_until = dates.warm_until, dates.cold_until
    return after


def _kept_due(lead: Lead | None, rule: StepRule) -> date | None:
    """The day of the open lead's step where it stays: agreed, of another kind, or what the rule would make."""
    step = lead.next_step if lead is not None else None
    if step is None:
        return None
    same = (step.reason, step.kind, step.holds_until) == (rule.reason.value, rule.kind.value, rule.holds_until)
    return step.due if same or step.agreed or step.kind not in BY_RULE else None


def _known_pieces(reading: Reading) -> list[Piece]:
    """What we knew: the evidence of the open lead, else what is known of who they are."""
    person, today = reading.person, reading.today
    if reading.lead is not None:
        return pieces_of(reading.lead)
    if person is None:
        return []
    pieces = [
        Piece(Shows.PHONE_TESTED, number.reached_on, today)
        for number in reading.numbers
        if number.reached_on and number.state == NumberState.REACHED.value
    ]
    if person.name_confirmed_on:
        pieces.append(Piece(Shows.NAME_CONFIRMED, person.name_confirmed_on, today))
    confirmed = Evidence.objects.filter(
        lead__person=person, lead__company=person.company_id, shows=Shows.COMPANY_CONFIRMED.value
    )
    pieces += [Piece(Shows.COMPANY_CONFIRMED, on, today) for on in confirmed.values_list("true_on", flat=True)[:1]]
    return pieces
