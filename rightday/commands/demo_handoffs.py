"""Hand-offs of the sample agency: two wait for an answer, one came back, one waits at a colleague, one was accepted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from rightday.leads.handoffs.models import HandOff
    from rightday.leads.models import Lead
    from rightday.leads.rules import HeardEvidence
    from rightday.team.models import Member

# Whom it is about, what they look for, whether they interview (else they have contractors), days since, the words
# that go along.
TO_SAM: Final = (
    ("Wen Zhao", "test manager", True, 1, "Lena’s boss sees two on Thursday. Wen answers his phone before noon."),
    ("Dana Whitlow", "claims analyst", False, 3, "Two contractors until January, both hers. She asked who you are."),
)
TO_JO: Final = (
    ("Hugh Bannon", "product analyst", False, 2, "Hugh asked for you by name."),
    ("Yuki Tanaka", "imaging lead", False, 6, "Speaks of a second team in spring."),
    ("Bruno Salt", "water engineer", False, 9, "Ask him for the new plant."),
)


def fill(sam: Member) -> None:
    """Made, offered and answered through the real actions."""
    from rightday.leads.handoffs import actions as hand_offs
    from rightday.leads.handoffs.rules import Return
    from rightday.team.models import Member

    priya, jo = (Member.objects.get(name__startswith=name) for name in ("Priya", "Jo"))
    for row in TO_SAM:
        _offer(priya, sam, *row)
    _waits, back, taken = (_offer(sam, jo, *row) for row in TO_JO)
    hand_offs.give_back(back, reason=Return.MOVED, words="Yuki leaves in December. Who has the team then?", by=jo)
    hand_offs.accept(taken, by=jo)


def _offer(giver: Member, to: Member, name: str, title: str, hot: bool, days: int, words: str) -> HandOff:
    from rightday.leads import actions
    from rightday.leads.handoffs import actions as actions_handoff
    from rightday.people.models import Person
    from rightday.team import queries as team

    person = Person.objects.select_related("company").get(name=name)
    heard = _heard(hot, team.today(giver) - timedelta(days=days))
    lead: Lead = actions.create(person, heard=heard, title=title, by=giver)
    return actions_handoff.offer(lead, to=to, words=words, seen=lead.version, by=giver)


def _heard(hot: bool, on: date) -> list[HeardEvidence]:
    from rightday.leads.rules import HeardEvidence, Shows

    fact = (Shows.INTERVIEWING, "Sees people this week") if hot else (Shows.CONTRACTORS, "Has contractors on the team")
    known = (
        (Shows.NAME_CONFIRMED, "Spelled it"),
        (Shows.COMPANY_CONFIRMED, "Signature"),
        (Shows.PHONE_TESTED, "Answered"),
    )
    return [HeardEvidence(shows, said, on) for shows, said in (*known, fact)]
