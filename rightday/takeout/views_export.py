"""Lists and single records as files. A list needs the permission to export; one's own calls and one card do not."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rightday.agencies import clock
from rightday.db.row_security import enter
from rightday.leads.lists import sheets as list_sheets
from rightday.leads.lists.filters import Filters
from rightday.takeout import actions
from rightday.takeout.records import calendars, cards, leads, reading, whole
from rightday.takeout.records.files import ListFile, companies_file, people_file
from rightday.takeout.records.rules import OF_CARDS, OF_LISTS, OF_RECORDS, TYPES, Kind
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import refused


@require_GET
def people(request: MemberRequest, kind: str) -> HttpResponseBase:
    """The view of the list of people, or what was found: `view` and `q` as the list has them."""
    wanted = _kind(kind, OF_LISTS)
    view, q = request.GET.get("view", ""), request.GET.get("q", "").strip()[:200]
    actions.left(f"people.{wanted.value}", by=request.member)
    return _list(request, people_file(request.member, view=view, q=q), wanted)


@require_GET
def companies(request: MemberRequest, kind: str) -> HttpResponseBase:
    """All companies, or what was found."""
    wanted, q = _kind(kind, OF_LISTS), request.GET.get("q", "").strip()[:200]
    actions.left(f"companies.{wanted.value}", by=request.member)
    return _list(request, companies_file(request.member, q=q), wanted)


@require_GET
def lead_cards(request: MemberRequest, kind: str) -> HttpResponseBase:
    """The people of a view of leads as cards: the view as the list's address has it."""
    wanted = _kind(kind, OF_CARDS)
    filters = Filters.of(request.GET.dict())
    try:
        list_sheets.refuse_too_many(request.member, filters)
    except list_sheets.TooMany as problem:
        return refused(request, str(problem), status=422, title=_("Too many rows for one file"))
    actions.left(f"leads.{wanted.value}", by=request.member)
    return _cards(request, filters, wanted)


@require_GET
def person(request: MemberRequest, person_id: int, kind: str) -> HttpResponse:
    """One person: a card, their next steps, or all that is held."""
    wanted = _kind(kind, (*OF_RECORDS, Kind.CALENDAR))
    one = reading.person(request.member, person_id)
    if wanted is Kind.CALENDAR:
        return _file(calendars.of_person(person_id, clock.now()), one.name, wanted)
    if wanted is Kind.JSON:
        actions.left(f"person {person_id}", by=request.member)
        return _file(whole.of_person(person_id), one.name, wanted)
    return _file(cards.person_card(one, wanted), one.name, wanted)


@require_GET
def company(request: MemberRequest, company_id: int, kind: str) -> HttpResponse:
    """One company: a card, or all that is held."""
    wanted = _kind(kind, OF_RECORDS)
    one = reading.company(request.member, company_id)
    if wanted is Kind.JSON:
        actions.left(f"company {company_id}", by=request.member)
        return _file(whole.of_company(company_id), one.name, wanted)
    return _file(cards.company_card(one, wanted), one.name, wanted)


@require_GET
def calls(request: MemberRequest) -> HttpResponse:
    """One's own next steps as a calendar."""
    return _file(calendars.of_member(request.member, clock.now()), "Calls", Kind.CALENDAR)


def _kind(text: str, allowed: tuple[Kind, ...]) -> Kind:
    if text not in allowed:
        raise Http404
    return Kind(text)


def _list(request: MemberRequest, rows: ListFile, kind: Kind) -> HttpResponseBase:
    name = f"{rows.title}, {team.today(request.member):%Y-%m-%d}.{_ending(kind)}"
    if kind is Kind.XLSX:
        return FileResponse(_workbook(rows), as_attachment=True, filename=name, content_type=TYPES[kind])
    agency = request.agency

    def lines() -> Iterator[bytes]:
        with enter(agency):  # the request has left it by the time the file is read
            yield from rows.lines(kind)

    return _attached(StreamingHttpResponse(lines(), content_type=TYPES[kind]), name)


def _cards(request: MemberRequest, filters: Filters, kind: Kind) -> HttpResponseBase:
    agency, member = request.agency, request.member

    def lines() -> Iterator[bytes]:
        with enter(agency):  # the request has left it by the time the file is read
            yield from leads.lead_cards(member, filters, kind)

    name = f"Leads, {team.today(member):%Y-%m-%d}.{_ending(kind)}"
    return _attached(StreamingHttpResponse(lines(), content_type=TYPES[kind]), name)


def _workbook(rows: ListFile) -> BinaryIO:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        rows.write_workbook(path)
        return path.open("rb")  # stays readable when the folder is gone


def _file(content: bytes, title: str, kind: Kind) -> HttpResponse:
    return _attached(HttpResponse(content, content_type=TYPES[kind]), f"{title}.{_ending(kind)}")


Answer = TypeVar("Answer", bound=HttpResponseBase)


def _attached(answer: Answer, name: str) -> Answer:
    """A file of that name, whatever letters it has."""
    answer["Content-Disposition"] = str(content_disposition_header(True, " ".join(name.split())))
    return answer


def _ending(kind: Kind) -> str:
    return Kind.VCARD.value if kind is Kind.VCARD3 else kind.value
