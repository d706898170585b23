"""Hashed names: modules find each other, the style sheet is one file, the rest is compressed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.core.management import call_command

from rightday.ui.module_storage import join_imports

STATIC = Path("rightday/ui/static/ui")
KIB = 1024


@pytest.fixture
def collected(tmp_path: Path, settings: Any) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "rightday.ui.module_storage.ModuleStorage"}}
    settings.INSTALLED_APPS = ["django.contrib.staticfiles", "django_htmx"]
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_collected_files(collected: Path) -> None:
    ui = collected / "ui"
    hashed = {
        re.sub(r"\.[0-9a-f]{12}\.", ".", path.name): path
        for path in ui.glob("*.*")
        if re.search(r"\.[0-9a-f]{12}\.(js|css|svg)$", path.name)
    }

    # Each import of each module names a file that is there, under its hashed name.
    for name, path in hashed.items():
        if not name.endswith(".js"):
            continue
        for target in re.findall(r'(?:from|import\()\s*"(\./[^"]+)"', path.read_text()):
            assert re.search(r"\.[0-9a-f]{12}\.js$", target), (name, target)
            assert (ui / target).exists(), (name, target)

    # The one sheet has everything and asks for nothing.
    sheet = hashed["rightday.css"].read_text()
    assert "@import" not in sheet
    assert "/*" not in sheet
    for part in ("--accent:", ".call-next", ".istep", "@media print", "@keyframes spin"):
        assert part in sheet

    # A first visit of Today: what its head links and its modules import, brotli as whitenoise serves it.
    first = [
        "rightday.css",
        "theme.js",
        "app.js",
        "keys.js",
        "toast.js",
        "once.js",
        "lists.js",
        "sprite.svg",
        "favicon.svg",
    ]
    weight = sum(_served(hashed[name]) for name in first)
    htmx = next(path for path in (collected / "django_htmx").glob("htmx-2.min.*.js"))
    assert len(first) + 2 <= 12, "requests, with the page itself and htmx"
    assert weight + _served(htmx) <= 45 * KIB, "leaves 75 KiB for the page of the first visit"

    # Collected again, the joined sheet is made from the sources again and keeps its name.
    call_command("collectstatic", interactive=False, verbosity=0)
    assert hashed["rightday.css"].read_text() == sheet


def _served(path: Path) -> int:
    compressed = path.with_name(path.name + ".br")
    return compressed.stat().st_size if compressed.exists() else len(brotli.compress(path.read_bytes()))


def test_a_sheet_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match=r"ui/gone\.css"):
        join_imports("ui/a.css", {"ui/a.css": '@import "./gone.css";'})


def test_joined_in_the_order_of_the_imports_without_comments() -> None:
    sheets = {
        "ui/a.css": '/* why */\n@layer x, y;\n@import "./b.css";\n@import "./c.css";\n',
        "ui/b.css": "b { top: 0; }",
        "ui/c.css": "/* c */\nc { top: 1px; }",
    }
    assert join_imports("ui/a.css", sheets) == "@layer x, y;\nb { top: 0; }\nc { top: 1px; }\n"


def test_every_sheet_is_imported_by_the_entry() -> None:
    entry = (STATIC / "rightday.css").read_text()
    assert {path.name for path in STATIC.glob("*.css")} - {"rightday.css"} == set(re.findall(r'"\./(\w+\.css)"', entry))


def test_a_dry_run_touches_nothing(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "rightday.ui.module_storage.ModuleStorage"}}
    settings.INSTALLED_APPS = ["django.contrib.staticfiles"]
    call_command("collectstatic", interactive=False, verbosity=0, dry_run=True)
    assert list(tmp_path.iterdir()) == []
