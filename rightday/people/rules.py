"""States of a number, channels and answers of a permission."""

from __future__ import annotations

from enum import StrEnum


class NumberState(StrEnum):
    """What the last call to a number showed (FIELD_GUIDE 2)."""

    UNTESTED = "untested"
    REACHED = "reached"
    RANG_OUT = "rang_out"
    WRONG = "wrong"


NUMBER_CHOICES = [(state.value, state.name.capitalize()) for state in NumberState]


class Channel(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    TEXT = "text"


CHANNEL_CHOICES = [(channel.value, channel.name.capitalize()) for channel in Channel]


class Answer(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


ANSWER_CHOICES = [(answer.value, answer.name.capitalize()) for answer in Answer]
