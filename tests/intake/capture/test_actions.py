"""Saving what was captured."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from rightday.agencies.queries import at_hand
from rightday.agenda.models import NextStep
from rightday.db.row_security import enter
from rightday.intake.capture import actions
from rightday.intake.capture import rules as capture_rules
from rightday.intake.models import Captured
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.leads.rules import Ending, Grade, HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Company, DuplicateSuggestion, EmailAddress, Permission, Person, PhoneNumber
from rightday.people.rules import NumberState
from rightday.team.models import Member
from rightday.timeline.models import Event
from tests.conftest import Cast

TUE = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Europe/London"))
SPOKE = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors this week"


@pytest.fixture
def inside(inside: Cast) -> Cast:
    """Halden can be found by the beginning of its name."""
    search.put_companies([inside.halden.pk])
    return inside


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(NOW, tick=True):
        yield


def shows(lead: Lead) -> list[str]:
    return list(Evidence.objects.filter(lead=lead).order_by("id").values_list("shows", flat=True))


def hot_lead(inside: Cast, by: Member | None = None) -> Lead:
    """An open lead of Martin's, hot until Sunday."""
    said = [Shows.NAME_CONFIRMED, Shows.COMPANY_CONFIRMED, Shows.PHONE_TESTED, Shows.INTERVIEWING]
    return leads.create(
        inside.martin, heard=[HeardEvidence(one, "", TUE) for one in said], title="Two SREs", by=by or inside.sam
    )


class TestHotLead:
    def test_a_talk_with_the_number_makes_a_hot_lead(self, inside: Cast):
        saved = actions.save(SPOKE, by=inside.sam)
        lead, person = saved.lead, saved.person
        assert lead.grade_on(TUE) is Grade.HOT
        assert lead.hot_until == date(2026, 11, 29)
        assert (person.name, person.company.name, lead.title) == (
            "Priya Natarajan", "Northwind Systems", "Two Java contractors",
        )  # fmt: skip
        assert shows(lead) == ["interviewing", "name_confirmed", "company_confirmed", "phone_tested"]
        assert {one.said_by_id for one in Evidence.objects.filter(lead=lead)} == {person.pk}
        assert (lead.source, lead.heard_from, lead.heard_by, lead.owner) == (
            "capture", person, inside.sam, inside.sam,
        )  # fmt: skip
        number = PhoneNumber.objects.get(person=person)
        assert (number.e164, number.state, number.reached_on, number.first) == ("+442079460991", "reached", TUE, True)
        assert Person.objects.get(pk=person.pk).name_confirmed_on == TUE
        assert saved.sentence == "Saved: Hot lead, Priya Natarajan. Next: call Priya today."

    def test_the_text_is_kept_as_it_came_and_tied_to_what_it_became(self, inside: Cast):
        saved = actions.save(f"  {SPOKE}\n", by=inside.sam)
        kept = Captured.objects.get()
        assert kept.text == f"  {SPOKE}\n"
        assert (kept.person, kept.lead, kept.intelligence, kept.by) == (saved.person, saved.lead, None, inside.sam)
        assert kept.understood["sentence"] == saved.sentence
        event = Event.objects.get(verb="captured")
        assert (event.lead, event.person, event.by, event.words) == (saved.lead, saved.person, inside.sam, SPOKE)

    def test_a_lead_in_few_statements(self, inside: Cast):
        actions.save(SPOKE, by=inside.sam)
        other = SPOKE.replace("Priya Natarajan", "Karen Whitby").replace("0991", "0992").replace("Northwind", "Fenwick")
        with at_hand(inside.agency), CaptureQueriesContext(connection) as run:
            actions.save(other, by=inside.sam)
        assert len(run) <= 76  # savepoints are a third of them; two ask whose a name is since a merge

    def test_heard_from_a_candidate_it_is_hot_when_the_number_is_tested(self, inside: Cast):
        lena = people.add_person(given="Lena", family="Fischer", by=inside.sam)
        text = "Hilary Moss at Castle Telecom, 020 7946 0471. Lena sat with her on Friday, on-call is why people say no"
        saved = actions.save(text, by=inside.sam, about=lena)
        assert saved.lead.grade_on(TUE) is Grade.NONE
        assert shows(saved.lead) == ["interviewing", "context"]
        heard = Evidence.objects.filter(lead=saved.lead).first()
        assert (heard.said_by, heard.true_on, saved.lead.heard_from) == (lena, date(2026, 11, 20), lena)
        assert PhoneNumber.objects.get(person=saved.person).state == "untested"
        assert saved.sentence == "Saved: to qualify, Hilary Moss. Next: call Hilary today."

    def test_who_only_heard_it_tells_a_rumour(self, inside: Cast):
        text = "Tom Reed heard that Karen Whitby at Fenwick Legal is interviewing two testers"
        saved = actions.save(text, by=inside.sam)
        heard = Evidence.objects.filter(lead=saved.lead).first()
        assert (heard.shows, heard.second_hand, heard.said_by, heard.said_by_words) == (
            "rumour", True, None, "Tom Reed",
        )  # fmt: skip

    def test_a_source_in_our_book_is_found_by_their_name(self, inside: Cast):
        tom = people.add_person(given="Tom", family="Reed", by=inside.sam)
        text = "Tom Reed heard that Karen Whitby at Fenwick Legal is interviewing two testers"
        saved = actions.save(text, by=inside.sam)
        assert (Evidence.objects.filter(lead=saved.lead).first().said_by, saved.lead.heard_from) == (tom, tom)

    def test_an_agreed_day_is_the_day_of_the_next_step(self, inside: Cast):
        saved = actions.save(f"{SPOKE}. Call her on Saturday", by=inside.sam)
        step = saved.lead.next_step
        assert (step.due, step.agreed) == (date(2026, 11, 28), True)
        assert saved.sentence == "Saved: Hot lead, Priya Natarajan. Next: call Priya Sat 28 Nov."


class TestSomebodyWeKnow:
    def test_the_same_number_is_the_same_person(self, inside: Cast):
        saved = actions.save("martin at halden, 020 7946 0142, interviewing two", by=inside.sam)
        assert saved.person == inside.martin
        assert (saved.person.company, saved.lead.company) == (inside.halden, inside.halden)
        assert Person.objects.count() == 1
        assert Company.objects.count() == 1

    def test_the_same_address_is_the_same_person_and_new_numbers_are_added(self, inside: Cast):
        people.add_email(inside.martin, "martin@halden.example", by=inside.sam)
        saved = actions.save(
            "Martin A, MARTIN@halden.example, m.a@halden.example, 07700 900142, interviewing", by=inside.sam
        )
        assert saved.person == inside.martin
        assert set(PhoneNumber.objects.values_list("e164", flat=True)) == {"+442079460142", "+447700900142"}
        assert set(EmailAddress.objects.values_list("key", flat=True)) == {
            "martin@halden.example",
            "m.a@halden.example",
        }

    def test_the_very_name_at_the_company_is_that_person(self, inside: Cast):
        saved = actions.save("Martin Ahlqvist at Halden may be interviewing", by=inside.sam)
        assert saved.person == inside.martin
        assert Company.objects.count() == 1
        assert not DuplicateSuggestion.objects.exists()

    def test_a_similar_name_is_somebody_new_and_suggested_as_the_same(self, inside: Cast):
        saved = actions.save("Martin Ahlquist at Halden Insurance, interviewing two", by=inside.sam)
        assert saved.person != inside.martin
        suggestion = DuplicateSuggestion.objects.get()
        assert {suggestion.person_id, suggestion.other_id} == {saved.person.pk, inside.martin.pk}

    def test_the_very_name_at_another_company_is_somebody_new(self, inside: Cast):
        saved = actions.save("Martin Ahlqvist at Castle Telecom, interviewing two", by=inside.sam)
        assert saved.person != inside.martin
        assert saved.person.company.name == "Castle Telecom"

    def test_evidence_goes_on_the_open_lead(self, inside: Cast):
        lead = hot_lead(inside)
        with time_machine.travel(NOW + timedelta(days=3)):
            saved = actions.save("Martin Ahlqvist at Halden is interviewing three more on Monday", by=inside.priya)
        assert saved.lead == lead
        assert Lead.objects.count() == 1
        assert saved.lead.owner == inside.sam
        assert Lead.objects.get().hot_until == date(2026, 12, 2)
        assert saved.sentence.startswith("Saved: Hot lead, Martin Ahlqvist. Next: call Martin ")

    def test_an_agreed_day_moves_the_step_of_the_open_lead(self, inside: Cast):
        lead = hot_lead(inside)
        was = lead.next_step_id
        saved = actions.save("Martin Ahlqvist at Halden: call him on 3 December", by=inside.sam)
        step = Lead.objects.get(pk=lead.pk).next_step
        assert (step.due, step.agreed, step.pk != was) == (date(2026, 12, 3), True, True)
        assert NextStep.objects.count() == 1
        assert "Thu 3 Dec" in saved.sentence

    def test_a_talk_tests_the_number_on_every_open_lead(self, inside: Cast):
        said = [HeardEvidence(Shows.INTERVIEWING, "", TUE)]
        first = leads.create(inside.martin, heard=said, title="One", by=inside.sam)
        second = leads.create(inside.martin, heard=said, title="Two", by=inside.sam)
        saved = actions.save("Spoke with Martin Ahlqvist at Halden, 020 7946 0142, seeing two", by=inside.sam)
        assert saved.lead == second
        assert "phone_tested" in shows(first)
        assert PhoneNumber.objects.get().reached_on == TUE
        assert Lead.objects.get(pk=second.pk).grade_on(TUE) is Grade.HOT

    def test_what_was_confirmed_before_still_is(self, inside: Cast):
        leads.end(hot_lead(inside), kind=Ending.CANCELLED, on=TUE, by=inside.sam)
        people.mark_number(inside.number, state=NumberState.REACHED, on=TUE, by=inside.sam)
        Person.objects.filter(pk=inside.martin.pk).update(name_confirmed_on=TUE)
        saved = actions.save("Martin Ahlqvist at Halden is seeing two more", by=inside.sam)
        assert saved.lead.grade_on(TUE) is Grade.HOT

    def test_a_note_makes_no_lead(self, inside: Cast):
        saved = actions.save("Martin Ahlqvist at Halden prefers mornings", by=inside.sam)
        assert (saved.lead, saved.person) == (None, inside.martin)
        kept = Intelligence.objects.get()
        assert (kept.person, kept.company, kept.shows) == (inside.martin, inside.halden, "context")
        assert saved.sentence == "Saved: note on Martin Ahlqvist."

    def test_another_company_than_ours_is_said_and_confirms_nothing(self, inside: Cast):
        saved = actions.save(
            "Spoke with Martin Ahlqvist at Castle Telecom, 020 7946 0142, interviewing two", by=inside.sam
        )
        assert saved.person.company == inside.halden
        assert "company_confirmed" not in shows(saved.lead)
        assert Evidence.objects.get(lead=saved.lead, shows="context").words == "Named with Castle Telecom"
        assert Company.objects.count() == 1

    def test_company_and_title_are_filled_in_where_we_had_none(self, inside: Cast):
        number = phones.read("0117 496 0335", "GB")
        ruth = people.add_person(given="Ruth", family="", phones=number, by=inside.sam)
        text = "Ruth Delacroix, Head of Data, Corvid Health, 0117 496 0335, interviewing two"
        saved = actions.save(text, by=inside.sam)
        ruth.refresh_from_db()
        assert saved.person == ruth
        assert (ruth.company.name, ruth.title) == ("Corvid Health", "Head of Data")
        assert saved.lead.company == ruth.company

    def test_on_the_phone_with_a_manager_it_is_about_her(self, inside: Cast):
        lead = hot_lead(inside)
        saved = actions.save("interviewing two java contractors this week", by=inside.sam, about=inside.martin)
        assert saved.lead == lead
        assert Evidence.objects.filter(lead=lead).last().said_by == inside.martin

    def test_on_the_phone_with_a_candidate_it_is_about_somebody_unknown(self, inside: Cast):
        lena = people.add_person(given="Lena", family="Fischer", by=inside.sam)
        saved = actions.save("interviewing two java contractors this week", by=inside.sam, about=lena)
        assert (saved.lead, saved.person, saved.intelligence.shows) == (None, None, "interviewing")
        assert Event.objects.get(verb="captured").person == lena

    def test_she_denies_it(self, inside: Cast):
        lead = hot_lead(inside)
        saved = actions.save("Spoke with Martin Ahlqvist at Halden, not interviewing any more", by=inside.sam)
        assert saved.lead == lead
        assert Lead.objects.get(pk=lead.pk).grade_on(TUE) is Grade.NONE


class TestDoNotCall:
    def test_who_asked_not_to_be_called_is_kept_without_a_step(self, inside: Cast):
        leads.refuse(inside.martin, words="never", by=inside.sam)
        saved = actions.save("Martin Ahlqvist at Halden is seeing two. Call him on Friday", by=inside.sam)
        assert (saved.lead.next_step, saved.lead.outcome.kind) == (None, "do_not_contact")
        assert not NextStep.objects.exists()
        assert saved.sentence == "Saved: Martin Ahlqvist, who asked not to be called."

    def test_a_refusal_in_the_text_counts(self, inside: Cast):
        lead = hot_lead(inside)
        saved = actions.save("Martin Ahlqvist at Halden asked not to be called again", by=inside.sam)
        assert saved.lead == lead
        assert Person.objects.get(pk=inside.martin.pk).do_not_call
        assert Lead.objects.get(pk=lead.pk).outcome.kind == "do_not_contact"
        assert not NextStep.objects.exists()

    def test_a_refusal_of_mail_leaves_the_phone(self, inside: Cast):
        saved = actions.save("Martin Ahlqvist at Halden is seeing two, do not email him", by=inside.sam)
        assert Permission.objects.get().channel == "email"
        assert saved.lead.next_step is not None


class TestWithoutAPerson:
    def test_an_advertisement_waits_with_its_day(self, inside: Cast):
        saved = actions.save("Halden Insurance advertise for two SREs on LinkedIn", by=inside.sam)
        kept = saved.intelligence
        assert (saved.person, saved.lead, kept.company, kept.shows) == (None, None, inside.halden, "advert")
        assert kept.question.startswith("Was the place filled, and by whom? Who is the place for")
        assert (kept.due, kept.owner) == (date(2026, 12, 24), inside.sam)
        assert saved.sentence == "Saved: note on Halden Insurance."

    def test_a_company_alone_is_added_with_its_question(self, inside: Cast):
        saved = actions.save("Northwind Systems Ltd", by=inside.sam)
        assert saved.intelligence.company.name == "Northwind Systems Ltd"
        assert saved.intelligence.question == "Who decides on contractors at Northwind Systems Ltd?"

    def test_an_agreed_day_without_anybody_stays_in_the_question(self, inside: Cast):
        saved = actions.save("Northwind Systems Ltd, ask again on 3 December", by=inside.sam)
        assert saved.intelligence.question.startswith("Agreed for Thu 3 Dec.")

    @pytest.mark.parametrize("text", ["thanks", "x", "\N{ARABIC LETTER MEEM}" * 30, "🙂 🙂", "£££ 12,000"])
    def test_any_words_are_kept(self, inside: Cast, text: str):
        saved = actions.save(text, by=inside.sam)
        assert Captured.objects.get().text == text
        assert (saved.intelligence or saved.lead) is not None

    def test_one_word_may_be_a_name(self, inside: Cast):
        saved = actions.save("Priya", by=inside.sam)
        assert saved.person.name == "Priya"
        assert saved.sentence.startswith("Saved: contact, Priya. Next: call Priya ")

    def test_an_arabic_name(self, inside: Cast):
        saved = actions.save("Spoke with محمد عبد الله at Northwind, 020 7946 0991, interviewing two", by=inside.sam)
        assert saved.person.name == "محمد عبد الله"
        assert saved.lead.grade_on(TUE) is Grade.HOT

    def test_two_million_characters(self, inside: Cast):
        text = f"{SPOKE}. " + "blah " * 400_000
        saved = actions.save(text, by=inside.sam)
        assert Captured.objects.get().text == text
        assert saved.lead.grade_on(TUE) is Grade.HOT
        assert max(len(words) for words in Evidence.objects.values_list("words", flat=True)) <= 2_000

    @pytest.mark.parametrize("text", ["", "   ", "\n\t\u00a0"])
    def test_nothing_is_not_kept(self, inside: Cast, text: str):
        with pytest.raises(actions.NothingTyped):
            actions.save(text, by=inside.sam)
        assert not Captured.objects.exists()


class TestTrouble:
    def test_a_text_that_cannot_be_understood_is_kept_as_it_came(self, inside: Cast, monkeypatch, caplog):
        def broken(*_args: object, **_more: object) -> None:
            raise RuntimeError("a rule is wrong")

        monkeypatch.setattr(capture_rules, "parse", broken)
        saved = actions.save(SPOKE, by=inside.sam)
        assert Captured.objects.get().text == SPOKE
        assert (saved.intelligence.words, saved.person, saved.sentence) == (SPOKE, None, "Saved: note.")
        assert "kept as it came" in caplog.text

    def test_a_database_in_trouble_is_for_the_sender_to_try_again(self, inside: Cast, monkeypatch):
        def locked(*_args: object, **_more: object) -> None:
            raise OperationalError("database is locked")

        monkeypatch.setattr(capture_rules, "parse", locked)
        with pytest.raises(OperationalError):
            actions.save(SPOKE, by=inside.sam)
        assert not Captured.objects.exists()

    def test_what_waited_for_the_line_was_true_when_it_was_typed(self, inside: Cast):
        saved = actions.save(SPOKE, by=inside.sam, at=NOW - timedelta(days=2))
        assert Captured.objects.get().at == NOW - timedelta(days=2)
        assert saved.lead.hot_until == date(2026, 11, 27)

    def test_a_second_one_finds_the_person_of_the_first(self, inside: Cast):
        first = actions.save(SPOKE, by=inside.sam)
        second = actions.save(SPOKE, by=inside.priya)
        assert (first.person, first.lead) == (second.person, second.lead)
        assert Person.objects.count() == 2  # Martin, and one Priya
        assert Captured.objects.count() == 2

    def test_another_agency_is_never_found(self, inside: Cast, theirs: Cast):
        saved = actions.save("Martin Ahlqvist at Halden, 020 7946 0142, interviewing two", by=inside.sam)
        assert saved.person == inside.martin
        assert saved.person != theirs.martin


class TestReadingAgain:
    def test_nothing_new_with_the_same_rules(self, inside: Cast):
        saved = actions.save(SPOKE.replace("Northwind Systems", "Halden Insurance"), by=inside.sam)
        proposal = actions.understand_again(saved.captured, by=inside.sam)
        assert not proposal.changed

    def test_what_it_would_be_now_is_proposed_and_nothing_changes(self, inside: Cast):
        saved = actions.save("hilary moss castle 020 7946 0471", by=inside.sam)
        people.add_company("Castle", by=inside.sam)
        before = Lead.objects.count(), Event.objects.count()
        proposal = actions.understand_again(saved.captured, by=inside.sam)
        assert proposal.changed
        assert proposal.now["company"] == "Castle"
        assert (Lead.objects.count(), Event.objects.count()) == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time, by itself")
def test_two_at_once_about_one_new_person(transactional_db: None, ours: Cast):
    """Both have read the book before either has written: without waiting, each would add her."""
    gate = Barrier(2)

    def capture(member: Member) -> int:
        try:
            with enter(ours.agency):
                gate.wait(10)
                return actions.save(SPOKE, by=member).person.pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(capture, [ours.sam, ours.priya]))
    with enter(ours.agency):
        assert made[0] == made[1]
        assert (Person.objects.count(), Lead.objects.count(), Captured.objects.count()) == (2, 1, 2)
