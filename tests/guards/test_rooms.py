"""A book has chapter openings: each room says what it is, and each file has its test."""

from __future__ import annotations

import ast

import pytest

from tests.guards import source

# Nothing to test of its own: entry points, and data checked by the tests of what reads it.
UNTESTED = {"__init__.py", "__main__.py", "apps.py", "wsgi.py", "models.py", "urls.py", "settings.py"}


@pytest.mark.parametrize("room", source.ROOMS)
def test_each_room_opens_with_a_paragraph(room: str):
    words = ast.get_docstring(source.tree(source.PACKAGE / room / "__init__.py")) or ""
    assert len(words.split()) >= 30
    assert " not " in f" {' '.join(words.split())} "


@pytest.mark.parametrize("room", source.ROOMS)
def test_each_room_has_its_line_in_the_documents(room: str):
    assert f"`{room}/`" in (source.ROOT / "docs" / "rooms.md").read_text(encoding="utf-8")


def test_each_module_says_what_it_is():
    assert [source.name(path) for path in source.modules() if not ast.get_docstring(source.tree(path))
            and path.read_text().strip()] == []  # fmt: skip


def test_each_source_file_has_a_test_at_the_same_path():
    missing = []
    for path in source.modules():
        if path.name in UNTESTED or path.name.startswith("models_"):
            continue
        relative = path.relative_to(source.PACKAGE)
        folder = source.ROOT / "tests" / relative.parent
        if not list(folder.glob(f"test_{path.stem.lstrip('_')}*.py")):
            missing.append(str(relative))
    assert missing == []
