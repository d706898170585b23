"""Pure functions that remember their answers, and can be told answers that another process found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 8_192


class Remembered(Generic[T]):
    """A function of one text; the last MOST answers or fewer are kept.

    `told()` gives what was found out since it was last asked, so that one process can think for
    another: `learn` makes the answers known there. Only a process that has called `tell` keeps count.
    """

    def __init__(self, function: Callable[[str], T]) -> None:
        self.__wrapped__ = function
        update_wrapper(self, function)
        self._known: dict[str, T] = {}
        self._fresh: dict[str, T] | None = None

    def __call__(self, text: str) -> T:
        try:
            return self._known[text]
        except KeyError:
            answer = self.__wrapped__(text)
            self.learn({text: answer})
            if self._fresh is not None:
                self._fresh[text] = answer
            return answer

    def learn(self, answers: Mapping[str, T]) -> None:
        if len(self._known) + len(answers) > MOST:
            self._known = {}  # a new one: another thread may be reading
        self._known.update(answers)

    def tell(self) -> None:
        self._fresh = {}

    def told(self) -> dict[str, T]:
        fresh, self._fresh = self._fresh or {}, {}
        return fresh
