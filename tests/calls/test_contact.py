"""What every logged call does, whatever it was about."""

from __future__ import annotations

import pytest

from rightday.calls.contact import dialled, next_words
from rightday.calls.rules import Result
from rightday.people.models import PhoneNumber
from tests import desk


def test_the_number_said_is_taken_when_it_is_theirs(inside):
    other = PhoneNumber.objects.create(person=inside.martin, typed="2", e164="+442079460199", state="wrong")
    both = [other, inside.number]
    assert dialled(other.pk, both) == other
    assert dialled(None, both) == inside.number
    assert dialled(999, [other]) is None


@pytest.mark.parametrize(("result", "words"), [(Result.NO_ANSWER, "try again"), (Result.MET, "progress update")])
def test_the_words_of_what_comes_next(inside, result, words):
    from rightday.agenda.rules import Of

    assert next_words(result, desk.step(inside.jo, inside.martin, Of.ORDER)) == words
