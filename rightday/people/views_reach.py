"""Numbers, addresses and permission of a person; numbers of a company."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.kernel import phones
from rightday.leads import actions as leads_actions
from rightday.leads.actions_numbers import number_wrong
from rightday.people import actions
from rightday.people.answers import Asking, acting, ask, done, say_problems
from rightday.people.forms import EmailForm, NumberForm, PermissionForm
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.people.rules import Answer, Channel
from rightday.team import queries as team
from rightday.team.door import MemberRequest


def person_numbers(request: MemberRequest, person_id: int) -> HttpResponse:
    """Another number of a person."""
    return _numbers(request, Person.objects.get(pk=person_id), f"/people/{person_id}/")


def company_numbers(request: MemberRequest, company_id: int) -> HttpResponse:
    """Another switchboard of a company."""
    return _numbers(request, Company.objects.get(pk=company_id), f"/companies/{company_id}/")


def _numbers(request: MemberRequest, owner: Person | Company, back: str) -> HttpResponse:
    form = NumberForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return ask(request, Asking(form, _("Add a number of %(name)s") % {"name": owner.name}, _("Add number"), back))
    read = phones.read(form.cleaned_data["number"], request.agency.country)

    def act() -> str:
        for phone in read:
            actions.add_number(owner, phone, by=request.member, label=form.cleaned_data["label"])
        say_problems(request, read)
        return done(request, _("Added."), back) if not any(phone.problem for phone in read) else back

    return redirect(acting(request, act))


@require_POST
def person_number(request: MemberRequest, person_id: int, number_id: int) -> HttpResponse:
    """What is known of a number: `state=wrong`, or `first` for the one to dial."""
    number = PhoneNumber.objects.select_related("person").get(pk=number_id, person=person_id)
    words = _("Nothing was changed.")
    if request.POST.get("state") == "wrong":
        number_wrong(number, by=request.member)
        words = _("Marked as wrong. Nobody will dial it.")
    elif "first" in request.POST:
        actions.make_first(number, by=request.member)
        words = _("This is the number to dial now.")
    return redirect(done(request, words, f"/people/{person_id}/"))


def person_emails(request: MemberRequest, person_id: int) -> HttpResponse:
    """Another address of a person."""
    row, back = Person.objects.get(pk=person_id), f"/people/{person_id}/"
    form = EmailForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return ask(request, Asking(form, _("Add an address of %(name)s") % {"name": row.name}, _("Add address"), back))

    def act() -> str:
        actions.add_email(row, form.cleaned_data["address"], by=request.member)
        return done(request, _("Added."), back)

    return redirect(acting(request, act))


@require_POST
def person_email(request: MemberRequest, person_id: int, email_id: int) -> HttpResponse:
    """Takes an address away."""
    email = EmailAddress.objects.select_related("person").get(pk=email_id, person=person_id)
    actions.remove_email(email, by=request.member)
    return redirect(done(request, _("Taken away."), f"/people/{person_id}/"))


def person_permission(request: MemberRequest, person_id: int) -> HttpResponse:
    """What they answered: may we call, mail, text. A no to calls ends their open leads."""
    row, today = Person.objects.select_related("company").get(pk=person_id), team.today(request.member)
    form = PermissionForm(request.POST if request.method == "POST" else None, today=today, initial={"on": today})
    title = _("May we? What %(name)s said") % {"name": row.given or row.name}
    if not form.is_valid():
        return ask(request, Asking(form, title, _("Save answer"), f"/people/{person_id}/"))
    return redirect(acting(request, lambda: _answered(request, row, form)))


def _answered(request: MemberRequest, row: Person, form: Form) -> str:
    said, by = dict(form.cleaned_data), request.member
    channel, answer = Channel(said.pop("channel")), Answer(said.pop("answer"))
    if channel is Channel.PHONE and answer is Answer.REFUSED:
        leads_actions.refuse(row, words=said["words"], on=said["on"], by=by)
    else:
        actions.record_permission(row, channel=channel, answer=answer, by=by, **said)
    return done(request, _("Saved what they said."), f"/people/{row.pk}/")
