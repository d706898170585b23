"""How many leads are behind each tab: by the index of each, and never further than is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from django.db.models import DateField

from rightday.db.prepared import Prepared, Slot
from rightday.leads.handoffs.models import HandOff
from rightday.leads.lists.filter_values import View
from rightday.leads.lists.parts import STALE_WARM_DAYS, week_ends
from rightday.leads.models import Lead
from rightday.leads.process.rules import Stage
from rightday.team.models import Member

MOST: Final = 99

# Slots stand where days will: Any, for the querysets' own words take days.
_ON: Any
_SOON: Any
_SOON_WARM: Any
_ON, _SOON, _SOON_WARM = (Slot(name, DateField()) for name in ("on", "soon", "soon_warm"))
_OPEN = Prepared(lambda: Lead.objects.open().values_list("id")[: MOST + 1], count=True)
_MINE = Prepared(lambda: Lead.objects.open().filter(owner_id=Slot("owner")).values_list("id")[: MOST + 1], count=True)
_HOT = Prepared(lambda: Lead.objects.open().hot(_ON).values_list("id")[: MOST + 1], count=True)
_STALE_HOT = Prepared(
    lambda: Lead.objects.open().hot(_ON).filter(hot_until__lte=_SOON).values_list("id")[: MOST + 1], count=True
)
_STALE_WARM = Prepared(
    lambda: Lead.objects.open().warm(_ON).filter(warm_until__lte=_SOON_WARM).values_list("id")[: MOST + 1], count=True
)
_DECIDE = Prepared(
    lambda: (
        Lead.objects.open()
        .filter(stage=Stage.DECISION.value, milestone_on__lte=Slot("week", DateField()))
        .values_list("id")[: MOST + 1]
    ),
    count=True,
)
_HANDED = Prepared(
    lambda: HandOff.objects.waiting().filter(receiver_id=Slot("receiver")).values_list("id")[: MOST + 1], count=True
)


def tab_counts(member: Member, on: date) -> dict[View, str]:
    """ "14", or "99+" from there on, of each tab that is worked by its number. Seven statements."""
    soon, soon_warm = on + timedelta(days=1), on + timedelta(days=STALE_WARM_DAYS)
    stale = _number(_STALE_HOT(on=on, soon=soon)) + _number(_STALE_WARM(on=on, soon_warm=soon_warm))
    return {
        View.OPEN: _words(_number(_OPEN())),
        View.MINE: _words(_number(_MINE(owner=member.pk))),
        View.HOT: _words(_number(_HOT(on=on))),
        View.STALE: _words(stale),
        View.DECIDE: _words(_number(_DECIDE(week=week_ends(on)))),
        View.HANDED: _words(_number(_HANDED(receiver=member.pk))),
    }


def _number(rows: list[tuple[int, ...]]) -> int:
    return int(rows[0][0])


def _words(number: int) -> str:
    return str(number) if number <= MOST else f"{MOST}+"
