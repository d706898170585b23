import phonenumbers
import pytest

from rightday.kernel import phone_problems


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("+44 20 7946 0958", ""),
        ("+44 800 1111", ""),
        ("+44 20 7946 095", "One digit short for London. Read it back to them."),
        ("+44 161 496 000", "One digit short for Manchester. Read it back to them."),
        ("+44 20 7946 09581", "One digit too many for London. Read it back to them."),
        ("+33 1 42 68 53 0", "One digit short for France. Read it back to them."),
        ("+31 20 624 111", "One digit short for the Netherlands. Read it back to them."),
        ("+49 30 123456", ""),
        ("+49 30 12345678901234", "One digit too many for Germany. Read it back to them."),
        ("+1 212 555 014", "One digit short for the United States. Read it back to them."),
        ("+1 212 555 01422222", "This does not look like a phone number."),
        ("+44 12", "This does not look like a phone number."),
    ],
)
def test_a_number_says_what_is_wrong_with_it(written: str, problem: str) -> None:
    assert phone_problems.of_number(phonenumbers.parse(written, None)) == problem


def test_a_country_that_does_not_exist() -> None:
    number = phonenumbers.PhoneNumber(country_code=999, national_number=123456)
    assert phone_problems.of_number(number) == phone_problems.NO_SUCH_COUNTRY


def test_letters_and_lost_digits_are_seen_before_any_rule() -> None:
    assert phone_problems.of_piece("O2O 7946") == phone_problems.LETTER
    assert phone_problems.of_piece("020 7946") == ""
    assert phone_problems.of_cell("4,47E+11") == phone_problems.CUT_SHORT
    assert phone_problems.of_cell("447") == ""
