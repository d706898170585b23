"""The tracked part of the big book: hiring processes, hand-offs, competitors, labels, words of titles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from rightday.bench.tables import Table
from rightday.leads.handoffs.models import HandOff
from rightday.leads.lead_words import words_of
from rightday.leads.lists.models import Label, LeadLabel, LeadWord
from rightday.leads.process.models import Milestone
from rightday.leads.process.rules import DEFAULT_TEMPLATE, Answer, MarkKind
from rightday.leads.watching.models import Sighting

AGES = 1_370
"""Days over which the leads of the book were brought in: about 20,000 a quarter in the agency of 300,000."""
RIVALS = ("Harrow & Pike", "Stackline", "Bridge Nine", "Talent Quay", "Norder Search", "Keystaff")
LABELS = ("urgent", "quarter end", "public sector", "ask Priya", "two places")
_NOON = time(12)
# The further a process, the fewer are there.
_PLACES = tuple(place for place in range(1, 14) for _ in range(15 - place))


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a lead stands: the columns of its row that tracking keeps."""

    milestone: int = 1
    stage: int = 1
    milestone_on: date | None = None
    filler: str = ""


class Tracking:
    """Tables of what is tracked; `agency` first, then each lead once."""

    def __init__(self, today: date, random: Random) -> None:
        self.today, self.random = today, random
        self.milestones = Table(Milestone, "lead", "place", "expected", "told", "done_on", "answer", "by")
        self.hand_offs = Table(
            HandOff, "lead", "giver", "receiver", "words", "grade", "offered_at", "answer_by", "answer", "answered_at",
            "reason",
        )  # fmt: skip
        self.sightings = Table(Sighting, "competitor", "company", "lead", "kind", "words", "seen_on", "by")
        self.labels = Table(Label, "name", "key", "made_by")
        self.lead_labels = Table(LeadLabel, "label", "lead")
        self.words = Table(LeadWord, "word", "lead")
        self.of_agency: tuple[list[int], list[int]] = ([], [])

    def agency(self, agency_id: int, owner: int, companies: Table) -> list[tuple[int, str]]:
        """Its competitors and labels; returns the competitors, which are companies among the others."""
        rivals = [companies.add(agency_id, name, name.casefold(), "", "", "", True) for name in RIVALS]
        self.of_agency = (rivals, [self.labels.add(agency_id, name, name, owner) for name in LABELS])
        return list(zip(rivals, RIVALS, strict=True))

    @property
    def rival(self) -> int:
        return self.random.choice(self.of_agency[0])

    def stand(self, *, open_: bool, talks: int) -> Stand:
        """Where a lead stands; a third of the open ones that were reached are in a process we know of."""
        draw = self.random
        if not open_ or not talks or draw.random() < 0.4:
            return Stand()
        place = draw.choice(_PLACES)
        on = self.today + timedelta(days=draw.randrange(-6, 40))
        filler = draw.choice(("competitor", "own", "us")) if place > 9 else ""
        return Stand(place, DEFAULT_TEMPLATE.stage_of(place).value, on, filler)

    def lead(
        self,
        agency_id: int,
        lead: int,
        company: int,
        owner: int,
        members: list[int],
        title: str,
        stand: Stand,
        grade: str,
    ) -> None:
        """Everything of one lead that has rows of its own."""
        draw = self.random
        for word in words_of(title):
            self.words.add(agency_id, word, lead)
        if stand.milestone_on is not None:
            self._process(agency_id, lead, owner, stand.milestone, stand.milestone_on)
        if draw.random() < 0.06:
            self._hand_off(agency_id, lead, owner, draw.choice(members), grade)
        if draw.random() < 0.03:
            seen = self.today - timedelta(days=draw.randrange(0, 200))
            self.sightings.add(agency_id, self.rival, company, lead, "cv_sent", "Sent two CVs", seen, owner)
        if draw.random() < 0.05:
            self.lead_labels.add(agency_id, draw.choice(self.of_agency[1]), lead)

    def _process(self, agency_id: int, lead: int, owner: int, place: int, expected: date) -> None:
        day = min(expected, self.today) - timedelta(days=1)
        for before in range(max(1, place - 2), place):
            decided = DEFAULT_TEMPLATE.mark(before).kind is MarkKind.DECISION
            answer = Answer.YES.value if decided else ""
            self.milestones.add(agency_id, lead, before, None, False, day, answer, owner)
        self.milestones.add(agency_id, lead, place, expected, True, None, "", owner)

    def _hand_off(self, agency_id: int, lead: int, owner: int, giver: int, grade: str) -> None:
        if giver == owner:
            return
        draw = self.random
        offered = datetime.combine(self.today - timedelta(days=draw.randrange(0, 200)), _NOON, UTC)
        answer = draw.choice(("accepted", "accepted", "accepted", "returned", "lapsed"))
        waits = offered.date() >= self.today - timedelta(days=2)
        answered = None if waits else offered + timedelta(hours=draw.randrange(1, 20))
        self.hand_offs.add(
            agency_id, lead, giver, owner, "They asked for us by name.", grade, offered, offered + timedelta(days=3),
            "" if waits else answer, answered, "no_demand" if answer == "returned" and not waits else "",
        )  # fmt: skip
