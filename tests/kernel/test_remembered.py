"""Answers are kept, forgotten before they are too many, and can be told to another process."""

from __future__ import annotations

from rightday.kernel import remembered
from rightday.kernel.remembered import Remembered


def test_an_answer_is_found_once():
    asked: list[str] = []
    shout = Remembered(lambda text: asked.append(text) or text.upper())
    assert [shout("a"), shout("b"), shout("a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_it_looks_like_the_function_it_keeps():
    def shout(text: str) -> str:
        """In capitals."""
        return text.upper()

    kept = Remembered(shout)
    assert (kept.__name__, kept.__doc__, kept.__module__) == ("shout", "In capitals.", __name__)


def test_another_process_tells_what_it_found():
    here, there = Remembered(lambda text: text.upper()), Remembered(lambda text: text.upper())
    assert there("before") == "BEFORE"
    there.tell()
    there("a"), there("a"), there("b")
    answers = there.told()
    assert answers == {"a": "A", "b": "B"}
    assert there.told() == {}
    here.learn(answers | {"c": "told, not found"})
    assert here("c") == "told, not found"
    assert here.told() == {}


def test_it_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(remembered, "MOST", 3)
    kept = Remembered(lambda text: text.upper())
    for text in "abcdefgh":
        assert kept(text) == text.upper()
        assert len(kept._known) <= 3
