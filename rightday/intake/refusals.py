"""Words by which somebody said no: these rows are kept, and never called.

"Don't call before ten" is an hour and no refusal; "do not e-mail" refuses e-mail alone.
"""

import re
from dataclasses import dataclass

_HOW_OR_WHEN = (
    r"(?!\s*(?:before|until|till|after|on|at|today|tomorrow|this|next|between|in\b|during|via|by\b|through"
    r"|from|while|when|unless|if\b|hr\b|his\b|the\b|mon|tue|wed|thu|fri|his|her\s+\w|mornings?|evenings?"
    r"|too\s+often|so\s+early|yet\b))"
)
_CONTACT = re.compile(
    rf"\b(?:do\s*n[o'’]?t|never|please\s+don['’]?t)\s+(?:\w+\s+)?(?:contact|call|phone|ring|approach|disturb)\b"
    rf"{_HOW_OR_WHEN}"
    r"|\bD\.?N\.?C\.?\b|\bno\s+(?:further\s+)?contact\b|\bno\s+(?:more\s+)?calls\b|\bstop\s+calling\b"
    r"|\bopt(?:ed)?[\s-]?out\b|\bblack-?listed\b|\bdo-not-call\b"
    r"|\b(?:asked|wants?|wishes)\s+(?:not\s+to\s+be|to\s+be\s+(?:removed|taken\s+off|deleted|erased))\b"
    r"|\b(?:remove|take)\s+(?:me|him|her|them|us)\s+(?:off|from)\b|\b(?:gdpr|erasure)\s+(?:request|removal)\b"
    r"|\bright\s+to\s+be\s+forgotten\b|\bnicht\s+(?:mehr\s+)?(?:kontaktieren|anrufen)\b"
    r"|\bne\s+(?:pas|plus)\s+(?:\w+\s+)?(?:contacter|appeler|rappeler|d[ée]ranger)\b"
    r"|\bno\s+(?:contactar|llamar|molestar)\b|\bliste\s+rouge\b|\bkontaktsperre\b|\bwerbesperre\b"
    r"|\b(?:kein(?:e|en)?\s+(?:kontakt|anrufe?))\b|\bbitte\s+nicht\s+mehr\s+(?:melden|st[öo]ren)\b"
    r"|\bniet\s+(?:meer\s+)?(?:bellen|benaderen|contacteren)\b|\bnon\s+(?:pi[ùu]\s+)?(?:contattare|chiamare)\b"
    r"|\bn[ãa]o\s+(?:contatar|contactar|ligar)\b|\bnie\s+(?:dzwoni[ćc]|kontaktowa[ćc])\b"
    r"|\b(?:ring|kontakta)\s+(?:ej|inte)\b|\bikke\s+(?:ring|kontakt(?:es)?)\b|\b[äa]l[äa]\s+(?:soita|ota\s+yhteytt[äa])\b"
    r"|\bnekontaktovat\b|\b(?:tps|ctps)\s+registered\b|\bhung\s+up\s+and\s+said\s+never\b"
    r"|\b(?:does\s*n[o'’]?t|did\s*n[o'’]?t|do\s*n[o'’]?t)\s+(?:want|wish)\s+(?:to\s+be\s+(?:called|contacted)"
    r"|(?:any\s+)?(?:more\s+)?(?:calls|contact)|us\s+to\s+call)\b|\bleave\s+(?:me|him|her|them)\s+alone\b"
    r"|\bnot\s+to\s+be\s+(?:called|contacted|approached)\b|\bunder\s+no\s+circumstances\s+(?:call|contact)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"\b(?:do\s*n[o'’]?t|never)\s+e?-?mail\b|\bunsubscribed?\b|\bno\s+e?-?mails?\b|\bkeine\s+e?-?mails?\b",
    re.IGNORECASE,
)
_SPEED = re.compile(
    r"n[o'’]?t|nicht|never|kein|sperre|liste|niet|non\b|n[ãa]o|nie\b|ring|ikke|kontakta|l[äa]\b|alone|tps|circum|dnc|d\.n|no\b|stop|opt|black|asked|want|wish|remove|take|gdpr|erasure|forgotten|ne\b"
    r"|unsub|keine",
    re.IGNORECASE,
)
_YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si", "sí", "✓", "✔", "☑", "checked", "on", "dnc"})
_NO = frozenset({"no", "n", "false", "0", "", "-", "nein", "non", "ok", "off", "☐", "✗", "✘", "n/a", "none"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused, in the words of the file."""

    words: str
    mail_only: bool


def in_words(text: str) -> Refusal | None:
    """A refusal said somewhere in a text."""
    if len(text) < 3 or not _SPEED.search(text):
        return None
    said = _CONTACT.search(text)
    if said:
        return Refusal(said.group(), mail_only=False)
    said = _MAIL.search(text)
    return Refusal(said.group(), mail_only=True) if said else None


def in_column(header: str, text: str) -> Refusal | None:
    """The answer in a column like "Do not call": yes refuses, and so does any remark that is not a no."""
    answer = text.strip().casefold()
    if answer in _NO:
        return None
    about = header.casefold()
    mail_only = "mail" in about and "call" not in about and "contact" not in about
    words = header if answer in _YES else f"{header}: {text}"
    return Refusal(words or text, mail_only=mail_only)
