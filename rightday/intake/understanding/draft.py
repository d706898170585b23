"""A record in the making: each column's value goes to its place, or to the notes."""

from collections.abc import Container
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rightday.intake import refusals
from rightday.intake.reading.book import Cell, text_of
from rightday.intake.understanding import cells, fields, parties, regions
from rightday.intake.understanding.columns import Column, Plan
from rightday.intake.understanding.fields import Field
from rightday.kernel import money, names, phones, when

LONGEST_ID = 100
"""Signs that the id of a record in another system may have."""
NAMELESS = "The name is missing; the email address stands for it."
_ABOUT_DEMAND = ("interview", "contractor", "consultants", "freelancer")


class Draft:
    """What has been read of a row so far."""

    __slots__ = (
        "_currency", "_dayfirst", "_region", "_texts", "_today", "_zone", "agreed", "emails", "fee", "hints",
        "moments", "needs", "no_mail", "notes", "own", "parties", "phones", "problems", "refusal", "words",
    )  # fmt: skip

    def __init__(self, today: date, region: str, dayfirst: bool, currency: str, zone: str = "") -> None:
        self._today = today
        self._zone = zone
        self._region = region
        self._dayfirst = dayfirst
        self._currency = currency
        self._texts: dict[Field, str] = {}
        self.phones: list[phones.Phone] = []
        self.emails: list[str] = []
        self.moments: dict[Field, when.Moment] = {}
        self.fee: money.Fee | None = None
        self.notes: list[str] = []
        self.words: list[str] = []
        self.own: list[tuple[str, str]] = []
        self.needs: list[str] = []
        self.hints: list[tuple[str, str]] = []
        self.problems: list[str] = []
        self.refusal: refusals.Refusal | None = None
        self.no_mail = False
        self.agreed = False
        self.parties: list[parties.Party] = []

    def said(self, field: Field) -> str:
        return self._texts.get(field, "")

    def note(self, header: str, text: str) -> None:
        """Keep a value word for word. Notes under a header of that meaning need no label."""
        self.notes.append(f"{header}: {text}" if header else text)
        self.words.append(text)

    def country_first(self, row: tuple[Cell, ...], plan: Plan) -> None:
        """Numbers are read in the country that the row names, wherever that column stands: the person's, else any
        other of the row, as that of their company.
        """
        for index in plan.countries:
            if index < len(row) and (region := regions.region_of(text_of(row[index])[:100])):
                self._region = region
                return

    def refuse_by_words(self, text: str) -> None:
        self._refuse(refusals.in_words(text))

    def name(self) -> tuple[str, str, str]:
        """Given name, family name, and the whole as typed."""
        given, family, whole = (self.said(field) for field in (Field.GIVEN, Field.FAMILY, Field.PERSON))
        if self.said(Field.IS_COMPANY) and whole:
            self._texts[Field.COMPANY], self._texts[Field.PERSON], whole = whole, "", ""
        if not given and not family:
            if not whole and self.emails and not self.said(Field.COMPANY):
                # As address books do: the same address in another file finds this person again.
                self.problems.append(NAMELESS)
                return self.emails[0], "", self.emails[0]
            read = names.read_name(whole)
            return read.given, read.family, whole
        typed = f"{given} {family}".strip()
        if whole and whole.casefold() != typed.casefold():
            self.note("Name", whole)
        return given, family, typed

    def settle_parties(self, ours: Container[str]) -> None:
        """Who the row is about: its person; those who take part, where that is one of us or nobody."""
        if self.emails and all(one in ours for one in self.emails):
            self.notes.append(f"From us: {self._texts.pop(Field.PERSON, '')} <{self.emails.pop(0)}>")
            self.emails.clear()
            self.words.clear()  # what we say ourselves is no evidence, and refuses nothing
            self.refusal, self.no_mail = None, False
        elif self.emails or self.said(Field.PERSON):
            self.parties = []
        found = parties.others(self.parties, ours)
        if len(found) > parties.MOST:
            self.problems.append(f"There are {len(found)} people in this row; the first {parties.MOST} are taken.")
        self.parties = found[1 : parties.MOST]
        for name, address in found[:1]:
            self._texts[Field.PERSON] = name
            self.emails.append(address)
        if not self.emails and not self.said(Field.PERSON):
            self.problems.append("Nobody outside of this agency takes part.")

    def day_heard(self) -> date | None:
        for field in (Field.SPOKE_ON, Field.HEARD_ON):
            moment = self.moments.get(field)
            if moment is not None and moment.day is not None and moment.day <= self._today:
                return moment.day
        return None

    def take_text(self, column: Column, cell: Cell, text: str) -> None:
        """A field that a record has once; a second value is kept as a note."""
        if cells.is_placeholder(text) and column.field is not Field.STATUS:
            return
        if column.field in self._texts:
            self.note(column.name, text)
        else:
            self._texts[column.field] = text
        if column.field in _MAY_REFUSE:
            self.refuse_by_words(text)

    def take_phone(self, column: Column, cell: Cell, text: str) -> None:
        if cells.is_placeholder(text):
            return
        number = cell if isinstance(cell, int | float) and not isinstance(cell, bool) else text
        found = phones.read(number, self._region)
        for phone in found:
            if phone.problem:
                self.problems.append(f"{column.name} “{phone.typed[:60]}”: {phone.problem}")
            if phone.e164 is None or all(phone.e164 != known.e164 for known in self.phones):
                self.phones.append(phone)
        if not found or any(phone.e164 is None for phone in found) or _more_than(found, text):
            self.note(column.name, text)
            self.refuse_by_words(text)

    def take_email(self, column: Column, cell: Cell, text: str) -> None:
        if cells.is_placeholder(text):
            return
        found, rest = cells.emails(text)
        self.emails += [one for one in found if one not in self.emails]
        if rest or not found:
            self.note(column.name, text)
        if not found:
            self.problems.append(f"{column.name} “{text[:60]}”: This is not an email address.")

    def take_day(self, column: Column, cell: Cell, text: str) -> None:
        if cells.is_placeholder(text):
            return
        dayfirst = self._dayfirst if column.dayfirst is None else column.dayfirst
        past = column.field is not Field.NEXT_ON
        value = cell if isinstance(cell, int | float | date | datetime) and not isinstance(cell, bool) else text
        moment = when.read_day(value, self._today, dayfirst=dayfirst, past=past)
        if moment.day is None:
            self.note(column.name, text)
            self.refuse_by_words(text)
            if moment.problem:
                self.problems.append(f"{column.name} “{text[:60]}”: {moment.problem}")
        elif past and moment.day > self._today:
            self.problems.append(f"{column.name} “{text[:60]}”: This day is still to come.")
        if column.field in self.moments:
            self.note(column.name, text)
        else:
            self.moments[column.field] = moment

    def take_fee(self, column: Column, cell: Cell, text: str) -> None:
        number = cell if isinstance(cell, int | float) and not isinstance(cell, bool) else text
        fee = money.read_fee(number, self._currency)
        if self.fee is not None or fee.kind is money.FeeKind.UNKNOWN or len(text) > 200:
            self.note(column.name, text)
        if fee.problem and fee.kind is not money.FeeKind.UNKNOWN:
            self.problems.append(f"{column.name} “{text[:60]}”: {fee.problem}")
        self.fee = self.fee or fee

    def take_needs(self, column: Column, cell: Cell, text: str) -> None:
        if self._hint(column, text):
            self.notes.append(f"{column.name}: {text}")
        elif not cells.is_placeholder(text):
            self.needs.append(text)

    def take_note(self, column: Column, cell: Cell, text: str) -> None:
        self.note("" if fields.by_header(column.header) == _PLAIN_NOTE else column.name, text)
        if self._hint(column, text):
            self.words.pop()  # "no" under "Interviewing?" is an answer and no sentence
        self.refuse_by_words(text)

    def take_own(self, column: Column, cell: Cell, text: str) -> None:
        """A field of its own, word for word. Its words are listened to like those of a note."""
        if cells.is_placeholder(text):
            return
        self.own.append((column.name, text))
        if not self._hint(column, text) and not text.isdecimal():
            self.words.append(text)
        self.refuse_by_words(text)

    def take_id(self, column: Column, cell: Cell, text: str) -> None:
        """The id in another system; what is longer than any of them is a field of its own."""
        take = self.take_text if len(text) <= LONGEST_ID else self.take_own
        take(column, cell, text)

    def take_is_company(self, column: Column, cell: Cell, text: str) -> None:
        """Whether this row is a company, whose name then stands under "Name"."""
        self.own.append((column.name, text))
        self._texts[Field.IS_COMPANY] = "yes" if text.casefold() in _TRUE else ""

    def take_no_mail(self, column: Column, cell: Cell, text: str) -> None:
        self.own.append((column.name, text))
        found = refusals.in_column(column.name, text)
        if found is not None:
            self._refuse(refusals.Refusal(found.words, mail_only=True))

    def take_refusal(self, column: Column, cell: Cell, text: str) -> None:
        self.note(column.name, text)
        self._refuse(refusals.in_column(column.name, text))

    def take_happens(self, column: Column, cell: Cell, text: str) -> None:
        """A day that was agreed, while it is still to come; after it the day on which the words were true."""
        if isinstance(cell, datetime) and cell.tzinfo is not None and self._zone:
            cell = cell.astimezone(ZoneInfo(self._zone))
        value = cell if isinstance(cell, date | datetime) else text
        moment = when.read_day(value, self._today, dayfirst=True, past=False)
        ahead = moment.day is not None and moment.day >= self._today
        self.agreed = self.agreed or ahead
        self.moments.setdefault(Field.NEXT_ON if ahead else Field.HEARD_ON, moment)
        self.notes.append(f"{column.name}: {text_of(value)}")

    def take_event(self, column: Column, cell: Cell, text: str) -> None:
        self._texts.setdefault(Field.EVENT, " ".join(text.split()))
        self.take_unheard(column, cell, text)

    def take_parties(self, column: Column, cell: Cell, text: str) -> None:
        self.parties += parties.people_in(text)
        self.take_unheard(column, cell, text)

    def take_unheard(self, column: Column, cell: Cell, text: str) -> None:
        """A note of which nothing is taken for demand or a refusal: it may be anybody's word."""
        self.notes.append(f"{column.name}: {text}")

    def take_their_error(self, column: Column, cell: Cell, text: str) -> None:
        """Why another system did not take the row: no reason for us not to."""
        self.own.append((column.name, text))
        self.problems.append(f"The other system refused this row: {text[:200]}")

    def take_status(self, column: Column, cell: Cell, text: str) -> None:
        """ "Done: yes" rather than "yes", which says nothing without its header."""
        answer = text.casefold() in ("yes", "no", "y", "n", "x", "✓")
        self.take_text(column, cell, f"{column.name}: {text}" if answer else text)

    def take_website(self, column: Column, cell: Cell, text: str) -> None:
        if Field.WEBSITE in self._texts:
            self.note(column.name, text)
        else:
            self._texts[Field.WEBSITE] = text

    def leave_out(self, column: Column, cell: Cell, text: str) -> None:
        """Somebody chose that this column is not brought."""

    def _hint(self, column: Column, text: str) -> bool:
        """Whether the header asks about demand, so that the value is its answer."""
        asks = any(word in column.header.casefold() for word in _ABOUT_DEMAND)
        if asks:
            self.hints.append((column.header, text))
        return asks

    def _refuse(self, found: refusals.Refusal | None) -> None:
        if found is None:
            return
        self.no_mail = self.no_mail or found.mail_only
        if self.refusal is None or self.refusal.mail_only:
            self.refusal = found


def _more_than(found: tuple[phones.Phone, ...], text: str) -> bool:
    """Whether the cell says words beside its numbers: "(reception, ask for Jo)"."""
    typed = " ".join(phone.typed for phone in found)
    return text != typed and any(
        word not in typed.casefold() for word in text.casefold().split() if any(map(str.isalpha, word))
    )


_MAY_REFUSE = frozenset({Field.STATUS, Field.GRADE, Field.PERSON, Field.COMPANY, Field.TITLE, Field.SOURCE})
_TRUE = frozenset({"1", "yes", "y", "true", "x", "ja", "oui", "si", "sí", "✓"})
_PLAIN_NOTE = (Field.NOTES, 0.9)
