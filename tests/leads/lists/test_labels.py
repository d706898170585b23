"""Words of labels."""

from __future__ import annotations

from rightday.leads.lists.labels import LONGEST, key_of, name_of


def test_one_word_is_one_label_however_it_is_written() -> None:
    assert key_of(" Urgent ") == key_of("urgent")
    assert key_of("Straße") == key_of("STRASSE")
    assert name_of("Red\n  hot\t") == "Red hot"
    assert (name_of(" \t"), len(name_of("x" * 90)), len(key_of("ß" * 40))) == ("", LONGEST, LONGEST)
