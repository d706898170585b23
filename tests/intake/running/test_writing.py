"""A chunk of rows becomes persons, companies, leads and intelligence."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection

from rightday.intake import actions
from rightday.intake.models import Import, ImportRow
from rightday.leads.models import Evidence, Intelligence, Lead
from rightday.leads.rules import Grade, Shows
from rightday.leads.watching.rules import QUESTION
from rightday.people import search
from rightday.people.models import Company, DuplicateSuggestion, Permission, Person, PhoneNumber
from tests.conftest import Cast
from tests.intake.trackers import row

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "synthetic"


def became(batch: Import) -> list[str]:
    return list(ImportRow.objects.filter(batch=batch).order_by("order").values_list("became", flat=True))


def test_a_hot_lead(bring, inside: Cast, today: date):
    batch = bring(
        row("Priya Natarajan", "CTO", "Northwind Ltd", "London", "020 7946 0991", "priya@northwind.example",
            today - timedelta(days=1), "Two Java developers", "Interviewing two people this week")
    )  # fmt: skip
    lead = Lead.objects.get(person__name="Priya Natarajan")
    assert became(batch) == ["lead"]
    assert (lead.grade_on(today), lead.title, lead.source) == (Grade.HOT, "Two Java developers", "import")
    assert lead.next_step is not None
    number = PhoneNumber.objects.get(person=lead.person)
    assert (number.e164, number.state, number.reached_on) == ("+442079460991", "reached", today - timedelta(days=1))
    assert lead.person.company.name == "Northwind Ltd"
    assert search.find_persons("natara") == [lead.person_id]
    assert search.find_said("interviewing two") == [lead.person_id]


def test_demand_without_a_talk_is_to_qualify(bring, today: date):
    batch = bring(row("Karen Whitby", company="Fenwick", phone="0161 496 0335", notes="Interviewing two people"))
    lead = Lead.objects.get()
    assert (became(batch), lead.grade_on(today)) == (["intelligence"], Grade.NONE)
    assert set(Evidence.objects.values_list("shows", flat=True)) == {Shows.RUMOUR.value, Shows.CONTEXT.value}


def test_a_company_alone_is_intelligence_on_it(bring):
    batch = bring(row(company="Quarry Stone", notes="They advertise for two engineers"))
    kept = Intelligence.objects.get()
    assert (became(batch), kept.company.name, kept.shows) == (["intelligence"], "Quarry Stone", "advert")
    assert (kept.owner, kept.due, kept.question) == (batch.by, kept.true_on + timedelta(days=30), QUESTION)
    assert not Lead.objects.exists()


def test_nobody_is_refused_and_listed(bring):
    batch = bring(row(notes="gone to Stackline??"), row("Ada King", company="Alder"))
    refused = ImportRow.objects.get(batch=batch, became="refused")
    assert refused.why == "No person and no company in this row."
    assert refused.cells == {"Notes": "gone to Stackline??"}


def test_a_desk_telephone_is_no_proof(bring, inside: Cast):
    batch = bring(row("Dana Whitlow", company="Halden Insurance", phone="020 7946 0142"))
    assert became(batch) == ["intelligence"]
    assert ImportRow.objects.get(batch=batch).person_id != inside.martin.pk


def test_somebody_alike_is_to_decide(bring, inside: Cast):
    batch = bring(row("Martin Ahlqvist", company="Halden Insurance plc", phone="020 7946 0999"))
    line = ImportRow.objects.get(batch=batch)
    assert line.became == "decide"
    suggestion = DuplicateSuggestion.objects.get()
    assert {suggestion.person_id, suggestion.other_id} == {inside.martin.pk, line.person_id}


def test_do_not_contact_survives(bring, inside: Cast, today: date):
    batch = bring(
        row("Old Person", company="Deleted Co", phone="020 7946 0001", notes="DO NOT CONTACT"),
        row("Martin Ahlqvist", company="Halden Insurance", phone="020 7946 0142", notes="Do not contact again"),
    )
    assert became(batch) == ["person", "known"]
    assert set(Person.objects.filter(do_not_call=True).values_list("name", flat=True)) == {
        "Old Person",
        "Martin Ahlqvist",
    }
    assert Permission.objects.filter(answer="refused").count() == 2
    assert not Lead.objects.open().exists()


def test_a_row_goes_to_the_colleague_it_names(bring, inside: Cast):
    bring(("Ada King", "Alder", "Priya Nair"), header=("Contact", "Company", "Owner"))
    assert Lead.objects.get().owner == inside.priya


def test_where_they_are_follows_place_and_number(bring):
    bring(
        row("Grace Lindholm", company="Meridian", city="New York", phone="+1 212 555 0142"),
        row("Lena Brandt", company="Linden", phone="+49 30 5550 0142"),
    )
    zones = dict(Person.objects.exclude(name="Martin Ahlqvist").values_list("name", "zone"))
    assert zones == {"Grace Lindholm": "America/New_York", "Lena Brandt": "Europe/Berlin"}
    assert Company.objects.get(name="Meridian").zone == "America/New_York"


def test_problems_are_kept_with_the_row(bring):
    batch = bring(row("Ada King", company="Alder", phone="12"))
    assert ImportRow.objects.get(batch=batch).problems
    assert PhoneNumber.objects.get(person__name="Ada King").typed == "12"


def test_statements_do_not_grow_with_the_rows(bring, inside: Cast, today: date):
    from django.test.utils import CaptureQueriesContext

    def statements(count: int, offset: int) -> int:
        rows = [
            row(f"New{n} Name{n}", company=f"Own{n}", phone=f"020 7111 {n:04d}") for n in range(offset, offset + count)
        ]
        batch = bring(*rows, run_it=False)
        with CaptureQueriesContext(connection) as seen:
            actions.run_now(batch, by=inside.sam)
        return len(seen)

    statements(20, 300)  # the shape of the file is new once
    assert statements(40, 0) == statements(90, 100)


def test_a_company_with_a_country_keeps_its_holidays(bring):
    bring(("Ada King", "Alder", "FR"), header=("Contact", "Company", "Country"))
    assert Company.objects.get(name="Alder").country == "FR"


def test_a_day_set_for_the_next_call_is_the_step(bring, today: date):
    later = today + timedelta(days=30)
    bring(("Ada King", "Alder", f"{later:%d/%m/%Y}"), header=("Contact", "Company", "Next call"))
    assert Lead.objects.get().next_step.due >= later


def test_demand_that_has_run_out_asks_again(bring, today: date):
    long_ago = today - timedelta(days=40)
    batch = bring(
        row("Ada King", company="Alder", phone="020 7946 0777", spoke=long_ago, notes="Interviewing two people")
    )
    line = ImportRow.objects.get(batch=batch)
    assert (line.became, "has run out" in line.why) == ("intelligence", True)
    assert Lead.objects.get().next_step.reason == "ran_out"


def test_a_talk_without_a_number_confirms_names_only(bring, today: date):
    bring(row("Ada King", company="Alder", spoke=today, notes="Interviewing two"), row("Bo Lee", spoke=today))
    shows = Evidence.objects.filter(lead__person__name="Ada King").values_list("shows", flat=True)
    assert {"name_confirmed", "company_confirmed"} <= set(shows)
    assert "phone_tested" not in shows
    assert "company_confirmed" not in Evidence.objects.filter(lead__person__name="Bo Lee").values_list(
        "shows", flat=True
    )


@pytest.mark.skipif(not SHARED.exists(), reason="the shared files are not there")
def test_the_tracker_comes_out_as_its_truth_says(inside: Cast):
    batch = actions.receive(SHARED / "lead_tracker_uk.xlsx", name="lead_tracker_uk.xlsx", by=inside.sam)
    actions.run_now(batch, by=inside.sam)
    assert batch.counts["refused"] == 0
    assert sum(batch.counts[kind] for kind in ("lead", "intelligence", "person", "known", "decide")) == 18
    assert Person.objects.get(name="Old Person").do_not_call
    numbers = set(PhoneNumber.objects.values_list("e164", "ext"))
    assert {("+442079460958", "12"), ("+447700900123", ""), ("+4722955555", ""), ("+97235550100", "")} <= numbers
    assert {("+441614960000", ""), ("+447700900456", "")} <= numbers
    assert len({c.key for c in Company.objects.filter(name__icontains="smith")}) == 1
    assert Person.objects.filter(family="Martinez", given="José Luis").count() == 1


def test_what_somebody_new_refused_is_found_with_the_words_of_the_row(bring):
    bring(row("Old Person", company="Deleted Co", phone="020 7946 0001", notes="DO NOT CONTACT. Hates Mondays"))
    person = Person.objects.get(name="Old Person")
    assert search.find_said("mondays") == search.find_said("contact") == [person.pk]
