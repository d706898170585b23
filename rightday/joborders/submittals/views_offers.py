"""Offers from the screen of submittals: made, answered, the resignation, and the placement they lead to."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from rightday.joborders.placements.actions import place
from rightday.joborders.submittals import actions
from rightday.joborders.submittals.forms_offers import OfferAnswerForm, OfferForm, PlaceForm, ResignationForm
from rightday.joborders.submittals.models import Offer
from rightday.joborders.submittals.queries import the_offer, the_submittal
from rightday.joborders.submittals.views import noted
from rightday.joborders.views import data_of
from rightday.team import queries as team
from rightday.team.door import MemberRequest


def offer(request: MemberRequest, submittal_id: int) -> HttpResponse:
    """The client makes an offer."""
    row, by = the_submittal(submittal_id), request.member
    form = OfferForm(data_of(request), today=team.today(by), kind=row.order.kind, currency=row.order.currency)
    return noted(request, row.order, form, _("Their offer"), lambda said: actions.offer(row, by=by, **form.columns()))


def answer(request: MemberRequest, offer_id: int) -> HttpResponse:
    """The candidate answers, or the client takes it back."""
    row, by = the_offer(offer_id), request.member
    form = OfferAnswerForm(data_of(request), today=team.today(by))
    return noted(
        request, row.submittal.order, form, _("The answer"),
        lambda said: actions.answer_offer(
            row, answer=said["answer"], words=said["words"], on=said["on"], goes_on=said["goes_on"], by=by
        ),
    )  # fmt: skip


def resignation(request: MemberRequest, offer_id: int) -> HttpResponse:
    """The day they resign, or that they have."""
    row, form = the_offer(offer_id), ResignationForm(data_of(request), today=team.today(request.member))
    return noted(request, row.submittal.order, form, _("Resignation"), lambda said: _resigns(row, form, request))


def placing(request: MemberRequest, submittal_id: int) -> HttpResponse:
    """They are placed."""
    row, form = the_submittal(submittal_id), PlaceForm(data_of(request), today=team.today(request.member))
    return noted(
        request, row.order, form, _("Place them"),
        lambda said: place(
            row, starts_on=said["starts_on"], probation_until=said["probation_until"], by=request.member
        ),
    )  # fmt: skip


def _resigns(row: Offer, form: ResignationForm, request: MemberRequest) -> Offer:
    said, by = form.cleaned_data, request.member
    day = said["on"] or form.today
    if said["done"]:
        return actions.resigned(row, on=day, last_day=said["last_day"], by=by)
    return actions.plan_resignation(row, on=day, by=by)
