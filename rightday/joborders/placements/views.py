"""The page of a placement, and what is noted from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.joborders.placements import actions
from rightday.joborders.placements.forms import EndForm, ExtensionForm, StartCheckForm, StartForm
from rightday.joborders.placements.models import Placement
from rightday.joborders.placements.queries import placement_page, the_placement
from rightday.joborders.views import data_of, leave
from rightday.leads.answers import Asking, acting, ask
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page, refused
from rightday.team.rules import Refused
from rightday.ui.fragments import toast


@require_GET
def placement(request: MemberRequest, placement_id: int) -> HttpResponse:
    """Where it stands, and what can be noted."""
    found = placement_page(placement_id, member=request.member)
    return page(request, "joborders/pages/placement.html", {"it": found})


def start_check(request: MemberRequest, placement_id: int) -> HttpResponse:
    """One side says whether they walked in."""
    row, form = the_placement(placement_id), StartCheckForm(data_of(request))
    return _noted(
        request, row, form, _("Start check"),
        lambda said: actions.start_check(
            row, side=said["side"], came=said["came"], words=said["words"], by=request.member
        ),
    )  # fmt: skip


def start(request: MemberRequest, placement_id: int) -> HttpResponse:
    """Another first day."""
    row, form = the_placement(placement_id), StartForm(data_of(request), today=team.today(request.member))
    return _noted(
        request, row, form, _("Another first day"),
        lambda said: actions.move_start(row, starts_on=said["starts_on"], by=request.member),
    )  # fmt: skip


def extension(request: MemberRequest, placement_id: int) -> HttpResponse:
    """A contract goes on."""
    row, by = the_placement(placement_id), request.member
    form = ExtensionForm(data_of(request), today=team.today(by), currency=row.currency)
    return _noted(
        request, row, form, _("It goes on"),
        lambda said: actions.extend(row, until=said["until"], pay=said["pay"], bill=said["bill"], by=by),
    )  # fmt: skip


def ending(request: MemberRequest, placement_id: int) -> HttpResponse:
    """How it ended."""
    row, form = the_placement(placement_id), EndForm(data_of(request), today=team.today(request.member))
    return _noted(
        request, row, form, _("It ended"),
        lambda said: actions.end(
            row, kind=said["kind"], on=said["on"] or form.today, words=said["words"], by=request.member
        ),
    )  # fmt: skip


@require_POST
def reopening(request: MemberRequest, placement_id: int) -> HttpResponse:
    """It did not end."""
    row = the_placement(placement_id)
    try:
        acting(request, partial(_acted, lambda _said: actions.unend(row, by=request.member), {}, row))
    except Refused as problem:
        return refused(request, str(problem), status=409, title=_("This cannot be"))
    return leave(request, address(row))


def address(row: Placement) -> str:
    return f"/placements/{row.pk}/"


def _noted(
    request: MemberRequest, row: Placement, form: forms.Form, title: str, act: Callable[..., object]
) -> HttpResponse:
    """Acts once, then the placement's page; the form again where what was asked cannot be."""
    about = f"{row.person.name}, {row.company.name}"
    asked = Asking(form, title, _("Save"), about, address(row), request.path)
    if not form.is_valid():
        return ask(request, asked)
    try:
        acting(request, partial(_acted, act, form.cleaned_data, row))
    except Refused as problem:
        form.add_error(None, str(problem))
        return ask(request, asked)
    toast(request, _("Saved"))
    return leave(request, address(row))


def _acted(act: Callable[..., object], said: dict[str, object], row: Placement) -> str:
    act(said)
    return address(row)
