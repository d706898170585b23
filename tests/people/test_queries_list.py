"""Lists of persons: by name and keyset, found, the nearest names."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.kernel import phones
from rightday.leads import actions as leads_actions
from rightday.people import actions, queries_list, search
from rightday.people.models import Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.timeline import actions as timeline
from tests.conftest import Cast


def add(cast: Cast, *names: str) -> list[Person]:
    return actions.add_people([actions.NewPerson(name, "") for name in names], by=cast.sam)


@given(st.lists(st.sampled_from(["Ann", "Bo", "Cy", "Zoë", "نور", "ann"]), min_size=1, max_size=9), st.integers(1, 4))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_part_after_part_is_everybody_once(inside: Cast, names: list[str], size: int):
    from django.db import transaction

    with transaction.atomic():
        add(inside, *names)
        queries_list.PAGE, before = size, queries_list.PAGE
        try:
            seen, after, parts = [], "", 0
            while parts == 0 or after:
                part = queries_list.people_list(inside.sam, after=after)
                assert part.begins is (parts == 0)
                seen += [row.id for row in part.rows]
                after, parts = part.after, parts + 1
        finally:
            queries_list.PAGE = before
        assert seen == list(Person.objects.order_by("name", "id").values_list("pk", flat=True))
        transaction.set_rollback(True)


def test_numbers_in_a_list(inside: Cast):
    bad, wrong, none = add(inside, "Bad", "Wrong", "None")
    actions.add_number(bad, phones.read("ask Tom")[0], by=inside.sam)
    number = actions.add_number(wrong, phones.read("020 7946 0731")[0], by=inside.sam)
    actions.mark_number(number, state=NumberState.WRONG, on=none.added_at.date(), by=inside.sam)
    shown = {row.plain: (row.number_state, row.number, row.dial) for row in queries_list.people_list(inside.sam).rows}
    assert shown == {
        "Bad": ("wrong", "Not a number", ""),
        "Wrong": ("wrong", "Wrong number", ""),
        "None": ("none", "No number", ""),
        "Martin Ahlqvist": ("untested", "Not tested yet", "+442079460142"),
    }


def test_the_number_to_dial_goes_before_others(inside: Cast):
    other = actions.add_number(inside.martin, phones.read("020 7946 0731")[0], by=inside.sam)
    assert queries_list.people_list(inside.sam).rows[0].dial == inside.number.e164
    PhoneNumber.objects.filter(pk=inside.number.pk).update(first=False)
    actions.make_first(other, by=inside.sam)
    assert queries_list.people_list(inside.sam).rows[0].dial == other.e164


def test_names_that_begin_with_what_was_typed_come_first(inside: Cast):
    company = actions.add_company("Marlow", by=inside.sam)
    actions.add_person(given="Tia", family="Banks", company=company, by=inside.sam)
    actions.add_person(given="Sofia", family="Marsh", by=inside.sam)
    actions.add_person(given="Marcus", family="Bell", by=inside.sam)
    found = queries_list.found_people(inside.sam, "mar")
    assert [row.plain for row in found.named] == ["Marcus Bell", "Sofia Marsh", "Tia Banks"]
    assert found.near == ()
    assert not found.more


def test_the_latest_sentence_is_shown(inside: Cast):
    leads_actions.note(inside.martin, words="Until March. Or so.", by=inside.sam)
    leads_actions.note(inside.martin, words="It is March now!", by=inside.sam)
    leads_actions.note(inside.martin, words="Nothing new.", by=inside.sam)
    (row,) = queries_list.found_people(inside.sam, "marc").said
    assert "".join(text for text, _ in row.said) == "It is March now!"


def test_words_without_an_event_are_shown_without_a_sentence(inside: Cast):
    search.add_words(inside.martin.pk, "budget")
    timeline.record("note", by=inside.sam, person=inside.martin, words="Something else.")
    (row,) = queries_list.found_people(inside.sam, "budg").said
    assert row.said == ()


def test_a_view_narrows_what_is_found(inside: Cast):
    search.put_persons([inside.martin.pk])
    assert queries_list.found_people(inside.sam, "ahl", only=queries_list.REFUSED).named == ()
    leads_actions.refuse(inside.martin, words="No.", by=inside.sam)
    (row,) = queries_list.found_people(inside.sam, "ahl", only=queries_list.REFUSED).named
    assert (row.do_not_call, row.dial, row.number) == (True, "", "")


def test_the_nearest_names(inside: Cast):
    add(inside, "Sophie Marshall", "Sofia Marsh", "Sotiris Papadopoulos", "Tom Ode")
    found = queries_list.found_people(inside.sam, "sofia marhsall")
    assert [row.plain for row in found.near] == ["Sofia Marsh", "Sophie Marshall"]
    assert queries_list.found_people(inside.sam, "so zz").near == ()
    assert queries_list.found_people(inside.sam, "").near == ()


def test_counts_stop_at_a_thousand(inside: Cast, monkeypatch):
    assert queries_list.counted() == "1"
    monkeypatch.setattr(queries_list, "COUNTED", 2)
    add(inside, "A", "B", "C")
    assert queries_list.counted() == "2+"
    assert queries_list.counted(queries_list.REFUSED) == "0"
