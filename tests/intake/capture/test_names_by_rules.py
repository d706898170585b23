import pytest

from rightday.intake.capture.captured import Known
from rightday.intake.capture.names_by_rules import Name, find
from rightday.intake.capture.words_in_text import split


def names(text: str, known: Known | None = None) -> tuple[Name, ...]:
    return find(split(text), known or Known())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Will Smith and May Chen", ["Will Smith", "May Chen"]),
        ("Will call Jane", ["Jane"]),
        ("ask Will", []),
        ("Tom Reed", ["Tom Reed"]),
        ("Seeing two Java Contractors on Thursday", []),
        ("Jo van der Berg", ["Jo van der Berg"]),
        ("Jo van de", ["Jo"]),
        ("University of Leeds", ["University of Leeds"]),
        ("University of the", ["University"]),
        ("Bank of, England", ["Bank"]),
        ("at Smith and Sons", ["Smith and Sons"]),
        ("at Smith and interviewing", ["Smith"]),
        ("Tom and Anna", ["Tom", "Anna"]),
        ("at Northwind Software", ["Northwind Software"]),
        ("Jane Okafor at northwind software", ["Jane Okafor", "northwind software"]),
        ("J. Smith", ["J. Smith"]),
        ("he works for Castle", ["Castle"]),
        ("company: Castle", ["Castle"]),
        ("hiring manager is Jane Okafor", ["Jane Okafor"]),
        ("Hilary Moss Castle Telecom", ["Hilary Moss", "Castle Telecom"]),
        ("Castle Data_Base 12 _x", ["Castle"]),
        ("与王小明通话关于两个承包商的事情昨天下午三点", []),
    ],
)
def test_names_and_nothing_else(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text)] == found


def test_what_introduces_a_name_decides_what_it_is() -> None:
    (person,) = names("spoke with jane okafor")
    assert person.as_person > person.as_company
    (company,) = names("interviewing at northgate rail")
    assert company.as_company > company.as_person
    (linked, _) = names("jane at northgate")
    assert linked.at_company


def test_of_a_long_list_the_first_are_taken() -> None:
    assert len(names("Jane Okafor, " * 500)) == 200


def test_a_known_company_is_cut_from_the_name_before_it() -> None:
    known = Known(company=lambda name: name if name == "Castle" else None)
    assert [name.text for name in names("Hilary Moss Castle", known)] == ["Hilary Moss", "Castle"]
