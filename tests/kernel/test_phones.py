import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.kernel import phones
from rightday.kernel.phones import Phone, read
from tests.kernel.shared import DATA, needs_data


def numbers(cell: object, region: str = "GB") -> list[str | None]:
    return [phone.e164 for phone in read(cell, region)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "e164"),
    [
        ("+442079460142", "+442079460142"),
        ("020 7946 0958", "+442079460958"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("0044 (0)20 7946 0958", "+442079460958"),
        ("(020) 7946-0958", "+442079460958"),
        ("tel:+44-20-7946-0958", "+442079460958"),
        ("07700 900123", "+447700900123"),
        ("Mob. 07700 900123", "+447700900123"),
        ("m07700 900123", "+447700900123"),
        (2079460958, "+442079460958"),
        (2079460958.0, "+442079460958"),
        ("2079460958.0", "+442079460958"),
        (447700900123, "+447700900123"),
        (7700900789, "+447700900789"),
        ("4722955555", "+4722955555"),
        ("+47 22 95 55 55", "+4722955555"),
        ("+972-3-555-0100", "+97235550100"),
        ("+1 212 555 0142", "+12125550142"),
        ("+39 (0)6 1234567", "+39061234567"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "+447700900123"),
        ("\u202a020 7946\u00a00958\u202c", "+442079460958"),
        ("020‑7946–0958", "+442079460958"),
        ("0800 1111", "+448001111"),
    ],
)
def test_a_number_is_read_however_it_is_written(cell: str | int, e164: str) -> None:
    (phone,) = read(cell)
    assert (phone.e164, phone.problem) == (e164, "")


@pytest.mark.parametrize(
    ("cell", "region", "e164"),
    [
        ("030/1234567", "DE", "+49301234567"),
        ("(212) 555-0142", "US", "+12125550142"),
        ("2125550142", "us", "+12125550142"),
        ("473-555-0111", "US", "+14735550111"),  # of a film; read as if a plus was lost it would be Norwegian
        (4735550111, "CA", "+14735550111"),
        ("1 473 555 0111", "US", "+14735550111"),
        ("020 7946 0958", "uk", "+442079460958"),
        (612345678, "IT", "+390612345678"),
        ("011 44 20 7946 0958", "US", "+442079460958"),
        ("00442079460958", "US", "+442079460958"),
    ],
)
def test_the_region_says_how_a_number_without_country_is_dialled(cell: str, region: str, e164: str) -> None:
    assert numbers(cell, region) == [e164]


@pytest.mark.parametrize("written", ["ext. 12", "ext 12", "extension 12", "x12", "#12", ", ext: 12", "(ext 12)"])
def test_the_extension_is_kept_apart(written: str) -> None:
    assert read(f"020 7946 0958 {written}") == (Phone(f"020 7946 0958 {written}", "+442079460958", "12", ""),)


@pytest.mark.parametrize(
    "cell",
    [
        "0161 496 0000 / 07700 900456",
        "0161 496 0000, 07700 900456",
        "0161 496 0000; 07700 900456",
        "0161 496 0000\n07700 900456",
        "0161 496 0000 or 07700 900456",
        "0161 496 0000 & 07700 900456",
        "0161 496 0000 07700 900456",
        "0161 496 0000 - 07700 900456",
        "+44 161 496 0000 +44 7700 900456",
        "Tel: 0161 496 0000 Mob: 07700 900456",
        "0161 496 0000 (office) 07700 900456 (mobile)",
    ],
)
def test_all_numbers_of_a_cell_are_read(cell: str) -> None:
    assert numbers(cell) == ["+441614960000", "+447700900456"]


def test_each_of_several_numbers_keeps_its_own_text_and_extension() -> None:
    first, second = read("020 7946 0958 ext 12 / 07700 900456")
    assert (first.typed, first.ext, second.typed, second.ext) == (
        "020 7946 0958 ext. 12", "12", "07700 900456", "",
    )  # fmt: skip


def test_the_neighbouring_line_of_a_switchboard_is_no_number_of_its_own() -> None:
    assert numbers("0161 496 0000/1") == ["+441614960000"]


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("020 7946 095", "One digit short for London. Read it back to them."),
        ("020 7946 09", "Two digits short for London. Read it back to them."),
        ("07700 90012", "One digit short for a British mobile. Read it back to them."),
        ("01234 56789", "One digit short for the United Kingdom. Read it back to them."),
        ("+44 20 7946 09580", "One digit too many for London. Read it back to them."),
        ("+1 212 555 014", "One digit short for the United States. Read it back to them."),
        ("7946 0958", "The area code is missing. Ask for it."),
        ("O2O 7946 0958", "There is a letter among the digits. Type the number again with digits only."),
        ("0770O 900123", "There is a letter among the digits. Type the number again with digits only."),
        (
            "4.47701E+11",
            "The spreadsheet cut this number short. Format the column as text and read it again.",
        ),
        ("+999 123456", "No country has this code. Check the digits after the +."),
        ("+", "This does not look like a phone number."),
        ("123", "This does not look like a phone number."),
        ("n/a", "This does not look like a phone number."),
        ("1" * 401, "This is too long for a phone number. Put the number alone in the field."),
        ("1" * 300, "This does not look like a phone number."),
    ],
)
def test_a_number_that_cannot_be_dialled_says_what_to_do(cell: str, problem: str) -> None:
    assert read(cell) == (Phone(cell, None, "", problem),)


def test_an_unknown_region_asks_for_the_country_code() -> None:
    (phone,) = read("020 7946 0958", "")
    assert phone.problem == "The country is not known. Start the number with + and the country code."
    assert numbers("+44 20 7946 0958", "") == ["+442079460958"]


@pytest.mark.parametrize("cell", ["", "   ", float("nan"), float("inf")])
def test_an_empty_cell_holds_no_number(cell: str | float) -> None:
    assert read(cell) == ()


def test_a_number_is_spaced_for_reading_aloud() -> None:
    assert phones.spaced("+442079460142") == "+44 20 7946 0142"
    assert phones.spaced("+12125550142") == "+1 212 555 0142"
    assert phones.spaced("call her") == "call her"


def test_the_link_dials_the_extension_too() -> None:
    assert phones.href("+442079460142") == "tel:+442079460142"
    assert phones.href("+442079460142", "12") == "tel:+442079460142;ext=12"


@pytest.mark.parametrize(
    ("e164", "region", "zone"),
    [
        ("+442079460142", "GB", "Europe/London"),
        ("+447700900123", "GB", "Europe/London"),
        ("+12125550142", "US", "America/New_York"),
        ("+4722955555", "NO", "Europe/Oslo"),
        ("+61412345678", "AU", None),  # a mobile of any of Australia's zones
        ("+80012345678", "", None),
        ("nobody", "", None),
        ("+99912345678", "", None),
    ],
)
def test_a_number_tells_its_country_and_its_zone_when_only_one_is_left(
    e164: str, region: str, zone: str | None
) -> None:
    assert (phones.region_of(e164), phones.zone_of(e164)) == (region, zone)


@given(st.text() | st.integers() | st.floats(), st.sampled_from(["GB", "US", "IT", "", "??"]))
def test_no_cell_makes_it_fail(cell: str | int | float, region: str) -> None:
    for phone in read(cell, region):
        assert (phone.e164 is None) == bool(phone.problem)


@given(st.text(alphabet="0123456789+() -/.,;xext&o", max_size=60))
def test_what_was_read_reads_the_same_again(cell: str) -> None:
    for phone in read(cell):
        if phone.e164:
            assert numbers(phone.e164) == [phone.e164]
            assert numbers(phones.spaced(phone.e164)) == [phone.e164]


@needs_data
def test_the_examples_of_all_regions() -> None:
    with (DATA / "phones" / "libphonenumber_examples.csv").open(encoding="ascii") as file:
        rows = list(csv.DictReader(file))
    wrong = [row for row in rows if numbers(row["raw"], row["region"]) != [row["e164"]]]
    assert (len(rows), wrong) == (488, [])


@needs_data
def test_the_numbers_of_the_lead_tracker() -> None:
    truth = json.loads((DATA / "synthetic" / "lead_tracker_uk.xlsx.truth.json").read_text(encoding="utf-8"))
    for written, expected in truth["phones_e164_default_GB"].items():
        cell = int(written.split()[0]) if written.endswith("(number cell)") else written
        found = [phones.href(p.e164 or "", p.ext).removeprefix("tel:") for p in read(cell)]
        assert found == (expected if isinstance(expected, list) else [expected])
