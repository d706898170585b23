"""Contact cards of all versions, whole and broken."""

from pathlib import Path

import pytest

from rightday.intake.reading import Table, open_file


def cards(path: Path, text: str, encoding: str = "utf-8") -> Table:
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    book = open_file(path, "x")
    assert book.format == "vcard"
    return book.tables[0]


def said(table: Table, place: int = 0) -> dict[str, object]:
    return {
        name: cell
        for name, cell in zip(table.header, list(table.rows())[place].cells, strict=False)
        if cell is not None
    }


CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Alan Smith\nN:Smith;Alan;;Dr;\nORG:Acme\\, Inc;Payroll\nTITLE:Head\n"


def test_a_card(path: Path) -> None:
    table = cards(
        path, CARD + "TEL;TYPE=work,voice:020 7946 0958\nTEL;TYPE=CELL:07700 900123\nEMAIL;TYPE=home:a@b.example\n"
        "ADR;TYPE=work:;;1 High St;Leeds;;LS1;UK\nNOTE:line one\\nline\n  two\nX-SKYPE:alan\nEND:VCARD\n",
    )  # fmt: skip
    assert said(table) == {
        "Full name": "Alan Smith", "Given name": "Alan", "Family name": "Smith", "Prefix": "Dr", "Company": "Acme, Inc",
        "Department": "Payroll", "Job title": "Head", "Phone work": "020 7946 0958", "Mobile": "07700 900123",
        "Email home": "a@b.example", "Address work": "1 High St, Leeds, LS1, UK", "City": "Leeds", "Country": "UK",
        "Notes": "line one\nline two",
        "X-SKYPE": "alan",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "of_company"),
    [
        ("FN:Acme\nN:;;;;\nORG:Acme\n", True), ("FN:Jo\nORG:Acme\nX-ABShowAs:COMPANY\n", True),
        ("KIND:org\nFN:Acme\n", True), ("FN:Acme\nN:Acme\nORG:Acme\n", False), ("FN:Ann Lee\nORG:Acme\n", False),
    ],
)  # fmt: skip
def test_a_card_that_names_nobody_but_a_company_is_the_companys(path: Path, lines: str, of_company: bool) -> None:
    table = cards(path, f"BEGIN:VCARD\nVERSION:4.0\n{lines}END:VCARD\n")
    assert (said(table).get("Card of a company") == "yes") is of_company


def test_town_and_country_are_those_of_the_first_address(path: Path) -> None:
    table = cards(path, CARD + "ADR:;;1 High St;Leeds;;LS1;UK\nADR:;;Rue 1;Paris;;;France\nADR:short\nEND:VCARD\n")
    assert (said(table)["City"], said(table)["Country"]) == ("Leeds", "UK")


def test_a_second_number_of_a_kind_gets_a_column(path: Path) -> None:
    table = cards(path, CARD + "TEL;TYPE=work:1\nTEL;TYPE=work:2\nTEL;TYPE=work:1\nEND:VCARD\n")
    assert [said(table)[name] for name in ("Phone work", "Phone work 2")] == ["1", "2"]


def test_version_2_1_with_quoted_printable_and_bare_types(path: Path) -> None:
    table = cards(
        path, "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\n=C3=B6rg\n"
        "TEL;WORK;FAX:1\nEMAIL;INTERNET:j@x.example\nNOTE;QUOTED-PRINTABLE:caf=E9\nEND:VCARD\n",
    )  # fmt: skip
    found = said(table)
    assert (found["Family name"], found["Given name"], found["Fax work"]) == ("Müller", "Jörg", "1")
    assert (found["Email"], found["Notes"]) == ("j@x.example", "café")


def test_labels_of_apple_and_links_of_version_4(path: Path) -> None:
    table = cards(
        path, "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nitem1.TEL;VALUE=uri:tel:+44-20\nitem1.X-ABLabel:_$!<Desk>!$_\nEND:VCARD"
    )  # fmt: skip
    assert said(table) == {"Full name": "Ann", "Phone desk": "+44-20"}


def test_pictures_are_left_out_and_broken_lines_are_told(path: Path) -> None:
    table = cards(path, CARD + "PHOTO;ENCODING=b:AAAA\n BBBB\nno colon here\nEND:VCARD\n" + CARD)
    first, second = table.rows()
    assert first.problems == ("Line 9 could not be read: no colon here",)
    assert second.problems == ("This card has no end in the file.",)
    assert "AAAA" not in str(first.cells)


def test_a_card_that_begins_before_another_has_ended_is_two(path: Path) -> None:
    assert cards(path, CARD + CARD + "END:VCARD\n").row_count == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_encodings(path: Path, encoding: str) -> None:
    assert said(cards(path, "BEGIN:VCARD\nFN:Zoë Müller\nEND:VCARD\n", encoding))["Full name"] == "Zoë Müller"
