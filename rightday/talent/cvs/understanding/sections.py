"""Lines of a CV and the sections they stand in, told by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Section(StrEnum):
    """What a part of a CV is about."""

    TOP = "top"
    WORK = "work"
    EDUCATION = "education"
    SKILLS = "skills"
    OTHER = "other"


_WORDS: Final = {
    Section.WORK: (
        "experience|work experience|professional experience|employment|employment history|work history|career|"
        "career history|career summary|relevant experience|professional background|positions|assignments|contracts|"
        "key projects|experience and projects|berufserfahrung|experience professionnelle|expérience professionnelle"
    ),
    Section.EDUCATION: (
        "education|education and training|qualifications|academic background|studies|training|certifications|"
        "certificates|courses|education and qualifications|ausbildung|formation"
    ),
    Section.SKILLS: (
        "skills|technical skills|key skills|core skills|technologies|tools|tech stack|competencies|core competencies|"
        "skills and tools|technical summary|expertise|kenntnisse|compétences"
    ),
    Section.OTHER: (
        "profile|summary|about|about me|personal statement|personal profile|objective|references|referees|interests|"
        "hobbies|languages|publications|volunteering|awards|honors/awards|personal details|contact|contact details|"
        "declaration|achievements|projects|personal projects|relevant coursework"
    ),
}
_SECTION_OF: Final = {word: section for section, words in _WORDS.items() for word in words.split("|")}


@dataclass(frozen=True, slots=True)
class Line:
    """`start` is where `text` stands in the CV."""

    start: int
    text: str
    section: Section
    heading: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def bullet(self) -> bool:
        return self.text.startswith("• ")


def lines(text: str) -> list[Line]:
    """Every line that says something, in its order."""
    found: list[Line] = []
    section = Section.TOP
    for match in re.finditer(r"[^\n\f]+", text):
        if not match[0].strip():
            continue
        heading = _heading(match[0])
        section = heading or section
        found.append(Line(match.start(), match[0], section, heading is not None))
    return found


def _heading(text: str) -> Section | None:
    if len(text) > 50:
        return None
    plain = re.sub(r"\s+", " ", text.casefold().replace("&", "and")).strip(" :.-–_|•")
    return _SECTION_OF.get(plain)
