"""Moving a card of the board: dropped on a column, chosen from the dialog of M, or on a page of its own."""

from __future__ import annotations

from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.agencies.once import Stale
from rightday.leads.answers import changing, the_lead
from rightday.leads.lists import actions_board
from rightday.leads.lists import listing as lists
from rightday.leads.models import Lead
from rightday.leads.process import actions_track, undo_links
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.process.track import OutOfOrder
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks, page
from rightday.team.rules import NotAllowed
from rightday.ui.fragments import toast


def stage(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Where a lead may be moved to; a POST moves it: to `stage`, where it was last seen at the version `seen`."""
    row = the_lead(lead_id)
    if row.outcome_id:
        return _ask(request, row, _("This lead has ended. Open it again, then move it."), 422)
    if request.method != "POST":
        return _ask(request, row)
    asked = request.POST.get("stage", "")
    if asked not in {str(one.value) for one in Stage}:
        return _ask(request, row, _("Choose one of the milestones."), 422)
    try:
        return _move(request, row, Stage(int(asked)))
    except (OutOfOrder, NotAllowed) as problem:
        return _ask(request, row, str(problem), 422)
    except Stale as problem:
        return _ask(request, the_lead(lead_id), _who(problem), 409)


@require_POST
def stage_undo(request: MemberRequest, lead_id: int, token: str) -> HttpResponse:
    """Puts a card back where it was, and shows the board again."""
    try:
        facts, version = undo_links.read(token, lead_id)
    except BadSignature as problem:
        raise Http404 from problem
    row = the_lead(lead_id)
    changing(request, lead_id, lambda: actions_track.put_facts_back(row, facts=facts, seen=version, by=request.member))
    toast(request, _("%(lead)s is back where it was.") % {"lead": _name(row)})
    return redirect(_board(request))


def _move(request: MemberRequest, lead: Lead, to: Stage) -> HttpResponse:
    seen, kept = request.POST.get("seen", ""), list[actions_track.Kept]()
    version = int(seen) if seen.isdecimal() else -1

    def act() -> None:
        kept.append(actions_board.move_card(lead, stage=to, seen=version, by=request.member))

    changing(request, lead.pk, act)
    return _moved(request, lead, kept)


def _moved(request: MemberRequest, lead: Lead, kept: list[actions_track.Kept]) -> HttpResponse:
    """The card as it is now, for the board to put in its column; the board itself without script."""
    if kept and kept[0].before:
        back = undo_links.address(lead.pk, before=kept[0].before, version=kept[0].version)
        back = back.replace("/undo/", "/stage/undo/")  # the same way back, to the board
        words = _("%(lead)s: %(stage)s. %(step)s") % {
            "lead": _name(lead), "stage": STAGE_WORDS[Stage(lead.stage)], "step": _next(lead),
        }  # fmt: skip
        toast(request, words, undo=back)
    if not request.htmx:
        return redirect(_board(request))
    cards = lists.rows_of([lead.pk], team.today(request.member), heard=False)
    return blocks(request, "leads/pages/moved.html", {"cards": cards}, main="card")


def _ask(request: MemberRequest, lead: Lead, problem: str = "", status: int = 200) -> HttpResponse:
    stages = [(one.value, words, one.value == lead.stage) for one, words in STAGE_WORDS.items()]
    values = {"lead": lead, "about": _name(lead), "stages": stages, "problem": problem}
    if request.htmx:
        return blocks(request, "leads/pages/moving.html", values, main="form", status=status)
    return page(request, "leads/pages/moving.html", values, status=status)


def _name(lead: Lead) -> str:
    return lead.company.name if lead.company else lead.person.name


def _next(lead: Lead) -> str:
    step = lead.next_step
    return _("Next: %(what)s") % {"what": step.objective or step.why} if step is not None else ""


def _who(problem: Stale) -> str:
    """ "Priya Nair has moved it meanwhile. It is shown as it is now." """
    who = problem.who or _("Somebody else")
    return _("%(who)s has changed this lead meanwhile, so it was not moved. Look again.") % {"who": who}


def _board(request: MemberRequest) -> str:
    before = request.META.get("HTTP_REFERER", "")
    ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, request.is_secure())
    return before if ours and "/leads/?" in before else "/leads/?as=board"
