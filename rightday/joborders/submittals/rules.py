"""The words of submittals, interviews and offers (FIELD_GUIDE 10)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Stop(StrEnum):
    """Why a submittal goes no further. PLACED is the good end: from then on the placement is worked on."""

    PLACED = "placed"
    CLIENT_NO = "client_no"
    CANDIDATE_NO = "candidate_no"
    OFFER_DECLINED = "offer_declined"
    COUNTER_OFFER = "counter_offer"
    OTHER_OFFER = "other_offer"
    ORDER_CLOSED = "order_closed"
    NO_SHOW = "no_show"
    WITHDRAWN = "withdrawn"


STOP_CHOICES: Final = [
    (Stop.PLACED.value, "Placed"),
    (Stop.CLIENT_NO.value, "The client said no"),
    (Stop.CANDIDATE_NO.value, "The candidate said no"),
    (Stop.OFFER_DECLINED.value, "Offer declined"),
    (Stop.COUNTER_OFFER.value, "Counter-offer accepted"),
    (Stop.OTHER_OFFER.value, "Took another offer"),
    (Stop.ORDER_CLOSED.value, "The order closed"),
    (Stop.NO_SHOW.value, "Did not start"),
    (Stop.WITHDRAWN.value, "Taken back by us"),
]


class How(StrEnum):
    """How client and candidate meet."""

    PHONE = "phone"
    VIDEO = "video"
    ON_SITE = "on_site"


HOW_CHOICES: Final = [(How.PHONE.value, "By phone"), (How.VIDEO.value, "By video"), (How.ON_SITE.value, "On site")]


class Held(StrEnum):
    """What became of an interview."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


HELD_CHOICES: Final = [
    (Held.PLANNED.value, "Planned"),
    (Held.HELD.value, "Held"),
    (Held.CANCELLED.value, "Cancelled"),
    (Held.NO_SHOW.value, "The candidate did not come"),
]


class Wanted(StrEnum):
    """Whether a candidate wants it after an interview."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


WANTED_CHOICES: Final = [(Wanted.YES.value, "Wants it"), (Wanted.UNSURE.value, "Unsure"), (Wanted.NO.value, "No")]


class OfferAnswer(StrEnum):
    """What became of an offer."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


OFFER_CHOICES: Final = [
    (OfferAnswer.ACCEPTED.value, "Accepted"),
    (OfferAnswer.DECLINED.value, "Declined"),
    (OfferAnswer.WITHDRAWN.value, "Withdrawn by the client"),
]
HOW_WORDS: Final = {How(value): words for value, words in HOW_CHOICES}
STOP_WORDS: Final = {Stop(value): words for value, words in STOP_CHOICES}
HELD_WORDS: Final = {Held(value): words for value, words in HELD_CHOICES}
WANTED_WORDS: Final = {Wanted(value): words for value, words in WANTED_CHOICES}
OFFER_WORDS: Final = {OfferAnswer(value): words for value, words in OFFER_CHOICES}


class Part(StrEnum):
    """What a candidate is prepared for, in this order; each with its words once they have been said."""

    WHO = "who"
    ASKS = "asks"
    WEAK = "weak"
    QUESTION = "question"
    MONEY = "money"
    AFTER = "after"


PART_WORDS: Final = {
    Part.WHO: "Whom they meet",
    Part.ASKS: "What will be asked",
    Part.WEAK: "The weak point, said first",
    Part.QUESTION: "What they ask back",
    Part.MONEY: "Money",
    Part.AFTER: "After it",
}


class Fits(StrEnum):
    """How a term of an offer stands to what the candidate asked for."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Watch(StrEnum):
    """What a sign of a counter-offer means."""

    RISK = "risk"
    OPEN = "open"
    FINE = "fine"
