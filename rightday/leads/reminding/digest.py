"""The mail of a morning: what must not wait, to whoever wants it, once a day, at half past seven where they are."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException
from typing import Final

from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.models import Agency
from rightday.agencies.once import Receipt, once
from rightday.agencies.rules import CallHours
from rightday.db.row_security import enter
from rightday.kernel.days import Place
from rightday.leads.reminding import rules as reminders
from rightday.leads.reminding.queries import Reminder, must_not_wait
from rightday.team import mail
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.ui.counts import spelled

log = logging.getLogger(__name__)
_NAMES: Final = uuid.UUID("5b4f7a52-6f7a-4b0e-9a55-0b6f6d1f7c11")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that is ready, and the receipt that it is sent only once."""

    key: uuid.UUID
    to: str
    subject: str
    body: str


def send_all(*, now: datetime) -> int:
    """Sends every agency's mail of the morning that is due; how many. A sample agency's people have no mailbox."""
    if not mail.configured():
        return 0
    sent = 0
    for agency in Agency.objects.filter(sample=False).order_by("pk"):
        with enter(agency), agencies.at_hand(agency):
            letters = _due(now)
        # Outside of any transaction: a slow mail server holds up nobody who writes.
        sent += sum(_send(agency, letter) for letter in letters)
    return sent


def letter(member: Member, found: Iterable[Reminder], *, now: datetime, base: str) -> tuple[str, str]:
    """Subject and text. Each thing in two lines: why it must not wait and about whom, and where it is done."""
    found = list(found)
    number = len(found)
    subject = ngettext("%(number)s thing cannot wait today", "%(number)s things cannot wait today", number)
    lines = "\n\n".join(f"{one.title}: {one.words}\n{base}{one.href}" for one in found)
    day = clock.local(now, team.zone_of(member))
    text = _(
        "Good morning, %(name)s.\n\nToday, %(day)s:\n\n%(lines)s\n\nAll of today’s calls: %(base)s/\n\n"
        "This comes on working mornings when something cannot wait. Turn it off: %(base)s/settings/me/#reminders"
    ) % {"name": member.name.split()[0], "day": f"{day:%A} {day.day} {day:%B}", "lines": lines, "base": base}
    return subject % {"number": spelled(number).capitalize()}, text


def _due(now: datetime) -> list[Letter]:
    """The mails of the agency entered that are due and not sent yet; each is claimed, so that nobody else sends it."""
    agency, weekdays = agencies.here(), agencies.numbers(CallHours, "hours").days
    place = Place(agency.country, agency.subdivision)
    members = Member.objects.here().filter(digest=True, identity__is_active=True).select_related("identity")
    awake = {}
    for member in members.order_by("pk"):
        local = clock.local(now, team.zone_of(member))
        if reminders.is_morning(local, weekdays=weekdays, place=place):
            awake[uuid.uuid5(_NAMES, f"{agency.pk}/{member.pk}/{local.date()}")] = member
    had = set(Receipt.objects.filter(key__in=list(awake)).values_list("key", flat=True)) if awake else set()
    return [made for key, member in awake.items() if key not in had and (made := _claimed(key, member, now))]


def _claimed(key: uuid.UUID, member: Member, now: datetime) -> Letter | None:
    """Also where nothing must not wait: then that was so this morning, and no mail comes at noon."""
    mine: list[bool] = []

    def claim() -> str:
        mine.append(True)
        return "digest"

    once(key, claim)
    found = must_not_wait(member, now=now) if mine else ()
    if not found:
        return None
    return Letter(key, member.identity.email, *letter(member, found, now=now, base=mail.base_address()))


def _send(agency: Agency, ready: Letter) -> bool:
    """Where the mail server refuses, the claim is given back, and the next round tries again."""
    try:
        send_mail(ready.subject, ready.body, None, [ready.to])
    except (SMTPException, OSError):
        log.exception("The mail of this morning could not be sent; tried again.")
        with enter(agency):
            Receipt.objects.filter(key=ready.key).delete()
        return False
    return True
