"""One cell: spaces, placeholders, addresses."""

import pytest

from rightday.intake.understanding import cells


@pytest.mark.parametrize(
    ("text", "tidied"),
    [(" a ", "a"), ("a\u00a0\u2003 b", "a b"), ("a  b", "a b"), ("one\ntwo", "one\ntwo"), ("", "")],
)
def test_spaces_are_tidied_and_lines_stay(text: str, tidied: str) -> None:
    assert cells.tidy(text) == tidied


def test_placeholders_say_nothing() -> None:
    assert [cells.is_placeholder(text) for text in ("-", "N/A", "0/0/00", "no", "none of them")] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("ANN@Acme.example", ("ann@acme.example",), ""),
        ("a@b.example; c@d.example", ("a@b.example", "c@d.example"), ""),
        ("a@b.example ::: A@b.example", ("a@b.example",), ""),
        ("mailto:a@b.example", ("a@b.example",), ""),
        ("Ann <a@b.example>", ("a@b.example",), "Ann"),
        ("jürgen@müller.example, bald", ("jürgen@müller.example",), "bald"),
        ("ann at acme", (), "ann at acme"),
    ],
)
def test_addresses_and_what_stands_beside_them(text: str, found: tuple[str, ...], rest: str) -> None:
    assert cells.emails(text) == (found, rest)


def test_a_whole_mailing_list_keeps_its_words() -> None:
    text = " ".join(f"p{number}@c.example" for number in range(30))
    found, rest = cells.emails(text)
    assert (len(found), rest) == (20, text)


def test_our_own_mark_before_a_formula_is_taken_off() -> None:
    assert cells.tidy("'@SUM(A1)") == "@SUM(A1)"
    assert cells.tidy("'tis") == "'tis"
