"""CVs: brought, looked at beside what was read, confirmed, downloaded."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.intake.uploads import TOO_LARGE, on_disk, plain_name
from rightday.people.answers import acting, done
from rightday.people.models import Person
from rightday.talent.cvs import actions, files, queries
from rightday.talent.cvs.forms import AnswerForm, CvForm
from rightday.talent.cvs.rules import Answer
from rightday.talent.models_files import CV
from rightday.team.door import MemberRequest
from rightday.team.front import page, refused
from rightday.team.rules import Permission


def cvs(request: MemberRequest) -> HttpResponse:
    """Brings a CV: of `person`, or of nobody known yet; then it is shown beside what was read."""
    form = CvForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or getattr(request, TOO_LARGE, False) or not form.is_valid():
        sent = request.method == "POST"
        return page(request, "talent/cvs/pages/cvs.html", {"sent": sent}, status=422 if sent else 200)
    whose = form.cleaned_data["person"]
    person = Person.objects.get(pk=whose) if whose else None
    cv = _bring(request, form.cleaned_data["file"], person)
    return redirect("cv", cv.pk)


def _bring(request: MemberRequest, file: UploadedFile, person: Person | None) -> CV:
    """Kept first, then read outside of any transaction: reading is no reason to hold up everybody's writes."""
    with on_disk(file, "") as path:
        cv = actions.receive(path, name=plain_name(file.name or ""), by=request.member, person=person)
    return cv if cv.text else actions.read(cv, by=request.member)


@require_GET
def cv(request: MemberRequest, cv_id: int) -> HttpResponse:
    """One CV beside what was read of it; `?at=` the proposal that is looked at, `?correct` with its fields open."""
    shown = queries.cv_page(request.member, cv_id, request.GET.get("at", "")[:500])
    return page(request, "talent/cvs/pages/cv.html", {"cv": shown, "correct": "correct" in request.GET})


@require_GET
def cv_file(request: MemberRequest, cv_id: int) -> HttpResponseBase:
    """The file as it came, always as a download: a stranger's file is never shown in our own window."""
    request.member.must(Permission.DESK_WORK)
    kept = queries.the_cv(cv_id)
    file = files.of(kept).open("rb")
    return FileResponse(file, as_attachment=True, filename=kept.name, content_type="application/octet-stream")


@require_POST
def cv_answer(request: MemberRequest, cv_id: int) -> HttpResponse:
    """What becomes of one proposal."""
    form, kept = AnswerForm(request.POST), queries.the_cv(cv_id)
    if not form.is_valid():
        return refused(request, _("Nothing was kept: a day or a word in it cannot be read."), status=422)
    key, answer = form.cleaned_data["key"], form.cleaned_data["answer"]

    def act() -> str:
        if answer is Answer.KEPT:
            actions.keep(kept, key, by=request.member, **form.corrected())
        else:
            actions.answer(kept, key, answer=answer, by=request.member)
        return reverse("cv", args=[cv_id])

    return redirect(acting(request, act))


@require_POST
def cv_all(request: MemberRequest, cv_id: int) -> HttpResponse:
    """Keeps whatever still waits; with `read`, reads the file again instead."""
    kept = queries.the_cv(cv_id)
    if "read" in request.POST:
        actions.read(kept, by=request.member)
        return redirect("cv", cv_id)

    def act() -> str:
        actions.keep_all(kept, by=request.member)
        return done(request, _("Kept all of it."), reverse("cv", args=[cv_id]))

    return redirect(acting(request, act))


@require_POST
def cv_person(request: MemberRequest, cv_id: int) -> HttpResponse:
    """Whose it is: `person` whom we know, else somebody new with the name typed."""
    kept, whose = queries.the_cv(cv_id), request.POST.get("person", "")

    def act() -> str:
        if whose.isdecimal():
            actions.belongs_to(kept, Person.objects.get(pk=int(whose)), by=request.member)
        else:
            given, family = (request.POST.get(name, "")[:100] for name in ("given", "family"))
            actions.new_person(kept, given=given, family=family, by=request.member)
        return reverse("cv", args=[cv_id])

    return redirect(acting(request, act))
