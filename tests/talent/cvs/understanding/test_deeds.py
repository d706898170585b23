"""What they did."""

from datetime import date

from rightday.talent.cvs.understanding.deeds import deeds
from rightday.talent.cvs.understanding.positions import jobs
from rightday.talent.cvs.understanding.sections import lines


def test_four_kinds() -> None:
    text = (
        "Experience\nEngineer, Acme\n2020 – 2021\n• Cut the cost of builds by 30 %\n• Migrated two data centres without\n"
        "losing a day\n• Launched the booking site\n• Led a programme of nine people\n• Tea"
    )
    found = [(one.values["kind"], one.values["text"]) for one in deeds(jobs(lines(text), date(2026, 1, 1)))]
    assert [kind for kind, _ in found] == ["result", "challenge", "deliverable", "project"]
    assert found[1][1] == "Migrated two data centres without losing a day"
