"""Against us, on the page of a lead and of the companies."""

from __future__ import annotations

from rightday.db.row_security import enter
from rightday.leads.watching.models import Sighting
from rightday.people.models import Company

HTMX = {"HTTP_HX_REQUEST": "true"}
SENT = {"rival": "Harrow & Pike", "kind": "cv_sent", "with_words": "Dev Rao", "seen_on": "yesterday", "words": "two"}


def test_put_down_in_a_dialog_and_taken_back(ours, shown):
    browser = ours.client()
    page = browser.get(f"/leads/{shown.pk}/").content.decode()
    assert "No competitor seen here yet" in page
    form = browser.get(f"/leads/{shown.pk}/sightings/", **HTMX).content.decode()
    assert "<datalist" not in form and "Which competitor" in form
    answer = browser.post(f"/leads/{shown.pk}/sightings/", SENT, **HTMX)
    assert answer.headers["HX-Trigger"] == "rightday:close"
    text = answer.content.decode()
    assert 'id="against"' in text
    assert "Sent a CV, Dev Rao. Yesterday, put down by Sam. “two”" in text
    with enter(ours.agency):
        seen, rival = Sighting.objects.get(), Company.objects.get(competitor=True)
    assert '<option value="Harrow &amp; Pike">' in browser.get(f"/leads/{shown.pk}/sightings/").content.decode()
    assert "Last seen yesterday" in browser.get(f"/companies/{ours.halden.pk}/").content.decode()
    theirs = browser.get(f"/companies/{rival.pk}/").content.decode()
    assert "Sent a CV, Dev Rao" in theirs and "Nothing we know of" in theirs
    assert browser.post(f"/leads/{shown.pk + 1}/sightings/{seen.pk}/removal/").status_code == 404
    assert browser.post(f"/leads/{shown.pk}/sightings/{seen.pk}/removal/").status_code == 302
    assert "Nowhere yet" in browser.get(f"/companies/{rival.pk}/").content.decode()


def test_what_is_refused_keeps_what_was_typed(ours, shown):
    browser = ours.client()
    answer = browser.post(f"/leads/{shown.pk}/sightings/", SENT | {"seen_on": ""})
    assert answer.status_code == 422 and "Dev Rao" in answer.content.decode()
    answer = browser.post(f"/leads/{shown.pk}/sightings/", SENT | {"rival": "Halden Insurance"})
    assert answer.status_code == 422
    assert "cannot be seen at itself" in answer.content.decode()
    with enter(ours.agency):
        assert not Company.objects.filter(competitor=True).exists()
