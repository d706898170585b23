"""Advertisements of the sample agency whose manager nobody knows: one to ask about today, one later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rightday.team.models import Member

# Company, what is advertised, days since it was seen.
SEEN: Final = (
    ("Fairline Logistics", "Two data engineers, on their website. The second time this year.", 30),
    ("Quarry Stone", "A test manager, six months, through a job board", 9),
)


def fill(sam: Member) -> None:
    """Put down through the real actions, as somebody would have on those days."""
    from rightday.leads.watching import actions as actions_watch
    from rightday.people import actions as people
    from rightday.team import queries as team

    today = team.today(sam)
    for name, words, days in SEEN:
        company = people.add_company(name, by=sam, city="Leeds")
        actions_watch.watch(company, words=words, true_on=today - timedelta(days=days), by=sam)
