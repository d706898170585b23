"""Sentences of the timeline."""

from __future__ import annotations

import re
from pathlib import Path

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


def test_every_verb_that_is_recorded_has_its_sentence():
    """Verbs stand in the source as `record("…")`, `verb="…"`, or alone where one is chosen."""
    package = Path(rules.__file__).resolve().parents[1]
    rooms = {verb.split(".")[0] for verb in rules.PHRASES}
    found = set()
    for path in package.glob("*/*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"record\(\s*\"([a-z_.]+)\"|verb=\"([a-z_.]+)\"", text))
    verbs = {one or other for one, other in found}
    assert len(verbs) >= 20
    assert {verb for verb in verbs if verb.split(".")[0] in rooms} - set(rules.PHRASES) == set()
    assert {verb for verb in verbs if verb.split(".")[0] not in rooms} == set()


def test_every_icon_of_a_sentence_is_drawn():
    sprite = (Path(rules.__file__).resolve().parents[1] / "ui/static/ui/sprite.svg").read_text(encoding="utf-8")
    assert {phrase.icon for phrase in rules.PHRASES.values()} <= set(re.findall(r'id="i-([a-z]+)"', sprite))
