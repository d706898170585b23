"""What people type into the forms of incentives."""

from __future__ import annotations

from datetime import date

import pytest
from django.forms import ValidationError

from rightday.kernel import names
from rightday.kernel.money import Money
from rightday.leads.incentives.forms import CorrectionForm, EndForm, LineForm, RuleForm, change_form, money_of
from rightday.leads.incentives.models import IncentiveRule
from rightday.leads.incentives.rules import Earns, Pays
from rightday.people.models import Person

DAY = date(2026, 11, 24)


def test_an_amount_is_in_the_agencys_currency_unless_said(inside):
    inside.agency.currency = "SEK"
    inside.agency.save(update_fields=["currency"])
    assert (money_of("50"), money_of("£1,250.50")) == (Money(5_000, "SEK"), Money(125_050, "GBP"))
    for typed in ("", "much", "0", "-4"):
        with pytest.raises(ValidationError, match="Write an amount like SEK"):
            money_of(typed)


def line(**typed) -> LineForm:
    return LineForm({"earner": "Priya Nair", "pay": "50", "words": "For the talk"} | typed)


def test_a_colleague_goes_before_a_person_of_the_same_name(inside):
    Person.objects.create(given="Priya", family="Nair", name="Priya Nair", key=names.person_key("Priya Nair"))
    form = line(earner=" PRIYA nair ")
    assert form.is_valid() and form.cleaned_data["earner"] == inside.priya


def test_a_company_tells_two_of_one_name_apart(inside):
    Person.objects.create(given="Martin", family="Ahlqvist", name="Martin Ahlqvist", key=inside.martin.key)
    assert line(earner="Martin Ahlqvist").errors == {
        "earner": ["Two have that name. Add the company: Lena Fischer, Halden."]
    }
    form = line(earner="Martin Ahlqvist, Halden Insurance Ltd")
    assert form.is_valid() and form.cleaned_data["earner"] == inside.martin


def test_a_correction_needs_no_right_amount(inside):
    assert CorrectionForm({"words": "Twice", "right": " "}).is_valid()
    form = CorrectionForm({"words": "Twice", "right": "30"})
    assert form.is_valid() and form.cleaned_data["right"] == Money(3_000, "GBP")


def rule(**typed) -> RuleForm:
    return RuleForm({"earns": "client", "pays": "others", "pay": "250", "begins": "", "words": ""} | typed, today=DAY)


def test_a_rule_begins_today_unless_said(inside):
    form = rule()
    assert form.is_valid()
    assert form.rule() == {
        "earns": Earns.CLIENT, "pays": Pays.OTHERS, "pay": Money(25_000, "GBP"), "begins": DAY, "words": "",
    }  # fmt: skip
    form = rule(begins="tomorrow")
    assert form.is_valid() and form.rule()["begins"] == date(2026, 11, 25)
    assert "begins" in rule(begins="yesterday").errors and "begins" in rule(begins="sometime").errors


def test_a_changed_rule_keeps_what_it_pays_for(inside):
    row = IncentiveRule(number=1, earns="client", pays="others", amount=25_000, currency="GBP", begins=DAY)
    shown = change_form(None, row, DAY)
    assert (shown.initial["pay"], shown.initial["begins"], "earns" in shown.fields) == ("£250.00", "today", False)
    form = change_form({"pays": "anybody", "pay": "300", "begins": "today", "words": "More"}, row, DAY)
    assert form.is_valid() and set(form.rule()) == {"pays", "pay", "begins", "words"}


def test_a_last_day(inside):
    form = EndForm({"on": ""}, today=DAY)
    assert form.is_valid() and form.cleaned_data["on"] == DAY
    assert "on" in EndForm({"on": "last week"}, today=DAY).errors
