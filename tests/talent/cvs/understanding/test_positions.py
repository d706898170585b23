"""Where they worked."""

from datetime import date

import pytest

from rightday.talent.cvs.understanding.positions import jobs
from rightday.talent.cvs.understanding.sections import lines

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "head",
    [
        "Nurse at Halden\n2020 – 2021", "2020 – 2021\nNurse, Halden", "2020 – 2021 Nurse | Halden",
        "Halden 2020 – 2021\nNurse", "Nurse\nHalden\n2020 – 2021",
    ],
)  # fmt: skip
def test_heads(head: str) -> None:
    (job,) = jobs(lines(f"Experience\n{head}\n• Nights."), TODAY)
    assert (job.proposal.values["title"], job.proposal.values["company"]) == ("Nurse", "Halden")


def test_questions() -> None:
    text = "Experience\nNurse, Halden\n01/2030 – 02/2031\n• x\nNurse, Corvid\n01/2020 – 02/2030\n• x\n2001 – 2002\n• x"
    asks = [job.proposal.ask for job in jobs(lines(text), TODAY)]
    assert asks[:2] == [
        "It begins in the future. Is it agreed, or a slip?",
        "It ends in the future. Are they still there?",
    ]
    assert asks[2] == "The company is not named. Where was it?"


def test_two_alike_are_told_apart() -> None:
    text = "Experience\nNurse, Halden\n01/2020 – 02/2020\n• x.\nNurse, Halden\n06/2020 – 07/2020"
    keys = [job.proposal.key for job in jobs(lines(text), TODAY)]
    assert len(set(keys)) == 2
