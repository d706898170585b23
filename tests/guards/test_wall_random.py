"""Whatever two agencies do, in whatever order, neither sees or changes a row of the other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agencies.wall import AgencyModel
from rightday.calls import actions as calls
from rightday.calls.models import Call
from rightday.calls.rules import Result
from rightday.db.row_security import enter
from rightday.intake import actions as intake
from rightday.intake.models import Captured, Import
from rightday.kernel import phones
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.leads.rules import HeardEvidence, Shows
from rightday.people import actions as people
from rightday.people import search
from rightday.people.models import Company, EmailAddress, Person, PhoneNumber
from rightday.team import queries as team
from rightday.team.models import Member
from tests.conftest import Cast
from tests.intake.trackers import row, tracker

BEHIND = [one for one in apps.get_models() if issubclass(one, AgencyModel)]
# What an address asks for: rows of which model its ids are.
PAGES: dict[str, tuple[type[Any], ...]] = {
    "/leads/{}/": (Lead,), "/people/{}/": (Person,), "/companies/{}/": (Company,), "/imports/{}/": (Import,),
    "/imports/{}/progress/": (Import,), "/imports/{}/rows.xlsx": (Import,), "/capture/{}/": (Captured,),
    "/settings/members/{}/": (Member,),
}  # fmt: skip
POSTED: dict[str, tuple[type[Any], ...]] = {
    "/leads/{}/evidence/": (Lead,), "/leads/{}/step/": (Lead,), "/leads/{}/outcome/": (Lead,),
    "/leads/{}/notes/": (Lead,), "/leads/{}/details/": (Lead,), "/leads/{}/reopening/": (Lead,),
    "/leads/{}/confirmation/": (Lead,), "/leads/{}/sightings/": (Lead,), "/companies/{}/competitor/": (Company,),
    "/people/{}/details/": (Person,), "/people/{}/notes/": (Person,),
    "/people/{}/numbers/": (Person,), "/people/{}/emails/": (Person,), "/people/{}/permission/": (Person,),
    "/people/{}/numbers/{}/": (Person, PhoneNumber), "/people/{}/emails/{}/": (Person, EmailAddress),
    "/companies/{}/details/": (Company,), "/companies/{}/notes/": (Company,), "/companies/{}/numbers/": (Company,),
    "/calls/{}/undo/": (Call,), "/imports/{}/choices/": (Import,), "/imports/{}/run/": (Import,),
    "/imports/{}/undo/": (Import,), "/capture/{}/again/": (Captured,), "/capture/{}/undo/": (Captured,),
    "/settings/members/{}/role/": (Member,), "/settings/members/{}/leaving/": (Member,),
}  # fmt: skip
TYPED = {
    "words": "ours now", "shows": "rumour", "kind": "cancelled", "on": "2026-11-20", "true_on": "2026-11-20",
    "due": "2026-12-01", "given": "Eve", "family": "Ours", "name": "Ours", "typed": "020 7946 0999", "number": "020 7946 0999",
    "address": "eve@ours.example", "channel": "phone", "answer": "refused", "action": "start", "role": "recruiter",
    "result": "met", "seen": "0", "seen_step": "1", "version": "0", "state": "wrong", "title": "Ours",
}  # fmt: skip


@pytest.fixture(autouse=True)
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(django_settings, "UPLOADS", tmp_path / "uploads")


class Desk:
    """One agency at work; every name it writes holds its own word, which the other may never see."""

    def __init__(self, cast: Cast, word: str, folder: Path) -> None:
        self.cast, self.word, self.folder = cast, word, folder
        self.browser = cast.client()
        self.done = 0

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        with enter(self.cast.agency):
            return {one.__name__: list(one._default_manager.order_by("pk").values()) for one in BEHIND}

    def ids(self, model: type[Any]) -> list[int]:
        with enter(self.cast.agency):
            return list(model._default_manager.order_by("pk").values_list("pk", flat=True))

    def act(self, name: str, pick: int) -> None:
        self.done += 1
        with enter(self.cast.agency):
            getattr(self, name)(pick)

    def add_person(self, pick: int) -> None:
        company = people.add_company(f"{self.word} Bank", by=self.cast.sam)
        people.add_person(
            given=f"Ada{self.done}", family=self.word, company=company, phones=phones.read("020 7946 0777"),
            emails=["ada@alder.example"], by=self.cast.sam,
        )  # fmt: skip

    def add_lead(self, pick: int) -> None:
        some = list(Person.objects.exclude(do_not_call=True).order_by("pk"))
        heard = [HeardEvidence(Shows.ADVERT, f"{self.word} advertises", team.today(self.cast.sam) - timedelta(days=1))]
        leads.create(some[pick % len(some)], heard=heard, title=f"{self.word} tester", by=self.cast.sam)

    def add_evidence(self, pick: int) -> None:
        if some := list(Lead.objects.order_by("pk")):
            heard = HeardEvidence(Shows.RUMOUR, f"{self.word} hires", team.today(self.cast.sam))
            leads.add_evidence(some[pick % len(some)], heard=heard, by=self.cast.priya)

    def call(self, pick: int) -> None:
        if some := list(Lead.objects.open().order_by("pk")):
            calls.log_result(
                some[pick % len(some)].next_step_id or 0, result=Result.MET, note=self.word, by=self.cast.sam
            )

    def take_back(self, pick: int) -> None:
        if last := Call.objects.order_by("-pk").first():
            calls.undo(last.pk, by=self.cast.sam)

    def bring_in(self, pick: int) -> None:
        line = row(
            f"Bo{pick} {self.word}", company="Alder Bank", phone="020 7946 0777", notes="Interviewing two people"
        )
        path = tracker(self.folder / f"{self.word}.csv", [line])
        intake.run_now(intake.receive(path, name=f"{self.word}.csv", by=self.cast.sam), by=self.cast.sam)

    def take_out(self, pick: int) -> None:
        if last := Import.objects.filter(state=Import.State.DONE).order_by("-pk").first():
            intake.undo(last, by=self.cast.sam)

    def find(self, pick: int) -> None:
        own = set(Person.objects.values_list("pk", flat=True))
        assert set(search.find_persons(("ada", "martin", "bo", "0777")[pick % 4])) <= own


VERBS = ("add_person", "add_lead", "add_evidence", "call", "take_back", "bring_in", "take_out", "find")
STEP = st.tuples(st.booleans(), st.sampled_from((*VERBS, "look", "post", "page")), st.integers(0, 500))


def across(desk: Desk, other: Desk, addresses: dict[str, tuple[type[Any], ...]], pick: int) -> tuple[str, ...]:
    """An address of the other agency's rows, where it has such rows that this one has not."""
    address, models = list(addresses.items())[pick % len(addresses)]
    found = [sorted(set(other.ids(model)) - set(desk.ids(model))) for model in models]
    return (address.format(*(ids[pick % len(ids)] for ids in found)),) if all(found) else ()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=3, max_size=14))
def test_neither_sees_nor_changes_the_other(ours: Cast, theirs: Cast, tmp_path: Path, steps: list[Any]):
    with transaction.atomic():
        two = Desk(ours, "Ourliness", tmp_path), Desk(theirs, "Theirhood", tmp_path)
        for mine, verb, pick in steps:
            desk, other = two if mine else two[::-1]
            before = other.rows()
            if verb == "look":
                for path in ("/", "/leads/", "/people/?q=ada", "/companies/", "/find/?q=a", "/imports/"):
                    answer = desk.browser.get(path)
                    assert answer.status_code == 200
                    assert other.word not in answer.content.decode(), path
            elif verb == "page":
                for path in across(desk, other, PAGES, pick):
                    assert desk.browser.get(path).status_code == 404, path
            elif verb == "post":
                for path in across(desk, other, POSTED, pick):
                    unseen = desk.rows()
                    assert desk.browser.post(path, TYPED | {"key": str(uuid4())}).status_code == 404, path
                    assert desk.rows() == unseen, path
            else:
                desk.act(verb, pick)
            assert other.rows() == before, verb
        transaction.set_rollback(True)


@pytest.mark.parametrize("addresses", [PAGES, POSTED], ids=["pages", "posted"])
def test_every_address_is_tried_across_and_opens_for_its_own(ours: Cast, theirs: Cast, tmp_path: Path, addresses: Any):
    """So that the random walk above cannot pass by addresses that are wrong for everybody."""
    desk, other = Desk(ours, "Ourliness", tmp_path), Desk(theirs, "Theirhood", tmp_path)
    other.browser.post("/capture/", {"text": "Spoke with Ada King at Alder Bank", "key": str(uuid4())})
    for verb in ("add_person", "add_lead", "call", "bring_in"):
        other.act(verb, 0)
    for pick, address in enumerate(addresses):
        for path in across(desk, other, {address: addresses[address]}, pick):
            if addresses is PAGES:
                assert other.browser.get(path).status_code in {200, 302}, path
                assert desk.browser.get(path).status_code == 404, path
            else:
                assert desk.browser.post(path, TYPED | {"key": str(uuid4())}).status_code == 404, path
                assert other.browser.post(path, TYPED | {"key": str(uuid4())}).status_code != 404, path
            break
        else:
            raise AssertionError(f"nothing to ask {address} for")
