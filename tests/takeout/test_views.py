from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from rightday.db.row_security import enter
from rightday.takeout import actions, files
from rightday.takeout.models import Takeout
from tests.conftest import Cast


def test_an_owner_asks_fetches_and_deletes(ours: Cast, uploads: Path):
    browser = ours.client()
    assert "Make an archive" in browser.get("/settings/data/").content.decode()
    once = str(uuid4())
    for _twice in range(2):
        assert browser.post("/settings/data/archives/", {"once": once}).status_code == 302
    with enter(ours.agency):
        takeout = Takeout.objects.get()
    page = browser.get("/settings/data/progress/", headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in page and "Waiting for a worker" in page
    actions.make(takeout, agency=ours.agency, by=ours.sam)
    page = browser.get("/settings/data/progress/", headers={"HX-Request": "true"}).content.decode()
    assert "Download" in page and "every 2s" not in page
    answer = browser.get(f"/settings/data/archives/{takeout.pk}/")
    assert b"".join(answer.streaming_content) == files.place(takeout.stored).read_bytes()
    assert "Brightwater, " in answer["Content-Disposition"]
    assert browser.post(f"/settings/data/archives/{takeout.pk}/").status_code == 302
    assert browser.get(f"/settings/data/archives/{takeout.pk}/").status_code == 404


def test_nobody_else_reaches_it(ours: Cast, theirs: Cast, uploads: Path):
    with enter(ours.agency):
        takeout = actions.ask(ours.agency, by=ours.sam)
    actions.make(takeout, agency=ours.agency, by=ours.sam)
    address = f"/settings/data/archives/{takeout.pk}/"
    jo = ours.client(ours.jo)
    assert jo.get(address).status_code == jo.post("/settings/data/archives/").status_code == 403
    assert jo.get("/settings/data/progress/").status_code == 403
    assert "Make an archive" not in jo.get("/settings/data/").content.decode()
    assert theirs.client().get(address).status_code == 404


def test_without_script_progress_is_the_page(ours: Cast, uploads: Path):
    assert ours.client().get("/settings/data/progress/").url == "/settings/data/"


def test_one_that_stopped_says_why(ours: Cast, uploads: Path):
    with enter(ours.agency):
        Takeout.objects.create(stored="x.zip", by=ours.sam, state="failed", problem="No room.")
    assert "No room." in ours.client().get("/settings/data/").content.decode()
