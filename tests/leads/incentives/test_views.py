"""The ledger and statements as pages: who reads what, what stands where, what goes out."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
import time_machine
from python_calamine import CalamineWorkbook

from rightday.db.row_security import enter
from rightday.kernel.money import Money
from rightday.leads import actions
from rightday.leads.incentives.actions_ledger import add_line, approve, correct, decline, pay
from rightday.leads.incentives.actions_rules import add_rule
from rightday.leads.incentives.models import LedgerLine
from rightday.leads.incentives.rules import Earns, Pays
from rightday.leads.rules import HeardEvidence, Shows
from rightday.team import queries as team
from tests.conftest import Cast
from tests.counting import of_page

AT = "/results/incentives/"
HOT = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)
FIFTY = Money(5_000, "GBP")


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(datetime(2026, 11, 24, 9, 42), tick=False):
        yield


def add(ours: Cast, earner=None, words="Told us of Orbital", money=FIFTY) -> LedgerLine:
    return add_line(earner or ours.priya, pay=money, words=words, by=ours.sam)


def fill(ours: Cast) -> None:
    """One line of each kind: waiting, approved, paid, declined, taken back; a rule; a lead that may still earn."""
    today = team.today(ours.sam)
    if not LedgerLine.objects.exists():
        for earns in (Earns.HOT_LEAD, Earns.CLIENT):
            add_rule(earns=earns, pays=Pays.ANYBODY, pay=FIFTY, begins=today, by=ours.sam)
    rows = [add(ours), add(ours), add(ours), add(ours, words="Not so"), add(ours), add(ours, ours.martin)]
    approve([rows[1].pk, rows[2].pk], by=ours.sam)
    pay([rows[2].pk], words="with salary", by=ours.sam)
    decline(rows[3].pk, words="His wife", by=ours.sam)
    correct(rows[4], words="Counted twice", by=ours.sam)
    heard = [HeardEvidence(each, "", today) for each in HOT]
    actions.create(ours.martin, heard=heard, title="two testers", by=ours.priya, owner=ours.jo)


@pytest.fixture
def filled(ours: Cast) -> Cast:
    with enter(ours.agency):
        fill(ours)
    return ours


def text(browser, path) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def test_the_month_shows_every_line_and_its_sums(filled):
    page = text(filled.client(), AT)
    for words in (
        "Priya Nair", "Martin Ahlqvist", "Hot lead passed on", "Halden Insurance, two testers", "counted by rule 1",
        "added by Sam Whitlock", "today, with salary", "by Sam Whitlock, today. His wife", "Correction of line 5",
        "Counted twice", "Taken back by line 7", "with line 7", "Earned in November",
        "Rule 1: £50.00 for a hot lead passed on, to whoever passed it on.", 'href="/leads/',
    ):  # fmt: skip
        assert words in page, words
    assert "<dd>£250.00</dd><" in page.replace("> <", "><")  # two waiting, one approved, one paid, one counted by rule


@pytest.mark.parametrize(
    ("view", "there", "not_there"),
    [
        ("approve", ("Approve all 3 shown", "To approve"), ("today, with salary", "His wife")),
        ("pay", ("Mark as paid", "by Sam Whitlock, today"), ("today, with salary", "His wife")),
        ("paid", ("with salary",), ("His wife", "counted by rule")),
        ("rules", ("Add a rule", "from today", "Change"), ("with salary",)),
        ("nonsense", ("with salary", "His wife"), ()),
    ],
)
def test_each_tab_shows_its_own(filled, view, there, not_there):
    page = text(filled.client(), f"{AT}?view={view}")
    assert [words for words in there if words not in page] == []
    assert [words for words in not_there if words in page] == []


def test_what_is_done_on_a_tab_comes_back_to_it(filled):
    browser = filled.client()
    for path in (f"{AT}?view=approve", f"{AT}?view=pay"):
        assert f'name="back" value="{path}"' in text(browser, path)
    statement = text(browser, f"{AT}members/{filled.priya.pk}/")
    assert f"payments/?back=%2Fresults%2Fincentives%2Fmembers%2F{filled.priya.pk}%2F&amp;selected=" in statement


@pytest.mark.parametrize("view", ["month", "approve", "pay", "paid", "rules"])
def test_an_empty_ledger_says_what_to_do(ours, view):
    assert "Add a rule" in text(ours.client(), f"{AT}?view={view}")


def test_with_rules_and_without_lines(ours):
    with enter(ours.agency):
        add_rule(earns=Earns.CLIENT, pays=Pays.ANYBODY, pay=FIFTY, begins=team.today(ours.sam), by=ours.sam)
    assert "No lines in October." in text(ours.client(), f"{AT}?month=2026-10")
    assert "No lines in October 2025." in text(ours.client(), f"{AT}?month=2025-10")
    assert "Nothing waits here." in text(ours.client(), f"{AT}?view=approve")
    assert "No lines in November." in text(ours.client(), f"{AT}?month=2026-99")


def test_only_managers_and_owners_see_the_ledger_everybody_their_own(filled):
    priya = filled.client(filled.priya)
    answer = priya.get(AT)
    assert (answer.status_code, answer["Location"]) == (302, f"{AT}mine/")
    own = text(priya, f"{AT}mine/")
    assert "Your statement, November" in own and "Mark £" not in own
    assert text(priya, f"{AT}members/{filled.priya.pk}/")
    for path in (f"members/{filled.sam.pk}/", f"people/{filled.martin.pk}/", "download/"):
        assert priya.get(f"{AT}{path}").status_code == 403


def test_a_statement_adds_up(filled):
    page = text(filled.client(), f"{AT}members/{filled.priya.pk}/")
    for words in (
        "Statement for Priya Nair, November", "Priya sees the same page", "Carried over", "Nothing was left to be paid",
        "To approve, added by Sam Whitlock", "Declined, by Sam Whitlock, today. His wife", "With salary",
        "−£50.00", "Mark £50.00 as paid", "Leads that may still earn", "with Jo Lindqvist",
        "one open lead, if it becomes a client",
    ):  # fmt: skip
        assert words in page, words


def test_what_was_paid_and_taken_back_is_owed(ours):
    with enter(ours.agency):
        line = add(ours, ours.martin)
        approve([line.pk], by=ours.sam)
        pay([line.pk], words="invoice 31", by=ours.sam)
        correct(line, words="It was not so", by=ours.sam)
    page = text(ours.client(), f"{AT}people/{ours.martin.pk}/")
    assert "£50.00 is owed back" in page and "Mark £50.00 as kept back" in page and "Owed back" in page


def test_the_next_month_carries_over(filled):
    with time_machine.travel(datetime(2026, 12, 3, 9, 0), tick=False):
        with enter(filled.agency):
            pay([LedgerLine.objects.get(number=2).pk], words="with salary", by=filled.sam)
        page = text(filled.client(), f"{AT}members/{filled.priya.pk}/")
        assert "Statement for Priya Nair, December" in page and "From the months before" in page
        before = text(filled.client(), f"{AT}members/{filled.priya.pk}/?month=2026-11")
        assert "Statement for Priya Nair, November" in before and "Month after" in before


def test_currencies_stand_beside_each_other(ours):
    with enter(ours.agency):
        approve([add(ours).pk, add(ours, money=Money(1_000, "EUR")).pk], by=ours.sam)
    assert "£50.00 and €10.00" in text(ours.client(), f"{AT}?view=pay")
    page = text(ours.client(), f"{AT}members/{ours.priya.pk}/")
    assert "Mark £50.00 as paid" in page and "Mark €10.00 as paid" in page


def test_a_long_ledger_goes_on(ours):
    with enter(ours.agency):
        for number in range(103):
            add(ours, words=f"Word {number} of many")
    browser = ours.client()
    first = text(browser, AT)
    assert "Word 102 of many" in first and "Word 2 of many" not in first and "after=4" in first
    assert "99+" in first
    more = text(browser, f"{AT}?after=4")
    assert "Word 2 of many" in more and "Word 3 of many" not in more


def test_formulas_go_out_as_words_and_amounts_as_numbers(ours):
    with enter(ours.agency):
        add(ours, words="=HYPERLINK(1)", money=Money(5_050, "GBP"))
        line = add(ours)
        approve([line.pk], by=ours.sam)
        correct(line, words="-1+1", by=ours.sam)
    browser = ours.client()
    answer = browser.get(f"{AT}download/")
    assert 'attachment; filename="incentives 2026-11.xlsx"' in answer["Content-Disposition"]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["No.", "Day", "Earned by"]
    assert (rows[1][5], rows[1][6], rows[1][7]) == ("'=HYPERLINK(1)", 50.5, "GBP")
    assert (rows[3][5], rows[3][6]) == ("'-1+1", -50.0)
    answer = browser.get(f"{AT}download/?as=csv&view=rules")
    kept = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert (len(kept), kept[1][5], kept[3][6]) == (4, "'=HYPERLINK(1)", "-50.00")


@pytest.mark.parametrize(("view", "lines"), [("approve", 3), ("pay", 1), ("paid", 1)])
def test_a_tab_goes_out_as_it_is(filled, view, lines):
    answer = filled.client().get(f"{AT}download/?as=csv&view={view}")
    assert len(list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))) == lines + 1
    assert f"incentives {view}.csv" in answer["Content-Disposition"]


def test_a_statement_goes_out_to_whoever_may_read_it(filled):
    answer = filled.client(filled.priya).get(f"{AT}mine/?as=csv")
    assert len(list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))) == 8
    assert filled.client(filled.jo).get(f"{AT}members/{filled.priya.pk}/?as=csv").status_code == 403


@pytest.mark.parametrize("path", ["members/999999/", "people/999999/"])
def test_nobody_there(ours, path):
    assert ours.client().get(AT + path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["", "?view=approve", "?view=pay", "?view=paid", "?view=rules", "members/{priya}/", "people/{martin}/", "mine/"],
)
def test_one_of_each_and_three_of_each_take_the_same_statements(filled, path):
    address = AT + path.format(priya=filled.priya.pk, martin=filled.martin.pk)
    browser = filled.client()
    one = of_page(browser, address)
    with enter(filled.agency):
        fill(filled)
        fill(filled)
    three = of_page(browser, address)
    assert len(one) == len(three), "\n".join(sorted(set(three.statements) ^ set(one.statements)))
    assert len(three) <= 20
