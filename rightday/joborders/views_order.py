"""The smaller forms around an order: its next step, closing it, asks, people, colleagues, skills."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.agenda.rules import DoNotCall
from rightday.joborders import actions, queries
from rightday.joborders.forms import AnswerForm, AskForm, CloseForm, MemberForm, OrderStepForm, SayForm, SkillForm
from rightday.joborders.models import Ask, JobOrder, OrderMember, OrderPerson, OrderSkill
from rightday.joborders.rules import STAGE_ASKS, AskAnswer, Closed, Say, Stage
from rightday.joborders.views import address, asking, data_of, done
from rightday.kernel.when import say_day
from rightday.leads.answers import acting, ask
from rightday.leads.queries import owners
from rightday.people.actions_competitors import competitor_named
from rightday.people.queries_company import offered_competitors
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import refused
from rightday.team.models import Member
from rightday.ui.fragments import toast


def step(request: MemberRequest, order_id: int) -> HttpResponse:
    """Another day or objective for the next step."""
    row, today = queries.the_order(order_id), team.today(request.member)
    shown: dict[str, object] = {"seen_step": row.next_step_id}
    if row.next_step:
        shown |= {"due": say_day(row.next_step.due, today), "objective": row.next_step.objective}
    form = OrderStepForm(data_of(request), today=today, initial=shown)
    asked = asking(request, form, _("Change the next step"), _("Save"), row)
    if not form.is_valid():
        return ask(request, asked)
    return done(request, row, asked, lambda: actions.move_step(row, by=request.member, **form.change()), _("Saved"))


def closing(request: MemberRequest, order_id: int) -> HttpResponse:
    """How an order closed."""
    row = queries.the_order(order_id)
    form = CloseForm(data_of(request), today=team.today(request.member), initial={"on": _("today")})
    asked = asking(request, form, _("Close this order"), _("Close it"), row, offered=offered_competitors())
    if not form.is_valid():
        return ask(request, asked)
    return done(request, row, asked, lambda: _close(row, form, request.member), _("Closed"))


@require_POST
def reopening(request: MemberRequest, order_id: int) -> HttpResponse:
    """Takes the closing back."""
    row = queries.the_order(order_id)
    try:
        acting(request, lambda: address(actions.reopen(row, by=request.member)))
    except DoNotCall as problem:
        return refused(request, str(problem), status=409, title=_("This order stays closed"))
    toast(request, _("Open again"))
    return redirect("order", order_id)


def asks(request: MemberRequest, order_id: int) -> HttpResponse:
    """What the client is asked to do at this stage."""
    row = queries.the_order(order_id)
    form = AskForm(data_of(request), initial={"words": STAGE_ASKS[Stage(row.stage)]})
    asked = asking(request, form, _("What you asked for"), _("Asked"), row)
    if not form.is_valid():
        return ask(request, asked)
    return done(request, row, asked, lambda: actions.ask(row, by=request.member, **form.cleaned_data), _("Kept"))


def answer(request: MemberRequest, order_id: int, ask_id: int) -> HttpResponse:
    """What they answered."""
    row, question = queries.the_order(order_id), Ask.objects.select_related("order", "of").get(pk=ask_id)
    form = AnswerForm(data_of(request))
    asked = asking(request, form, question.words, _("Save"), row)
    if not form.is_valid():
        return ask(request, asked)
    said, words = AskAnswer(form.cleaned_data["answer"]), form.cleaned_data["words"]
    act = partial(actions.answer, question, answer=said, words=words, by=request.member)
    return done(request, row, asked, act, _("Kept"))


def people(request: MemberRequest, order_id: int) -> HttpResponse:
    """Somebody of the client's has a say."""
    row, form = queries.the_order(order_id), SayForm(data_of(request))
    asked = asking(request, form, _("Who has a say"), _("Save"), row)
    if not form.is_valid():
        return ask(request, asked)
    said = form.cleaned_data | {"role": Say(form.cleaned_data["role"])}
    return done(request, row, asked, lambda: actions.add_person(row, by=request.member, **said), _("Saved"))


def members(request: MemberRequest, order_id: int) -> HttpResponse:
    """A colleague works on it too."""
    row, form = queries.the_order(order_id), MemberForm(data_of(request), members=owners())
    asked = asking(request, form, _("Who works on it"), _("Add"), row)
    if not form.is_valid():
        return ask(request, asked)
    colleague = Member.objects.get(pk=form.cleaned_data["member"])
    return done(request, row, asked, lambda: actions.add_member(row, member=colleague, by=request.member), _("Added"))


def skills(request: MemberRequest, order_id: int) -> HttpResponse:
    """A skill that is asked for: one of the library, or a new one."""
    row, form = queries.the_order(order_id), SkillForm(data_of(request))
    asked = asking(request, form, _("Skill asked for"), _("Add"), row)
    if not form.is_valid():
        return ask(request, asked)
    return done(
        request, row, asked, lambda: actions.ask_for_skill(row, by=request.member, **form.cleaned_data), _("Added")
    )


@require_POST
def person_removal(request: MemberRequest, order_id: int, row_id: int) -> HttpResponse:
    """They have no such say after all."""
    row = OrderPerson.objects.select_related("order", "person").get(pk=row_id, order=order_id)
    return _off(request, order_id, lambda: actions.remove_person(row, by=request.member))


@require_POST
def member_removal(request: MemberRequest, order_id: int, row_id: int) -> HttpResponse:
    """A colleague works on it no more."""
    row = OrderMember.objects.select_related("order", "member").get(pk=row_id, order=order_id)
    return _off(request, order_id, lambda: actions.remove_member(row, by=request.member))


@require_POST
def skill_removal(request: MemberRequest, order_id: int, row_id: int) -> HttpResponse:
    """The client does not ask for it after all."""
    row = OrderSkill.objects.select_related("order", "skill").get(pk=row_id, order=order_id)
    return _off(request, order_id, lambda: actions.drop_skill(row, by=request.member))


def _off(request: MemberRequest, order_id: int, act: Callable[[], None]) -> HttpResponse:
    def acted() -> str:
        act()
        return f"/orders/{order_id}/"

    return redirect(acting(request, acted))


def _close(row: JobOrder, form: CloseForm, member: Member) -> None:
    """The competitor is found or added in the same transaction as the closing."""
    said = form.cleaned_data
    rival = competitor_named(said["rival"], by=member) if said["rival"] else None
    kind = Closed(said["kind"])
    actions.close(row, kind=kind, on=said["on"], who=said["who"], words=said["words"], rival=rival, by=member)
