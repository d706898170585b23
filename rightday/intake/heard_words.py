"""The words of demand, denial and doubt, as patterns; `heard` puts them together.

Every repetition is bounded or anchored at a word, so that no text takes quadratic time.
"""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What the words show, strongest first."""

    INTERVIEWING = "interviewing"
    CONTRACTORS = "contractors"
    PROJECT = "project"
    RUMOUR = "rumour"
    ADVERTISEMENT = "advertisement"
    NAME_ONLY = "name_only"


_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|both|a couple(?: of)?|couple(?: of)?|several|some|a few|few)"
)
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "both": 2, "couple": 2,
}  # fmt: skip
_PEOPLE = (
    r"(?:candidates?|people|persons?|applicants?|contractors?|consultants?|freelancers?|devs?"
    r"|developers?|engineers?|analysts?|testers?|architects?|nurses?|chefs?|drivers?|designers?"
    r"|accountants?|temps?|perms?|guys|folks|hires?)"
)
_CONTRACTORS = (
    r"(?:contractors?|consultants?|freelancers?|temps|interims"
    r"|contract (?:devs?|developers?|engineers?|staff|people))"
)
_PROJECTS = (
    r"(?:projects?|programmes?|programs?|roll-?outs?|migrations?|transformations?"
    r"|implementations?|replatforming|re-?platform|data cent(?:re|er)s?|greenfield)"
)
_DAYWORD = (
    r"(?:this|next|last|today|tonight|tomorrow|tmrw|yesterday|on|w/c|wk|week"
    r"|mon|tues?|wed|thur?s?|fri|sat|sun)"
)
_INTERVIEW = r"(?:interv(?:ie|ei|i|e)w|i/?view|intvw)"


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


TRIGGER = _words(
    r"interv|i/?view|intvw|i/?vs\b|seeing|meeting|rounds?\b|contract|consultant|freelanc|temps\b"
    r"|interims|project|program|roll-?out|migration|transformation|implementation|replatform"
    r"|re-platform|data cent|greenfield|rumou?r|hiring|hire|recruit|looking|need|wants?\b"
    r"|wanted|require|vacanc|advert|\bads?\b|post(?:ing|ed)|listing"
)
FACT = {
    Kind.INTERVIEWING: _words(
        rf"\b{_INTERVIEW}(?:ing|ed)\b(?!\s+(?:skills?|tips|techniques?|training|process))",
        rf"\b(?:{_NUMBER}|first|second|third|final|1st|2nd|3rd|more)[\s-]+"
        rf"(?:(?:round|stage)\s+)?{_INTERVIEW}s?\b"
        r"(?!\s+(?:skills?|tips|prep\w*|questions|training|process))",
        rf"\b{_INTERVIEW}s?\s+(?:\w+\s+){{0,2}}?(?:booked|arranged|scheduled|lined up|planned"
        rf"|start\w*|going on|under ?way|ongoing|in progress|(?:{_DAYWORD}\b))",
        rf"\b(?:booked|arrang(?:ed|ing)|running|holding|doing|conducting|has|have|having|had"
        rf"|started|starting|came in for|went for|mid)\s+(?:\w+\s+){{0,2}}?{_INTERVIEW}s?\b"
        r"(?!\s+(?:skills?|tips|prep\w*|questions|training|process|feedback))",
        rf"\b(?:she|he|they|who|[A-Z][\w'’]+)\s+{_INTERVIEW}s\s",
        rf"\b(?:seeing|see(?:s|n)?)\s+{_NUMBER}\b(?!\s*(?:[ap]\.?m\b|[:/.]\d|st\b|nd\b|rd\b|th\b"
        r"|o'?clock|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
        rf"(?=\s*(?:more\b|of\b|for\b|{_DAYWORD}\b|(?:\w+[\s-]+){{0,3}}?{_PEOPLE}\b|$))",
        r"\b(?:seeing|meeting|met)\s+(?:with\s+)?(?:\w+\s+){0,3}?"
        r"(?:candidates|applicants|contractors|freelancers)\b",
        rf"\bseeing\s+(?:{_NUMBER}\s+|more\s+|other\s+|some\s+)?(?:people|persons?|somebody|someone)\b",
        r"\b(?:first|second|third|final|1st|2nd|3rd)[\s-]rounds?\b",
        r"\bi/?vs\b(?=.{0,40})",
    ),
    Kind.CONTRACTORS: _words(
        rf"\b(?:has|have|having|got|gets|uses?|using|runs?|running|employs?|employing|engages?"
        rf"|keeps?|manages|managing|team of|carries)\s+(?:\w+\s+){{0,3}}?{_CONTRACTORS}\b",
        rf"\b(?:{_NUMBER}\s+(?:\w+\s+){{0,2}}?)?{_CONTRACTORS}\s+(?:\w+\s+){{0,2}}?(?:on (?:the|her"
        r"|his|their|my|our) (?:team|books|project|floor)|in (?:the|her|his|their) team|on ?site"
        r"|onsite|on board|in (?:now|place|there|house)|working|at the moment|now\b|already|there"
        r"|currently)",
    ),
    Kind.PROJECT: _words(
        r"\b(?:new|large|big|major|huge|massive|multi-?year|upcoming|[£$€]\s?\d[\d.,]*\s?[mk]n?)\s+"
        rf"(?:[\w/&+-]+\s+){{0,3}}?{_PROJECTS}\b",
        r"\b(?:leads?|leading|runs?|running|heads?|heading|heading up|heads up|owns|owning|started"
        r"|starting|kicking off|responsible for|answers for|in charge of|sponsor(?:s|ing)?)\s+"
        rf"(?:[\w/&+-]+\s+){{0,4}}?{_PROJECTS}\b",
        rf"\b{_PROJECTS}\s+(?:\w+\s+){{0,2}}?(?:kick(?:s|ing) off|starts|starting|approved"
        r"|signed off|funded|begins)",
        r"\blook(?:s|ing) at (?:staffing|recruitment) (?:firms|agencies|companies)\b",
    ),
    Kind.ADVERTISEMENT: _words(
        r"\b(?:job |online )?adverts?\b|\badvertis(?:ing|ed|ement|ements|es|e)\b",
        r"\b(?:job|vacancy|role)s?\s+(?:ads?|postings?|posted|listings?|listed)\b",
        r"\bads?\s+(?:on|in|for|at|up)\b|\b(?:saw|seen|their|the|her|his|an)\s+ads?\b",
        rf"\bposted\s+(?:{_NUMBER}\s+|the\s+)?(?:\w+\s+){{0,3}}?(?:jobs?|roles?|vacanc(?:y|ies))\b",
    ),
    Kind.RUMOUR: _words(
        r"\b(?:hiring|recruiting|rumou?rs?|rumou?red)\b(?!\s+(?:manager|mgr|lead|team|process))",
        r"\b(?:to|will|would)\s+(?:hire|recruit)\b",
        rf"\b(?:looking for|look for|needs?|wants?|wanted|requires?|after)\s+(?:{_NUMBER}\s+)?"
        rf"(?:\w+\s+){{0,3}}?(?:{_PEOPLE}|staff)\b",
        rf"\b{_PEOPLE}\s+(?:needed|wanted|required)\b",
        rf"\b(?:wants?|hop(?:es?|ing)|plan(?:s|ning)?|going|looking|about|like|keen|due)\s+to\s+"
        rf"(?:start\s+)?(?:{_INTERVIEW}(?:ing)?|see(?:ing)? (?:candidates|people)"
        r"|use (?:contractors|freelancers|consultants))\b",
        rf"\b(?:may|might|could|would)\s+(?:\w+\s+){{0,2}}?{_INTERVIEW}\b",
        r"\b(?:has|have|got)\s+(?:\w+\s+){0,3}?(?:vacanc(?:y|ies)|openings?|open roles?)\b",
    ),
}
# Up to three words may stand between a denial and what it denies: "not currently seeing".
DENIED = _words(
    r"(?:\bnot?|n['’]?t|\bnever|\bnor|\bnobody|\bno[ -]one|\bnone|\bwithout|\bstopped|\bfinished"
    r"|\bdone(?: with)?|\bcancell?ed|\bno longer|\bno more|\bneither|\bceased|\brefus\w+|\byet to)"
    r"(?:\s+[\w'’/-]+){0,3}\s*$"
)
DENIAL_INSIDE = _words(r"\b(?:no|not|nobody|no[ -]one|none|zero|never|without)\b")
DENIED_AFTER = _words(
    r"^[^,;.]{0,40}\b(?:cancell?ed|called off|on hold|postponed|frozen|nobody|no[ -]one|none"
    r"|is over|are over|is off|are off|fell through|finished)\b"
)
PAST = _words(r"\b(?:used to|formerly|previously|in the past|years? ago)\b")
DOUBT = _words(
    r"\b(?:may|might|maybe|perhaps|possibl[ey]|could|probably|apparently|rumou?r(?:s|ed)?"
    r"|reportedly|allegedly|supposed(?:ly)?|thinks?|guess|not sure|unsure|seems?|sounds like"
    r"|unconfirmed|gossip|if|whether|wonder\w*|likely)\b"
)
INTENDED = _words(
    r"\b(?:wants?|hop(?:es?|ing)|plan(?:s|ning)?|going|looking|about|would like|keen|due|expects?)"
    r"\s+to\s+(?:be\s+|start\s+|begin\s+)?$|\bwill(?:\s+be)?(?:\s+\w+)?\s*$|\bthinking (?:of|about)\s*$"
)
# Contractors somebody would like to have are not contractors on the team.
WISHED = _words(
    rf"\b(?:needs?|wants?|wanted|look(?:s|ing)?|seek(?:s|ing)?|seeing|{_INTERVIEW}\w*|hir(?:e|es|ing)"
    r"|recruit\w*|after|requires?)\b(?:\s+[\w'’/-]+){0,4}\s*$"
)
SENTENCE = re.compile(r"[.!?;]+(?=\s|$)|[\r\n]+|…")
BREAK = re.compile(
    r",(?=\s)|\s[-–—|]+\s|[()]|:(?=\s)|\b(?:but|however|although|though|whereas|because)\b"
    r"|\band(?=\s+(?:is|are|has|have|he|she|they|we|i|it|no|not|nobody|wants?|needs?|still"
    r"|already|currently|now|also|interviewing|seeing|using|used|got|may|might)\b)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(COUNTS)})\b(?!\s*(?:[ap]\.?m\b|[:/.]\d|st\b|nd\b|rd\b|th\b|o'?clock"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|days?\b|weeks?\b|wks?\b|months?\b|years?\b|%))"
    r"(?<![£$€]\d)(?<!:\d\d)(?<!/\d\d)(?<!/\d)",
    re.IGNORECASE,
)
