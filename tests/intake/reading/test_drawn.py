"""Tables drawn with bars or spaces."""

from contextlib import suppress
from pathlib import Path

import pytest

from rightday.intake.reading import Unreadable, open_file
from tests.intake.reading.made import rows_of, text_file

MARKDOWN = """| Contact | Company | Notes |
|:--------|--------:|-------|
| Ann Lee | Acme    | a \\| b<br>two |
| Bo Orr  |         | "quoted" |
"""
ROWS = [("Ann Lee", "Acme", "a | b\ntwo"), ("Bo Orr", None, '"quoted"')]


def test_a_table_of_markdown(path: Path) -> None:
    table = text_file(path, MARKDOWN)
    assert (table.header, rows_of(table)) == (("Contact", "Company", "Notes"), ROWS)


@pytest.mark.parametrize(
    "text",
    [
        " Contact | Phone\n---------+------\n Ann Lee | 020 7946 0142\n Bo Orr  | 020 7946 0143\n(2 rows)\n",
        "+---------+-------+\n| Contact | Phone |\n+=========+=======+\n| Ann Lee | 020 7946 0142 |\n+---+---+\n"
        "| Bo Orr | 020 7946 0143 |\n+---+---+\n",
        "Contact│Phone\n───────┼─────\nAnn Lee│020 7946 0142\nBo Orr│020 7946 0143\n",
        "|Contact|Phone|\n|Ann Lee|020 7946 0142|\n|Bo Orr|020 7946 0143|\n",
    ],
)
def test_other_ways_to_draw_bars(path: Path, text: str) -> None:
    table = text_file(path, text)
    assert table.header == ("Contact", "Phone")
    assert rows_of(table)[:2] == [("Ann Lee", "020 7946 0142"), ("Bo Orr", "020 7946 0143")]


def test_a_file_whose_delimiter_is_a_bar_stays_one(path: Path) -> None:
    path.write_text('Contact|Notes\nAnn|"a|b"\nBo|x\n')
    book = open_file(path, "x")
    assert (book.format, book.delimiter, rows_of(book.tables[0])) == ("csv", "|", [("Ann", "a|b"), ("Bo", "x")])


ALIGNED = """Contact        Company        Phone
-------        -------        -----
Ann Lee        Acme Ltd       020 7946 0142
Bo Orr                        020 7946 0143
Cy Fox         Cedar, Sons & Daughters of the North  020 7946 0144

Dee Yu
"""


def test_columns_that_spaces_put_under_each_other(path: Path) -> None:
    table = text_file(path, ALIGNED.replace("Cedar, Sons & Daughters of the North ", "Cedar, Sons   "))
    assert table.header == ("Contact", "Company", "Phone")
    assert rows_of(table) == [
        ("Ann Lee", "Acme Ltd", "020 7946 0142"), ("Bo Orr", None, "020 7946 0143"),
        ("Cy Fox", "Cedar, Sons", "020 7946 0144"), ("Dee Yu", None, None),
    ]  # fmt: skip


def test_a_row_that_does_not_fit_is_read_by_its_gaps_and_told(path: Path) -> None:
    rows = "".join(f"Ann Lee {number:03}    Acme Ltd       020 7946 0142\n" for number in range(200))
    table = text_file(
        path, f"Contact        Company        Phone\n{rows}{ALIGNED.splitlines()[4]}\nA name of many words\n"
    )
    *_, one, last = table.rows()
    assert one.cells == ("Cy Fox", "Cedar, Sons & Daughters of the North", "020 7946 0144")
    assert one.problems == ("The columns of this row do not stand where those of the others do.",)
    assert last.cells == ("A name of many words",)


@pytest.mark.parametrize(
    "text",
    [
        "Company    ,Contact    \nAcme       ,Ann Lee    \nBirch  Co  ,Bo  Orr     \nCedar      ,Cy  Fox     \n",
        "Company\tContact\nAcme  Ltd\tAnn  Lee\nBirch  Ltd\tBo  Orr\n",
        "Company;Contact\nAcme  Ltd;Ann  Lee\nBirch  Ltd;Bo  Orr\n",
    ],
)
def test_spaces_in_the_cells_of_a_file_part_nothing(path: Path, text: str) -> None:
    path.write_text(text)
    assert open_file(path, "x").format == "csv"


def test_two_lines_are_a_table_where_the_first_names_columns(path: Path) -> None:
    assert rows_of(text_file(path, "Contact   Phone\nAnn Lee   020 7946 0142\n")) == [("Ann Lee", "020 7946 0142")]


def test_no_text_takes_long(path: Path) -> None:
    for text in ("|" * 100_000, "- " * 100_000, "a  " * 100_000, "-|" * 50_000, "--" * 50_000 + "x"):
        path.write_text(f"{text}\n{text}\n")
        with suppress(Unreadable):
            open_file(path, "x")
