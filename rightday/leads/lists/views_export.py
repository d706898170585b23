"""A view of leads as a file: what is shown, all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rightday.db.row_security import enter
from rightday.leads.lists import sheets as list_sheets
from rightday.leads.lists.filters import Filters
from rightday.leads.lists.page import TABS
from rightday.leads.lists.views import filters_of
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import refused
from rightday.team.rules import Permission

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def export(request: MemberRequest, kind: str) -> HttpResponseBase:
    """The whole view as a file, named after it and the day. Whoever may not, or asks for too much, is told."""
    request.member.must(Permission.EXPORT)
    filters = filters_of(request.GET)
    try:
        list_sheets.refuse_too_many(request.member, filters)
    except list_sheets.TooMany as problem:
        return refused(request, str(problem), status=422, title=_("Too many rows for one file"))
    if kind in _TEXTS:
        return _text(request, filters, kind)
    if kind == "xlsx":
        return _xlsx(request, filters)
    raise Http404


_TEXTS = {
    "csv": (list_sheets.csv_lines, "text/csv; charset=utf-8"),
    "json": (list_sheets.json_lines, "application/json"),
}


def _text(request: MemberRequest, filters: Filters, kind: str) -> HttpResponseBase:
    agency, member = request.agency, request.member
    write, content_type = _TEXTS[kind]

    def lines() -> Iterator[bytes]:
        with enter(agency):  # the request has left it by the time the file is read
            yield from write(member, filters)

    response = StreamingHttpResponse(lines(), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{_name(request, filters)}.{kind}"'
    return response


def _xlsx(request: MemberRequest, filters: Filters) -> HttpResponseBase:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leads.xlsx"
        list_sheets.write_workbook(path, request.member, filters, _title(filters))
        sent = path.open("rb")  # stays readable when the folder is gone
    name = f"{_name(request, filters)}.xlsx"
    return FileResponse(sent, as_attachment=True, filename=name, content_type=_XLSX)


def _title(filters: Filters) -> str:
    return str(TABS[filters.view])


def _name(request: MemberRequest, filters: Filters) -> str:
    """ "Leads, going stale, 2026-11-25" """
    return f"Leads, {_title(filters).lower()}, {team.today(request.member):%Y-%m-%d}"
