"""A CV is kept as it came, proposes, and writes nothing that nobody confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rightday.people.models import EmailAddress, Person, PhoneNumber, Position
from rightday.talent.cvs import actions, files
from rightday.talent.cvs.rules import Answer
from rightday.talent.cvs.stored import proposals
from rightday.talent.models import Candidate, PersonSkill
from rightday.talent.models_files import CV
from rightday.talent.models_shown import Deed, SkillEvidence
from rightday.talent.rules import CVState
from rightday.team.rules import Refused
from tests.conftest import Cast
from tests.talent.cvs.made import TEXT, pdf

Bring = Callable[..., CV]


def key_of(cv: CV, kind: str, word: str = "") -> str:
    return next(one.key for one in proposals(cv) if one.kind == kind and word in one.key)


def test_the_file_stays_as_it_came_and_nothing_is_written(bring: Bring, tomas: Person) -> None:
    cv = bring(person=tomas)
    assert files.of(cv).read_bytes() == TEXT.encode()
    assert (cv.state, cv.format, cv.name) == (CVState.READ, "text", "Tomas_Rey.pdf")
    assert len(proposals(cv)) == 11
    assert not PhoneNumber.objects.filter(person=tomas).exists()
    assert not Position.objects.filter(person=tomas).exists()


def test_the_same_file_again_is_the_one_there_is(bring: Bring, tomas: Person) -> None:
    assert bring(person=tomas).pk == bring(person=tomas).pk
    assert bring(TEXT + " ", person=tomas).pk != bring(person=tomas).pk


def test_a_cv_that_cannot_be_read_is_kept_with_its_words(bring: Bring, tomas: Person) -> None:
    cv = bring(pdf(""), person=tomas)
    assert cv.state == CVState.FAILED
    assert "scan" in cv.problem
    assert files.of(cv).exists()


def test_keeping_all(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = actions.keep_all(bring(person=tomas), by=inside.sam)
    assert cv.state == CVState.DECIDED
    assert PhoneNumber.objects.get(person=tomas).e164 == "+447700900611"
    assert EmailAddress.objects.get(person=tomas).address == "tomas.rey@example.com"
    tomas.refresh_from_db()
    assert tomas.city == "Bristol"
    held = Position.objects.filter(person=tomas).order_by("-began")
    assert [one.company.name for one in held] == [
        "Castle Telecom",
        "Norwood Dental",
        "Ashdown Rail Ltd",
        "Lumen Grid plc",
    ]
    assert held[0].current
    assert (held[0].supervisor.name, held[0].supervisor.title) == ("Dev Rao", "Head of Operations")
    assert held[2].ended == date(2022, 4, 30)
    assert set(PersonSkill.objects.filter(person=tomas).values_list("skill__name", flat=True)) == {"Go", "Kafka"}
    assert Deed.objects.get().position == held[1]


def test_one_by_one_and_once(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    key = key_of(cv, "position", "norwood")
    for _ in range(2):
        cv = actions.keep(cv, key, by=inside.sam, title="Lead engineer", ended="2024-06-30")
    made = Position.objects.get(person=tomas)
    assert (made.title, made.ended) == ("Lead engineer", date(2024, 6, 30))
    assert cv.state == CVState.READ
    cv = actions.keep(cv, key_of(cv, "skill"), by=inside.sam)
    assert SkillEvidence.objects.get().position == made


def test_a_second_cv_proposes_only_what_is_new(bring: Bring, inside: Cast, tomas: Person) -> None:
    actions.keep_all(bring(person=tomas), by=inside.sam)
    before = Position.objects.count()
    second = bring(TEXT.replace("07700 900611", "07700 900612"), person=tomas)
    second = actions.keep_all(second, by=inside.sam)
    assert len(second.decided) == 1
    assert PhoneNumber.objects.filter(person=tomas).count() == 2
    assert Position.objects.count() == before


def test_a_deed_without_its_position_is_refused(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    with pytest.raises(Refused, match="position first"):
        actions.keep(cv, key_of(cv, "deed"), by=inside.sam)
    actions.answer(cv, key_of(cv, "position", "norwood"), answer=Answer.LEFT, by=inside.sam)
    cv = actions.keep_all(cv, by=inside.sam)
    assert not Deed.objects.exists()
    assert cv.state == CVState.READ
    assert actions.answer(cv, key_of(cv, "deed"), answer=Answer.LEFT, by=inside.sam).state == CVState.DECIDED


def test_put_off_may_still_be_kept_and_left_out_stays_out(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    phone, email = key_of(cv, "phone"), key_of(cv, "email")
    actions.answer(cv, phone, answer=Answer.LATER, by=inside.sam)
    actions.answer(cv, email, answer=Answer.LEFT, by=inside.sam)
    actions.keep(cv, phone, by=inside.sam)
    actions.keep(cv, email, by=inside.sam)
    assert PhoneNumber.objects.filter(person=tomas).exists()
    assert not EmailAddress.objects.filter(person=tomas).exists()


def test_refusals(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = bring(person=tomas)
    with pytest.raises(Refused, match="read anew"):
        actions.keep(cv, "phone:+1", by=inside.sam)
    with pytest.raises(Refused, match="keeping it"):
        actions.answer(cv, key_of(cv, "phone"), answer=Answer.KEPT, by=inside.sam)
    with pytest.raises(Refused, match="somebody else's"):
        actions.belongs_to(cv, inside.martin, by=inside.sam)
    unknown = bring()
    with pytest.raises(Refused, match="whose CV"):
        actions.keep_all(unknown, by=inside.sam)


def test_a_cv_of_nobody_known_becomes_somebodys(bring: Bring, inside: Cast, tomas: Person) -> None:
    cv = actions.belongs_to(bring(), tomas, by=inside.sam)
    assert cv.person == tomas
    assert actions.belongs_to(cv, tomas, by=inside.sam).version == cv.version
    assert Candidate.objects.get(person=tomas).owner == inside.sam


def test_a_new_person_from_a_cv(bring: Bring, inside: Cast) -> None:
    cv = bring()
    person = actions.new_person(cv, given="Tomás", family="Rey", by=inside.sam)
    assert actions.new_person(cv, given="Tomás", family="Rey", by=inside.sam) == person
    assert PhoneNumber.objects.get(person=person).e164 == "+447700900611"
    assert Candidate.objects.filter(person=person).exists()


def test_a_name_that_differs_is_put_right_when_confirmed(bring: Bring, inside: Cast) -> None:
    cv = actions.belongs_to(bring(), inside.martin, by=inside.sam)
    actions.keep(cv, "name", by=inside.sam)
    inside.martin.refresh_from_db()
    assert inside.martin.name == "Tomás Rey"


def test_a_supervisor_we_know_is_not_made_anew(bring: Bring, inside: Cast, tomas: Person) -> None:
    text = TEXT.replace("Norwood Dental", "Halden Insurance").replace("Alison Pike", "Martin Ahlqvist")
    actions.keep_all(bring(text, person=tomas), by=inside.sam)
    assert Position.objects.get(person=tomas, company=inside.halden).supervisor == inside.martin
    text = TEXT.replace("Alison Pike", "D. Pike").replace("Norwood Dental", "Norwood Two")
    actions.keep_all(bring(text, person=tomas), by=inside.sam)
    assert Position.objects.get(person=tomas, company__name="Norwood Two").supervisor is None
