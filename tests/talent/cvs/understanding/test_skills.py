"""Runs of words, looked up."""

from rightday.talent.cvs.understanding.sections import lines
from rightday.talent.cvs.understanding.skills import runs, skills
from rightday.talent.skills.rules import key


def test_the_longest_wins() -> None:
    text = "Skills\nAmazon Web Services, C#"
    known = {key("Amazon Web Services"): (1, "AWS"), key("web services"): (2, "Web services"), key("C#"): (3, "C#")}
    found = skills(text, runs(lines(text), key), known, [])
    assert [one.values["text"] for one in found] == ["AWS", "C#"]
