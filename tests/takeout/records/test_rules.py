from __future__ import annotations

from rightday.takeout.records import rules


def test_every_kind_has_words_and_a_type():
    assert set(rules.KIND_WORDS) == set(rules.TYPES) == set(rules.Kind)


def test_what_is_more_stands_in_the_last():
    assert rules.spread([]) == ("", "", "")
    assert rules.spread(["a"]) == ("a", "", "")
    assert rules.spread(list("abcd")) == ("a", "b", "c; d")


def test_columns_and_cells_fit():
    from datetime import date

    one = rules.PersonOut(1, "A", "B", "A B", "", "", "", "", "", True, (), (), date(2026, 1, 1), None)
    cells = rules.person_cells(one)
    assert len(cells) == len(rules.PERSON_COLUMNS)
    assert cells[rules.PERSON_COLUMNS.index("Do not contact")] == "yes"
    number = rules.NumberOut("+442079460111", "12", "", True)
    firm = rules.CompanyOut(1, "X", "", "", "", "", (number,), 0, date(2026, 1, 1))
    assert len(rules.company_cells(firm)) == len(rules.COMPANY_COLUMNS)
    assert rules.company_cells(firm)[1] == "+442079460111 ext 12"
