"""Rows that are about one person, found within the file itself: the same tests as in the book.

The book knows nothing of a row before it is written, so rows of one chunk (or, in a trial, of the
whole file) are compared here: same number or address, else likeness among one company's people.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rightday.intake.understanding.records import Record
from rightday.kernel import names
from rightday.people import rules as people

COMPARED = 40
"""So many earlier rows of one company are compared at most."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier row: where it stands, and who it is about."""

    index: int
    name: str
    company: str


@dataclass(slots=True)
class Seen:
    """Rows looked at so far."""

    by_number: dict[str, Earlier] = field(default_factory=dict)
    by_email: dict[str, Earlier] = field(default_factory=dict)
    by_id: dict[str, Earlier] = field(default_factory=dict)
    by_company: dict[str, list[Earlier]] = field(default_factory=dict)

    def same(self, record: Record) -> tuple[Earlier, str] | None:
        """The earlier row about this very person, and by what."""
        for number in _numbers(record):
            found = self.by_number.get(number)
            if found and not people.two_people(found.name, record.full_name):
                return found, "same number"
        for address in record.emails:
            key = people.email_key(address)
            found = self.by_email.get(key)
            if found and not people.is_shared_mailbox(key) and not people.two_people(found.name, record.full_name):
                return found, "same email"
        found = self.by_id.get(record.external_id) if record.external_id else None
        if found and not people.two_people(found.name, record.full_name):
            return found, "same id"
        return None

    def like(self, record: Record) -> tuple[Earlier, people.Likeness] | None:
        """The earlier row of the same company that is likeliest to be this person."""
        best: tuple[Earlier, people.Likeness] | None = None
        for one in self.by_company.get(names.company_key(record.company), ())[-COMPARED:] if record.company else ():
            alike = people.likeness(record.full_name, record.company, one.name, one.company)
            if alike.score >= people.LIKELY and (best is None or alike.score > best[1].score):
                best = one, alike
        return best

    def add(self, record: Record, index: int) -> None:
        """Somebody new."""
        earlier = Earlier(index, record.full_name, record.company)
        self.add_reach(record, earlier)
        if record.company:
            self.by_company.setdefault(names.company_key(record.company), []).append(earlier)

    def add_reach(self, record: Record, earlier: Earlier) -> None:
        """Numbers and addresses by which somebody is known from now on: whose they were first, they are."""
        for number in _numbers(record):
            self.by_number.setdefault(number, earlier)
        for address in record.emails:
            self.by_email.setdefault(people.email_key(address), earlier)
        if record.external_id:
            self.by_id.setdefault(record.external_id, earlier)


def _numbers(record: Record) -> list[str]:
    return [f"{phone.e164};ext={phone.ext}" if phone.ext else phone.e164 for phone in record.phones if phone.e164]
