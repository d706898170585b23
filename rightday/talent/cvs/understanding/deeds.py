"""What somebody did in a position: results in numbers, challenges solved, what was delivered, projects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rightday.kernel.folding import fold
from rightday.talent.cvs.understanding.positions import Job
from rightday.talent.cvs.understanding.proposal import Kind, Proposal
from rightday.talent.cvs.understanding.sections import Line

_RESULT: Final = re.compile(
    r"\b(?:reduc|cut|increas|grew|grow|sav|rais|improv|doubl|halv|trebl|lower|shorten)\w*\b.*\d"
    r"|\d+(?:\.\d+)? ?%|[£$€] ?\d",
    re.IGNORECASE,
)
_CHALLENGE: Final = re.compile(
    r"\b(?:solv|fix|resolv|rescu|recover|migrat|turn(?:ed)? (?:it )?around|stabilis|stabiliz|overc[ao]m|diagnos)\w*",
    re.IGNORECASE,
)
_DELIVERED: Final = re.compile(
    r"\b(?:built|deliver|launch|shipp|implement|design|introduc|creat|develop|wrote|rolled out|set up|establish)\w*",
    re.IGNORECASE,
)
_PROJECT: Final = re.compile(r"\b(?:project|programme|team of|led|responsible for)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]?")
_MOST: Final = 12


def deeds(jobs: Sequence[Job]) -> list[Proposal]:
    """At most a dozen of each position, a sentence or a bullet each."""
    return [one for job in jobs for one in list(_of(job))[:_MOST]]


def _of(job: Job) -> Iterator[Proposal]:
    seen: set[str] = set()
    for start, words in _sentences(job.body):
        kind = _kind(words)
        key = fold(words)[:80]
        if kind and key not in seen and len(words) >= 20:
            seen.add(key)
            values = {"kind": kind, "text": words[:500]}
            yield Proposal(
                f"deed:{job.proposal.key}:{key}", Kind.DEED, values, ((start, start + len(words)),), of=job.proposal.key
            )


def _sentences(body: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Each with where it begins; what runs on over the end of a line is one."""
    for start, text in _paragraphs(body):
        for match in _SENTENCE.finditer(text):
            words = match[0].strip()
            if words:
                yield start + match.end() - len(match[0].lstrip()), words


def _paragraphs(body: Sequence[Line]) -> list[tuple[int, str]]:
    """A bullet, or lines that run on, as one; each line end stands as a blank, so that places stay right."""
    found: list[tuple[int, str]] = []
    for line in body:
        begins = line.bullet or not found or found[-1][1].rstrip().endswith((".", ":", "!", "?"))
        gap = 0 if begins else line.start - found[-1][0] - len(found[-1][1])
        if begins or gap > 1:
            lead = 2 if line.bullet else 0
            found.append((line.start + lead, line.text[lead:]))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.text}")
    return found


def _kind(words: str) -> str:
    for kind, pattern in (
        ("result", _RESULT),
        ("challenge", _CHALLENGE),
        ("deliverable", _DELIVERED),
        ("project", _PROJECT),
    ):
        if pattern.search(words):
            return kind
    return ""
