"""The sample agency came through the real import and the real actions."""

from __future__ import annotations

from collections.abc import Callable

from rightday.agencies.models import Agency
from rightday.agenda import queries as agenda
from rightday.calls import queries as calls
from rightday.calls.desk import holders
from rightday.commands import demo
from rightday.db.row_security import enter
from rightday.intake.models import Import
from rightday.leads.models import Lead
from rightday.team import queries as team
from rightday.team.models import Member


def test_a_morning_that_has_begun(call: Callable[..., int], capsys):
    assert call("demo") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("http://127.0.0.1:8000/enter/")
    agency = Agency.objects.get()
    assert agency.sample and agency.name == demo.NAME
    with enter(agency):
        sam = Member.objects.get(identity__email=demo.OWNER[0])
        day = team.today(sam)
        assert Member.objects.here().count() == 3
        assert Import.objects.count() == 1
        assert Lead.objects.open().count() >= 15
        assert holders.steps_without_record(limit=5) == ()
        assert len(calls.done_on(sam, day)) == 2
        assert agenda.intention(sam, day).words == "Keep Halden hot, leave Corvid with a date, and find one new lead."
    assert call("demo") == 1
    assert "--force" in capsys.readouterr().err
    assert Agency.objects.count() == 1
