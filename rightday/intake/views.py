"""Bringing a spreadsheet: the list with its drop zone, the page of four steps, its spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rightday.agencies import clock
from rightday.agencies.once import once
from rightday.intake import actions
from rightday.intake.bundles import actions as bundles
from rightday.intake.forms import FileForm, key_of, number_of
from rightday.intake.models import Import
from rightday.intake.reading import Came, Unreadable, is_bundle
from rightday.intake.showing import queries as queries_import
from rightday.intake.showing import sheets as import_sheets
from rightday.intake.uploads import TOO_LARGE, FileProblem, on_disk, plain_name, too_large, unreadable
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Permission

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def imports(request: MemberRequest) -> HttpResponse:
    """Where a file is let go, and what was brought before; POST takes a file or a pasted table."""
    if request.method == "POST":
        return _receive(request)
    return _imports(request)


@require_safe
def one_import(request: MemberRequest, import_id: int) -> HttpResponse:
    """One import at its step. `?step=understood` goes back to it, `?rows=` chooses the rows shown."""
    asked = request.GET
    shown = queries_import.import_page(
        request.member,
        import_id,
        step=asked.get("step", ""),
        tab=asked.get("rows", ""),
        after=number_of(asked.get("after", "")),
    )
    if shown.state == Import.State.REFUSED:
        return redirect("import_bundle", shown.bundle)
    return page(request, "intake/pages/import.html", {"batch": shown, "errors": ()})


@require_safe
def trial_sheet(request: MemberRequest, import_id: int) -> HttpResponseBase:
    """What every row would become, as a spreadsheet; after the run, what it became."""
    batch = queries_import.the_import(import_id)
    if queries_import.is_in(batch):
        return _sheet(request, import_id, _("rows"), lambda path: import_sheets.write_all(batch, path))
    return _sheet(
        request, import_id, _("trial"), lambda path: import_sheets.write_trial(batch, path, by=request.member)
    )


@require_safe
def refused_sheet(request: MemberRequest, import_id: int) -> HttpResponseBase:
    """The rows that were not brought in, as somebody wrote them, with the reason."""
    batch = queries_import.the_import(import_id)
    return _sheet(request, import_id, _("not brought in"), lambda path: import_sheets.write_refused(batch, path))


def _imports(request: MemberRequest, problem: FileProblem | None = None, status: int = 200) -> HttpResponse:
    before = number_of(request.GET.get("before", ""))
    shown = queries_import.imports_page(request.member, before=before or None)
    return page(request, "intake/pages/imports.html", {"imports": shown, "problem": problem}, status=status)


def _receive(request: MemberRequest) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if getattr(request, TOO_LARGE, False):
        return _imports(request, too_large(), 413)
    if not form.is_valid():
        return _imports(request, FileProblem(_("Choose a file, or paste a table that you copied")), 422)
    files = request.FILES.getlist("file")
    return _together(request, files) if len(files) > 1 else _one(request, **form.cleaned_data)


def _one(request: MemberRequest, file: UploadedFile | None, table: str) -> HttpResponse:
    """One file, or a pasted table; a zip of files is several, and so is mail with attachments."""
    name = plain_name(file.name or "") if file else _pasted(request)
    with on_disk(file, table) as place:
        if is_bundle(place):
            return _keep_together(request, [Came(place, name)])
        try:
            batch = actions.understand(place, name=name, by=request.member)
        except Unreadable as refusal:
            return _imports(request, unreadable(name, refusal.reason, "" if file else table), 422)
    return redirect(once(key_of(request.POST.get("once", "")), lambda: _kept(request, batch)))


def _together(request: MemberRequest, files: Sequence[UploadedFile]) -> HttpResponse:
    """Several files at once: each may be refused by itself."""
    with ExitStack() as open_files:
        places = [open_files.enter_context(on_disk(file, "")) for file in files]
        return _keep_together(
            request, [Came(place, plain_name(file.name or "")) for place, file in zip(places, files, strict=True)]
        )


def _keep_together(request: MemberRequest, files: Sequence[Came]) -> HttpResponse:
    batches = bundles.understand_all(files, by=request.member)

    def kept() -> str:
        return reverse("import_bundle", args=[bundles.keep_all(batches, by=request.member)])

    return redirect(once(key_of(request.POST.get("once", "")), kept))


def _kept(request: MemberRequest, batch: Import) -> str:
    return reverse("import", args=[actions.keep(batch, by=request.member).pk])


def _pasted(request: MemberRequest) -> str:
    at = clock.local(clock.now(), team.zone_of(request.member))
    return _("Pasted table, %(day)s %(time)s") % {"day": f"{at.day} {at:%b}", "time": f"{at:%H:%M}"}


def _sheet(request: MemberRequest, import_id: int, what: str, write: Callable[[Path], None]) -> HttpResponseBase:
    """A spreadsheet made now, sent from disk, and gone when it has been sent."""
    request.member.must(Permission.IMPORT)
    batch = queries_import.the_import(import_id)
    with TemporaryDirectory() as folder:
        place = Path(folder) / "rows.xlsx"
        try:
            write(place)
        except Unreadable as refusal:
            return _imports(request, unreadable(batch.name, refusal.reason), 409)
        # Open before the folder goes: the answer holds the file until it has been sent.
        sent = place.open("rb")
    return FileResponse(sent, as_attachment=True, filename=import_sheets.file_name(batch, what), content_type=_TYPE)
