"""Words of headers; what they decide together with values is in test_columns.py."""

import pytest

from rightday.intake.understanding import fields
from rightday.intake.understanding.fields import Field


@pytest.mark.parametrize(
    ("header", "plain"),
    [("Date\nadded", "date added"), ("Co. Name ", "co name"), ("firstName", "first name"), ("Prénom", "prenom"),
     ("address.city", "address city"), ("E-mail", "e mail"), ("Next F/U", "next f u"), ("Fee %", "fee %")],
)  # fmt: skip
def test_headers_in_plain_form(header: str, plain: str) -> None:
    assert fields.plain(header) == plain


def test_a_plainer_header_is_surer() -> None:
    assert fields.by_header("Job title") == (Field.TITLE, 0.9)
    assert fields.by_header("Title") == (Field.TITLE, 0.8)
    assert fields.by_header("Phone 2") == (Field.PHONE, 0.75)
    assert fields.by_header("Main e-mail of theirs") == (Field.EMAIL, 0.6)
    assert fields.by_header("Shoe size") is None


@pytest.mark.parametrize("text", ["created_at", "address.line", "someThing", "field1", "id", "Company"])
def test_labels_look_like_labels(text: str) -> None:
    assert fields.is_label(text)


@pytest.mark.parametrize("text", ["Smith & Sons", "Ann Lee", "42", ""])
def test_values_do_not(text: str) -> None:
    assert not fields.is_label(text)
