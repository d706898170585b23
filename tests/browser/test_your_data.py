"""Your data in the browser: an owner makes an archive and fetches it; a person leaves as a card."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from rightday.db.row_security import enter
from rightday.people.models import Person
from rightday.takeout import actions
from rightday.takeout.archive import checking, tables
from rightday.takeout.models import Takeout
from tests.browser.conftest import MORNING, Desk, at
from tests.browser.test_every_page import CONTRAST, RULES


def test_an_owner_makes_an_archive_and_fetches_it(desk: Desk, tmp_path: Path, settings: pytest.FixtureRequest) -> None:
    settings.UPLOADS = tmp_path / "uploads"
    tab = at(desk.tab(), "/settings/data/")
    tab.get_by_role("button", name="Make an archive").click()
    expect(tab.get_by_role("progressbar")).to_be_visible()
    expect(tab.get_by_role("button", name="Make an archive")).to_be_disabled()
    with enter(desk.agency):
        takeout = Takeout.objects.select_related("by").get()
    actions.make(takeout, agency=desk.agency, by=takeout.by)
    expect(tab.get_by_role("button", name="Make an archive")).to_be_enabled()
    with tab.expect_download() as fetched:
        tab.get_by_role("link", name="Download").click()
    fetched.value.save_as(tmp_path / "fetched.zip")
    with (tmp_path / "fetched.zip").open("rb") as file:
        assert checking.opened(file, schema=tables.schema(), room=10**12).contents.agency == desk.agency.name
    tab.get_by_role("button", name="Delete").click()
    expect(tab.get_by_role("link", name="Download")).to_have_count(0)


def test_a_person_leaves_as_a_card(desk: Desk) -> None:
    with enter(desk.agency):
        martin = Person.objects.get(name="Martin Ahlqvist")
    tab = at(desk.tab(), f"/people/{martin.pk}/")
    with tab.expect_download() as fetched:
        tab.get_by_role("link", name="Card", exact=True).click()
    assert fetched.value.suggested_filename == "Martin Ahlqvist.vcf"
    assert "FN:Martin Ahlqvist" in Path(fetched.value.path()).read_text("utf-8")


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_any_state(desk: Desk, width: int) -> None:
    with enter(desk.agency):
        for state in ("waiting", "done", "failed"):
            Takeout.objects.create(
                stored=f"{state}.zip", by=desk.member(), state=state, problem="No room." if state == "failed" else "",
                sha256="a" * 64, expires_at=MORNING,
            )  # fmt: skip
    tab = desk.tab(width=width, height=900, bypass_csp=True, reduced_motion="reduce")
    for path in ("/settings/data/", "/people/", "/companies/"):
        at(tab, path)
        for theme, options in (("light", RULES), ("dark", CONTRAST)):
            tab.emulate_media(color_scheme=theme)
            found = Axe().run(tab, options=options).response["violations"]
            assert [(one["id"], node["html"][:160]) for one in found for node in one["nodes"]] == [], (path, theme)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
