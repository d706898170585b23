"""A view of leads as cards: one for each person, with what their leads are in its note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rightday.leads import rules
from rightday.leads.lists import sheets
from rightday.leads.lists.filters import Filters
from rightday.leads.models import Lead
from rightday.leads.rules import Dates
from rightday.takeout.records import cards, reading
from rightday.takeout.records.rules import Kind
from rightday.team import queries as team
from rightday.team.models import Member

_COLUMNS: Final = (
    "id", "person_id", "title", "identified_on", "hot_until", "warm_until", "cold_until", "outcome__kind",
    "outcome__on", "owner__name",
)  # fmt: skip


def lead_cards(member: Member, filters: Filters, kind: Kind) -> Iterator[bytes]:
    """The people of a view in its order; whoever has several leads in it has one card that names them all."""
    today, told = team.today(member), dict[int, list[str]]()
    for ids in sheets.parts(member, filters):
        rows = {row[0]: row[1:] for row in Lead.objects.filter(pk__among=ids).values_list(*_COLUMNS)}
        for person_id, *said in (rows[pk] for pk in ids if pk in rows):
            told.setdefault(person_id, []).append(_words(said, today))
    for one in reading.people_of(member, list(told)):
        yield cards.person_card(one, kind, told[one.id])


def _words(said: list[Any], today: date) -> str:
    """ "Lead: Two Go developers, Hot until 3 Dec 2026, Priya" """
    title, identified, hot, warm, cold, ending, ended_on, owner = said
    if ending:
        how, day = rules.ENDING_WORDS[rules.Ending(ending)], ended_on
    else:
        dates = Dates(identified, hot, warm, cold)
        how, day = rules.GRADE_WORDS[rules.grade(dates, today)], rules.grade_until(dates, today)
        how = _("%(grade)s until") % {"grade": how} if day else how
    when = f"{how} {date_format(day, 'j M Y')}" if day else str(how)
    return _("Lead: %(words)s") % {"words": ", ".join(filter(None, [title, when, owner]))}
