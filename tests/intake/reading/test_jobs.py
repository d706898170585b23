"""Vacancies that pages declare, in three ways."""

from pathlib import Path

import pytest

from rightday.intake.reading import open_file

JSON_LD = (
    '<html><script type="application/ld+json">{"@graph": [{"@type": "JobPosting", "title": "C&amp;A Buyer",'
    '"hiringOrganization": {"@type": "Organization", "name": "Theta Ltd", "url": "x"}, "description": "<p>Buy</p>",'
    '"baseSalary": {"currency": "GBP", "value": {"minValue": 5, "maxValue": 6, "unitText": "YEAR"}},'
    '"employmentType": ["FULL_TIME", "CONTRACTOR"], "directApply": true, "nothing": null}]}</script></html>'
)
MICRODATA = (
    '<html><div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Buyer</h1>'
    '<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">'
    '<b itemprop="name">Theta Ltd</b></span><meta itemprop="datePosted" content="2026-04-03"><a itemprop="url" href="u">x</a>'
    '<i itemprop="skills">a</i><i itemprop="skills">b</i></div></html>'
)
RDFA = (
    MICRODATA.replace("itemscope itemtype", "typeof").replace("itemprop", "property").replace("https://schema.org/", "")
)


def read(path: Path, text: str) -> dict[str, object]:
    path.write_text(text)
    book = open_file(path, "x")
    assert book.format == "jobposting"
    (row,) = book.tables[0].rows()
    return {name: cell for name, cell in zip(book.tables[0].header, row.cells, strict=False) if cell is not None}


def test_json_ld(path: Path) -> None:
    assert read(path, JSON_LD) == {
        "Job title": "C&A Buyer", "Company": "Theta Ltd", "Description": "Buy", "Salary": "GBP, 5 to 6 YEAR",
        "Type": "FULL_TIME, CONTRACTOR", "directApply": "yes",
    }  # fmt: skip


@pytest.mark.parametrize("page", [MICRODATA, RDFA], ids=["microdata", "rdfa"])
def test_microdata_and_rdfa(path: Path, page: str) -> None:
    assert read(path, page) == {
        "Job title": "Buyer", "Company": "Theta Ltd", "Posted": "2026-04-03", "Website": "u", "skills": "a, b",
    }  # fmt: skip


def test_json_by_itself(path: Path) -> None:
    assert read(path, '{"@type": "JobPosting", "title": "Buyer"}') == {"Job title": "Buyer"}
    assert read(path, '{"title": "Buyer", "description": "Buy", "company": "T"}')["Company"] == "T"


def test_a_script_that_is_no_json_is_passed_over(path: Path) -> None:
    assert read(path, '<html><script type="application/ld+json">{oops</script>' + JSON_LD)["Company"] == "Theta Ltd"
