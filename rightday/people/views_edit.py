"""Adding and changing persons and companies: the forms, and the question whether we know them already."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rightday.agencies.once import Stale
from rightday.agenda import actions as agenda
from rightday.people import actions, queries
from rightday.people.answers import Asking, acting, ask, done, say_problems
from rightday.people.forms import CompanyForm, NewPersonForm, PersonForm, details_of_company, details_of_person
from rightday.people.matching import Match
from rightday.people.models import Company, Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import blocks
from rightday.team.models import Member


def new_person(request: MemberRequest) -> HttpResponse:
    """Somebody new; whoever they may be already is shown before they are saved."""
    data = request.POST if request.method == "POST" else None
    form = NewPersonForm(data, region=request.agency.country, initial=request.GET.dict())
    asked = Asking(form, _("New person"), _("Save person"), "/people/", known=reverse("known_person"))
    if not form.is_valid():
        return ask(request, asked)
    known = _match(form.cleaned_data)
    if (known.person or known.suggestions) and "anyway" not in request.POST:
        return ask(request, asked, known=known)
    return redirect(acting(request, lambda: _add_person(request, form.cleaned_data, known)))


@require_GET
def known_person(request: MemberRequest) -> HttpResponse:
    """Who somebody new may be already, as their form is filled in: a piece of it, on each pause."""
    form = NewPersonForm(request.GET, region=request.agency.country)
    form.is_valid()  # half a form is searched for what it has
    said = {"given": "", "family": "", "company": "", "email": "", "phone": (), **form.cleaned_data}
    typed = f"{said['given']}{said['family']}{said['email']}".strip() or said["phone"]
    known = _match(said) if typed else Match()
    return blocks(request, "people/pages/form.html", {"known": known, "typing": True}, main="known")


def person_details(request: MemberRequest, person_id: int) -> HttpResponse:
    """Name, title, company, place, and whether they work with agencies."""
    row = Person.objects.select_related("company").get(pk=person_id)
    form = PersonForm(request.POST if request.method == "POST" else None, initial=details_of_person(row))
    asked = Asking(form, _("Change %(name)s") % {"name": row.name}, _("Save"), f"/people/{person_id}/")
    if not form.is_valid():
        return ask(request, asked)
    try:
        return redirect(_edit_person(request, row, dict(form.cleaned_data)))
    except Stale as problem:
        return ask(request, asked, problem=problem, seen=Person.objects.get(pk=person_id).version)


def new_company(request: MemberRequest) -> HttpResponse:
    """A new company; one we know, however it is written, is shown instead."""
    form = CompanyForm(request.POST if request.method == "POST" else None, initial=request.GET.dict())
    if not form.is_valid():
        return ask(request, Asking(form, _("New company"), _("Save company"), "/companies/"))
    said = _without_seen(form.cleaned_data)

    def act() -> str:
        known = queries.company_by_key(said["name"])
        row = known or actions.add_company(said.pop("name"), by=request.member, **said)
        words = _("We know %(name)s already: this is it.") if known else _("Saved %(name)s.")
        return done(request, words % {"name": row.name}, f"/companies/{row.pk}/")

    return redirect(acting(request, act))


def company_details(request: MemberRequest, company_id: int) -> HttpResponse:
    """Name, place, holidays, note, and whether they work with agencies."""
    row = Company.objects.get(pk=company_id)
    form = CompanyForm(request.POST if request.method == "POST" else None, initial=details_of_company(row))
    asked = Asking(form, _("Change %(name)s") % {"name": row.name}, _("Save"), f"/companies/{company_id}/")
    if not form.is_valid():
        return ask(request, asked)
    seen = form.cleaned_data["seen"]
    try:
        _edit_company(row, -1 if seen is None else seen, _without_seen(form.cleaned_data), by=request.member)
    except Stale as problem:
        return ask(request, asked, problem=problem, seen=Company.objects.get(pk=company_id).version)
    return redirect(done(request, _("Saved."), asked.back))


def _match(said: dict[str, Any]) -> Match:
    """Who it may be. Whoever has the number is said whatever the name: sharing it is for people to decide."""
    emails = [said["email"]] if said["email"] else []
    owner = queries.match(phones=said["phone"], emails=emails)
    if owner.person:
        return owner
    name = f"{said['given']} {said['family']}"
    return queries.match(phones=said["phone"], emails=emails, name=name, company_name=said["company"])


def _add_person(request: MemberRequest, said: dict[str, Any], known: Match) -> str:
    """Adds them, with the question kept whether they are one of those shown."""
    by, company = request.member, _company(said.pop("company"), request.member)
    phones, emails = said.pop("phone"), (said.pop("email"),)
    new = actions.NewPerson(**said, company=company, phones=phones, emails=emails)
    person = actions.add_people([new], by=by)[0]
    if known.person:
        actions.suggest_duplicate(person, known.person, [known.why], 1)
    for one in known.suggestions:
        actions.suggest_duplicate(person, one.person_id, one.reasons, one.likeness)
    say_problems(request, phones)
    return done(request, _("Saved %(name)s.") % {"name": person.name}, f"/people/{person.pk}/")


@transaction.atomic
def _edit_person(request: MemberRequest, row: Person, said: dict[str, Any]) -> str:
    """Saves what was changed; their calls take the place and the hours that follow from it."""
    moved, seen = said.pop("moved"), said.pop("seen")
    moved_on = team.today(request.member) if moved else None
    said["company"] = _company(said["company"], request.member)
    actions.edit_person(row, seen=-1 if seen is None else seen, by=request.member, moved_on=moved_on, **said)
    agenda.reorder_for(row, by=request.member)
    return done(request, _("Saved."), f"/people/{row.pk}/")


@transaction.atomic
def _edit_company(row: Company, seen: int, said: dict[str, Any], *, by: Member) -> None:
    """As `_edit_person`, for the calls of everybody there."""
    actions.edit_company(row, seen=seen, by=by, **said)
    agenda.reorder_for_company(row, by=by)


def _company(name: str, by: Member) -> Company | None:
    return actions.add_company(name, by=by) if name.strip() else None


def _without_seen(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != "seen"}
