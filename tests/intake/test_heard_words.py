"""The patterns hold together: what they are for is tested in test_heard.py."""

from rightday.intake import heard_words
from rightday.intake.heard_words import Kind


def test_every_kind_but_a_bare_name_has_words_and_the_trigger_lets_them_through() -> None:
    assert set(heard_words.FACT) == set(Kind) - {Kind.NAME_ONLY}
    for text in ("interviewing", "has contractors", "new SAP migration", "hiring", "posted a job"):
        assert heard_words.TRIGGER.search(text)
        assert any(pattern.search(text) for pattern in heard_words.FACT.values())
