"""Hand-offs: their page, and the answers to them from there or from the lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.once import Stale
from rightday.kernel.when import say_day
from rightday.leads import queries
from rightday.leads.answers import acting, answer, ask, asking, the_lead
from rightday.leads.handoffs import actions
from rightday.leads.handoffs import queries as queries_handoff
from rightday.leads.handoffs import rules as handoffs
from rightday.leads.handoffs.clocks import clock_of
from rightday.leads.handoffs.forms import HandOnForm, ReturnForm
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.queries import HandOffsPage
from rightday.leads.handoffs.rules import Clocks
from rightday.leads.models import Lead
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.models import Member
from rightday.team.rules import Refused
from rightday.ui.counts import spelled
from rightday.ui.fragments import toast

PIECES = ("handoffs", "in_time")


@require_GET
def hand_offs(request: MemberRequest) -> HttpResponse:
    """What waits, what came back, what became of it. `?before=` reads on in the last, `?all=1` shows all that wait."""
    most = queries_handoff.ALL if request.GET.get("all") else queries_handoff.SHOWN
    return page(request, "leads/pages/handoffs.html", _shown(request, request.GET.get("before", ""), most))


def handing(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Offers a lead to a colleague."""
    row = the_lead(lead_id)
    form, version = _hand_on_form(request, row), row.version
    asked = asking(request, row, form, _("Hand this lead on"), _("Hand on"))
    if not form.is_valid():
        return ask(request, asked)
    try:
        undo = acting(request, lambda: _offer(request, row, form.cleaned_data))
    except Stale as problem:
        return ask(request, asked, problem=problem, seen={"seen": version})
    except Refused as problem:
        form.add_error(None, str(problem))
        return ask(request, asked)
    return _offered(request, row, undo)


@require_POST
def acceptance(request: MemberRequest, hand_off_id: int) -> HttpResponse:
    """The lead is the reader's from now on."""
    return _answered(request, hand_off_id, _accept)


def return_of(request: MemberRequest, hand_off_id: int) -> HttpResponse:
    """Sends a lead back, with what was missing."""
    there = _the_hand_off(hand_off_id)
    typed = request.POST if request.method == "POST" else None
    form = ReturnForm(typed, initial={"at": request.GET.get("at", "")})
    asked = asking(request, the_lead(there.lead_id), form, _("Send this lead back"), _("Send back"))
    if not form.is_valid():
        return ask(request, asked)

    def back(one: HandOff, by: Member) -> str:
        actions.give_back(one, reason=form.cleaned_data["reason"], words=form.cleaned_data["words"], by=by)
        return _("Back to %(name)s, with what was missing.") % {"name": one.giver.name}

    return _answered(request, hand_off_id, back)


@require_POST
def withdrawal(request: MemberRequest, hand_off_id: int) -> HttpResponse:
    """Takes an offer back before it is answered."""
    return _answered(request, hand_off_id, _withdraw)


@require_POST
def keeping(request: MemberRequest, hand_off_id: int) -> HttpResponse:
    """The giver keeps what came back."""
    return _answered(request, hand_off_id, _keep)


def _accept(there: HandOff, by: Member) -> str:
    made = actions.accept(there, by=by)
    if made.call_by is None:
        return _("It is yours now.")
    said = clock_of(by).said(made.call_by, team.today(by))
    return _("It is yours now. First call by %(moment)s.") % {"moment": said}


def _withdraw(there: HandOff, by: Member) -> str:
    actions.withdraw(there, by=by)
    return _("Taken back from %(name)s.") % {"name": there.receiver.name}


def _keep(there: HandOff, by: Member) -> str:
    actions.keep(there, by=by)
    step = the_lead(there.lead_id).next_step
    return _("Kept. Next step: %(day)s.") % {"day": say_day(step.due, team.today(by))} if step else _("Kept.")


def _offer(request: MemberRequest, row: Lead, typed: dict[str, Any]) -> str:
    """Returns the address that takes it back."""
    to = Member.objects.get(pk=typed["to"])
    made = actions.offer(row, to=to, words=typed["words"], seen=typed["seen"], by=request.member)
    return f"/leads/handoffs/{made.pk}/withdrawal/"


def _offered(request: MemberRequest, row: Lead, undo: str) -> HttpResponse:
    """The lead's page, or hand-offs where it was mended from there, with a way back."""
    there = HandOff.objects.filter(lead=row).select_related("receiver").latest("pk")
    until = clock_of(request.member).said(there.answer_by, team.today(request.member))
    said = _("Handed to %(name)s, who answers by %(moment)s.") % {"name": there.receiver.name, "moment": until}
    toast(request, said, undo=undo)
    return _shown_at(request, row.pk)


def _answered(request: MemberRequest, hand_off_id: int, act: Callable[[HandOff, Member], str]) -> HttpResponse:
    """Acts, says what was done or who was first, and shows the page it was asked from as it is now."""
    there = _the_hand_off(hand_off_id)

    def done() -> str:
        toast(request, act(there, request.member))
        return "/leads/handoffs/"

    try:
        acting(request, done)
    except Stale as problem:
        toast(request, _first(request, problem))
    except Refused as problem:
        toast(request, str(problem))
    return _shown_at(request, there.lead_id)


def _first(request: MemberRequest, problem: Stale) -> str:
    """ "Sam Whitlock has accepted this lead already (today, 09:42)." """
    at = clock_of(request.member).said(problem.when or clock.now(), team.today(request.member))
    return f"{problem.message.removesuffix('.')} ({at})."


def _shown_at(request: MemberRequest, lead_id: int) -> HttpResponse:
    """The page where the answer was given: the lead's, or that of hand-offs."""
    if request.POST.get("at") == "lead":
        return answer(request, lead_id, "")
    if not request.htmx:
        return redirect("hand_offs")
    response = blocks(request, "leads/pages/handoffs.html", _shown(request), main=None, also=PIECES)
    response["HX-Trigger"] = "rightday:close"
    return response


def _shown(request: MemberRequest, before: str = "", most: int = queries_handoff.SHOWN) -> dict[str, Any]:
    shown = queries_handoff.handoffs_page(request.member, before=before, most=most)
    return {"hand": shown, "sentence": _sentence(shown)}


def _sentence(shown: HandOffsPage) -> str:
    """ "Two wait for your answer. One came back to you.", "More than fifteen wait for your answer.\""""
    waiting, back = len(shown.to_answer), len(shown.came_back)
    many = ngettext("%(number)s waits for your answer.", "%(number)s wait for your answer.", waiting)
    came = ngettext("%(number)s came back to you.", "%(number)s came back to you.", back)
    parts = [
        words % {"number": _number(count, more=name in shown.more)}
        for name, words, count in (("to_answer", many, waiting), ("came_back", came, back))
        if count
    ]
    return " ".join(parts) or _("Nothing waits for your answer.")


def _number(count: int, *, more: bool) -> str:
    return _("More than %(number)s") % {"number": spelled(count)} if more else spelled(count).capitalize()


def _hand_on_form(request: MemberRequest, row: Lead) -> HandOnForm:
    """With everybody who is here but its owner, and how long they have to answer."""
    colleagues = tuple(one for one in queries.owners() if one[0] not in (row.owner_id, request.member.pk))
    grade = row.grade_on(team.today(request.member))
    agreed, _call = handoffs.agreed_words(grade, agencies.numbers(Clocks, "handoffs"))
    hint = _("They answer within %(time)s, or it comes back. Until then it stays yours to call.") % {"time": agreed}
    data = request.POST if request.method == "POST" else None
    initial = {"seen": row.version, "at": request.GET.get("at", "")}
    return HandOnForm(data, colleagues=colleagues, hint=hint, initial=initial)


def _the_hand_off(hand_off_id: int) -> HandOff:
    found: HandOff = HandOff.objects.select_related("giver", "receiver").get(pk=hand_off_id)
    return found
