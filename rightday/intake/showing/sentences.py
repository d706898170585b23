"""Sentences about an import: what happened, what is going on, what wants an eye."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.agencies import clock
from rightday.intake.models import Import
from rightday.intake.showing.shown import Understanding
from rightday.intake.showing.words import BROUGHT, Became, State, size_words
from rightday.kernel.when import say_day
from rightday.team.models import Member
from rightday.ui.counts import spelled


def title(batch: Import, step: str) -> str:
    """The head of its page."""
    if step != "result":
        return _("Bring your spreadsheet")
    if batch.state == State.UNDONE:
        if kept := batch.counts.get("kept", 0):
            words = ngettext("Something of %(count)s row stays", "Something of %(count)s rows stays", kept)
            return words % {"count": spelled(kept)}
        return _("Nothing of this import is left")
    came_in = sum(batch.counts.get(became, 0) for became in BROUGHT)
    hot = batch.counts.get("hot", 0)
    words = ngettext("%(count)s row is in", "%(count)s rows are in", came_in) % {"count": spelled(came_in).capitalize()}
    return _("%(rows)s, %(hot)s hot") % {"rows": words, "hot": spelled(hot)} if hot else words


def sentence(batch: Import, step: str, understood: Understanding, member: Member, today: date, zone: str) -> str:
    """The one sentence under the head."""
    if batch.state == State.UNDONE:
        return _("%(undone)s. The rows as you wrote them are still here.") % {
            "undone": undone_words(batch, member, today, zone)
        }
    if step == "result":
        return _done_words(batch, member, today, zone)
    return _on_the_way(batch, step, understood)


def _on_the_way(batch: Import, step: str, understood: Understanding) -> str:
    if step == "understood":
        return f"{batch.name}. {_eye(understood.asks)}"
    if step == "trial":
        return _read(understood.rows) if batch.state == State.TRIED else _("Trying every row. Nothing is kept yet.")
    return {
        State.PAUSED: _("Paused at row %(row)s. The rest waits, for as long as you like."),
        State.FAILED: _("Stopped at row %(row)s. What is in stays; nothing is half done."),
        State.UNDOING: _("Taking out what these rows made."),
    }.get(State(batch.state), _("You can close this page or start calling. It goes on by itself.")) % {
        "row": f"{batch.done_row:,}"
    }


def _eye(asks: int) -> str:
    if not asks:
        return _("It reads cleanly.")
    things = ngettext("%(count)s thing wants your eye", "%(count)s things want your eye", asks)
    return _("%(things)s; the rest reads cleanly.") % {"things": things % {"count": spelled(asks).capitalize()}}


def _read(rows: int) -> str:
    words = ngettext("The one row was read.", "All %(rows)s rows were read.", rows) % {"rows": spelled(rows)}
    return f"{words} {_('Nothing is kept yet.')}"


def _done_words(batch: Import, member: Member, today: date, zone: str) -> str:
    refused = batch.counts.get(Became.REFUSED, 0)
    at = batch.finished_at or batch.state_at
    brought = _("Brought in %(day)s at %(time)s by %(who)s.") % {
        "day": say_day(clock.day_in(zone, at), today),
        "time": f"{clock.local(at, zone):%H:%M}",
        "who": _("you") if batch.by_id == member.pk else batch.by.name,
    }
    if not refused:
        return f"{brought} {_('Every row was used. None was lost.')}"
    words = ngettext("One row was not used. None was lost.", "%(count)s rows were not used. None was lost.", refused)
    return f"{brought} {words % {'count': spelled(refused).capitalize()}}"


def undone_words(batch: Import, member: Member, today: date, zone: str) -> str:
    """ "Undone by Jo Larkin, Fri 6 Nov 09:12" """
    at = batch.undone_at or batch.state_at
    who = _("you") if batch.undone_by_id == member.pk else batch.undone_by.name if batch.undone_by else _("Rightday")
    return _("Undone by %(who)s, %(day)s %(time)s") % {
        "who": who, "day": say_day(clock.day_in(zone, at), today), "time": f"{clock.local(at, zone):%H:%M}",
    }  # fmt: skip


def file_line(batch: Import, understood: Understanding) -> str:
    """ "Sam desk 2026.xlsx, 84 KB, 3 sheets" """
    sheets = len(understood.sheets)
    words = f"{batch.name}, {size_words(batch.size)}"
    return words + (_(", %(count)d sheets") % {"count": sheets} if sheets > 1 else "")


def time_left(batch: Import, now: datetime) -> str:
    """By the pace so far, in round words; nothing before there is one. `now` on the reader's clock."""
    if batch.state == State.WAITING:
        return _("going on in a moment") if batch.done_row else _("waiting to begin")
    if batch.state == State.PAUSED:
        return _("paused at %(time)s") % {"time": f"{batch.state_at.astimezone(now.tzinfo):%H:%M}"}
    if batch.state != State.RUNNING or not batch.done_row or batch.started_at is None:
        return ""
    seconds = (now - batch.started_at).total_seconds() / batch.done_row * (batch.total - batch.done_row)
    if seconds < 60:
        return _("about %(count)d seconds left") % {"count": max(5, round(seconds / 5) * 5)}
    minutes = round(seconds / 60)
    return ngettext("about a minute left", "about %(count)d minutes left", minutes) % {"count": minutes}
