"""A proposal is stored and comes back."""

from rightday.talent.cvs.understanding.proposal import Kind, Proposal, from_stored


def test_round() -> None:
    one = Proposal("a", Kind.CITY, {"text": "Leeds"}, ((1, 2),), "Sure?", "b")
    assert from_stored(one.stored()) == one
