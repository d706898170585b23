"""What is typed of an offer, as clean values."""

from __future__ import annotations

from datetime import date

from rightday.joborders.submittals.forms_offers import OfferAnswerForm, OfferForm, PlaceForm, ResignationForm
from rightday.joborders.submittals.rules import OfferAnswer

TODAY = date(2026, 11, 25)


def test_an_offer_without_a_day_was_said_today():
    form = OfferForm(
        {"pay": "560", "bill": "£660", "starts_on": "4 January"}, today=TODAY, kind="contract", currency="GBP"
    )
    assert form.is_valid(), form.errors
    columns = form.columns()
    assert (columns["verbal_on"], columns["written_on"], columns["starts_on"]) == (TODAY, None, date(2027, 1, 4))
    assert (columns["pay"], columns["bill"]) == (56_000, 66_000)


def test_a_permanent_one_has_a_salary_and_no_last_day():
    form = OfferForm({"salary": "85,000", "written_on": "yesterday"}, today=TODAY, kind="permanent", currency="GBP")
    assert form.is_valid(), form.errors
    assert form.columns()["salary"] == 8_500_000 and form.columns()["written_on"] == date(2026, 11, 24)
    assert form.columns()["verbal_on"] is None and "ends_on" not in form.fields


def test_what_cannot_be_read_is_said_beside_its_field():
    form = OfferForm(
        {"pay": "plenty", "bill": "$660", "starts_on": "soonish"}, today=TODAY, kind="contract", currency="GBP"
    )
    assert set(form.errors) == {"pay", "bill", "starts_on"}


def test_an_answer_and_a_resignation():
    answer = OfferAnswerForm({"answer": "accepted", "on": "yesterday"}, today=TODAY)
    assert answer.is_valid() and answer.cleaned_data["answer"] is OfferAnswer.ACCEPTED
    assert answer.cleaned_data["on"] == date(2026, 11, 24)
    resigns = ResignationForm({"on": "27 Nov", "last_day": "24 December"}, today=TODAY)
    assert resigns.is_valid() and resigns.cleaned_data["last_day"] == date(2026, 12, 24)
    assert PlaceForm({}, today=TODAY).is_valid()
