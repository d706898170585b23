"""The feedback call: its plan on one screen, corrected there, and what came of the call."""

from __future__ import annotations

from collections.abc import Callable

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rightday.agenda.rules import Achievement
from rightday.calls.desk.actions import begin, finish
from rightday.calls.rules import Result
from rightday.joborders.feedback import actions
from rightday.joborders.feedback.actions_commit import commit
from rightday.joborders.feedback.forms import DecisionForm, LineForm, PlanForm
from rightday.joborders.feedback.models import FeedbackPlan, GapLine, LikelyObjection
from rightday.joborders.feedback.queries import feedback_page
from rightday.joborders.feedback.record import the_interview
from rightday.joborders.feedback.rules import Decision
from rightday.joborders.models import JobOrder
from rightday.joborders.submittals.actions_interviews import skip_debrief
from rightday.leads.answers import acting
from rightday.team.door import MemberRequest
from rightday.team.front import page, refused
from rightday.team.models import Member
from rightday.team.rules import Refused
from rightday.ui.fragments import toast

TEMPLATE = "joborders/feedback/pages/feedback.html"
MET = (Decision.FORWARD, Decision.OFFER)


@require_GET
def feedback(request: MemberRequest, interview_id: int) -> HttpResponse:
    """The plan; the first who opens it builds it from the record."""
    interview = the_interview(interview_id)
    if not FeedbackPlan.objects.filter(interview=interview).exists():
        try:
            actions.build(interview, by=request.member)
        except Refused as problem:
            return refused(request, str(problem), status=422, title=_("No feedback on this round"))
    return _shown(request, interview_id)


@require_POST
def anew(request: MemberRequest, interview_id: int) -> HttpResponse:
    """Reads the record again; what was corrected stays."""
    acting(request, lambda: str(actions.build(the_interview(interview_id), by=request.member).pk))
    toast(request, _("Read anew. What you corrected stayed."))
    return redirect("feedback", interview_id)


@require_POST
def line(request: MemberRequest, interview_id: int, line_id: int) -> HttpResponse:
    """A human says how well a need is met."""
    row, form = GapLine.objects.get(pk=line_id, plan__interview=interview_id), LineForm(request.POST)
    if not form.is_valid():
        return _shown(request, interview_id, form)
    said = form.cleaned_data
    return _done(request, interview_id, lambda: actions.correct(row, by=request.member, **said), _("Corrected."))


@require_POST
def words(request: MemberRequest, interview_id: int) -> HttpResponse:
    """Objective, opening and closing questions in one's own words."""
    plan, form = FeedbackPlan.objects.get(interview=interview_id), PlanForm(request.POST)
    if not form.is_valid():
        return _shown(request, interview_id, form)
    said = form.cleaned_data | {"closing": form.cleaned_data["closing"].splitlines()}
    return _done(request, interview_id, lambda: actions.edit(plan, by=request.member, **said), _("Plan saved."))


@require_POST
def without(request: MemberRequest, interview_id: int) -> HttpResponse:
    """The client is called although the candidate was not asked first; that is kept."""
    one = the_interview(interview_id)
    return _done(request, interview_id, lambda: skip_debrief(one, by=request.member), _("You go ahead without."))


@require_POST
def decision(request: MemberRequest, interview_id: int) -> HttpResponse:
    """What came of the call: decision, promise, objections; one call, one next step."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _shown(request, interview_id, form)
    return _done(request, interview_id, lambda: _decide(request, interview_id, form), _("Feedback kept."))


def _decide(request: MemberRequest, interview_id: int, form: DecisionForm) -> None:
    by, said = request.member, form.cleaned_data
    plan, interview = FeedbackPlan.objects.get(interview=interview_id), the_interview(interview_id)
    step, order = interview.submittal.next_step, interview.submittal.order
    talk = begin(step.pk, by=by) if step is not None and step.person_id == order.manager_id else None
    left = actions.decide(plan, decision=said["decision"], words=said["words"], decides_on=said["decides_on"], by=by)
    achieved = [Achievement.FEEDBACK, *_heard(plan, order, form, by)]
    if talk is not None:
        result = Result.MET if said["decision"] in MET else Result.PROGRESSED
        finish(talk, result=result, left=left, note=said["words"], achieved=achieved)


def _heard(plan: FeedbackPlan, order: JobOrder, form: DecisionForm, by: Member) -> list[Achievement]:
    """Objections that were raised, and what was promised."""
    said, held = form.cleaned_data, form.raised()
    for one in LikelyObjection.objects.filter(plan=plan, pk__in=held).select_related("objection", "answer", "plan"):
        actions.heard(one, held=held[one.pk], by=by)
    if not said["promise"]:
        return []
    commit(order, side=said["promise_side"], words=said["promise"], due=said["promise_by"], plan=plan, by=by)
    return [Achievement.COMMITMENT]


def _done(request: MemberRequest, interview_id: int, act: Callable[[], object], said: str) -> HttpResponse:
    """Acts once and shows the plan as it is now; what cannot be is said on it, with all that was typed."""

    def once() -> str:
        act()
        return str(interview_id)

    try:
        acting(request, once)
    except Refused as problem:
        form = Form(request.POST)
        form.is_valid()
        form.add_error(None, str(problem))
        return _shown(request, interview_id, form)
    toast(request, said)
    return redirect("feedback", interview_id)


def _shown(request: MemberRequest, interview_id: int, form: Form | None = None) -> HttpResponse:
    errors = [problem for found in form.errors.values() for problem in found] if form is not None else []
    typed = request.POST if form is not None else {}
    shown = feedback_page(interview_id, by=request.member)
    values = {"fb": shown, "errors": errors, "typed": typed}
    return page(request, TEMPLATE, values, status=422 if form is not None else 200)
