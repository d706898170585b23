"""Where somebody worked: a line with a period, and the words around it that say what as and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rightday.kernel.names import company_key
from rightday.talent.cvs.understanding.periods import Period, period_in
from rightday.talent.cvs.understanding.proposal import Kind, Proposal
from rightday.talent.cvs.understanding.sections import Line, Section

_TITLE: Final = re.compile(
    r"\b(?:engineer|developer|manager|consultant|analyst|architect|director|lead|head|officer|administrator|designer|"
    r"programmer|specialist|assistant|associate|intern|scientist|tester|nurse|accountant|controller|buyer|planner|"
    r"coordinator|executive|recruiter|technician|operator|supervisor|owner|master|founder|partner|president|chief|cto|"
    r"ceo|cfo|cio|vp|contractor|freelance\w*|trainee|apprentice|teacher|lecturer|sales\w*|representative|advisor|adviser|"
    r"secretary|clerk|driver|chef|sre|dba|devops|qa|member|entwickler\w*|ingenieur\w*|leiter\w*)\b",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"\s+(?:at|@|bei|chez)\s+")
_PARTED: Final = re.compile(r"\s+[–—|·-]\s+|\s*[|·]\s*|,\s+|\t+|\s{2,}")
_FORMS: Final = re.compile(r",?\s+(?:ltd|limited|plc|inc|llc|llp|gmbh|ag|sa|bv)\b\.?", re.IGNORECASE)
_BOSS: Final = re.compile(
    r"(?i:line manager|manager|supervisor|reporting to|reported to|reports to)\s*:?\s+(?:the\s+)?"
    r"((?:[A-Z]\.|[A-Z][\w'’-]+)(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w'’-]+){1,2})(?:,\s*([A-Z][\w ]{2,60}))?",
)
_LONGEST_HEAD: Final = 110
MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Job:
    """A position's proposal, and the lines that tell of it."""

    proposal: Proposal
    body: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    first: int  # lines[first:after] are its head
    after: int
    period: Period
    line: int  # where the line of the period begins
    texts: tuple[tuple[int, str], ...]


def jobs(lines: Sequence[Line], today: date) -> list[Job]:
    """In the order in which the CV names them."""
    named = any(line.section is Section.WORK for line in lines)
    work = [line for line in lines if line.section in ((Section.WORK,) if named else (Section.TOP, Section.OTHER))]
    work = [line for line in work if not line.heading]
    heads = _heads(work, today)
    found: list[Job] = []
    for place, head in enumerate(heads[:MOST]):
        end = heads[place + 1].first if place + 1 < len(heads) else len(work)
        body = tuple(work[head.after : max(head.after, end)])
        found.append(Job(_proposal(head, body, today), body))
    return _asked(found)


def _heads(work: Sequence[Line], today: date) -> list[_Head]:
    found: list[_Head] = []
    taken = 0
    for at, line in enumerate(work):
        period = None if line.bullet or len(line.text) > _LONGEST_HEAD or at < taken else period_in(line.text, today)
        if period is None:
            continue
        head = _head(work, at, period, taken)
        found.append(head)
        taken = head.after
    return found


def _head(work: Sequence[Line], at: int, period: Period, taken: int) -> _Head:
    """The words on the line of the period; what is not said there stands above, or else below."""
    line = work[at]
    rest = [(0, line.text[: period.start]), (period.end, line.text[period.end :])]
    texts = [(line.start + offset, text) for offset, text in rest if sum(map(str.isalpha, text)) > 1]
    first, after = at, at + 1
    if len(_parts(texts)) < 2:
        above = work[at - 1] if at > taken else None
        below = work[at + 1] if at + 1 < len(work) else None
        if above is not None and _is_head(above) and (not texts or at - 1 == taken):
            texts.insert(0, (above.start, above.text))
            first = at - 1
            two_up = work[at - 2] if at - 2 >= taken else None
            if len(_parts(texts)) < 2 and two_up is not None and _is_head(two_up):
                texts.insert(0, (two_up.start, two_up.text))
                first = at - 2
        if len(_parts(texts)) < 2 and below is not None and _is_head(below):
            texts.append((below.start, below.text))
            after = at + 2
    return _Head(first, after, period, line.start, tuple(texts))


def _is_head(line: Line) -> bool:
    ends = line.text.rstrip().endswith((".", ";")) and not _FORMS.search(line.text)
    return not (line.bullet or ends or len(line.text) > 90)


def _parts(texts: Sequence[tuple[int, str]]) -> list[str]:
    found: list[str] = []
    for _start, text in texts:
        whole = _FORMS.sub(lambda form: form[0].replace(",", ""), _AT.sub(" | ", text))
        parts = (part.strip(" ,;:|–—-") for part in _PARTED.split(whole))
        found += [part for part in parts if sum(map(str.isalpha, part)) > 1]
    return found


def _proposal(head: _Head, body: Sequence[Line], today: date) -> Proposal:
    parts = _parts(head.texts)
    titles = [part for part in parts if _TITLE.search(part)]
    title = titles[0] if titles else (parts[1] if len(parts) > 1 else "")
    others = [part for part in parts if part != title]
    company = others[0] if others else ""
    period = head.period
    values = {
        "title": title[:160], "company": company[:200], "began": period.began.isoformat(),
        "ended": period.ended.isoformat() if period.ended else "", "current": period.now,
        "months": period.began_month and period.ended_month, **_boss(body),
    }  # fmt: skip
    spans = tuple((start, start + len(text.rstrip(" ,;|–—-"))) for start, text in head.texts)
    key = f"position:{company_key(company) if company else ''}:{period.began.year}:{title.casefold()[:60]}"
    ask = _unsure(title, company, period, today)
    return Proposal(key, Kind.POSITION, values, (*spans, _place(head)), ask)


def _place(head: _Head) -> tuple[int, int]:
    """Where the period stands."""
    return head.line + head.period.start, head.line + head.period.end


def _boss(body: Sequence[Line]) -> dict[str, str]:
    for line in body:
        match = _BOSS.search(line.text)
        if match:
            return {"supervisor": match[1], "supervisor_title": (match[2] or "").strip()}
    return {"supervisor": "", "supervisor_title": ""}


def _unsure(title: str, company: str, period: Period, today: date) -> str:
    if not company:
        return "The company is not named. Where was it?"
    if not title:
        return "No title is written. What were they there?"
    if period.began > today:
        return "It begins in the future. Is it agreed, or a slip?"
    if period.ended and period.ended > today and period.ended_month:
        return "It ends in the future. Are they still there?"
    if not (period.began_month and period.ended_month):
        return f"Months not written. When in {(period.ended or period.began).year}?"
    return ""


def _asked(found: list[Job]) -> list[Job]:
    """Two jobs of the same words and year are told apart by their number."""
    seen: dict[str, int] = {}
    told: list[Job] = []
    for job in found:
        key = job.proposal.key
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            one = job.proposal
            job = Job(Proposal(f"{key}:{seen[key]}", one.kind, one.values, one.spans, one.ask), job.body)
        told.append(job)
    return told
