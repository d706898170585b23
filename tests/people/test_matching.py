"""Is this somebody we know?"""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.kernel import phones
from rightday.people import actions, matching, search
from rightday.people.matching import Sought
from rightday.people.models import PhoneNumber
from rightday.people.queries import match, match_many
from rightday.people.rules import NumberState
from tests.conftest import Cast


def test_the_same_number_is_the_same_person(inside: Cast):
    found = match(phones=phones.read("(020) 7946-0142"), name="M. Ahlquist")
    assert (found.person, found.why, found.suggestions) == (inside.martin, "same number", ())
    assert found.person is not None
    assert found.person.company == inside.halden


def test_two_whole_names_with_nothing_alike_are_two_people_at_one_telephone(inside: Cast):
    assert match(phones=["+442079460142"], name="Sarah Bell").person is None
    assert match(phones=["+442079460142"], name="Sarah").person == inside.martin
    assert match(phones=["+442079460142"]).person == inside.martin


def test_the_same_address_is_the_same_person(inside: Cast):
    actions.add_email(inside.martin, "M.Ahlqvist@halden.example", by=inside.sam)
    found = match(emails=["m.ahlqvist@HALDEN.example "], name="M. Ahlqvist")
    assert (found.person, found.why) == (inside.martin, "same email")


def test_a_shared_mailbox_only_suggests(inside: Cast):
    actions.add_email(inside.martin, "info@halden.example", by=inside.sam)
    found = match(emails=["info@halden.example"], name="Martin Ahlqvist", company_name="Other")
    assert found.person is None
    assert found.suggestions[0].reasons == ("same name, another company", "shares a mailbox")


def test_a_switchboard_is_nobody(inside: Cast):
    (number,) = phones.read("020 7946 0142")
    actions.add_number(inside.halden, number, by=inside.sam)
    found = match(phones=["+442079460142"], name="Martin Ahlqvist", company_name="Halden Insurance plc")
    assert found.person is None
    assert found.suggestions[0].reasons == ("same name", "same company", "shares a number")


def test_a_number_that_two_share_is_nobody(inside: Cast):
    anna = actions.add_person(given="Anna", family="Bell", by=inside.sam, phones=phones.read("020 7946 0142"))
    found = match(phones=["+442079460142"], name="Anna Bell")
    assert found.person is None
    assert [one.person_id for one in found.suggestions] == [anna.pk]
    assert match(phones=["+442079460142"], name="Tom Ode").suggestions == ()


def test_another_extension_is_another_line(inside: Cast):
    assert match(phones=phones.read("020 7946 0142 ext 7"), name="Tom Ode").person is None


def test_a_wrong_number_is_nobody(inside: Cast):
    inside.number.state = NumberState.WRONG
    inside.number.save()
    assert match(phones=["+442079460142"]).person is None


@pytest.mark.parametrize(
    ("name", "company", "reasons"),
    [
        ("AHLQVIST, Martin", "Halden Insurance Ltd", ("same name", "same company")),
        ("M. Ahlqvist", "Halden Insurance", ("an initial only", "same company")),
        ("Martin Ahlquist", "halden insurance", ("a slip in the name", "same company")),
        ("Martin Ahlqvist", "Halden", ("same name", "similar company")),
        ("Martin Ahlqvist", "", ("same name", "company not known")),
        ("M. Ahlqvist", "Halden Insurance Group", ("an initial only", "similar company")),
    ],
)
def test_a_similar_name_at_a_similar_company_is_suggested(inside: Cast, name, company, reasons):
    search.put_companies([inside.halden.pk])
    found = match(name=name, company_name=company)
    assert found.person is None
    assert [(one.person_id, one.reasons) for one in found.suggestions] == [(inside.martin.pk, reasons)]
    assert found.suggestions[0].likeness >= 0.85


@pytest.mark.parametrize(
    ("name", "company"),
    [("Martin Ahlqvist", "Norwood Dental"), ("Tom Bell", "Halden Insurance"), ("", "Halden Insurance"), ("", "")],
)
def test_nobody_we_know(inside: Cast, name, company):
    assert match(name=name, company_name=company) == matching.Match()


def test_unreadable_numbers_are_left_out(inside: Cast):
    bad = phones.read("not a number")
    assert matching.sought_of("A B", "C", bad, []).phones == ()
    assert match(phones=bad, name="A B") == matching.Match()
    (extended,) = phones.read("020 7946 0142 x12")
    assert matching.sought_of("A B", "C", [extended], []).phones == ("+442079460142;ext=12",)


def test_the_same_number_of_statements_for_one_and_for_many(inside: Cast):
    one = Sought("Martin Ahlqvist", "Halden Insurance", ("+442079460999",), ("a@b.example",))
    known = replace(one, phones=("+442079460142",))
    with CaptureQueriesContext(connection) as few:
        match_many([one, known])
    with CaptureQueriesContext(connection) as many:
        found = match_many([one, known] * 100)
    assert len(few) == len(many) <= 9
    assert [bool(match.person) for match in found] == [False, True] * 100


def test_chunks_are_put_together_in_their_order(inside: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(matching, "CHUNK", 2)
    sought = [Sought("A B"), Sought("", "", ("+442079460142",)), Sought("C D"), Sought("", "", ("+442079460142",))]
    assert [bool(one.person) for one in match_many(sought)] == [False, True, False, True]
    assert match_many([]) == []


def test_ten_thousand_rows_a_second(inside: Cast):
    new = [actions.NewPerson(f"Given{n}", f"Family{n}", company=inside.halden if n % 9 == 0 else None,
                             phones=phones.read(f"020 7946 {n:04}")) for n in range(300, 1300)]  # fmt: skip
    actions.add_people(new, by=inside.sam, record=False)
    sought = [Sought(f"Given{n} Family{n}", f"Firm {n % 300}", (f"+4420794{n + 10000:05}",)) for n in range(2000)]
    match_many(sought[:500])
    started = time.process_time()
    match_many(sought)
    assert 2000 / (time.process_time() - started) > 4000  # 10,000 on a quiet machine


WORDS = st.sampled_from(["Martin Ahlqvist", "Ahlqvist Martin", "M Ahlqvist", "Martin Ahlquist", "Tom Bell", "Ruth"])
FIRMS = st.sampled_from(["Halden Insurance", "Halden Insurance Ltd", "Halden", "Corvid", ""])
RECORD = st.tuples(WORDS, FIRMS, st.sampled_from(["", "020 7946 0301", "020 7946 0302"]))


@given(RECORD, RECORD)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_matching_is_the_same_in_either_order(inside: Cast, one, other):
    """Whether the first record is stored and the second sought, or the other way round."""
    assert _outcome(inside, one, other) == _outcome(inside, other, one)


def _outcome(inside: Cast, stored, sought):
    from django.db import transaction

    with transaction.atomic():
        name = stored[0].partition(" ")
        company = actions.add_company(stored[1], by=inside.sam) if stored[1] else None
        person = actions.add_person(
            given=name[0], family=name[2], company=company, phones=phones.read(stored[2]), by=inside.sam
        )
        PhoneNumber.objects.filter(pk=inside.number.pk).delete()
        search.put_companies([inside.halden.pk])
        found = match(phones=phones.read(sought[2]), name=sought[0], company_name=sought[1])
        theirs = [(one.likeness, one.reasons) for one in found.suggestions if one.person_id == person.pk]
        transaction.set_rollback(True)
        return found.person is not None, found.why, theirs
