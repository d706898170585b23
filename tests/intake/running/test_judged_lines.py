"""Lines judged with what the book knows, and with the lines before them."""

from __future__ import annotations

from datetime import date

from rightday.intake.running.judged_lines import JudgedLine, judge_lines
from rightday.intake.running.lines import Line
from rightday.intake.understanding.holds import Holds as Table
from rightday.intake.understanding.records import Record
from rightday.intake.understanding.seen import Seen
from rightday.people import actions as people
from rightday.people.duplicates import actions as duplicates
from rightday.people.models import Person
from tests.conftest import Cast
from tests.counting import counted
from tests.intake.records import TODAY, record


def lines(*records: Record) -> list[Line]:
    return [Line(order, "Leads", Table.LEADS, one, {}) for order, one in enumerate(records, 1)]


def judged(*records: Record, seen: Seen | None = None, first_index: int = 0) -> list[JudgedLine]:
    return judge_lines(lines(*records), seen or Seen(), TODAY, first_index=first_index)


def became(found: list[JudgedLine]) -> list[str]:
    return [one.judged.became for one in found]


def test_somebody_of_the_book(inside: Cast) -> None:
    (found,) = judged(record("M. Ahlqvist", phone="020 7946 0142"))
    assert (found.judged.became, found.person, found.earlier) == ("known", inside.martin, None)


def test_somebody_of_the_book_brings_numbers_that_later_rows_share(inside: Cast) -> None:
    known, again, other = judged(
        record("Martin Ahlqvist", phone="020 7946 0142 / 07700 900123", email="m@halden.example"),
        record("M. Ahlqvist", phone="07700 900123"),
        record("Martin Ahlqvist", email="M@halden.example"),
    )
    assert known.person == inside.martin
    assert (again.judged.became, again.earlier, again.judged.why.split(".")[0]) == ("known", 0, "Same number as Martin Ahlqvist, in an earlier row")  # fmt: skip
    assert (other.judged.became, other.earlier) == ("known", 0)


def test_numbers_of_a_second_row_are_the_first_ones_too(inside: Cast) -> None:
    found = judged(
        record("Ada King", email="ada@alder.example"),
        record("Ada King", phone="020 7946 0777", email="ada@alder.example"),
        record("Ada King", phone="020 7946 0777"),
    )
    assert became(found) == ["intelligence", "known", "known"]
    assert [one.earlier for one in found] == [None, 0, 0]


def test_somebody_alike_in_the_book(inside: Cast) -> None:
    with_company, without = judged(record("Martin Ahlqvist", "Halden Insurance"), record("Martin Ahlqvist"))
    assert with_company.judged.why == "Like Martin Ahlqvist, Halden Insurance: same name, same company"
    assert [one.person_id for one in with_company.like] == [inside.martin.pk]
    Person.objects.update(company=None)
    assert judged(record("Martin Ahlqvist"))[0].judged.why == "Like Martin Ahlqvist: same name, company not known"
    assert without.judged.became == "decide"


def test_somebody_alike_in_an_earlier_row(inside: Cast) -> None:
    _, found = judged(record("Ada King", "Alder Bank"), record("A. King", "Alder Bank"), first_index=40)
    assert (found.judged.became, found.like_earlier, found.reasons) == (
        "decide",
        40,
        ("an initial only", "same company"),
    )
    assert found.likeness >= 0.85
    assert found.judged.why.startswith("Like Ada King, in an earlier row: ")


def test_nobody_and_a_company_alone_are_looked_for_nowhere(inside: Cast) -> None:
    seen = Seen()
    assert became(judged(record(), record(company="Halden Insurance", phone="020 7946 0142"), seen=seen)) == ["refused", "intelligence"]  # fmt: skip
    assert seen == Seen()


def test_as_many_statements_for_a_chunk_as_for_a_line(inside: Cast, today: date) -> None:
    rows = [record(f"Ada{n} King{n}", f"Alder {n}", f"020 7946 0{n:03}", f"a{n}@alder.example") for n in range(40)]
    judged(rows[0])
    with counted() as one:
        judged(rows[0])
    with counted() as many:
        judged(*rows)
    assert len(one) == len(many) > 0


def test_old_names_of_a_merge_join_the_kept_records_and_say_so(inside: Cast) -> None:
    by = inside.sam
    corvid = people.add_company("Corvid Logistics", by=by)
    berg = people.add_person(given="Anna", family="Berg", company=corvid, by=by)
    duplicates.merge_persons(inside.martin.pk, gone=berg.pk, by=by)
    duplicates.merge_companies(inside.halden.pk, gone=corvid.pk, by=by)
    known, new, alone, refused, plain = judged(
        record("Anna Berg", "Corvid Logistics Ltd"),
        record("Omar Haddad", "CORVID LOGISTICS"),
        record(company="Corvid Logistics"),
        record(),
        record("Tess Moran", "Alder Bank"),
    )
    assert (known.judged.became, known.person) == ("known", inside.martin)
    assert known.judged.why == (
        "Same person since a merge as Martin Ahlqvist. Added to their record, nothing replaced. "
        "Corvid Logistics Ltd is Halden Insurance since a merge"
    )
    assert new.judged.why.endswith("CORVID LOGISTICS is Halden Insurance since a merge")
    assert alone.judged.why.endswith("who decides on hires there? Corvid Logistics is Halden Insurance since a merge")
    assert all("merge" not in one.judged.why for one in (refused, plain))
