"""Pages keep to the content policy: no inline script, style or handler, nothing from other hosts."""

from __future__ import annotations

import re

from tests.guards import source


def test_nothing_inline():
    bad = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|<style|\son[a-z]+=\"|javascript:", re.I)
    found = []
    for path in source.templates():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if bad.search(line):
                found.append(f"{source.name(path)}:{number} {line.strip()[:80]}")
    assert found == []


def test_nothing_from_other_hosts():
    for path in source.templates():
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", path.read_text(encoding="utf-8")), path


def test_no_filter_and_no_query_in_a_template():
    for path in source.templates():
        assert ".objects" not in path.read_text(encoding="utf-8"), path
