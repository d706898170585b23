"""What stands in the text of a message: the writer's own words, what is quoted below them, numbers of a signature."""

import re

_QUOTES = re.compile(
    r"^(?:(?:On|Am|Le|El|Il|Op|Den|W dniu|Em)\b.{4,200}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|schreef"
    r"|skrev|napisał.{0,40}|escreveu)\s?:|-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine"
    r"|Forwarded message)\s*-{2,}|_{10,}|>.*)$",
    re.IGNORECASE,
)
_LABEL = r"(?:tel|telephone|telefon|phone|ph|mob|mobile|mobil|cell|direct|dd|ddi|office|handy|t|m|p|d|o)"
_NUMBER = re.compile(
    rf"(?:(?<![\w]){_LABEL}\b[.:)\s|-]{{0,4}}(\+?\(?\d[\d\s()./-]{{7,22}}\d)|^\s*(\+\d[\d\s()./-]{{7,22}}\d)\s*$)"
    r"((?:\s*(?:x|ext\.?)\s*\d{1,6})?)(?![\w@])",
    re.IGNORECASE,
)
_SIGNATURE = 12
_MOST = 4


def parted(text: str) -> tuple[str, str]:
    """The writer's own words, and what follows from the first line that quotes; an answer between quotes is theirs."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if not _QUOTES.fullmatch(line.strip()[:300]):
            continue
        rest = lines[place + 1 :] if not line.startswith(">") else lines[place:]
        if not line.startswith(">") or not any(one.strip() and not one.startswith(">") for one in rest):
            return "\n".join(lines[:place]).strip(), "\n".join(lines[place:]).strip()
    return text, ""


def addressed(name: str, address: str) -> str:
    """One who takes part, as letters write them: 'Bo Lee <bo@x.example>'; a name with a comma is held together."""
    held = name.replace('"', "'")
    held = f'"{held}"' if re.search(r"[,;<>@]", held) else held
    return f"{held} <{address}>" if held else address


def numbers(text: str) -> list[str]:
    """Phone numbers of the last lines, as typed: those behind a word for a phone, or alone with a plus."""
    lines = [line for line in text.split("\n") if line.strip()][-_SIGNATURE:]
    found = ["".join(filter(None, match.groups())).strip() for line in lines for match in _NUMBER.finditer(line[:200])]
    return list(dict.fromkeys(found))[:_MOST]
