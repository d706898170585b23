"""Your data: archives of the whole agency, for its owners, and the ways to the files of lists."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from rightday.agencies import settings_pages
from rightday.agencies.once import once
from rightday.intake.forms import key_of
from rightday.takeout import actions, files, queries
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.rules import Permission
from rightday.ui.fragments import toast


@require_GET
def data(request: MemberRequest) -> HttpResponse:
    """What can leave, and the archives that wait."""
    shown = {"data": queries.data_page(request.member), "nav": settings_pages.nav(request.agency.name)}
    return page(request, "takeout/pages/data.html", shown)


@require_safe
def progress(request: MemberRequest) -> HttpResponse:
    """The archives, asked every two seconds while one is made."""
    request.member.must(Permission.AGENCY_ARCHIVE)
    if not request.htmx:
        return redirect("settings_data")
    return blocks(request, "takeout/pages/data.html", {"data": queries.data_page(request.member)}, main="archives")


@require_POST
def archives(request: MemberRequest) -> HttpResponse:
    """Asks for one."""

    def act() -> str:
        actions.ask(request.agency, by=request.member)
        return request.path

    once(key_of(request.POST.get("once", "")), act)
    toast(request, _("The archive is being made. It waits here for two days."))
    return redirect("settings_data")


def archive(request: MemberRequest, takeout_id: int) -> HttpResponseBase:
    """The file; POST takes it away."""
    request.member.must(Permission.AGENCY_ARCHIVE)
    if request.method == "POST":
        actions.delete(queries.the_archive(takeout_id), by=request.member)
        toast(request, _("The archive is deleted"))
        return redirect("settings_data")
    found = queries.ready(takeout_id)
    name = f"{request.agency.name}, {found.at:%Y-%m-%d}.zip"
    return FileResponse(files.place(found.stored).open("rb"), as_attachment=True, filename=name)
