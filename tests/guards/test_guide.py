"""The guide names what is there: each key, each picture, each page it points to."""

from __future__ import annotations

import re

import pytest

from tests.guards import source

GUIDE = source.ROOT / "docs" / "guide"
PAGES = [*GUIDE.glob("*.md"), source.ROOT / "docs" / "testing.md"]
PRINTED = {
    "Enter": "↵", "Escape": "Esc", "ArrowDown": "↓", "ArrowUp": "↑", "ArrowLeft": "←", "ArrowRight": "→",
    "Mod+Enter": "Ctrl ↵", "Mod+k": "Ctrl K", "Mod+a": "Ctrl A",
}  # fmt: skip
DECLARED = re.compile(r"""(?:\bdata-key=|\bkey=|register\()["']([^"'{}]+)["']""")


def declared() -> set[str]:
    """Keys as templates and scripts declare them; the gallery is no page of the product."""
    files = [path for path in source.PACKAGE.rglob("*.html") if "gallery" not in path.name]
    files += (source.PACKAGE / "ui" / "static").rglob("*.js")
    return {key for path in files for key in DECLARED.findall(path.read_text(encoding="utf-8")) if key != "form"}


def test_each_key_is_in_the_guide():
    said = (GUIDE / "keys.md").read_text(encoding="utf-8")
    keys = declared()
    assert {"d", "n", "Escape", "Mod+k", "j"} <= keys
    shown = {key: PRINTED.get(key, key if len(key) > 1 else key.upper()) for key in keys}
    assert sorted(key for key, words in shown.items() if f"`{words}`" not in said and f" {words}`" not in said) == []


def test_each_picture_is_shown_and_is_there():
    shown = {
        name for page in PAGES for name in re.findall(r"\(images/([\w-]+\.png)\)", page.read_text(encoding="utf-8"))
    }
    there = {path.name for path in (GUIDE / "images").glob("*.png")}
    assert shown == there
    assert 0 < len(there) <= 32


@pytest.mark.parametrize("picture", sorted((GUIDE / "images").glob("*.png")), ids=lambda path: path.name)
def test_no_picture_is_heavy(picture):
    assert picture.stat().st_size < 200_000


def test_each_page_pointed_to_is_there():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
