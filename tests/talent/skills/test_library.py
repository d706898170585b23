"""The list an agency begins with."""

from __future__ import annotations

from rightday.talent.skills import library


def test_an_entry_has_its_name_and_other_words():
    by_name = {entry.name: entry for entry in library.entries()}
    assert by_name["Kubernetes"].aliases == ("k8s",)
    assert by_name["Rust"].aliases == ()
