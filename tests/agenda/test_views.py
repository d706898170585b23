"""Today in the browser: the sheet, the intention, why here, a call added."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from rightday.agenda.models import Intention, NextStep
from rightday.agenda.rules import Achievement
from rightday.calls import actions as calls
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import Ending, HeardEvidence, Shows, StepWish
from rightday.leads.watching.actions import watch
from rightday.people import search
from rightday.people.actions import add_person
from rightday.people.models import Person
from rightday.team import queries as team
from tests.conftest import Cast
from tests.counting import counted, of_page

TUESDAY = datetime(2026, 11, 24, 9, 42)
DAY = date(2026, 11, 24)
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def lead_for(cast: Cast, name: str, *, zone: str = "Europe/London", wish: StepWish | None = None) -> Lead:
    """An advertisement with a name: on the sheet at once."""
    given, family = name.split()
    person = add_person(given=given, family=family, by=cast.sam, company=cast.halden, zone=zone)
    heard = [HeardEvidence(Shows.ADVERT, "Seen in the paper", date(2026, 11, 23))]
    return leads.create(person, heard=heard, title="a Go engineer", by=cast.sam, step=wish)


def hot_lead(cast: Cast, on: date = date(2026, 11, 23)) -> Lead:
    shows = (Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)
    return leads.create(
        cast.martin, heard=[HeardEvidence(each, "", on) for each in shows], title="2 engineers", by=cast.sam
    )


def today(cast: Cast) -> str:
    page = cast.client().get("/")
    assert page.status_code == 200
    return page.content.decode()


def test_the_sheet_says_who_why_what_for_and_where(ours: Cast) -> None:
    with enter(ours.agency):
        hot_lead(ours, date(2026, 11, 20))
        lead_for(ours, "Ruth Delacroix")
        lead_for(ours, "Grace Lindholm", zone="America/New_York")
    text = today(ours)
    for words in (
        "Tuesday 24 November, 09:42", "Three calls to make today", "Start with Martin", "Halden Insurance",
        "+44 20 7946 0142", "tel:+442079460142", "09:42", "in London", "Hot", "1 day left", "Ruth Delacroix",
        "No number yet", "Later", "Grace Lindholm", "04:42", "in New York", "Why here?", "Objective:",
    ):  # fmt: skip
        assert words in text, words
    assert text.index("Martin Ahlqvist") < text.index("Ruth Delacroix") < text.index("Grace Lindholm")
    assert 'data-at="13:30"' in text


def test_the_first_calls_are_shown_and_the_others_on_request(ours: Cast) -> None:
    with enter(ours.agency):
        for number in range(27):
            lead_for(ours, f"Person{number} Family{number}")
    browser = ours.client()
    first, every = browser.get("/").content.decode(), browser.get("/?all=1").content.decode()
    assert "12 more calls are due" in first
    assert "more calls are due" not in every
    assert (first.count("data-row "), every.count("data-row ")) == (15, 27)


def test_a_call_that_may_be_made_another_day_only_names_the_day(ours: Cast) -> None:
    with enter(ours.agency), time_machine.travel(datetime(2026, 11, 24, 19, 0), tick=False):
        hot_lead(ours)
        text = today(ours)
    assert 'data-at="Wed 25"' in text
    assert "Start with" not in text
    assert "Nobody is in their hours now. Martin is the first, from Wed 25." in text
    assert "Open the plan for Martin" in text


def test_whom_a_colleague_has_on_the_phone_goes_to_the_end(ours: Cast) -> None:
    with enter(ours.agency):
        hot_lead(ours)
        lead_for(ours, "Ruth Delacroix")
        calls.pick_up(ours.martin, by=ours.priya)
    text = today(ours)
    assert "Priya Nair is on the phone with them" in text
    assert "Start with Ruth" in text
    assert text.index("Ruth Delacroix") < text.index("Martin Ahlqvist")


def test_a_confirming_call_speaks_of_its_own_day(ours: Cast) -> None:
    with enter(ours.agency):
        lead = hot_lead(ours)
        logged = calls.log_result(lead.next_step_id, result=Result.MET, by=ours.sam)
        assert logged.next_step.kind == "confirm"
    with time_machine.travel(datetime(2026, 11, 27, 9, 42), tick=False):
        assert "Goes stale tomorrow. Confirm they are still interviewing." in today(ours)


def test_done_calls_show_their_result_and_next_step(ours: Cast) -> None:
    with enter(ours.agency):
        first, second = hot_lead(ours), lead_for(ours, "Ruth Delacroix")
        calls.log_result(first.next_step_id, result=Result.NO_ANSWER, by=ours.sam)
        calls.log_result(second.next_step_id, result=Result.MET, by=ours.sam, note="word " * 60)
    text = today(ours)
    for words in ("Done", "No answer.", "try again", "today 12:00", "Objective met. word word", "…"):
        assert words in text, words


def test_the_latest_calls_made_are_shown_and_the_others_on_request(ours: Cast) -> None:
    with enter(ours.agency):
        for number in range(12):
            lead = lead_for(ours, f"Person{number} Family{number}")
            calls.log_result(lead.next_step_id, result=Result.PROGRESSED, by=ours.sam)
        lead_for(ours, "Ruth Delacroix")
    browser = ours.client()
    first, every = browser.get("/").content.decode(), browser.get("/?all=1").content.decode()
    assert "Person11 Family11" in first
    assert "Person1 Family1" not in first
    assert "Earlier calls of today" in first
    assert "Person0 Family0" in every
    assert "Earlier calls" not in every


def test_a_lead_that_ended_says_so(ours: Cast) -> None:
    with enter(ours.agency):
        lead = hot_lead(ours)
        calls.log_result(lead.next_step_id, result=Result.NOT_INTERESTED, by=ours.sam, ending=Ending.NOT_RECRUITING)
    text = today(ours)
    assert "the lead has ended" in text
    assert "That was the last call of today." in text


def test_nothing_due_is_said_with_what_to_do(ours: Cast) -> None:
    text = today(ours)
    assert "No calls left today" in text
    assert "Nothing is due today." in text
    assert "Add a call" in text


def test_an_agency_without_anybody_begins_at_the_first_run(ours: Cast) -> None:
    with enter(ours.agency):
        ours.number.delete()
        ours.martin.delete()
    assert ours.client().get("/")["Location"] == "/start/"


@pytest.mark.parametrize("htmx", [False, True])
def test_what_is_wanted_from_today_stands_beside_what_came(ours: Cast, htmx: bool) -> None:
    browser = ours.client()
    form = {"words": "Keep Halden hot", "commitment": "2", "lead": "", "seen": ""}
    answer = browser.post("/today/intention/", form, headers=HTMX if htmx else {})
    assert answer.status_code == (200 if htmx else 302)
    with enter(ours.agency):
        lead = hot_lead(ours)
        calls.log_result(
            lead.next_step_id, result=Result.MET, by=ours.sam, achieved=[Achievement.COMMITMENT, Achievement.REFERRAL]
        )
    text = answer.content.decode() if htmx else ""
    assert not htmx or ('id="results" hx-swap-oob="true"' in text and "0 of 2" in text)
    page = today(ours)
    for words in ("Keep Halden hot", "Commitments", "1 of 2", "Referrals"):
        assert words in page, words


def test_a_changed_intention_is_not_overwritten(ours: Cast) -> None:
    browser = ours.client()
    browser.post("/today/intention/", {"words": "first", "seen": ""})
    answer = browser.post("/today/intention/", {"words": "second", "seen": ""})
    assert answer.status_code == 409
    assert "second" in answer.content.decode()
    browser.post("/today/intention/", {"words": "third", "seen": "0"})
    with enter(ours.agency):
        assert Intention.objects.get().words == "third"


@pytest.mark.parametrize("htmx", [False, True])
def test_a_wrong_count_is_said_under_its_field(ours: Cast, htmx: bool) -> None:
    form = {"words": "kept words", "lead": "-1"}
    answer = ours.client().post("/today/intention/", form, headers=HTMX if htmx else {})
    assert ("<html" in answer.content.decode()) is not htmx
    assert answer.status_code == 422
    assert "kept words" in answer.content.decode()
    assert "greater than or equal to 0" in answer.content.decode()


@pytest.mark.parametrize("htmx", [False, True])
def test_why_here_shows_the_reckoning(ours: Cast, htmx: bool) -> None:
    with enter(ours.agency):
        lead = hot_lead(ours)
    page = ours.client().get(f"/today/{lead.next_step_id}/why/", headers=HTMX if htmx else {})
    text = page.content.decode()
    assert "Reason: hot" in text
    assert "Score today" in text
    assert ("<html" in text) is not htmx


def test_why_here_of_another_agency_is_not_found(ours: Cast, theirs: Cast) -> None:
    with enter(ours.agency):
        lead = hot_lead(ours)
    assert theirs.client().get(f"/today/{lead.next_step_id}/why/").status_code == 404


@pytest.mark.parametrize("target", ["", "dialog", "found"])
def test_whom_to_call_is_found_by_name(ours: Cast, target: str) -> None:
    with enter(ours.agency):
        search.put_persons([ours.martin.pk])
    headers = HTMX | {"HX-Target": target} if target else {}
    text = ours.client().get("/today/add/?q=mart", headers=headers).content.decode()
    assert "Martin Ahlqvist, Head of platform, Halden Insurance" in text
    assert ("Add the call" in text) is (target != "found")
    assert "Nobody found" in ours.client().get("/today/add/?q=zzz").content.decode()


def test_a_call_added_for_somebody_new_is_a_lead_to_qualify(ours: Cast) -> None:
    browser = ours.client()
    answer = browser.post("/today/add/", {"person": ours.martin.pk, "day": "2026-11-24", "why": "Met at the fair"})
    assert answer["Location"] == "/"
    text = today_of(browser)
    assert "Martin Ahlqvist is on the sheet, today." in text
    assert "Met at the fair" in text


def today_of(browser) -> str:
    return browser.get("/").content.decode()


def test_a_call_added_for_an_open_lead_moves_its_step(ours: Cast) -> None:
    with enter(ours.agency):
        lead = lead_for(ours, "Ruth Delacroix", wish=StepWish(due=date(2026, 12, 10)))
    ours.client().post("/today/add/", {"person": lead.person_id, "day": "2026-11-25"})
    with enter(ours.agency):
        step = NextStep.objects.get()
        assert (step.due, step.objective) == (date(2026, 11, 25), lead.next_step.objective)
        assert Lead.objects.count() == 1


def test_a_call_needs_somebody_and_a_day_to_come(ours: Cast) -> None:
    answer = ours.client().post("/today/add/", {"day": "2026-11-20", "why": "kept"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Pick the person to call." in text
    assert "That day is past." in text
    assert "kept" in text


def test_somebody_who_said_no_is_not_put_on_the_sheet(ours: Cast) -> None:
    with enter(ours.agency):
        lead_for(ours, "Ruth Delacroix", wish=StepWish(due=date(2026, 12, 10)))
        Person.objects.filter(family="Delacroix").update(do_not_call=True)
        ruth = Person.objects.get(family="Delacroix")
    browser = ours.client()
    browser.post("/today/add/", {"person": ruth.pk, "day": "2026-11-25"})
    assert "Ruth Delacroix asked not to be called." in today_of(browser)


def test_a_person_of_another_agency_is_not_found(ours: Cast, theirs: Cast) -> None:
    assert ours.client().post("/today/add/", {"person": theirs.martin.pk + 50, "day": "2026-11-25"}).status_code == 404


def test_one_and_three_calls_take_the_same_statements(ours: Cast) -> None:
    browser, counts = ours.client(), []
    for names in (["Ruth Adams"], ["Ruth Brown", "Ruth Clark"]):
        with enter(ours.agency):
            for name in names:
                calls.log_result(lead_for(ours, name).next_step_id, result=Result.MET, by=ours.sam)
                lead_for(ours, name.replace("Ruth", "Jane"))
        counts.append(len(of_page(browser, "/")))
    assert counts[0] == counts[1]
    assert counts[1] <= 12


def test_what_is_to_be_found_out_stands_beside_the_calls_and_is_none(ours: Cast) -> None:
    browser = ours.client()
    with enter(ours.agency):
        lead_for(ours, "Jane Moss")
    assert "To find out" not in browser.get("/").content.decode()
    with enter(ours.agency):
        today = team.today(ours.sam)
        made = [watch(ours.halden, words=f"Advertisement {n}", due=today, by=ours.sam) for n in range(5)]
    with counted() as asked:
        shown = browser.get("/").content.decode()
    assert "5, not calls" in shown
    assert shown.count("/leads/watches/") == 4
    assert f'href="/leads/watches/{made[0].pk}/"' in shown
    assert "One call to make today" in shown
    assert sum("rightday_intelligence" in one for one in asked.statements) == 1
