"""Several files let go at once, and their page."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rightday.db.row_security import enter
from rightday.intake.models import Import
from tests.conftest import Cast
from tests.intake.bundles.test_actions import KING, run_all
from tests.intake.made_imports import csv
from tests.intake.reading.test_unpacking import zipped

pytestmark = pytest.mark.django_db


def let_go(browser: Client, *files: tuple[str, bytes]) -> str:
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    answer = browser.post("/imports/", {"file": sent})
    assert answer.status_code == 302
    return str(answer["Location"])


def imports(cast: Cast) -> list[Import]:
    with enter(cast.agency):
        return list(Import.objects.order_by("pk"))


def test_files_let_go_together_have_one_page_and_are_brought_in_from_it(ours: Cast) -> None:
    browser = ours.client()
    place = let_go(browser, ("a.csv", csv()), ("b.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 99), ("c.csv", csv(KING)))
    shown = browser.get(place).content.decode()
    assert "Three files" in shown
    assert "Could not be read" in shown
    assert "Bring in two files" in shown
    refused = imports(ours)[1]
    assert browser.get(f"/imports/{refused.pk}/")["Location"] == place
    assert browser.post(f"{place}run/", {"do": "start"}).status_code == 302
    with enter(ours.agency):
        run_all(ours)
    shown = browser.get(place).content.decode()
    assert "Undo all of them" in shown
    assert f"/imports/{imports(ours)[0].pk}/refused.xlsx" in shown
    assert "All files" in browser.get(f"/imports/{imports(ours)[0].pk}/").content.decode()
    assert browser.post(f"{place}run/", {"do": "undo"}).status_code == 302
    assert [one.state for one in imports(ours)] == ["undone", "refused", "undone"]


def test_a_zip_has_the_page_as_well(ours: Cast, tmp_path: Path) -> None:
    data = zipped(tmp_path / "z.zip", {"a.csv": csv(), "c.csv": csv(KING)}).read_bytes()
    assert let_go(ours.client(), ("all.zip", data)) == f"/imports/together/{imports(ours)[0].bundle}/"


def test_asked_every_second_the_files_alone_answer(ours: Cast) -> None:
    browser = ours.client()
    place = let_go(browser, ("a.csv", csv()), ("c.csv", csv(KING)))
    browser.post(f"{place}run/", {"do": "start"})
    answer = browser.get(place, headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 1s"' in answer
    assert "<html" not in answer


def test_a_form_that_says_nothing_we_know(ours: Cast) -> None:
    browser = ours.client()
    place = let_go(browser, ("a.csv", csv()), ("c.csv", csv(KING)))
    assert browser.post(f"{place}run/", {"do": "explode"}).status_code == 422
    assert browser.get("/imports/together/nobodysword/").status_code == 404
    assert browser.post("/imports/together/nobodysword/run/", {"do": "start"}).status_code == 404
