"""Shares with what chance allows, so that 2 of 3 is not read as 67 % (FIELD_GUIDE section 13).

The interval is E. B. Wilson's score interval at 95 % ("Probable inference, the law of succession, and
statistical inference", Journal of the American Statistical Association 22, 1927, pages 209–212): it
stays within 0 and 1 and holds for small counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

ENOUGH = 10
"""Cases. Below, a screen says "too few to say"."""

_Z = 1.959963984540054  # the normal distribution's 97.5 % point


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many `hits` of so many cases. Raises ValueError unless 0 <= hits <= of."""

    hits: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.of:
            raise ValueError("a ratio needs 0 <= hits <= of")

    @property
    def share(self) -> float | None:
        """hits ÷ of, 0 to 1; None when there is no case."""
        return self.hits / self.of if self.of else None

    @property
    def enough(self) -> bool:
        """Whether there are cases enough to speak of a share."""
        return self.of >= ENOUGH

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval, (low, high); (0, 1) when there is no case."""
        if not self.of:
            return 0.0, 1.0
        share, spread = self.hits / self.of, _Z * _Z / self.of
        centre = share + spread / 2
        half = sqrt(spread * (share * (1 - share) + spread / 4))
        low = 0.0 if self.hits == 0 else (centre - half) / (1 + spread)
        high = 1.0 if self.hits == self.of else (centre + half) / (1 + spread)
        return min(low, share), max(high, share)

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return self.interval[0]

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return self.interval[1]

    @property
    def words(self) -> str:
        """ "12 of 30, 40% (25% to 58%)"; "2 of 3: too few to say"; "none yet"."""
        if not self.of:
            return "none yet"
        if not self.enough:
            return f"{self.hits} of {self.of}: too few to say"
        low, high = self.interval
        return f"{self.hits} of {self.of}, {self.hits / self.of:.0%} ({low:.0%} to {high:.0%})"

    def change_since(self, before: Ratio) -> str:
        """What can be said of a change: "up", "down", "no change you can trust yet", "too few to say".

        A change counts when this share lies outside the interval of before.
        """
        if not (self.enough and before.enough):
            return "too few to say"
        share = self.hits / self.of
        if before.low <= share <= before.high:
            return "no change you can trust yet"
        return "up" if share > before.high else "down"
