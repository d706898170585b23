"""What is measured, as figures: times with their percentiles, and lines of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one thing done many times."""

    p50: float
    p95: float
    count: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Times:
        """Percentiles by nearest rank. Raises ValueError without any time."""
        if not seconds:
            raise ValueError("Nothing was timed.")
        ordered = sorted(seconds)
        return cls(_rank(ordered, 50) * 1000, _rank(ordered, 95) * 1000, len(ordered))


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page beside the bare page of the same run; `times` None where the page is not there yet.

    `most50`, `most95` are the targets: times the bare page's, or milliseconds where `absolute`.
    """

    name: str
    statements: int | None = None
    times: Times | None = None
    most50: float | None = None
    most95: float | None = None
    absolute: bool = False
    bytes: int = 0
    missing: str = ""

    def reached(self, bare: Times) -> bool | None:
        """None where there is no target or no measure."""
        if self.times is None or (self.most50 is None and self.most95 is None):
            return None
        unit50, unit95 = (1.0, 1.0) if self.absolute else (bare.p50, bare.p95)
        return (self.most50 is None or self.times.p50 <= self.most50 * unit50) and (
            self.most95 is None or self.times.p95 <= self.most95 * unit95
        )


@dataclass(frozen=True, slots=True)
class Line:
    """Anything else: what, how much, and what it must reach."""

    name: str
    measured: str
    target: str = ""
    reached: bool | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One run on one database."""

    database: str
    machine: str
    book: str
    bare: PageLine
    pages: tuple[PageLine, ...]
    actions: tuple[Line, ...]
    rest: tuple[Line, ...]
    errors: tuple[str, ...] = ()


def limit(name: str, times: Times, most50: float, most95: float) -> Line:
    """A line for times that must stay under so many milliseconds."""
    return Line(
        name,
        timed(times),
        f"p50 ≤ {most50:g} ms, p95 ≤ {most95:g} ms",
        times.p50 <= most50 and times.p95 <= most95,
    )


def timed(times: Times) -> str:
    """ "p50 2.1 ms, p95 4.0 ms" """
    return f"p50 {times.p50:.1f} ms, p95 {times.p95:.1f} ms"


def _rank(ordered: Sequence[float], percent: int) -> float:
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]
