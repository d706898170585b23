"""The person of a capture: found or added, with their numbers; and what was made, so that it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from rightday.agencies import clock
from rightday.intake.capture.queries import Reading
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.team.models import Member


@dataclass(slots=True)
class Made:
    """What a capture made or changed, as plain values.

    `rows`: kind → id of rows that are new, `event` the one on the timeline. `seen`: kind → the latest
    event of such a row when it was saved. `evidence`: pairs (lead, evidence) on leads that were there;
    `step` and `version` are of the one it went to. `numbers` and `emails` are new on a known person;
    `before`: how numbers were that it marked as reached. `filled`: columns of the person that were
    empty. `final`: cannot be undone here (a refusal is taken back on the person's page).
    """

    rows: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    evidence: list[list[int]] = field(default_factory=list)
    step: dict[str, Any] = field(default_factory=dict)
    version: int = 0
    numbers: list[int] = field(default_factory=list)
    emails: list[int] = field(default_factory=list)
    before: list[dict[str, Any]] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    event: int = 0
    final: bool = False

    def add_evidence(self, of: Lead | Person, act: Callable[[], object], by: Member) -> None:
        """Acts, and remembers the evidence that came of it on leads that were there before."""
        began = clock.now()
        act()
        rows = Evidence.objects.filter(recorded_by=by, recorded_at__gte=began)
        rows = rows.filter(lead=of) if isinstance(of, Lead) else rows.filter(lead__person=of)
        self.evidence += [[lead_id, pk] for lead_id, pk in rows.order_by("pk").values_list("lead_id", "pk")]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def keep_person(reading: Reading, company: Company | None, made: Made, *, by: Member) -> Person:
    """The known person with what is new of them, else a new one; those who are similar are suggested as the same."""
    parsed = reading.parsed
    assert parsed.person is not None
    if reading.person is None:
        person = people.add_person(
            given=parsed.person.given, family=parsed.person.family, by=by, title=parsed.title, company=company,
            phones=parsed.phones, emails=parsed.emails, source="capture",
        )  # fmt: skip
        made.rows["person"] = person.pk
        for like in reading.suggestions:
            people.suggest_duplicate(person, like.person_id, like.reasons, like.likeness)
        return person
    person = reading.person
    fresh: dict[str, Any] = {}
    if company is not None and person.company_id is None:
        fresh["company"] = company
    if parsed.title and not person.title:
        fresh["title"] = parsed.title
    if fresh:
        people.edit_person(person, seen=person.version, by=by, **fresh)
        made.filled = list(fresh)
    _reach(reading, person, made, by)
    return person


def mark_reached(reading: Reading, person: Person, heard: tuple[HeardEvidence, ...], made: Made, *, by: Member) -> None:
    """A talk with the number beside it tests the number, on all of the person's open leads; and their name."""
    shows = {one.shows for one in heard}
    if Shows.NAME_CONFIRMED in shows and person.name_confirmed_on is None:
        Person.objects.filter(pk=person.pk).update(name_confirmed_on=reading.today)
        made.filled.append("name_confirmed_on")
    if Shows.PHONE_TESTED not in shows:
        return
    e164s = [phone.e164 for phone in reading.parsed.phones if phone.e164][:1]
    for number in PhoneNumber.objects.filter(person=person, e164__in=e164s).order_by("pk"):
        kept = {"id": number.pk, "state": number.state, "state_on": _iso(number.state_on)}
        made.before.append(kept | {"reached_on": _iso(number.reached_on), "first": number.first})
        people.mark_number(number, state=NumberState.REACHED, on=reading.today, by=by)
    if reading.person is None:
        return  # somebody new has no other lead
    made.add_evidence(person, lambda: leads.phone_tested(person, on=reading.today, by=by, replan=True), by)


def _reach(reading: Reading, person: Person, made: Made, by: Member) -> None:
    """Numbers and addresses that the book lacks."""
    had = set(PhoneNumber.objects.filter(person=person).values_list("pk", flat=True))
    made.numbers = [pk for phone in reading.parsed.phones
                    if (pk := people.add_number(person, phone, by=by).pk) not in had]  # fmt: skip
    if reading.parsed.emails:
        had = set(EmailAddress.objects.filter(person=person).values_list("pk", flat=True))
        made.emails = [pk for address in reading.parsed.emails
                       if (pk := people.add_email(person, address, by=by).pk) not in had]  # fmt: skip


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
