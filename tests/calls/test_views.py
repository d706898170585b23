"""The call at hand in the browser: its plan, its result in two keys, taking it back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from rightday.agenda.models import NextStep
from rightday.calls.models import Achievement, Call, OnThePhone
from rightday.db.row_security import enter
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import Grade, HeardEvidence, Shows
from rightday.people.models import Company, Person, PhoneNumber
from tests.calls.conftest import lead_of
from tests.conftest import Cast
from tests.counting import of_page

TUESDAY = datetime(2026, 11, 24, 9, 40)
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


@pytest.fixture
def today_lead(ours: Cast) -> Lead:
    """Hot since yesterday and identified: due today."""
    with enter(ours.agency):
        return lead_of(ours, Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING)


def second_lead(ours: Cast, name: str = "Ruth Delacroix") -> Lead:
    given, family = name.split()
    person = Person.objects.create(given=given, family=family, name=name, key=f"{family} {given}".casefold())
    return leads.create(person, heard=[HeardEvidence(Shows.ADVERT, "Seen", date(2026, 11, 23))], title="", by=ours.sam)


def test_the_plan_of_a_call_is_whole(ours: Cast, today_lead: Lead) -> None:
    page = ours.client().get(f"/today/{today_lead.next_step_id}/")
    text = page.content.decode()
    assert page.status_code == 200
    for words in (
        "Martin Ahlqvist", "Head of platform, Halden Insurance", "+44 20 7946 0142", "09:40", "in London", "Why today",
        "Martin, it’s Sam from Brightwater.", "May I call you on the day of your next decision?", "Came of it",
        "How did it go?", "Objective met", "Wrong number", "Tomorrow", "Wed 25 Nov", "Tue 1 Dec",
        "Not recruiting after all", "Name spelled right", "1 d, limit 5",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("htmx", [False, True])
def test_a_result_is_logged_and_the_next_call_opens(ours: Cast, today_lead: Lead, htmx: bool) -> None:
    with enter(ours.agency):
        other = second_lead(ours)
    answer = ours.client().post(
        f"/today/{today_lead.next_step_id}/result/",
        {
            "result": "progressed", "next": "rule", "note": "Short call", "answer-no": "Too junior", "level": "least",
            "achieved": ["commitment", "lead"], "lead": today_lead.pk, "once": uuid4().hex,
        },
        headers=HTMX if htmx else {},
    )  # fmt: skip
    with enter(ours.agency):
        call = Call.objects.get()
        assert (call.result, call.note, call.answers, call.level) == (
            "progressed", "Short call", {"no": "Too junior"}, "least",
        )  # fmt: skip
        assert Achievement.objects.count() == 2
    if htmx:
        text = answer.content.decode()
        assert answer["HX-Push-Url"] == f"/today/{other.next_step_id}/"
        assert "Ruth Delacroix" in text
        assert 'id="nav"' in text
        assert "Martin Ahlqvist: Progressed. Next: confirming call, Fri 27 Nov." in text
        assert f"/calls/{call.pk}/undo/" in text
    else:
        assert answer["Location"] == f"/today/{other.next_step_id}/"


@pytest.mark.parametrize("htmx", [False, True])
def test_after_the_last_call_comes_today(ours: Cast, today_lead: Lead, htmx: bool) -> None:
    answer = ours.client().post(
        f"/today/{today_lead.next_step_id}/result/", {"result": "met"}, headers=HTMX if htmx else {}
    )
    assert answer["HX-Redirect" if htmx else "Location"] == "/"


def test_a_form_sent_twice_logs_once(ours: Cast, today_lead: Lead) -> None:
    browser, once = ours.client(), uuid4().hex
    form = {"result": "no_answer", "once": once, "lead": today_lead.pk}
    first = browser.post(f"/today/{today_lead.next_step_id}/result/", form)
    again = browser.post(
        f"/today/{today_lead.next_step_id}/result/", form, headers={"X-Rightday-Outbox": "2026-11-24T09:41:00Z"}
    )
    assert (first.status_code, again.status_code) == (302, 204)
    with enter(ours.agency):
        assert Call.objects.count() == 1


def test_a_result_is_asked_for_and_nothing_typed_is_lost(ours: Cast, today_lead: Lead) -> None:
    url = f"/today/{today_lead.next_step_id}/result/"
    page = ours.client().post(url, {"note": "typed already", "answer-no": "an answer", "achieved": "lead"})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Say first how the call went" in text
    assert "typed already" in text
    assert 'value="an answer"' in text
    piece = ours.client().post(url, {"result": "met", "next": "pick"}, headers=HTMX)
    assert (piece.status_code, piece["HX-Retarget"]) == (422, "#result-errors")
    assert "A call without one is how leads leak." in piece.content.decode()


def test_a_wrong_form_for_a_step_that_is_gone_is_stale(ours: Cast, today_lead: Lead) -> None:
    browser = ours.client()
    browser.post(f"/today/{today_lead.next_step_id}/result/", {"result": "met"})
    assert browser.post(f"/today/{today_lead.next_step_id}/result/", {"note": "typed"}).status_code == 409


@pytest.mark.parametrize("htmx", [False, True])
def test_a_colleague_who_was_faster_is_named(ours: Cast, today_lead: Lead, htmx: bool) -> None:
    url = f"/today/{today_lead.next_step_id}/result/"
    ours.client(ours.priya).post(url, {"result": "progressed"})
    answer = ours.client().post(
        url, {"result": "met", "note": "my words", "lead": today_lead.pk}, headers=HTMX if htmx else {}
    )
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Priya Nair has logged this call already: Progressed." in text
    if htmx:
        assert answer["HX-Retarget"] == "#stale"
        assert f"/leads/{today_lead.pk}/" in text
    else:
        assert "my words" in text


def test_opening_a_call_that_was_made_leads_back_to_today(ours: Cast, today_lead: Lead) -> None:
    url = f"/today/{today_lead.next_step_id}/"
    ours.client(ours.priya).post(f"{url}result/", {"result": "progressed"})
    page = ours.client().get(url, follow=True)
    assert page.redirect_chain == [("/", 302)]
    assert "Priya Nair has made this call: Progressed." in page.content.decode()


def test_a_call_that_never_was_or_is_of_another_agency_is_not_found(ours: Cast, theirs: Cast, today_lead: Lead) -> None:
    for browser, step in ((ours.client(), 999_999), (theirs.client(), today_lead.next_step_id)):
        assert browser.get(f"/today/{step}/").status_code == 404
        assert browser.post(f"/today/{step}/result/", {"result": "met"}).status_code == 404
        assert browser.post(f"/today/{step}/heard/", {}).status_code == 404
        assert browser.post(f"/today/{step}/phone/", {}).status_code == 404


def posted(ours: Cast, lead: Lead, **form: object) -> tuple[Call, Lead]:
    ours.client().post(f"/today/{lead.next_step_id}/result/", form)
    with enter(ours.agency):
        return Call.objects.get(), Lead.objects.select_related("next_step", "outcome").get(pk=lead.pk)


@pytest.mark.parametrize(
    ("form", "due", "agreed"),
    [
        ({"result": "met", "next": "tomorrow"}, date(2026, 11, 25), False),
        ({"result": "no_answer", "next": "week"}, date(2026, 12, 1), False),
        ({"result": "no_answer", "next": "pick", "day": "2026-12-03"}, date(2026, 12, 3), False),
        ({"result": "met", "next": "pick", "day": "2026-12-03"}, date(2026, 12, 3), False),
        ({"result": "met", "day": "2026-12-03", "permission": "yes"}, date(2026, 12, 3), True),
        ({"result": "not_now", "day": "2026-12-05"}, date(2026, 12, 5), True),
        ({"result": "not_interested", "next": "pick", "day": "2026-12-03"}, date(2026, 12, 3), False),
        ({"result": "not_interested", "day": "2026-12-05", "permission": "yes"}, date(2026, 12, 5), True),
        ({"result": "progressed", "answer-decides": "on 4 December, with Ruth"}, date(2026, 12, 4), False),
        ({"result": "progressed", "answer-decides": "4 December", "permission": "yes"}, date(2026, 12, 4), True),
        ({"result": "no_answer", "answer-decides": "4 December"}, date(2026, 11, 24), False),
    ],
)
def test_the_day_of_the_next_step(ours: Cast, today_lead: Lead, form: dict[str, str], due: date, agreed: bool) -> None:
    _call, lead = posted(ours, today_lead, **form)
    assert (lead.next_step.due, lead.next_step.agreed) == (due, agreed)


def test_answers_are_evidence(ours: Cast) -> None:
    with enter(ours.agency):
        warm = lead_of(ours, Shows.NAME_CONFIRMED, Shows.PHONE_TESTED, Shows.CONTRACTORS)
    form = {"result": "met", "answer-seeing": "Two more on Thursday", "confirmed": "company_confirmed"}
    _call, lead = posted(ours, warm, **form)
    assert lead.grade_on(date(2026, 11, 24)) is Grade.HOT


def test_nobody_says_anything_on_a_call_not_answered(ours: Cast, today_lead: Lead) -> None:
    _call, lead = posted(ours, today_lead, result="no_answer", note="Has contractors on the team")
    assert lead.warm_until is None


@pytest.mark.parametrize("ending", ["not_recruiting", "do_not_contact"])
def test_a_lead_can_end_with_the_call(ours: Cast, today_lead: Lead, ending: str) -> None:
    call, lead = posted(ours, today_lead, result="not_interested", next=ending)
    assert (lead.next_step, lead.outcome.kind, call.next_due) == (None, ending, None)


def test_undo_brings_the_call_back(ours: Cast, today_lead: Lead) -> None:
    browser, step = ours.client(), today_lead.next_step_id
    browser.post(f"/today/{step}/result/", {"result": "met"})
    with enter(ours.agency):
        call = Call.objects.get()
    answer = browser.post(f"/calls/{call.pk}/undo/")
    assert answer["Location"] == f"/today/{step}/"
    assert "Taken back: Objective met." in browser.get(answer["Location"]).content.decode()
    assert ours.client(ours.priya).post(f"/calls/{call.pk}/undo/")["Location"] == f"/today/{step}/"


def test_undo_too_late_says_so(ours: Cast, today_lead: Lead) -> None:
    browser = ours.client()
    browser.post(f"/today/{today_lead.next_step_id}/result/", {"result": "met"})
    with enter(ours.agency):
        call = Call.objects.get()
    with time_machine.travel(TUESDAY + timedelta(minutes=30)):
        late = ours.client().post(f"/calls/{call.pk}/undo/")
    assert late.status_code == 409
    assert "for ten minutes" in late.content.decode()


def test_undo_of_a_call_taken_back_whose_step_moved_on_leads_to_today(ours: Cast, today_lead: Lead) -> None:
    browser, step = ours.client(), today_lead.next_step_id
    browser.post(f"/today/{step}/result/", {"result": "met"})
    with enter(ours.agency):
        call = Call.objects.get()
    browser.post(f"/calls/{call.pk}/undo/")
    browser.post(f"/today/{step}/result/", {"result": "no_answer"})
    assert browser.post(f"/calls/{call.pk}/undo/")["Location"] == "/"


def test_words_are_read_while_typed_and_nothing_is_written(ours: Cast, today_lead: Lead) -> None:
    url = f"/today/{today_lead.next_step_id}/heard/"
    form = {"result": "progressed", "answer-seeing": "two more on Thursday", "answer-decides": "Friday at 10"}
    text = ours.client().post(url, form, headers=HTMX).content.decode()
    assert "Hot until Sun 29 Nov." in text
    assert "They named Fri 27 Nov." in text
    assert 'id="suggested" hx-swap-oob="true"' in text
    assert "Fri 27 Nov, 10:00" in text
    with enter(ours.agency):
        assert not Call.objects.exists()
    assert "Hot until" not in ours.client().post(url, {}, headers=HTMX).content.decode()


def test_dialling_shows_to_colleagues_until_hung_up(ours: Cast, today_lead: Lead) -> None:
    url = f"/today/{today_lead.next_step_id}/"
    said = ours.client(ours.priya).post(f"{url}phone/", headers=HTMX).content.decode()
    assert "Colleagues see you on the phone." in said
    assert "Priya Nair is on the phone with them now." in ours.client().get(url).content.decode()
    assert "Priya Nair is on the phone with them" in ours.client().get("/").content.decode()
    assert ours.client(ours.priya).post(f"{url}phone/", {"hang_up": "1"}).status_code == 302
    with enter(ours.agency):
        assert not OnThePhone.objects.exists()


def test_somebody_without_a_number_and_a_wrong_one(ours: Cast, today_lead: Lead) -> None:
    with enter(ours.agency):
        ours.number.state = "wrong"
        ours.number.save()
    text = ours.client().get(f"/today/{today_lead.next_step_id}/").content.decode()
    assert "No number yet." in text
    assert "<s>+44 20 7946 0142</s>" in text


def test_the_statements_of_a_call_do_not_grow_with_the_day(ours: Cast, today_lead: Lead) -> None:
    browser, counts = ours.client(), []
    for more in (0, 2):
        with enter(ours.agency):
            for n in range(more):
                second_lead(ours, f"Ruth {'ABC'[n]}dams")
        counts.append(len(of_page(browser, f"/today/{today_lead.next_step_id}/")))
    assert counts[0] == counts[1]
    assert counts[1] <= 19


def test_the_sixth_try_says_that_the_lead_rests(ours: Cast, today_lead: Lead) -> None:
    with enter(ours.agency):
        NextStep.objects.update(tries=5)
    assert "rests until then" in ours.client().get(f"/today/{today_lead.next_step_id}/").content.decode()


def test_facts_say_who_speaks_for_us_and_how_they_work(ours: Cast, today_lead: Lead) -> None:
    with enter(ours.agency):
        Lead.objects.update(introduced_by=ours.martin, source_words="Anneke, on Friday")
        Company.objects.update(works_with_agencies=False, note="Claims  off the mainframe")
        Person.objects.update(dials=8, talks=3)
        PhoneNumber.objects.update(state="reached", reached_on=date(2026, 11, 20))
        PhoneNumber.objects.create(person=ours.martin, typed="2", e164="+442079460143", ext="9", state="rang_out")
    text = ours.client().get(f"/today/{today_lead.next_step_id}/").content.decode()
    for words in (
        "Speaks for us", "Anneke, on Friday", "Does not work with them", "3 of 8 calls", "Claims off the mainframe",
        "Reached them Fri 20 Nov.", "Rang out last time.", "+44 20 7946 0143 x9", "Numbers",
    ):  # fmt: skip
        assert words in text, words
