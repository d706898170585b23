"""From a row to a record: what somebody's line says, with nothing left out.

Pure: no database, no clock. Whatever is not understood stays as words, in the notes or in
a problem; a row is refused only when it names neither a person nor a company.
"""

from dataclasses import dataclass
from datetime import date

from rightday.intake.heard import Heard
from rightday.intake.reading.book import Row, letter, text_of
from rightday.intake.understanding import cells, demand, draft
from rightday.intake.understanding.columns import Plan
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.parties import Party
from rightday.intake.understanding.takes import TAKES
from rightday.kernel.money import Fee
from rightday.kernel.phones import Phone
from rightday.kernel.when import Moment

__all__ = ["Record", "Settings", "demand_of", "read_row"]

_SUBJECT = 200
STRUCK = "This row is struck through in the file. It is read like the others."
NOBODY = "No person and no company in this row."


@dataclass(frozen=True, slots=True)
class Settings:
    """How the rows of an import are read; `region` is where numbers without a country code are.

    `zone` is whose clock hours are on, '' for that of the file itself. `ours` are the agency's own addresses.
    """

    today: date
    region: str = "GB"
    dayfirst: bool = True
    currency: str = "GBP"
    zone: str = ""
    ours: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Record:
    """One row, understood. Texts are '' and moments None where the row says nothing.

    `full_name` is as typed, `given` and `family` are as read. `notes` holds the words of note
    columns and, as "Header: value", every other value that no field takes; `words` is the
    same without headers. `needs` are the roles they look for; `hints` are header and value
    of columns about interviews or contractors. `heard_on_day` is the day the words were true
    at the latest: when somebody was spoken to, else when the row was made; never after
    today. `problems` are sentences. `own` are fields of its own, header and value; the ids are
    those of the system that the file is of. `agreed` is whether `next_on` was agreed with them, `subject` what for.
    `parties` are others of the row, name and address: each is a person as well.
    """

    number: int
    section: str
    struck: bool
    given: str
    family: str
    full_name: str
    title: str
    company: str
    place: str
    country: str
    website: str
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    spoke_on: Moment | None
    next_on: Moment | None
    heard_on: Moment | None
    heard_on_day: date | None
    status: str
    grade_words: str
    needs: str
    notes: str
    words: str
    source: str
    owner: str
    fee: Fee | None
    rate: str
    do_not_contact: bool
    do_not_email: bool
    refusal_words: str
    hints: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    usable: bool
    refused_reason: str
    own: tuple[tuple[str, str], ...] = ()
    external_id: str = ""
    company_id: str = ""
    agreed: bool = False
    subject: str = ""
    parties: tuple[Party, ...] = ()


def read_row(row: Row, plan: Plan, settings: Settings) -> Record:
    """What the row says under these columns. Never raises, whatever the cells hold."""
    made = draft.Draft(settings.today, settings.region, settings.dayfirst, settings.currency, settings.zone)
    made.problems.extend(row.problems)
    if row.struck:
        made.problems.append(STRUCK)
    made.country_first(row.cells, plan)
    length = len(row.cells)
    for column in plan.columns:
        if column.index >= length or column.field is Field.LEAVE_OUT:
            continue
        cell = row.cells[column.index]
        if cell is None or cell == "":
            continue
        text = cells.tidy(text_of(cell))
        if text:
            TAKES[column.field](made, column, cell, text)
    if length > len(plan.known):
        for index in range(length):
            if index not in plan.known and (text := cells.tidy(text_of(row.cells[index]))):
                made.note(letter(index), text)
    if row.section:
        made.refuse_by_words(row.section)
    if plan.parties:
        made.settle_parties(settings.ours)
    return _record(row, made)


def demand_of(record: Record) -> tuple[Heard, ...]:
    """What the words of a record show (FIELD_GUIDE §3), at least that there is a name.

    Status and grade words ("HOT!") are read like any other words: alone they show nothing.
    """
    return demand.of(
        words=record.words,
        status=record.status,
        needs=record.needs,
        hints=record.hints,
        name=record.full_name or record.company,
        day=record.heard_on_day,
    )


def _record(row: Row, made: draft.Draft) -> Record:
    given, family, full_name = made.name()
    usable, refused = bool(full_name or made.said(Field.COMPANY)), made.refusal
    return Record(
        number=row.number, section=row.section, struck=row.struck, given=given, family=family, full_name=full_name,
        title=made.said(Field.TITLE),
        company=made.said(Field.COMPANY),
        place=made.said(Field.PLACE),
        country=made.said(Field.COUNTRY),
        website=made.said(Field.WEBSITE),
        phones=tuple(made.phones),
        emails=tuple(made.emails),
        spoke_on=made.moments.get(Field.SPOKE_ON),
        next_on=made.moments.get(Field.NEXT_ON),
        heard_on=made.moments.get(Field.HEARD_ON),
        heard_on_day=made.day_heard(),
        status=made.said(Field.STATUS),
        grade_words=made.said(Field.GRADE),
        needs="\n".join(made.needs),
        notes="\n".join(made.notes),
        words="\n".join(made.words),
        source=made.said(Field.SOURCE),
        owner=made.said(Field.OWNER),
        fee=made.fee,
        rate=made.said(Field.RATE),
        do_not_contact=bool(refused and not refused.mail_only),
        do_not_email=made.no_mail,
        refusal_words=refused.words if refused else "",
        hints=tuple(made.hints),
        problems=tuple(made.problems),
        usable=usable,
        refused_reason="" if usable else NOBODY,
        own=tuple(made.own),
        external_id=made.said(Field.EXTERNAL_ID),
        company_id=made.said(Field.COMPANY_ID),
        agreed=made.agreed,
        subject=made.said(Field.EVENT)[:_SUBJECT],
        parties=tuple(made.parties),
    )  # fmt: skip
