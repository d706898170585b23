"""Skills of the agency's library in a CV: every run of up to four words is looked up, the longest wins.

Words that are English as well ("Go", "R", "Swift") count only where a list or a sentence's end parts them off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rightday.talent.cvs.understanding.positions import Job
from rightday.talent.cvs.understanding.proposal import Kind, Proposal, Span
from rightday.talent.cvs.understanding.sections import Line

_WORD: Final = re.compile(r"(?<![\w.])\.NET\b|[^\W_][\w]*(?:[.'’-]\w+)*(?:\+\+|#)?(?!\w)")
_DOUBTFUL: Final = frozenset(
    "go r c d rest swift spark rust react excel word access ruby scala dart chef puppet julia ada crystal elm flow "
    "express ember solid lean agile oracle unity sage make hive pig storm beam snowflake assembly basic teams".split()
)
_AROUND: Final = frozenset(",;/|().:•·&\n\f")
_LONGEST: Final = 4
MOST_WORDS: Final = 30_000


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand beside each other and their folded key."""

    key: str
    start: int
    end: int
    words: int


def runs(lines: Iterable[Line], fold: Callable[[str], str]) -> list[Run]:
    """Every run of up to four words within a line; `fold` gives the library's key of a text."""
    found: list[Run] = []
    for line in lines:
        words = list(_WORD.finditer(line.text))
        for at in range(len(words)):
            for count in range(1, min(_LONGEST, len(words) - at) + 1):
                start, end = words[at].start(), words[at + count - 1].end()
                text = line.text[start:end]
                if count > 1 and any(sign in text for sign in ",;|()•"):
                    break
                key = fold(text)
                if key:
                    found.append(Run(key, line.start + start, line.start + end, count))
        if len(found) > MOST_WORDS * _LONGEST:
            break
    return found


def skills(text: str, found: Sequence[Run], known: dict[str, tuple[int, str]], jobs: Sequence[Job]) -> list[Proposal]:
    """A proposal each skill, with all its places. `known`: key → id and name of the skill in the library."""
    places: dict[int, list[Span]] = {}
    names: dict[int, str] = {}
    until = -1
    for run in sorted(found, key=lambda run: (run.start, -run.words)):
        if run.start < until or run.key not in known or not _meant(text, run):
            continue
        skill_id, name = known[run.key]
        places.setdefault(skill_id, []).append((run.start, run.end))
        names[skill_id] = name
        until = run.end
    return [_proposal(skill_id, names[skill_id], spans, jobs) for skill_id, spans in places.items()]


def _meant(text: str, run: Run) -> bool:
    written = text[run.start : run.end]
    if written.casefold() not in _DOUBTFUL:
        return True
    if not written[0].isupper():
        return False
    after = text[run.end : run.end + 12]
    parted = (
        not after.strip() or after.lstrip(" ")[0] in _AROUND or re.match(r" (?:and|or|developer|engineer)\b", after)
    )
    return bool(parted)


def _proposal(skill_id: int, name: str, spans: list[Span], jobs: Sequence[Job]) -> Proposal:
    used = [job for job in jobs if _within(job, spans)]
    where = list(dict.fromkeys(str(job.proposal.values["company"] or job.proposal.values["title"]) for job in used))
    ask = ""
    if not used:
        ask = "Named without saying where it was used. In which job?"
    elif len(spans) == 1:
        ask = "Named once. Used it, or built with it?"
    current = any(job.proposal.values["current"] for job in used)
    last = "" if current else max((str(job.proposal.values["ended"]) for job in used), default="")
    values = {
        "skill": skill_id, "text": name, "where": where[:4], "years": _years(used), "last": last,
        "current": current,
    }  # fmt: skip
    of = used[0].proposal.key if used else ""
    return Proposal(f"skill:{skill_id}", Kind.SKILL, values, tuple(spans[:20]), ask, of)


def _within(job: Job, spans: Sequence[Span]) -> bool:
    parts = [*job.proposal.spans, *((line.start, line.end) for line in job.body)]
    return any(start <= at < end for at, _ in spans for start, end in parts)


def _years(used: Sequence[Job]) -> int:
    """Whole years of the positions that name it, 0 where none ended or nothing is known."""
    total = 0
    for job in used:
        values = job.proposal.values
        if values["ended"]:
            total += int(values["ended"][:4]) - int(values["began"][:4])
    return min(total, 60)
