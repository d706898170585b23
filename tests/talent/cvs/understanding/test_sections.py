"""Sections by their headings."""

from rightday.talent.cvs.understanding.sections import Section, lines


def test_headings() -> None:
    found = lines("Jo\nWORK EXPERIENCE:\nx\nSkills & Tools\ny")
    assert [one.section for one in found] == [Section.TOP, Section.WORK, Section.WORK, Section.SKILLS, Section.SKILLS]
    assert [one.heading for one in found] == [False, True, False, True, False]
