"""The rules of leads are gathered in one place, under one name each."""

from __future__ import annotations

from rightday.leads import rules


def test_each_name_is_there():
    assert [name for name in rules.__all__ if not hasattr(rules, name)] == []
    assert len(set(rules.__all__)) == len(rules.__all__)
