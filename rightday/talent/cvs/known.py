"""What of a CV is on record already, so that a second one proposes only what is new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rightday.kernel.folding import fold
from rightday.kernel.names import PERSON_SAME, company_key, similar_person
from rightday.people.models import EmailAddress, Person, PhoneNumber, Position
from rightday.people.rules import email_key
from rightday.talent.cvs.understanding.proposal import Kind, Proposal
from rightday.talent.models import PersonSkill
from rightday.talent.models_shown import Deed

MANY = 200


@dataclass(frozen=True, slots=True)
class Held:
    """A position on record."""

    id: int
    company: str
    title: str
    began: date | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record of a person: five statements, whatever the CV says."""

    person: Person
    numbers: frozenset[str]
    emails: frozenset[str]
    positions: tuple[Held, ...]
    skills: frozenset[int]
    deeds: frozenset[str]

    def says(self, one: Proposal) -> bool:
        """Whether the record says this already."""
        values = one.values
        match one.kind:
            case Kind.NAME:
                return similar_person(values["text"], self.person.name) >= PERSON_SAME
            case Kind.PHONE:
                return values["e164"] in self.numbers
            case Kind.EMAIL:
                return email_key(values["text"]) in self.emails
            case Kind.CITY:
                return fold(values["text"]) == fold(self.person.city)
            case Kind.POSITION:
                return self.position(one) is not None
            case Kind.SKILL:
                return values["skill"] in self.skills
            case Kind.DEED:
                return fold(values["text"]) in self.deeds

    def position(self, one: Proposal) -> int | None:
        """The position on record that is this one: the same company, begun in the same year or of the same title."""
        firm = company_key(one.values["company"]) if one.values["company"] else ""
        began, title = int(one.values["began"][:4]), fold(one.values["title"])
        for held in self.positions:
            same_year = held.began is not None and held.began.year == began
            if held.company == firm and (same_year or (held.began is None and held.title == title)):
                return held.id
        return None


def known_of(person: Person) -> Known:
    positions = Position.objects.filter(person=person).values_list("id", "company__key", "title", "began")[:MANY]
    return Known(
        person,
        frozenset(PhoneNumber.objects.filter(person=person).values_list("e164", flat=True)[:MANY]),
        frozenset(EmailAddress.objects.filter(person=person).values_list("key", flat=True)[:MANY]),
        tuple(Held(pk, key or "", fold(title), began) for pk, key, title, began in positions),
        frozenset(PersonSkill.objects.filter(person=person).values_list("skill_id", flat=True)[:MANY]),
        frozenset(map(fold, _deeds(person))),
    )


def _deeds(person: Person) -> Iterable[str]:
    return Deed.objects.filter(position__person=person).values_list("words", flat=True)[: 5 * MANY]
