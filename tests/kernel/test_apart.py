"""Readers in a process of their own: what they say, and what is said when they cannot."""

import io
import pickle
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rightday.kernel import limits
from rightday.kernel.apart import Apart
from rightday.kernel.unreadable import Unreadable


@dataclass(frozen=True)
class Wish:
    path: Path
    words: str


def answers_to(asked: Wish) -> Iterator[Any]:
    if asked.words == "fall":
        raise MemoryError
    if asked.words == "refuse":
        raise Unreadable("It is empty.")
    yield from asked.words.split()


APART = Apart(__name__, says=(Wish,), answers=answers_to, stopped="It took too long.", fell="It fell over.")


@pytest.fixture(autouse=True)
def _end() -> Iterator[None]:
    yield
    APART.close()


def wish(words: str) -> Wish:
    return Wish(Path(__file__), words)


def test_answers_come_one_after_the_other() -> None:
    with APART.asked(wish("one two")) as answers:
        assert [APART.answer(answers), APART.answer(answers)] == ["one", "two"]


@pytest.mark.parametrize(("words", "said"), [("refuse", "It is empty."), ("fall", "It fell over.")])
def test_words_for_what_cannot_be_read(words: str, said: str) -> None:
    with APART.asked(wish(words)) as answers, pytest.raises(Unreadable, match=said):
        APART.answer(answers)


def test_what_took_long_is_said_to_have_taken_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STILL", -1)
    with APART.asked(wish("fall")) as answers, pytest.raises(Unreadable, match="too long"):
        APART.answer(answers)


def test_serving_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "be_apart", lambda size: None)
    monkeypatch.setattr(limits, "wait", lambda: None)
    monkeypatch.setattr(limits, "work", lambda: None)
    mine, theirs = socket.socketpair()
    with mine:
        mine.sendall(pickle.dumps(wish("one")))
        mine.shutdown(socket.SHUT_WR)
        thread = threading.Thread(target=APART.serve, args=(theirs,))
        thread.start()
        thread.join()
        assert APART.load(mine.makefile("rb")) == "one"
    theirs.close()


def test_nothing_else_is_made() -> None:
    with pytest.raises(pickle.UnpicklingError, match="nothing that a reader says"):
        APART.load(io.BytesIO(pickle.dumps(pytest.raises)))
