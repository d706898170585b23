"""Members, their roles, and who is invited."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rightday.agencies import settings_pages
from rightday.agencies.clock import now
from rightday.leads.models import Lead
from rightday.team import actions, queries, rules
from rightday.team.door import MemberRequest
from rightday.team.forms import InviteForm, RoleForm, SeenForm
from rightday.team.front import page
from rightday.team.models import Invitation, Member
from rightday.ui.counts import spelled
from rightday.ui.fragments import toast


def members(request: MemberRequest, form: InviteForm | None = None) -> HttpResponse:
    """Who works here, who is invited, and what each role may do."""
    shown = queries.members_page(request.member, at=now())
    values = {
        "shown": shown,
        "who": _who_works_here(len(shown.team), request.agency.name),
        "form": form or InviteForm(None, gives=shown.gives),
        "roles": rules.ROLE_WORDS.values(),
        "rights": rules.rights(),
        "nav": settings_pages.nav(request.agency.name),
    }
    return page(request, "team/pages/members.html", values, status=422 if form else 200)


@require_POST
def invitations(request: MemberRequest) -> HttpResponse:
    """Invites somebody; the same address again sends a new link."""
    form = InviteForm(request.POST, gives=rules.choices(rules.gives(rules.Role(request.member.role))))
    if not form.is_valid():
        return members(request, form)
    try:
        actions.invite(**form.cleaned_data, by=request.member, base_url=request.build_absolute_uri("/"))
    except rules.Refused as problem:
        form.add_error("email", str(problem))
        return members(request, form)
    toast(request, _("Invited. The link works for seven days."))
    return redirect("members")


@require_POST
def invitation(request: MemberRequest, invitation_id: int) -> HttpResponse:
    """Withdraws an invitation."""
    actions.withdraw(Invitation.objects.get(pk=invitation_id), by=request.member)
    toast(request, _("Invitation withdrawn."))
    return redirect("members")


def member(request: MemberRequest, member_id: int) -> HttpResponse:
    """One member: their role, and what happens when they leave."""
    return _member(request, Member.objects.here().select_related("identity").get(pk=member_id))


@require_POST
def role(request: MemberRequest, member_id: int) -> HttpResponse:
    """Gives a member another role."""
    form = RoleForm(request.POST)
    shown = Member.objects.here().select_related("identity").get(pk=member_id)
    if not form.is_valid():
        return _member(request, shown, problem=_("Choose one of the roles."))
    wanted = form.cleaned_data
    try:
        actions.change_role(shown, to=wanted["role"], seen=wanted["seen"], by=request.member)
    except rules.Refused as problem:
        return _member(request, shown, problem=str(problem))
    toast(request, _("%(name)s is now %(role)s.") % {"name": shown.name, "role": rules.ROLE_WORDS[wanted["role"]]})
    return redirect("members")


@require_POST
def leaving(request: MemberRequest, member_id: int) -> HttpResponse:
    """Ends a membership; the door is shut at once."""
    form = SeenForm(request.POST)
    shown = Member.objects.here().select_related("identity").get(pk=member_id)
    try:
        actions.leave(shown, seen=form.cleaned_data["seen"] if form.is_valid() else -1, by=request.member)
    except rules.Refused as problem:
        return _member(request, shown, problem=str(problem))
    toast(request, _("%(name)s has left.") % {"name": shown.name})
    return redirect("/agencies/" if shown.pk == request.member.pk else "members")


def _who_works_here(number: int, agency: str) -> str:
    words = ngettext(
        "%(num)s person works here. Nobody outside %(agency)s sees anything of it.",
        "%(num)s people work here. Nobody outside %(agency)s sees anything of it.",
        number,
    )
    return words % {"num": spelled(number).capitalize(), "agency": agency}


def _their_leads(number: int) -> str:
    if not number:
        return _("No open lead is theirs.")
    words = ngettext(
        "%(num)s open lead is theirs. It stays as it is, with its next step, until somebody else is made its owner.",
        "%(num)s open leads are theirs. They stay as they are, each with its next step, until somebody else is made "
        "their owner.",
        number,
    )
    return words % {"num": spelled(number).capitalize()}


def _member(request: MemberRequest, shown: Member, *, problem: str = "") -> HttpResponse:
    """The page of one member; `problem` is why something could not be done."""
    may = rules.gives(rules.Role(request.member.role))
    values: dict[str, Any] = {
        "shown": shown,
        "gives": rules.choices(may) if rules.Role(shown.role) in may else (),
        "may_end": rules.Role(shown.role) in may or shown.pk == request.member.pk,
        "open_leads": _their_leads(Lead.objects.open().owned_by(shown).count()),
        "problem": problem,
        "nav": settings_pages.nav(request.agency.name),
    }
    return page(request, "team/pages/member.html", values, status=422 if problem else 200)
