"""Settings: the days after which a lead leaks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from rightday.agencies import queries as agencies
from rightday.agencies import settings_pages
from rightday.insight.forms import LeaksForm
from rightday.insight.rules import Leaks
from rightday.team import actions_agency
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Permission
from rightday.ui.fragments import toast


def leaks(request: MemberRequest) -> HttpResponse:
    """Shows and saves them."""
    was, kept = agencies.numbers(Leaks, "leaks"), request.agency
    shown = {"once": was.once, "quiet": was.quiet, "manager": was.manager, "seen": kept.version}
    form = LeaksForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        actions_agency.change_numbers(kept, section="leaks", numbers=form.leaks(), seen=seen, by=request.member)
        toast(request, _("Saved for everybody at %(agency)s.") % {"agency": kept.name})
        return redirect("settings_leaks")
    may, nav = request.member.may(Permission.AGENCY_SETTINGS), settings_pages.nav(kept.name)
    values = {"form": form, "may": may, "nav": nav, "usual": Leaks()}
    return page(request, "insight/pages/settings.html", values, status=422 if form.errors else 200)
