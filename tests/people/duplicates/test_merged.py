"""Names that merges took away lead to whoever has the record now."""

from __future__ import annotations

from rightday.kernel import names
from rightday.people import actions as people
from rightday.people import queries
from rightday.people.duplicates import actions, merged
from rightday.people.duplicates.joining import Choice
from rightday.people.models import Company, Person
from tests.conftest import Cast
from tests.counting import counted


def firm(cast: Cast, name: str) -> Company:
    return people.add_company(name, by=cast.sam)


def person(cast: Cast, name: str, company: Company | None = None) -> Person:
    given, _, family = name.partition(" ")
    return people.add_person(given=given, family=family, company=company, by=cast.sam)


def merge_firms(cast: Cast, kept: Company, gone: Company, **choice: bool):
    return actions.merge_companies(kept.pk, gone=gone.pk, by=cast.sam, choice=Choice(**choice))


def merge(cast: Cast, kept: Person, gone: Person, **choice: bool):
    return actions.merge_persons(kept.pk, gone=gone.pk, by=cast.sam, choice=Choice(**choice))


def who(name: str, company: str = "") -> tuple[str, str]:
    found = queries.match(name=name, company_name=company)
    return (found.person.name if found.person else "", found.why)


def test_a_companys_old_name_is_the_kept_company_and_none_is_made(inside: Cast):
    meridian, corvid = firm(inside, "Meridian Freight"), firm(inside, "Corvid Logistics")
    merge = merge_firms(inside, meridian, corvid)
    assert queries.company_by_key("CORVID LOGISTICS Ltd") == meridian == firm(inside, "Corvid Logistics plc")
    assert merged.written(meridian.__class__.objects.get(pk=meridian.pk), "corvid logistics") == "Corvid Logistics"
    assert merged.written(meridian, "alder") == ""
    actions.unmerge(merge, by=inside.sam)
    assert queries.company_by_key("Corvid Logistics").pk == corvid.pk


def test_where_the_other_name_was_taken_the_first_is_the_old_one(inside: Cast):
    meridian, corvid = firm(inside, "Meridian Freight"), firm(inside, "Corvid Logistics")
    merge_firms(inside, meridian, corvid, others_name=True)
    assert queries.company_by_key("Meridian Freight") == queries.company_by_key("Corvid Logistics") == meridian
    assert Company.objects.get(pk=meridian.pk).name == "Corvid Logistics"


def test_a_living_company_goes_before_an_old_name_and_a_name_of_two_is_nobodys(inside: Cast):
    meridian, alder = firm(inside, "Meridian Freight"), firm(inside, "Alder Bank")
    merge_firms(inside, meridian, firm(inside, "Corvid Logistics"))
    again = Company.objects.create(name="Corvid Logistics", key=names.company_key("Corvid Logistics"))
    assert queries.company_by_key("Corvid Logistics") == again
    assert merged.once([again.key]).companies == {}
    merge_firms(inside, alder, again)
    assert queries.company_by_key("Corvid Logistics") is None


def test_through_several_merges(inside: Cast):
    one, two, three = (firm(inside, name) for name in ("Corvid Logistics", "Meridian Freight", "Alder Bank"))
    merge_firms(inside, two, one)
    merge_firms(inside, three, two)
    assert queries.company_by_key("Corvid Logistics") == three == queries.company_by_key("Meridian Freight")


def test_a_persons_old_name_at_that_company_is_the_kept_person(inside: Cast):
    alder = firm(inside, "Alder Bank")
    anna, berg = person(inside, "Anna Lindqvist", alder), person(inside, "Anna Berg", alder)
    assert who("Anna Berg", "Alder Bank") == ("", "")
    done = merge(inside, anna, berg)
    assert who("Anna Berg", "Alder Bank plc") == ("Anna Lindqvist", merged.WHY)
    assert who("Berg, Anna", "Corvid") == who("Anna Berg") == ("", "")  # there are many of that name elsewhere
    actions.unmerge(done, by=inside.sam)
    assert who("Anna Berg", "Alder Bank") == ("", "")


def test_a_persons_old_name_where_the_other_name_was_taken(inside: Cast):
    alder = firm(inside, "Alder Bank")
    merge(inside, person(inside, "Anna Berg", alder), person(inside, "Anna Lindqvist", alder), others_name=True)
    assert who("Anna Berg", "Alder Bank") == ("Anna Lindqvist", merged.WHY)


def test_at_a_company_that_was_merged_before_or_since(inside: Cast):
    alder, birch, corvid = (firm(inside, name) for name in ("Alder Bank", "Birch", "Corvid"))
    merge_firms(inside, alder, birch)
    merge(inside, person(inside, "Anna Lindqvist"), person(inside, "Anna Berg", alder))
    merge_firms(inside, corvid, alder)
    assert {who("Anna Berg", name) for name in ("Alder Bank", "Birch", "Corvid")} == {("Anna Lindqvist", merged.WHY)}


def test_two_of_one_name_at_one_company_and_a_living_namesake_are_for_people_to_decide(inside: Cast):
    alder = firm(inside, "Alder Bank")
    for name in ("Anna Lindqvist", "Anna Haddad"):
        merge(inside, person(inside, name, alder), person(inside, "Anna Berg", alder))
    assert who("Anna Berg", "Alder Bank") == ("", "")
    corvid = firm(inside, "Corvid")
    kept, berg = person(inside, "Anna Moran", corvid), person(inside, "Anna Berg", corvid)
    merge(inside, kept, berg)
    merge(inside, kept, person(inside, "Anna Berg"))  # twice into one record is one person
    assert who("Anna Berg", "Corvid") == ("Anna Moran", merged.WHY)
    person(inside, "Anna Berg", corvid)
    assert who("Anna Berg", "Corvid") == ("", "")


def test_who_is_sought_at_an_old_name_is_suggested_at_the_new_one(inside: Cast):
    meridian = firm(inside, "Meridian Freight")
    grace = person(inside, "Grace Lindholm", meridian)
    merge_firms(inside, meridian, firm(inside, "Corvid Logistics"))
    (found,) = queries.match(name="Grace Lindholm", company_name="Corvid Logistics").suggestions
    assert (found.person_id, found.reasons) == (grace.pk, ("same name", "same company"))


def test_one_statement_where_nobody_was_merged(inside: Cast):
    with counted() as statements:
        assert merged.once(["anna berg", "", "alder bank"]) == merged.Once()
    assert len(statements) == 1
