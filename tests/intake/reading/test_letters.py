"""The writer's own words, what is quoted, and the numbers of a signature."""

import pytest

from rightday.intake.reading.letters import addressed, numbers, parted


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Yes.\n\nOn Mon, 3 Apr 2026 at 10:00, Dee <d@h.example> wrote:\n> Is it so?", "Yes."),
        ("Ja.\nAm 3.4.2026 um 10:00 schrieb Dee:\nIst es so?", "Ja."),
        ("Yes.\n-----Original Message-----\nFrom: Dee", "Yes."),
        ("Yes.\n________________________________\nFrom: Dee", "Yes."),
        ("Yes.\n> Is it so?\n\n> Really?", "Yes."),
        ("> Is it so?\nYes.", "> Is it so?\nYes."),
        ("On Monday I wrote to you, and nobody called.", "On Monday I wrote to you, and nobody called."),
        ("", ""),
    ],
)
def test_parted(text: str, own: str) -> None:
    said, quoted = parted(text)
    assert said == own
    assert sum(map(len, (said + quoted).split())) == sum(map(len, text.split()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grace\nTel: +44 20 7946 0142 | Mobile 07700 900123", ["+44 20 7946 0142", "07700 900123"]),
        ("Grace\nt. (020) 7946 0142 ext. 12", ["(020) 7946 0142 ext. 12"]),
        ("Grace\n+1 212 555 0142", ["+1 212 555 0142"]),
        ("Fax: 020 7946 0143", []),
        ("Order 2026 0403 1200 is late", []),
        ("Tel: 020 7946 0142" + "\nx" * 20, []),
        ("Tel: 020 7946 0142\nT: 020 7946 0142", ["020 7946 0142"]),
    ],
)
def test_numbers(text: str, found: list[str]) -> None:
    assert numbers(text) == found


def test_addressed() -> None:
    found = [addressed(name, "g@x.example") for name in ("", "Grace", "Okafor, Grace", 'Grace "G" O; x')]
    assert found == [
        "g@x.example", "Grace <g@x.example>", '"Okafor, Grace" <g@x.example>', "\"Grace 'G' O; x\" <g@x.example>",
    ]  # fmt: skip


def test_no_text_takes_long() -> None:
    for text in ("On " * 50_000, "t: 1" * 50_000, "> " * 50_000, "+1 " * 50_000):
        parted(text)
        numbers(text)
