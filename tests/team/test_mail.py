"""Mail of the team."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO

from django.core import mail
from django.core.mail import EmailMessage

from rightday.team.mail import ToConsole, base_address, configured, send_invitation
from rightday.team.models import Invitation


def test_an_invitation_says_who_where_until_when_and_the_address(inside):
    until = datetime(2026, 12, 1, 9, tzinfo=UTC)
    invitation = Invitation(agency=inside.agency, email="tom@x.example", by=inside.sam, until=until)
    send_invitation(invitation, by=inside.sam, address="http://desk.example/join/1/secret/")
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["tom@x.example"], "Sam Whitlock invites you to Brightwater on Rightday")
    for words in ("http://desk.example/join/1/secret/", "Tue 01 Dec"):
        assert words in sent.body


def test_without_a_mail_server_mail_is_printed():
    out = StringIO()
    ToConsole(stream=out).send_messages([EmailMessage("Hello", "A link", "a@x.example", ["b@x.example"])])
    assert "A link" in out.getvalue()


def test_whether_mail_is_set_and_where_its_links_lead(settings):
    assert configured()  # the mailbox of the tests
    settings.EMAIL_BACKEND = "rightday.team.mail.ToConsole"
    assert not configured()
    settings.HOSTS, settings.PORT = [], 8001
    assert base_address() == "http://127.0.0.1:8001"
    settings.HOSTS, settings.HTTPS = [".desk.example", "other.example"], True
    assert base_address() == "https://desk.example"
    settings.HTTPS = False
    assert base_address() == "http://desk.example"
