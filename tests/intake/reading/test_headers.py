"""Which line is the header, and when there is none."""

from pathlib import Path

from tests.intake.reading.made import ALAN, HEADER, PRIYA, joined, text_file


def test_names_alone_are_no_header(path: Path) -> None:
    table = text_file(path, "Acme,Ann Lee\nBeta,Bob Ray\n")
    assert (table.header_row, table.row_count) == (None, 2)


def test_unknown_words_over_numbers_are_a_header(path: Path) -> None:
    table = text_file(path, "Gizmo,Widget\n12,13\n14,15\n16,17\n")
    assert (table.header_row, table.row_count) == (1, 3)


def test_one_column_of_addresses_under_its_name(path: Path) -> None:
    table = text_file(path, "Primary Email\na@b.example\nc@d.example\n")
    assert (table.header, table.row_count) == (("Primary Email",), 2)


def test_one_name_twice_is_still_a_header(path: Path) -> None:
    for header in ("Name,Company,Phone,Phone", "Notes,Notes,Name", "Gizmo,Gizmo,Widget"):
        count = header.count(",")
        text = f"{header}\n" + "".join(f"x{',12' * count}\n" for _row in range(3))
        table = text_file(path, text)
        assert (table.header, table.row_count) == (tuple(header.split(",")), 3)


def test_a_record_that_repeats_itself_is_no_header(path: Path) -> None:
    for record in ("Contact,Contact", "none,none,none,x"):
        table = text_file(path, f"{record}\n" + f"{record.replace('none', '12')}\n" * 3)
        assert (table.header_row, table.row_count) == (None, 4)


def test_a_header_over_one_record_alone(path: Path) -> None:
    for text in (
        "Ansprache,Anschrift,Phone\nIrene Castell,Hafenweg,0117 496 0181\n",
        "Gizmo,Widget\n12,13\n",
        "Kind,Widget\nx,0117 496 0181\n",
        "Name,Company\nIrene Castell,Sable Robotics\n",
    ):
        assert (text_file(path, text).header_row, text_file(path, text).row_count) == (1, 1)


def test_two_people_of_whom_one_has_a_number_are_two(path: Path) -> None:
    table = text_file(path, "Ruth Delacroix,Corvid Health,later\nIrene Castell,Sable Robotics,0117 496 0181\n")
    assert (table.header_row, table.row_count) == (None, 2)


def test_a_header_may_hold_a_year(path: Path) -> None:
    table = text_file(path, "Company,Contact,Phone,2026\nAcme,Ann Lee,,5\n")
    assert (table.header_row, table.row_count) == (1, 1)


def test_records_above_a_line_of_header_words_are_not_taken_for_titles(path: Path) -> None:
    table = text_file(path, joined(ALAN, PRIYA, HEADER, ALAN))
    assert (table.header_row, table.row_count) == (None, 4)
