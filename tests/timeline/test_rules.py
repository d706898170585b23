"""Sentences of the timeline."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.timeline import rules
from rightday.timeline.rules import told


@pytest.mark.parametrize(
    ("verb", "data", "title", "badge"),
    [
        ("lead.ended", {"outcome": "filled", "winner": "Stackline"}, "Priya ended this lead: filled, Stackline", ""),
        ("lead.ended", {}, "Priya ended this lead", ""),
        ("call.logged", {"result": "Progressed", "met": True}, "Priya called Nadia Petrov", "Progressed"),
        ("person.edited", {"what": ["name", "city"]}, "Priya changed Nadia Petrov: name, city", ""),
        ("lead.step_moved", {"was": "Mon 16", "due": "Tue 17"}, "Priya moved the next step from Mon 16 to Tue 17", ""),
        ("company.added", {}, "Priya added Halden", ""),
    ],
)  # fmt: skip
def test_what_happened_is_told_in_a_sentence(verb, data, title, badge):
    line = told(verb, who="Priya", data=data, person="Nadia Petrov", company="Halden")
    assert (line.title, line.badge) == (title, badge)


def test_only_a_plain_true_counts_as_met():
    assert told("call.logged", who="Priya", data={"met": True}).met
    assert not told("call.logged", who="Priya", data={"met": "yes"}).met


def test_who_is_not_known_is_the_system_and_people_without_a_name_are_somebody():
    assert told("person.added", who="", data={}).title == "Rightday added somebody"


def test_an_unknown_verb_is_told_by_its_own_words():
    assert told("market.pay_heard", who="Priya", data={}).title == "Priya: market: pay heard"
    assert told("market.pay_heard", who="", data={}).title == "Market: pay heard"


def test_every_phrase_is_a_sentence_without_names_too():
    for verb in rules.PHRASES:
        line = told(verb, who="Priya", data={})
        assert not re.search(r"[{}\[\]]", line.title + line.badge), verb


@given(st.text(max_size=40), st.dictionaries(st.text(max_size=10), st.text(max_size=20), max_size=4))
def test_no_words_break_a_sentence(sentence, values):
    assert isinstance(rules.fill(sentence, values), str)
