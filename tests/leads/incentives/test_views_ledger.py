"""The forms of the ledger: what they ask, what they refuse and keep, twice sent is once done."""

from __future__ import annotations

import uuid
from datetime import datetime

import pytest
import time_machine

from rightday.db.row_security import enter
from rightday.kernel import names
from rightday.kernel.money import Money
from rightday.leads.incentives.actions_ledger import add_line, approve
from rightday.leads.incentives.actions_rules import add_rule
from rightday.leads.incentives.models import IncentiveRule, LedgerLine
from rightday.leads.incentives.rules import Earns, Pays
from rightday.people.models import Person
from rightday.team import queries as team

AT = "/results/incentives/"
FIFTY = Money(5_000, "GBP")


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


@pytest.fixture
def line(ours):
    with enter(ours.agency):
        return add_line(ours.priya, pay=FIFTY, words="Told us", by=ours.sam)


@pytest.fixture
def rule(ours):
    with enter(ours.agency):
        return add_rule(
            earns=Earns.HOT_LEAD, pays=Pays.ANYBODY, pay=FIFTY, begins=team.today(ours.sam), by=ours.sam
        )  # fmt: skip


def send(ours, path, member=None, **data):
    data = {"once": str(uuid.uuid4()), **data}
    return ours.client(member).post(AT + path, data)


def said(answer) -> str:
    return " ".join(answer.content.decode().split())


def states(ours) -> list[tuple[int, str]]:
    with enter(ours.agency):
        return list(LedgerLine.objects.with_state().order_by("number").values_list("number", "state"))


def test_a_line_for_a_colleague_and_for_somebody_outside(ours):
    browser = ours.client()
    assert "For whom" in said(browser.get(f"{AT}lines/"))
    answer = send(ours, "lines/", earner="priya nair", pay="£1,250.50", words="For the talk", back=f"{AT}?view=pay")
    assert (answer.status_code, answer["Location"]) == (302, f"{AT}?view=pay")
    send(ours, "lines/", earner="Martin Ahlqvist, Halden Insurance", pay="20 EUR", words="Told us")
    with enter(ours.agency):
        rows = [(row.earner.name, row.amount, row.currency) for row in LedgerLine.objects.order_by("number")]
    assert rows == [("Priya Nair", 125_050, "GBP"), ("Martin Ahlqvist", 2_000, "EUR")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"earner": "Nobody Here"}, "Nobody of that name is on record"),
        ({"earner": "Twin Name"}, "Two have that name"),
        ({"pay": "much"}, "Write an amount like £50.00"),
        ({"pay": "0"}, "Write an amount like £50.00"),
        ({"pay": "999999999999"}, "less than a hundred million"),
        ({"words": ""}, "This field is required"),
    ],
)
def test_what_cannot_be_a_line_keeps_what_was_typed(ours, typed, words):
    with enter(ours.agency):
        for _ in range(2):
            Person.objects.create(given="Twin", family="Name", name="Twin Name", key=names.person_key("Twin Name"))
    answer = send(ours, "lines/", **({"earner": "Priya Nair", "pay": "77", "words": "Kept words"} | typed))
    assert answer.status_code == 422
    assert words in said(answer)
    assert all(value in said(answer) for value in ({"words": "Kept words"} | typed).values())
    assert states(ours) == []


def test_a_form_sent_twice_acts_once(ours):
    key = str(uuid.uuid4())
    for _ in range(2):
        answer = send(ours, "lines/", earner="Priya Nair", pay="50", words="Once", once=key)
        assert answer.status_code == 302
    assert states(ours) == [(1, "to_approve")]


def test_one_pages_form_approves_one_line_after_the_other(ours, line):
    with enter(ours.agency):
        other = add_line(ours.jo, pay=FIFTY, words="Told us", by=ours.sam)
    key = str(uuid.uuid4())
    for each in (line, line, other):
        assert send(ours, "approvals/", line=each.pk, selected=[line.pk, other.pk], once=key).status_code == 302
    assert states(ours) == [(1, "to_pay"), (2, "to_pay")]
    answer = send(ours, "approvals/", line=line.pk)
    assert answer.status_code == 409 and "Line 1 is approved already." in said(answer)


def test_all_shown_are_approved_at_once(ours, line):
    with enter(ours.agency):
        other = add_line(ours.jo, pay=FIFTY, words="Told us", by=ours.sam)
    send(ours, "approvals/", selected=[line.pk, other.pk, "x"])
    assert states(ours) == [(1, "to_pay"), (2, "to_pay")]


def test_paid_with_words_and_never_twice(ours, line):
    with enter(ours.agency):
        approve([line.pk], by=ours.sam)
    browser = ours.client()
    asked = said(browser.get(f"{AT}payments/?selected={line.pk}", HTTP_HX_REQUEST="true", HTTP_HX_TARGET="dialog"))
    assert "Paid with" in asked and "£50.00" in asked and "<html" not in asked
    answer = send(ours, "payments/", selected=line.pk, words="invoice 31", back=f"{AT}members/{ours.priya.pk}/")
    assert answer["Location"] == f"{AT}members/{ours.priya.pk}/"
    again = send(ours, "payments/", selected=line.pk, words="invoice 32")
    assert again.status_code == 422
    assert "Line 1 is paid already, and a line is paid once." in said(again) and "invoice 32" in said(again)
    assert states(ours) == [(1, "paid")]


def test_nothing_ticked_is_said(ours):
    answer = send(ours, "payments/", words="with salary")
    assert "No line is selected" in said(answer)


def test_a_line_is_declined_with_a_reason(ours, line):
    assert "Why not" in said(ours.client().get(f"{AT}lines/{line.pk}/decline/"))
    assert send(ours, f"lines/{line.pk}/decline/", words="").status_code == 422
    assert send(ours, f"lines/{line.pk}/decline/", words="His wife").status_code == 302
    answer = send(ours, f"lines/{line.pk}/decline/", words="Again")
    assert answer.status_code == 422 and "was declined" in said(answer)
    assert states(ours) == [(1, "declined")]


def test_a_line_is_corrected(ours, line):
    with enter(ours.agency):
        approve([line.pk], by=ours.sam)
    assert "Line 1, Priya Nair, £50.00" in said(ours.client().get(f"{AT}lines/{line.pk}/correction/"))
    assert send(ours, f"lines/{line.pk}/correction/", words="x", right="y").status_code == 422
    assert send(ours, f"lines/{line.pk}/correction/", words="It was thirty", right="30").status_code == 302
    assert states(ours) == [(1, "to_pay"), (2, "to_pay"), (3, "to_approve")]
    assert "taken back by line 2 already" in said(send(ours, f"lines/{line.pk}/correction/", words="x"))


def test_a_rule_is_added_changed_and_ended(ours):
    assert "From which day on" in said(ours.client().get(f"{AT}rules/"))
    send(ours, "rules/", earns="hot_lead", pays="others", pay="50", begins="", words="")
    with enter(ours.agency):
        old = IncentiveRule.objects.get()
    asked = said(ours.client().get(f"{AT}rules/{old.pk}/"))
    assert "Rule 1, hot lead passed on" in asked and 'value="£50.00"' in asked
    send(ours, f"rules/{old.pk}/", pays="anybody", pay="75", begins="tomorrow", words="")
    with enter(ours.agency):
        rows = list(IncentiveRule.objects.order_by("number").values_list("number", "pays", "amount", "ends__day"))
        new = IncentiveRule.objects.get(number=2)
    assert rows == [(1, "others", 5_000, 24), (2, "anybody", 7_500, None)]
    assert "Its last day" in said(ours.client().get(f"{AT}rules/{new.pk}/end/"))
    assert send(ours, f"rules/{new.pk}/end/", on="").status_code == 302
    assert send(ours, f"rules/{new.pk}/end/", on="").status_code == 409


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"begins": "yesterday"}, "This day is past"),
        ({"begins": "whenever"}, "Write it like"),
        ({"pay": "-5"}, "Write an amount like"),
        ({}, "Rule 1 pays the same people"),
    ],
)
def test_what_cannot_be_a_rule(ours, rule, typed, words):
    data = {"earns": "hot_lead", "pays": "colleagues", "pay": "50", "begins": "today", "words": ""} | typed
    answer = send(ours, "rules/", **data)
    assert answer.status_code == 422
    assert words in said(answer)


def test_a_past_last_day_is_refused(ours, rule):
    assert "This day is past" in said(send(ours, f"rules/{rule.pk}/end/", on="last Monday"))


def test_others_are_refused(ours, line, rule):
    for path in (
        "lines/", f"lines/{line.pk}/correction/", f"lines/{line.pk}/decline/", "approvals/", "payments/", "rules/",
        f"rules/{rule.pk}/", f"rules/{rule.pk}/end/",
    ):  # fmt: skip
        assert send(ours, path, ours.priya, line=line.pk, selected=line.pk, words="x").status_code == 403, path
    assert states(ours) == [(1, "to_approve")]


def test_one_goes_back_within_incentives_alone(ours, line):
    for back in ("https://elsewhere.example/", "//elsewhere.example/results/incentives/", "/settings/", ""):
        answer = send(ours, "lines/", earner="Jo Lindqvist", pay="1", words="x", back=back)
        assert answer["Location"] == AT


def test_out_of_a_dialog_the_whole_page_comes_anew(ours):
    data = {"earner": "Jo Lindqvist", "pay": "1", "words": "x", "back": f"{AT}?view=pay"}
    answer = ours.client().post(f"{AT}lines/", data, HTTP_HX_REQUEST="true")
    assert (answer.status_code, answer["HX-Redirect"]) == (200, f"{AT}?view=pay")


def test_a_key_that_is_none_still_acts(ours):
    assert send(ours, "lines/", earner="Jo Lindqvist", pay="1", words="x", once="nonsense").status_code == 302
    assert states(ours) == [(1, "to_approve")]


def test_another_agencys_line_is_not_there(ours, theirs, line):
    for path in (f"lines/{line.pk}/decline/", f"lines/{line.pk}/correction/"):
        assert theirs.client().get(AT + path).status_code == 404
    assert send(theirs, "approvals/", line=line.pk).status_code == 404
    assert states(ours) == [(1, "to_approve")]
