"""Pairs that an import suggested: counted on its result, decided by themselves, one after the other."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from rightday.db.row_security import enter
from rightday.intake.models import Import
from rightday.intake.showing.pairs import pairs_of, waiting_of
from rightday.people import actions as people
from rightday.people.duplicates import actions as duplicates
from rightday.people.models import DuplicateSuggestion, Person
from tests.conftest import Cast
from tests.counting import counted
from tests.intake.made_imports import csv, done

TODAY = date(2026, 11, 25)
TWINS = [
    ("M. Ahlqvist", "Halden Insurance"),
    ("Ada King", "Alder Bank"),
    ("A. King", "Alder Bank"),
    ("Tess Moran", "Corvid"),
]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def desk(settings: Any, tmp_path: Path) -> Any:
    settings.UPLOADS = tmp_path / "uploads"
    with time_machine.travel(datetime(2026, 11, 25, 10, 12), tick=False) as clock:
        yield clock


def bring(cast: Cast, tmp_path: Path, rows: list[tuple[str, ...]] | None = None) -> Import:
    data = csv(TWINS if rows is None else rows, ("Name", "Company"))
    return done(cast, tmp_path, data=data, name="Sam desk.csv")


def other_pair(cast: Cast) -> DuplicateSuggestion:
    firm = people.add_company("Meridian", by=cast.sam)
    two = (people.add_person(given=name, family="Lindholm", company=firm, by=cast.sam) for name in ("Grace", "G."))
    return people.suggest_duplicate(*two, ["an initial only"], 0.99)


def test_those_of_the_rows_that_it_made_and_no_others(inside: Cast, tmp_path: Path, desk: Any) -> None:
    other_pair(inside)
    batch = bring(inside, tmp_path)
    assert {frozenset((one.person.name, one.other.name)) for one in pairs_of(batch)} == {
        frozenset(("Martin Ahlqvist", "M. Ahlqvist")), frozenset(("Ada King", "A. King")),
    }  # fmt: skip
    assert waiting_of(batch, TODAY) == 2
    desk.shift(timedelta(hours=1))  # what is found later is not of the import
    lone = people.add_person(given="Aida", family="King", by=inside.sam)
    people.suggest_duplicate(Person.objects.get(name="A. King"), lone, ["a slip in the name"], 0.9)
    assert waiting_of(batch, TODAY) == 2


def test_one_that_runs_still_has_those_so_far(inside: Cast, tmp_path: Path) -> None:
    batch = bring(inside, tmp_path)
    batch.finished_at = None
    assert pairs_of(batch).count() == 2


def test_what_is_decided_or_put_off_waits_no_more(inside: Cast, tmp_path: Path) -> None:
    batch = bring(inside, tmp_path)
    first, second = pairs_of(batch)
    duplicates.keep_two(first, by=inside.sam)
    assert waiting_of(batch, TODAY) == 1
    duplicates.put_off(second, by=inside.sam)
    assert waiting_of(batch, TODAY) == 0


def test_nothing_is_asked_where_nothing_was_suggested(inside: Cast, tmp_path: Path) -> None:
    batch = bring(inside, tmp_path, [("Tess Moran", "Corvid")])
    with counted() as statements:
        assert waiting_of(batch, TODAY) == 0
    assert not statements


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_result_leads_to_them_and_through_them(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        other = other_pair(ours)
        batch = bring(ours, tmp_path)
        first, second = pairs_of(batch).order_by("-likeness", "pk")
    client, query = ours.client(), f"?import={batch.pk}"
    page = text(client.get(f"/imports/{batch.pk}/"))
    assert "2 pairs wait to be decided" in page and f'href="/duplicates/{query}"' in page and "Decide now" in page
    at = client.get(f"/duplicates/{query}", follow=True)
    assert at.redirect_chain == [(f"/duplicates/{first.pk}/{query}", 302)]
    assert "One of 2 pairs that Sam desk.csv brought up" in text(at) and f"/duplicates/{other.pk}/" not in text(at)
    assert f'href="/duplicates/{second.pk}/{query}"' in text(at)
    assert f'href="/duplicates/{first.pk}/merge/{query}"' in text(at)
    many = text(client.get(f"/duplicates/all/{query}"))
    assert "Brought up by: <b>Sam desk.csv</b>" in many and "Lindholm" not in many and "Ahlqvist" in many
    assert "Lindholm" in text(client.get("/duplicates/all/"))
    assert client.post(f"/duplicates/{first.pk}/{query}", {"is": "two"})["Location"] == f"/duplicates/{query}"
    assert (
        client.post(f"/duplicates/{second.pk}/{query}", {"is": "?"})["Location"] == f"/duplicates/{second.pk}/{query}"
    )
    merged = client.post(f"/duplicates/{second.pk}/merge/{query}", follow=True)
    assert "All that Sam desk.csv brought up is decided." in text(merged)
    assert "all decided" in text(client.get(f"/imports/{batch.pk}/"))


def test_many_of_a_file_are_decided_at_once(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = bring(ours, tmp_path)
        ids = list(pairs_of(batch).values_list("pk", flat=True))
    address = f"/duplicates/all/?import={batch.pk}"
    assert ours.client().post(address, {"selected": ids, "is": "two"})["Location"] == address
    with enter(ours.agency):
        assert waiting_of(batch, TODAY) == 0


def test_a_file_that_is_none_of_ours_is_not_found_and_companies_have_none(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = bring(ours, tmp_path)
    client = ours.client()
    assert client.get("/duplicates/?import=999999").status_code == 404
    assert client.get("/duplicates/?import=x", follow=True).status_code == 200
    assert client.get(f"/duplicates/companies/?import={batch.pk}").status_code == 200
