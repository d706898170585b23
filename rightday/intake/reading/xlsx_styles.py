"""The little of an .xlsx's formatting that means something: days, percentages, strike-through."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from xml.etree.ElementTree import Element, ParseError, fromstring

from rightday.intake.reading.book import Cell
from rightday.intake.reading.package import Package


class Shown(Enum):
    """How a number is shown to the person who typed it."""

    NUMBER = 0
    DAY = 1
    CLOCK = 2
    SPAN = 3
    PERCENT = 4


@dataclass(frozen=True, slots=True)
class Style:
    shown: Shown = Shown.NUMBER
    # "00000": a postcode or a phone number whose zeros are only painted on.
    digits: int = 0
    struck: bool = False


PLAIN = Style()
# ECMA-376 part 1, 18.8.30: numbers of the formats that files do not spell out.
_BUILT_IN_DAYS = frozenset([*range(14, 18), 22, *range(27, 37), *range(50, 59)])
_BUILT_IN_CLOCKS = frozenset([18, 19, 20, 21, 45, 47])
_BUILT_IN_SPAN = 46
_BUILT_IN_PERCENTS = frozenset([9, 10])
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_SPAN = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell's time has no zone
_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - a cell's time has no zone


def read(package: Package, part: str) -> dict[str, Style]:
    """The styles by the number that cells give; {} when there are none or they are damaged."""
    try:
        root = fromstring(package.whole(part))  # noqa: S314 - no DOCTYPE gets here, see Package
    except ParseError:
        return {}
    space = root.tag.rpartition("}")[0] + "}" if "}" in root.tag else ""
    formats = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter(f"{space}numFmt")}
    fonts = root.find(f"{space}fonts")
    struck = [_strikes(font, space) for font in fonts] if fonts is not None else []
    cells = root.find(f"{space}cellXfs")
    styles = cells if cells is not None else ()
    return {str(number): _style(xf, formats, struck) for number, xf in enumerate(styles)}


def _strikes(font: Element, space: str) -> bool:
    mark = font.find(f"{space}strike")
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def _style(xf: Element, formats: dict[str, str], struck: list[bool]) -> Style:
    number, font = xf.get("numFmtId", "0"), xf.get("fontId", "0")
    shown, digits = _shown(number, formats.get(number))
    crossed = font.isdecimal() and int(font) < len(struck) and struck[int(font)]
    return Style(shown, digits, crossed)


def _shown(number: str, code: str | None) -> tuple[Shown, int]:
    if code is not None:
        return _shown_by_code(code)
    known = int(number) if number.isdecimal() else 0
    if known in _BUILT_IN_DAYS:
        return Shown.DAY, 0
    if known in _BUILT_IN_CLOCKS:
        return Shown.CLOCK, 0
    if known == _BUILT_IN_SPAN:
        return Shown.SPAN, 0
    return (Shown.PERCENT, 0) if known in _BUILT_IN_PERCENTS else (Shown.NUMBER, 0)


def _shown_by_code(code: str) -> tuple[Shown, int]:
    first = _LITERAL.sub("", code).split(";")[0].lower()
    if _SPAN.search(first):
        return Shown.SPAN, 0
    if first.strip() == "general":
        return Shown.NUMBER, 0
    if "y" in first or "d" in first or ("m" in first and "h" not in first and "s" not in first):
        return Shown.DAY, 0
    if "h" in first or "s" in first:
        return Shown.CLOCK, 0
    if "%" in first:
        return Shown.PERCENT, 0
    return Shown.NUMBER, len(first) if re.fullmatch(r"0{2,}", first) else 0


def value(text: str, style: Style, *, from_1904: bool) -> Cell:
    """A number of the file as the person sees it; what is no number stays text."""
    try:
        number = float(text)
    except ValueError:
        return text
    if style.shown is Shown.NUMBER or number != number or abs(number) == float("inf"):
        whole = int(number) if number.is_integer() and abs(number) < 1e15 else number
        return str(whole).zfill(style.digits) if style.digits and isinstance(whole, int) else whole
    if style.shown is Shown.PERCENT:
        return f"{number * 100:.10g}%"
    return _moment(number, style.shown, from_1904=from_1904)


def _moment(number: float, shown: Shown, *, from_1904: bool) -> date | datetime | time | timedelta | float:
    try:
        if shown is Shown.SPAN:
            return timedelta(seconds=round(number * 86_400))
        # Excel believes that 1900 was a leap year: its days before March 1900 are one short.
        days = number + 1 if number < 60 and not from_1904 and number >= 1 else number
        moment = (_1904 if from_1904 else _1900) + timedelta(seconds=round(days * 86_400))
    except (OverflowError, ValueError):
        return number
    if shown is Shown.CLOCK and 0 <= number < 1:
        return moment.time()
    midnight = not (moment.hour or moment.minute or moment.second)
    return moment.date() if midnight else moment
