"""What the views of results share: whose leads, which period, and the addresses of the switches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from rightday.insight.periods import MONTHS, Period, Span, month_of, period_of, quarter_of, year_of
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.models import Member
from rightday.team.rules import Permission

Switch = tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: the period, and whose leads (None: everybody's)."""

    period: Period
    whose: Member | None
    today: date

    @property
    def params(self) -> dict[str, str]:
        return self.period.params | {"scope": "team" if self.whose is None else "mine"}

    def href(self, path: str, **more: str) -> str:
        return f"{path}?{urlencode(self.params | more)}"


def asked(request: MemberRequest, *, usual: Span) -> Asked:
    """`usual`: which period that is over is meant where the address says none. Also from a form's fields."""
    sent = request.POST if request.method == "POST" else request.GET
    today = team.today(request.member)
    of = quarter_of if usual is Span.QUARTER else month_of
    period = period_of({name: sent.get(name, "") for name in ("from", "to")}, today, usual=of(today).before)
    return Asked(period, request.member if sent.get("scope") == "mine" else None, today)


def months(at: Asked, path: str, **more: str) -> Switch:
    """The month before the last, the last, this one's quarter: what one mostly reads; then any other period."""
    last = month_of(at.today).before
    shown = [(MONTHS[one.first.month - 1], one) for one in (last.before, last)]
    shown.append((_("Quarter"), quarter_of(at.today).before))
    return tuple((words, _href(at, path, one, **more), one == at.period) for words, one in shown)


def spans(at: Asked, path: str) -> Switch:
    """The last month, quarter and year that are over."""
    shown = ((_("Month"), month_of), (_("Quarter"), quarter_of), (_("Year"), year_of))
    made = [(words, of(at.today).before) for words, of in shown]
    return tuple((words, _href(at, path, one), one == at.period) for words, one in made)


def scopes(at: Asked, path: str, **more: str) -> Switch:
    """Everybody's or one's own."""
    team_href = f"{path}?{urlencode(at.period.params | {'scope': 'team'} | more)}"
    mine_href = f"{path}?{urlencode(at.period.params | {'scope': 'mine'} | more)}"
    return ((_("Team"), team_href, at.whose is None), (_("Mine"), mine_href, at.whose is not None))


def leaking_whose(at: Asked, member: Member) -> Member | None:
    """Whose leaks are shown: everybody's to whoever leads the team and asks for them, else one's own."""
    return None if at.whose is None and member.may(Permission.TEAM_MANAGE) else member


def _href(at: Asked, path: str, period: Period, **more: str) -> str:
    scope = "team" if at.whose is None else "mine"
    return f"{path}?{urlencode(period.params | {'scope': scope} | more)}"
