"""What the agency's book knows of the names in a text: a few statements, whatever the text, never the whole book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rightday.intake.capture import names_by_rules, words_in_text
from rightday.intake.capture.captured import Known
from rightday.kernel import names
from rightday.people import queries, search
from rightday.people.duplicates import merged
from rightday.people.models import Company, Person

NAMES_READ = 4_000
"""Characters in which known names are looked for: a note says early whom it is about."""

_MOST_KEYS = 400
_LONGEST_NAME = 7  # words
_MOST_LIKE = 20  # companies with the word in their name: of more, none is the one that is meant


@dataclass(frozen=True, slots=True)
class Book:
    """Folded name → the name as kept; for persons also the id, where only one has it."""

    companies: dict[str, str]
    persons: dict[str, str]
    person_ids: dict[str, int]

    @property
    def known(self) -> Known:
        return Known(
            company=lambda text: self.companies.get(names.company_key(text)),
            person=lambda text: self.persons.get(names.person_key(text)),
        )

    def person_id(self, name: str) -> int | None:
        """The one person of exactly that name."""
        return self.person_ids.get(names.person_key(name))


def look_up(text: str) -> Book:
    """The companies and persons whose names may stand in the beginning of `text`: three statements.

    A company also by a name that it had before a merge.
    """
    candidates = list(dict.fromkeys(_candidates(text)))[:_MOST_KEYS]
    companies = {key for name in candidates if (key := names.company_key(name))}
    persons = {key for name in candidates if (key := names.person_key(name))}
    if not candidates:
        return Book({}, {}, {})
    found = Company.objects.filter(key__in=companies).order_by("-pk").values_list("key", "name")[:_MOST_KEYS]
    people = Person.objects.filter(key__in=persons).order_by("pk").values_list("key", "name", "pk")[:_MOST_KEYS]
    before = {key: merged.written(one, key) for key, one in merged.once(companies).companies.items()}
    ids: dict[str, list[int]] = {}
    for key, _, pk in people:
        ids.setdefault(key, []).append(pk)
    return Book(
        before | dict(found),
        {key: name for key, name, _ in people},
        {key: some[0] for key, some in ids.items() if len(some) == 1},
    )


def company_of(name: str) -> Company | None:
    """The company of that name however it is written, else the only one whose name begins with it.

    "Halden" is Halden Insurance while no other Halden is known.
    """
    key = names.company_key(name)
    if not key:
        return None
    exact = queries.company_by_key(name)
    if exact is not None:
        return exact
    # By the search, which has beginnings of words in both databases; LIKE would read every company.
    ids = search.find_companies(name, _MOST_LIKE)
    longer = [one for one in Company.objects.filter(pk__in=ids) if one.key.startswith(f"{key} ")] if ids else []
    return longer[0] if len(longer) == 1 and len(ids) < _MOST_LIKE else None


def _candidates(text: str) -> Iterator[str]:
    """Every run of words the rules ask about, and every part of it: a run is a person and a company at times."""
    asked: list[str] = []

    def ask(name: str) -> str | None:
        asked.append(name)
        return None

    names_by_rules.find(words_in_text.split(text[:NAMES_READ]), Known(company=ask, person=ask))
    for name in dict.fromkeys(asked):
        yield name
        words = name.split()[:_LONGEST_NAME]
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                yield " ".join(words[first:last])
