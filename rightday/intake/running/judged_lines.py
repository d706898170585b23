"""A chunk of lines, each judged with what the book and the rows before it know. Trial and real run share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from rightday.agencies import queries as agencies
from rightday.intake.running.judging import NOBODY, Became, Judged, Known, judge
from rightday.intake.understanding.file_lines import Line
from rightday.intake.understanding.seen import Earlier, Seen
from rightday.kernel import names
from rightday.leads.rules import Holds
from rightday.people import external, matching, suppression
from rightday.people.duplicates import merged
from rightday.people.models import Company, Person
from rightday.people.rules import Likeness, two_people


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """`person` is somebody of the book, `earlier` the index in `Seen` of an earlier row about the same person.

    `like` are persons of the book, `like_earlier` an earlier row, who may be the same.
    """

    line: Line
    judged: Judged
    person: Person | None = None
    earlier: int | None = None
    like: tuple[matching.Suggestion, ...] = ()
    like_earlier: int | None = None
    likeness: float = 0.0
    reasons: tuple[str, ...] = ()


def judge_lines(lines: Sequence[Line], seen: Seen, today: date, *, first_index: int = 0) -> list[JudgedLine]:
    """Each line's verdict, in order; new persons are added to `seen` under `first_index` + place."""
    holds = agencies.numbers(Holds, "grades")
    people = [line for line in lines if line.record.usable and line.record.full_name]
    sought = [
        matching.sought_of(one.record.full_name, one.record.company, one.record.phones, one.record.emails)
        for one in people
    ]
    matches = dict(zip((one.order for one in people), matching.match_many(sought), strict=True))
    matches |= _by_external_id(people)
    erased = suppression.suppressed(one for line in people for one in _hashes(line))
    judged = [
        JudgedLine(line, ERASED)
        if erased and not erased.isdisjoint(_hashes(line))
        else judge_line(line, matches.get(line.order, matching.Match()), seen, today, holds, first_index + place)
        for place, line in enumerate(lines)
    ]
    once = merged.once(_firm(line) for line in lines if line.record.usable).companies
    return [_saying(one, once) for one in judged] if once else judged


ERASED: Final = Judged(Became.REFUSED, "Somebody with this number or address was erased, and stays out")


def _firm(line: Line) -> str:
    return names.company_key(line.record.company) if line.record.company else ""


def _saying(one: JudgedLine, once: Mapping[str, Company]) -> JudgedLine:
    """Says of a row which company its company is since a merge."""
    company = once.get(_firm(one.line)) if one.judged.became is not Became.REFUSED else None
    if company is None:
        return one
    said = one.judged.why if one.judged.why.endswith((".", "?")) else f"{one.judged.why}."
    words = f"{said} {one.line.record.company} is {company.name} since a merge"
    return replace(one, judged=replace(one.judged, why=words))


def key_of(line: Line) -> external.Key | None:
    """The id that another system gave the person of a line."""
    return (line.system, line.kind, line.record.external_id) if line.record.external_id else None


def _by_external_id(people: Sequence[Line]) -> dict[int, matching.Match]:
    """Lines whose id names somebody of the book; not where the name is clearly another's."""
    keys = {line.order: key for line in people if (key := key_of(line))}
    known = external.persons_by(keys.values()) if keys else {}
    return {
        line.order: matching.Match(known[keys[line.order]], "same id in the other system")
        for line in people
        if keys.get(line.order) in known and not two_people(known[keys[line.order]].name, line.record.full_name)
    }


def _hashes(line: Line) -> list[str]:
    return suppression.hashes((phone.e164 or "" for phone in line.record.phones), line.record.emails)


def judge_line(line: Line, match: matching.Match, seen: Seen, today: date, holds: Holds, index: int) -> JudgedLine:
    """One line's verdict, with who the book knows given: no statement is run."""
    record = line.record
    named = record.usable and bool(record.full_name)

    def judged(known: Known) -> Judged:
        if known is NOBODY and line.judged is not None:
            return line.judged
        heard = line.judged.heard if line.judged is not None else None
        return judge(record, holds=line.holds, known=known, today=today, days=holds, heard=heard)

    if match.person is not None:
        seen.add_reach(record, Earlier(index, match.person.name, record.company))
        return JudgedLine(line, judged(Known(same=match.person.name, why=match.why)), match.person)
    if named and (same := seen.same(record)):
        seen.add_reach(record, same[0])
        found = judged(Known(same=f"{same[0].name}, in an earlier row", why=same[1]))
        return JudgedLine(line, found, earlier=same[0].index)
    alike = seen.like(record) if named else None
    found = judged(_like(match, alike))
    if named:
        seen.add(record, index)
    return JudgedLine(
        line,
        found,
        like=match.suggestions,
        like_earlier=alike[0].index if alike else None,
        likeness=alike[1].score if alike else 0.0,
        reasons=alike[1].reasons if alike else (),
    )


def _like(match: matching.Match, alike: tuple[Earlier, Likeness] | None) -> Known:
    if match.suggestions:
        first = match.suggestions[0]
        who = f"{first.name}, {first.company_name}" if first.company_name else first.name
        return Known(like=who, reasons=first.reasons)
    if alike is not None:
        earlier, likeness = alike
        return Known(like=f"{earlier.name}, in an earlier row", reasons=likeness.reasons)
    return NOBODY
