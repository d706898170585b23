"""What can be set, called or asked for is in the documents."""

from __future__ import annotations

import re

from rightday.cli import COMMANDS
from rightday.team.rules import Permission
from tests.guards import source

DOCS = source.ROOT / "docs"


def _text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_each_setting_is_documented():
    read = set(re.findall(r'"(RIGHTDAY_[A-Z_]+|PORT)"', (source.PACKAGE / "settings.py").read_text()))
    documented = _text("operate/settings.md")
    assert sorted(name for name in read if f"`{name}`" not in documented) == []


def test_each_command_is_documented():
    documented = _text("operate/commands.md")
    assert sorted(name for name in COMMANDS if f"rightday {name}" not in documented) == []


def test_each_permission_is_documented():
    documented = _text("operate/roles.md")
    assert sorted(p.value for p in Permission if f"`{p.value}`" not in documented) == []


def test_each_event_is_documented():
    """Verbs recorded on the timeline stand in docs/events.md."""
    verbs: set[str] = set()
    for path in source.modules():
        verbs |= set(re.findall(r'record\(\s*"([a-z_]+\.[a-z_]+)"', path.read_text(encoding="utf-8")))
    documented = _text("events.md")
    assert verbs
    assert sorted(verb for verb in verbs if f"`{verb}`" not in documented) == []


def test_each_glossary_entry_says_what_to_avoid():
    entries = re.findall(r"^### .+?(?=^### |\Z)", _text("glossary.md"), flags=re.M | re.S)
    assert len(entries) >= 20
    assert [entry.splitlines()[0] for entry in entries if "*Avoid*" not in entry] == []


def test_each_dependency_says_what_it_is_for():
    lines = (source.ROOT / "pyproject.toml").read_text().split("dependencies = [", 1)[1].split("]\n", 1)[0].splitlines()
    assert [line for line in lines if line.strip().startswith('"') and "#" not in line] == []


def test_nothing_names_a_registry_or_a_place_on_a_machine():
    for path in [*source.ROOT.glob("*.txt"), *source.ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"index-url|find-links|/simple/", text), path
