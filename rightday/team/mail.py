"""Mail of the team, and mail where no mail server is set: printed, so that no link is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.core.mail.backends.console import EmailBackend
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from rightday.team.models import Invitation, Member


class ToConsole(EmailBackend):
    """Django's own printing backend under a name of ours, for docs/operate to point at."""


def configured() -> bool:
    """Whether a mail server is set: else mail is only printed, and what nobody asked for is not written."""
    return f"{__name__}.{ToConsole.__name__}" != settings.EMAIL_BACKEND


def base_address() -> str:
    """Where people reach Rightday, for mail that nobody's request has begun: the first of RIGHTDAY_HOSTS."""
    if not settings.HOSTS:
        return f"http://127.0.0.1:{settings.PORT}"
    return f"{'https' if settings.HTTPS else 'http'}://{settings.HOSTS[0].lstrip('.')}"


def send_invitation(invitation: Invitation, *, by: Member, address: str) -> None:
    """Tells somebody that they are invited, by whom, and until when the address works."""
    agency = invitation.agency.name
    words = {"by": by.name, "agency": agency, "address": address, "until": f"{invitation.until:%a %d %b}"}
    send_mail(
        _("%(by)s invites you to %(agency)s on Rightday") % words,
        _(
            "%(by)s invites you to work at %(agency)s in Rightday.\n\n"
            "Open this address to join. It works until %(until)s:\n\n%(address)s\n\n"
            "If you do not know %(by)s, do nothing. Nobody has an account in your name."
        )
        % words,
        None,
        [invitation.email],
    )
