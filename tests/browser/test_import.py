"""From a spreadsheet to today's calls in a real browser: by the keys alone, on a phone, by a copied table, in both themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from rightday.db.row_security import enter
from rightday.intake import actions
from rightday.intake.models import Import
from tests.conftest import Cast
from tests.intake.made_imports import done, received, xlsx


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path / "uploads"


def chosen(tab: Any, tmp_path: Path) -> Any:
    """The file chosen: the form is sent by itself."""
    tab.goto("/imports/")
    tab.wait_for_load_state("networkidle")
    with tab.expect_navigation():
        tab.set_input_files("input[type=file]", str(xlsx(tmp_path / "Sam desk.xlsx")))
    tab.wait_for_load_state("networkidle")
    return tab


def test_a_file_chosen_before_the_scripts_came_is_sent(tab: Any, ours: Cast, tmp_path: Path) -> None:
    held: list[Any] = []
    tab.route("**/drop*.js", lambda route: held.append(route))
    tab.goto("/imports/", wait_until="domcontentloaded")
    tab.wait_for_selector("input[type=file]", state="attached")
    tab.set_input_files("input[type=file]", str(xlsx(tmp_path / "Sam desk.xlsx")))
    while not held:
        tab.wait_for_timeout(20)
    with tab.expect_navigation():
        held.pop().continue_()
    assert "Sam desk.xlsx" in tab.inner_text("h1 + p")
    tab.unroute("**/drop*.js")
    tab.go_back(wait_until="networkidle")
    assert tab.url.endswith("/imports/")
    tab.wait_for_timeout(200)
    assert tab.url.endswith("/imports/"), "the file was sent again"


def test_by_keys_from_the_file_to_the_result_and_back(tab: Any, ours: Cast, tmp_path: Path) -> None:
    chosen(tab, tmp_path)
    assert "Sam desk.xlsx" in tab.inner_text("h1 + p")
    with tab.expect_navigation():
        tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".becomes-t")
    assert "Nothing is kept yet." in tab.inner_text("h1 + p")
    with tab.expect_navigation():
        tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("[role=progressbar]")
    assert tab.title().startswith("0 of 8")
    with tab.expect_navigation():
        tab.keyboard.press("Space")
    assert "Paused at row 0" in tab.inner_text("h1 + p")
    with tab.expect_navigation():
        tab.keyboard.press("Space")
    with enter(ours.agency):
        actions.run_slice(Import.objects.get(), by=ours.sam)
    tab.wait_for_selector(".outcome")
    assert "rows are in" in tab.inner_text("h1")
    assert tab.title().startswith("Import")
    with tab.expect_download() as download:
        tab.keyboard.press("d")
    assert download.value.suggested_filename.startswith("Sam desk, not brought in")
    tab.keyboard.press("u")
    tab.wait_for_selector("dialog[open]")
    with tab.expect_navigation():
        tab.keyboard.press("Control+Enter")
    assert tab.inner_text("h1") == "Nothing of this import is left"


def test_a_copied_table_pasted_anywhere_is_read(tab: Any, ours: Cast) -> None:
    tab.goto("/imports/")
    tab.wait_for_load_state("networkidle")
    with tab.expect_navigation():
        tab.evaluate(
            """() => {
              const data = new DataTransfer();
              data.setData("text/plain", "Name\\tCompany\\nIrene Castell\\tSable Robotics");
              document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }"""
        )
    assert "Pasted table" in tab.inner_text("h1 + p")


def test_it_works_without_script(open_tab: Callable[..., Any], ours: Cast, tmp_path: Path) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto("/imports/")
    tab.set_input_files("input[type=file]", str(xlsx(tmp_path / "Sam desk.xlsx")))
    tab.click("noscript button")
    tab.click("text=Try it on all 8 rows")
    tab.click("text=Bring in 7 rows")
    with enter(ours.agency):
        actions.run_slice(Import.objects.get(), by=ours.sam)
    tab.click("noscript a")
    assert "rows are in" in tab.inner_text("h1")
    tab.click("text=Undo…")
    tab.click("text=Undo it")
    assert tab.inner_text("h1") == "Nothing of this import is left"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_each_page_reads_well_and_fits(
    open_tab: Callable[..., Any], ours: Cast, tmp_path: Path, theme: str, width: int
) -> None:
    with enter(ours.agency):
        read = received(ours, tmp_path, xlsx(tmp_path / "x.xlsx").read_bytes(), "Sam desk.xlsx")
        tried = actions.try_now(received(ours, tmp_path), by=ours.sam)
        going = actions.start(actions.try_now(received(ours, tmp_path), by=ours.sam), by=ours.sam)
        actions.pause(going, by=ours.sam)
        over = done(ours, tmp_path)
    tab = open_tab(width=width, height=900, color_scheme=theme, bypass_csp=True)
    for address in ("", *(f"{batch.pk}/" for batch in (read, tried, going, over)), f"{over.pk}/undo/"):
        tab.goto(f"/imports/{address}")
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
        found = Axe().run(tab).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], address
