"""After how many days a lead leaks is the agency's own."""

from __future__ import annotations

from rightday.agencies.models import Agency


def test_an_owner_changes_the_days(ours):
    browser = ours.client()
    page = browser.get("/settings/leaks/").content.decode()
    assert 'value="7"' in page and 'value="30"' in page
    sent = {"once": "14", "quiet": "30", "manager": "0", "seen": Agency.objects.get(pk=ours.agency.pk).version}
    assert browser.post("/settings/leaks/", sent).status_code == 302
    assert Agency.objects.get(pk=ours.agency.pk).settings["leaks"] == {"once": 14, "manager": 0}
    assert browser.post("/settings/leaks/", sent).status_code == 409
    assert 'value="14"' in browser.get("/settings/leaks/").content.decode()


def test_days_that_cannot_be_and_who_may(ours):
    version = Agency.objects.get(pk=ours.agency.pk).version
    answer = ours.client().post("/settings/leaks/", {"once": "0", "quiet": "x", "manager": "1", "seen": version})
    assert answer.status_code == 422
    jo = ours.client(ours.jo)
    assert "An owner of your agency" in jo.get("/settings/leaks/").content.decode()
    sent = {"once": "9", "quiet": "9", "manager": "9", "seen": version}
    assert jo.post("/settings/leaks/", sent).status_code == 403
