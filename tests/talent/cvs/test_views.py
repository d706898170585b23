"""CVs on the screen: brought, beside what was read, confirmed, downloaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from rightday.db.row_security import enter
from rightday.people.models import Person, PhoneNumber, Position
from rightday.talent.cvs.stored import proposals
from rightday.talent.models import Candidate
from rightday.talent.models_files import CV
from tests.conftest import Cast
from tests.talent.cvs.made import TEXT, pdf, word

Bring = Callable[..., CV]


def test_bringing_one_of_a_candidate(inside: Cast, tomas: Person) -> None:
    browser = inside.client()
    file = SimpleUploadedFile("../Tomás CV.docx", word(TEXT))
    answer = browser.post("/cvs/", {"file": file, "person": tomas.pk}, follow=True)
    page = answer.content.decode()
    assert "Eight things to confirm" in page
    assert "<mark" in page
    with enter(inside.agency):
        assert CV.objects.get().name == "Tomás CV.docx"


@pytest.mark.parametrize("data", [{}, {"person": "x"}])
def test_bringing_nothing(inside: Cast, data: dict[str, str]) -> None:
    assert inside.client().get("/cvs/").status_code == 200
    answer = inside.client().post("/cvs/", data)
    assert answer.status_code == 422
    assert "No CV came with it" in answer.content.decode()


def test_a_scan_says_so_and_can_be_downloaded(inside: Cast, bring: Bring, tomas: Person) -> None:
    cv = bring(pdf(""), person=tomas)
    page = inside.client().get(f"/cvs/{cv.pk}/").content.decode()
    assert "it is a scan" in page
    file = inside.client().get(f"/cvs/{cv.pk}/file/")
    assert b"".join(file.streaming_content) == pdf("")
    assert file["Content-Disposition"].startswith("attachment")


def test_confirming_correcting_and_leaving_out(inside: Cast, bring: Bring, tomas: Person) -> None:
    cv, browser = bring(person=tomas), inside.client()
    found = {one.kind.value: one.key for one in proposals(cv)}
    here = f"/cvs/{cv.pk}/"
    browser.post(f"{here}answer/", {"key": found["phone"], "answer": "kept"})
    browser.post(f"{here}answer/", {"key": found["email"], "answer": "left"})
    position = {
        "key": found["position"],
        "answer": "kept",
        "title": "Programmer",
        "company": "Lumen",
        "began": "2016-02-01",
        "ended": "",
    }
    assert "Programmer" not in browser.get(here, {"at": found["position"], "correct": "1"}).content.decode()
    browser.post(f"{here}answer/", position)
    assert browser.post(f"{here}answer/", {"key": "x", "answer": "y"}).status_code == 422
    with enter(inside.agency):
        assert PhoneNumber.objects.filter(person=tomas).exists()
        made = Position.objects.get(person=tomas)
        assert (made.title, made.company.name, made.ended) == ("Programmer", "Lumen", None)
    page = browser.post(f"{here}all/", follow=True).content.decode()
    assert "All of it is decided" in page


def test_reading_again(inside: Cast, bring: Bring, tomas: Person) -> None:
    cv = bring(person=tomas)
    CV.objects.filter(pk=cv.pk).update(state="reading", text="", read={})
    assert "Read again" in inside.client().get(f"/cvs/{cv.pk}/").content.decode()
    assert inside.client().post(f"/cvs/{cv.pk}/all/", {"read": "1"}).status_code == 302
    cv.refresh_from_db()
    assert cv.state == "read"


def test_somebody_new(inside: Cast, bring: Bring) -> None:
    cv, browser = bring(), inside.client()
    assert "Whose CV is it?" in browser.get(f"/cvs/{cv.pk}/").content.decode()
    browser.post(f"/cvs/{cv.pk}/person/", {"given": "Tomás", "family": "Rey"})
    with enter(inside.agency):
        assert Candidate.objects.get().person.name == "Tomás Rey"


def test_somebody_known_by_number(inside: Cast, bring: Bring, tomas: Person) -> None:
    PhoneNumber.objects.create(person=tomas, typed="07700 900611", e164="+447700900611", first=True)
    cv, browser = bring(), inside.client()
    assert "same number" in browser.get(f"/cvs/{cv.pk}/").content.decode()
    browser.post(f"/cvs/{cv.pk}/person/", {"person": tomas.pk})
    cv.refresh_from_db()
    assert cv.person == tomas
