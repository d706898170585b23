"""The first run, and one's own settings."""

from __future__ import annotations

from typing import cast

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from rightday.agencies import settings_pages
from rightday.agencies.clock import now
from rightday.team import actions, mail, queries
from rightday.team.door import MemberRequest
from rightday.team.forms import MeForm
from rightday.team.front import page
from rightday.ui.fragments import toast


def start(request: MemberRequest) -> HttpResponse:
    """Three ways to begin, while the agency has no people; afterwards it is Today."""
    if not queries.is_empty_desk():
        return redirect("/")
    return page(request, "team/pages/start.html", queries.start_page(request.member, at=now()))


def me(request: MemberRequest) -> HttpResponse:
    """One's own name, zone, look, keys and reminders; POST saves them."""
    member = request.member
    kept = {"name": member.name, "zone": member.zone, "theme": member.theme, "keys": not member.keys_off}
    kept |= {"digest": member.digest, "notify": member.notify}
    form = MeForm(request.POST or None, initial=kept | {"seen": member.version})
    if request.method == "POST" and form.is_valid():
        changed = dict(form.cleaned_data)
        seen, keys = cast("int", changed.pop("seen")), changed.pop("keys")
        actions.edit_me(member, seen=seen, by=member, keys_off=not keys, **changed)
        toast(request, _("Saved for all your devices."))
        return redirect("settings_me")
    values = {"form": form, "mail": mail.configured(), "nav": settings_pages.nav(request.agency.name)}
    return page(request, "team/pages/me.html", values, status=422 if form.errors else 200)
