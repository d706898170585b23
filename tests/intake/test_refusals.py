"""Words by which somebody said no; in rows they are tested in test_rules.py."""

import pytest

from rightday.intake import refusals


@pytest.mark.parametrize(
    "text",
    ["do not contact", "Don’t call again", "DNC", "please don't phone me", "never call",
     "no further contact", "opted out",
     "blacklisted", "asked to be removed", "take him off the list", "GDPR request", "ne plus appeler", "no llamar",
     "Kontaktsperre", "keine Anrufe", "niet meer bellen", "non contattare", "não ligar", "nie dzwonić", "ring ej",
     "ikke kontaktes", "älä soita", "nekontaktovat", "ne pas nous rappeler", "TPS registered", "leave him alone",
     "doesn't want to be contacted", "not to be approached", "did not want any more calls"],
)  # fmt: skip
def test_refusals_are_found(text: str) -> None:
    found = refusals.in_words(f"Spoke in May, {text}.")
    assert found is not None
    assert not found.mail_only


@pytest.mark.parametrize(
    "text",
    ["", "no", "don't call before ten", "do not call in the mornings", "do not contact via LinkedIn", "called twice"],
)
def test_hours_and_ways_are_no_refusals(text: str) -> None:
    assert refusals.in_words(text) is None


def test_mail_alone() -> None:
    found = refusals.in_words("unsubscribed in May")
    assert found == refusals.Refusal("unsubscribed", mail_only=True)


@pytest.mark.parametrize(
    ("header", "text", "words"),
    [("Do not call", "Yes", "Do not call"), ("Do not call", "since May", "Do not call: since May"), ("", "x", "x"),
     ("Do not call", "No", None), ("Do not call", " ", None)],
)  # fmt: skip
def test_answers_in_a_column(header: str, text: str, words: str | None) -> None:
    found = refusals.in_column(header, text)
    assert (found.words if found else None) == words


def test_a_column_about_mail_is_about_mail() -> None:
    found = refusals.in_column("Do not e-mail", "y")
    assert found is not None
    assert found.mail_only
