"""A refusal that keeps its words on the way from one process to another."""

import pickle

from rightday.kernel.unreadable import Unreadable


def test_the_reason_comes_over() -> None:
    assert pickle.loads(pickle.dumps(Unreadable("It is empty."))).reason == "It is empty."
