"""The submittals of an order, and what is noted of each from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies import queries as agencies
from rightday.joborders.models import JobOrder
from rightday.joborders.queries import the_order
from rightday.joborders.submittals import actions, queries
from rightday.joborders.submittals.forms import ArrangeForm, DebriefForm, FeedbackForm, PresentForm, StopForm, shown
from rightday.joborders.views import asking, data_of, leave
from rightday.leads.answers import acting, ask
from rightday.talent.actions import make_candidate, record_consent
from rightday.talent.queries import candidate_of
from rightday.talent.rules import ConsentAnswer
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page, refused
from rightday.team.models import Member
from rightday.team.rules import Refused
from rightday.ui.fragments import toast


@require_GET
def submittals(request: MemberRequest, order_id: int) -> HttpResponse:
    """Who is where, whom to prepare, and who is asked first."""
    found = queries.submittals_page(the_order(order_id), member=request.member)
    return page(request, "joborders/pages/submittals.html", {"them": found})


def present(request: MemberRequest, order_id: int) -> HttpResponse:
    """Presents somebody for the order; whoever was no candidate yet becomes one."""
    order = the_order(order_id)
    form = PresentForm(data_of(request), kind=order.kind, currency=order.currency)
    return noted(request, order, form, _("Present a candidate"), lambda said: _present(order, said, request.member))


def _present(order: JobOrder, said: dict[str, Any], by: Member) -> None:
    person = said["who"]
    who = candidate_of(person) or make_candidate(person, by=by)
    if said["consent"]:
        record_consent(person, order.company, answer=ConsentAnswer.GIVEN, on=team.today(by), by=by)
    actions.submit(
        who, to=order, by=by, words=said["words"], by_phone=said["by_phone"], pay=said["pay"], bill=said["bill"],
        salary=said["salary"],
    )  # fmt: skip


def rounds(request: MemberRequest, submittal_id: int) -> HttpResponse:
    """Arranges the next round."""
    row = queries.the_submittal(submittal_id)
    form, zone = ArrangeForm(data_of(request), initial=shown(row)), row.order.company.zone or agencies.here().zone
    return noted(
        request, row.order, form, _("Arrange an interview"),
        lambda said: actions.arrange(
            row, starts=form.starts(zone), how=said["how"], place=said["place"], by=request.member,
            seen=said["seen"],
        ),
    )  # fmt: skip


def debrief(request: MemberRequest, interview_id: int) -> HttpResponse:
    """What the candidate thinks, before the client is called."""
    row, form = queries.the_interview(interview_id), DebriefForm(data_of(request))
    return noted(
        request, row.submittal.order, form, _("Debrief"),
        lambda said: actions.debrief(row, words=said["words"], wanted=said["wanted"], by=request.member),
    )  # fmt: skip


def feedback(request: MemberRequest, interview_id: int) -> HttpResponse:
    """What the client says."""
    row, form = queries.the_interview(interview_id), FeedbackForm(data_of(request))
    return noted(
        request, row.submittal.order, form, _("The client’s word"),
        lambda said: actions.feedback(row, forward=form.forward(), words=said["words"], by=request.member),
    )  # fmt: skip


def stop(request: MemberRequest, submittal_id: int) -> HttpResponse:
    """It goes no further."""
    row = queries.the_submittal(submittal_id)
    form = StopForm(data_of(request), initial=shown(row))
    return noted(
        request, row.order, form, _("Goes no further"),
        lambda said: actions.stop(row, kind=said["kind"], words=said["words"], by=request.member, seen=said["seen"]),
    )  # fmt: skip


@require_POST
def without_debrief(request: MemberRequest, interview_id: int) -> HttpResponse:
    """The client is called before the candidate is asked."""
    row = queries.the_interview(interview_id)
    return _at_once(request, row.submittal.order, lambda: actions.skip_debrief(row, by=request.member))


@require_POST
def reopening(request: MemberRequest, submittal_id: int) -> HttpResponse:
    """It goes on after all."""
    row = queries.the_submittal(submittal_id)
    return _at_once(request, row.order, lambda: actions.unstop(row, by=request.member))


def address(order: JobOrder) -> str:
    return f"/orders/{order.pk}/submittals/"


def noted(
    request: MemberRequest, order: JobOrder, form: forms.Form, title: str, act: Callable[..., object]
) -> HttpResponse:
    """Acts once, then the page of submittals; the form again where what was asked cannot be."""
    asked = asking(request, form, title, _("Save"), order)
    if not form.is_valid():
        return ask(request, asked)
    try:
        acting(request, partial(_acted, act, form, order))
    except Refused as problem:
        form.add_error(None, str(problem))
        return ask(request, asked)
    toast(request, _("Saved"))
    return leave(request, address(order))


def _acted(act: Callable[..., object], form: forms.Form, order: JobOrder) -> str:
    act(form.cleaned_data)
    return address(order)


def _at_once(request: MemberRequest, order: JobOrder, act: Callable[[], object]) -> HttpResponse:
    def acted() -> str:
        act()
        return address(order)

    try:
        acting(request, acted)
    except Refused as problem:
        return refused(request, str(problem), status=409, title=_("This cannot be"))
    return leave(request, address(order))
