"""The pages of an import in the browser's words: bringing, choosing, trying, running, undoing; who may, and what is hostile."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from rightday.db.row_security import enter
from rightday.intake import actions
from rightday.intake.models import Import, ImportRow
from rightday.leads import actions as leads
from rightday.leads.models import Lead
from rightday.team.rules import Permission
from tests.conftest import Cast
from tests.intake import made_imports
from tests.intake.made_imports import csv, done, received, xlsx

HTMX = {"HX-Request": "true"}
State = Import.State
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def desk(settings: Any, tmp_path: Path) -> Any:
    settings.UPLOADS = tmp_path / "uploads"
    with time_machine.travel(datetime(2026, 11, 25, 10, 12), tick=False):
        yield


def send(cast: Cast, data: bytes, name: str = "Sam desk.csv", **more: Any) -> Any:
    return cast.client().post("/imports/", {"file": SimpleUploadedFile(name, data), **more})


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def only(cast: Cast) -> Import:
    with enter(cast.agency):
        return Import.objects.get()


def kept(cast: Cast, model: Any) -> int:
    with enter(cast.agency):
        return model.objects.count()


def choices(batch: Import, **chosen: Any) -> dict[str, Any]:
    return {"seen": batch.version, "order": "day", "region": "GB", "currency": "GBP", "once": uuid4().hex} | chosen


def sheet(answer: Any) -> list[list[Any]]:
    data = BytesIO(b"".join(answer.streaming_content))
    return CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()


def test_a_file_becomes_an_import_that_was_understood(ours: Cast) -> None:
    answer = send(ours, csv(), "Sam desk.csv")
    batch = only(ours)
    assert answer["Location"] == f"/imports/{batch.pk}/"
    page = text(ours.client().get(f"/imports/{batch.pk}/"))
    for words in ("Sam desk.csv", "What we understood", "7 rows", "Header in row 1", "Hiring Mgr", "Irene Castell · Bruno Salt",
                  "Day, month, year", "United Kingdom, +44", "Try it on all 7 rows", 'data-key="Mod+Enter"'):  # fmt: skip
        assert words in page, words


def test_a_pasted_table_is_read_like_a_file(ours: Cast) -> None:
    table = "Name\tCompany\tTel\nIrene Castell\tSable Robotics\t0117 496 0181"
    answer = ours.client().post("/imports/", {"table": table})
    batch = only(ours)
    assert answer["Location"] == f"/imports/{batch.pk}/"
    assert batch.name == "Pasted table, 25 Nov 10:12"
    assert [column["field"] for column in batch.understood["tables"][0]["columns"]] == ["person", "company", "phone"]


def test_a_form_sent_twice_makes_one_import(ours: Cast) -> None:
    key = uuid4().hex
    first, second = send(ours, csv(), once=key), send(ours, csv(), once=key)
    assert first["Location"] == second["Location"]
    assert kept(ours, Import) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n" + b"x" * 200, "This is a PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "could not be read"),
        (b"PK\x03\x04" + b"\x00" * 40, "damaged"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_by_content_and_by_name(ours: Cast, data: bytes, words: str) -> None:
    answer = send(ours, data, "leads.xlsx")
    assert answer.status_code == 422
    assert "leads.xlsx could not be read" in text(answer)
    assert words in text(answer)
    assert kept(ours, Import) == 0


def test_a_pasted_text_that_cannot_be_read_is_not_lost(ours: Cast) -> None:
    answer = ours.client().post("/imports/", {"table": "\n\n%PDF-1.4 <not> a table"})
    if answer.status_code == 422:
        assert "&lt;not&gt; a table" in text(answer)
    else:
        assert kept(ours, Import) == 1


@pytest.mark.parametrize("sent", [{}, {"table": "  \n"}, {"file": ""}])
def test_an_empty_form_says_what_to_do(ours: Cast, sent: dict[str, str]) -> None:
    answer = ours.client().post("/imports/", sent)
    assert answer.status_code == 422
    assert "Choose a file, or paste a table that you copied" in text(answer)


def test_a_file_beyond_the_limit_is_not_kept(ours: Cast, settings: Any, tmp_path: Path) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    answer = send(ours, b"a,b\n" * 600_000)
    assert answer.status_code == 413
    assert "This file is larger than 1 MB" in text(answer)
    assert list(tmp_path.glob("*.upload*")) == []
    assert kept(ours, Import) == 0


def test_a_name_is_never_a_path(ours: Cast, tmp_path: Path) -> None:
    send(ours, csv(), "..\\..\\etc/pass\x07wd.csv")
    batch = only(ours)
    assert batch.name == "passwd.csv"
    assert sorted(path.name for path in (tmp_path / "uploads" / "imports").iterdir()) == [batch.stored]


def test_choices_are_kept_and_every_row_is_tried(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = received(ours, tmp_path, xlsx(tmp_path / "x").read_bytes(), "Sam desk.xlsx")
    sent = choices(batch, **{"holds-1": "out", "field-0-5": "leave_out", "region": "IE"})
    answer = ours.client().post(f"/imports/{batch.pk}/choices/", sent)
    batch = only(ours)
    assert answer["Location"] == f"/imports/{batch.pk}/"
    assert (batch.state, batch.total, batch.understood["region"]) == (State.TRIED, 7, "IE")
    assert batch.understood["tables"][0]["columns"][5]["field"] == "leave_out"
    assert not batch.understood["tables"][1]["use"]
    assert kept(ours, Lead) == 0
    page = text(ours.client().get(f"/imports/{batch.pk}/"))
    for words in ("All seven rows were read. Nothing is kept yet.", "New lead", "Somebody you know already", "Cannot be used",
                  "gone to Stackline??", "No person and no company", "Bring in 6 rows", "The trial as a spreadsheet"):  # fmt: skip
        assert words in page, words
    assert "Bruno Salt" in text(ours.client().get(f"/imports/{batch.pk}/?rows=lead"))
    assert "Leave out" in text(ours.client().get(f"/imports/{batch.pk}/?step=understood"))


def test_reading_again_keeps_the_choices_and_tries_nothing(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = received(ours, tmp_path)
    answer = ours.client().post(f"/imports/{batch.pk}/choices/", choices(batch, order="month", then="read"))
    assert answer["Location"] == f"/imports/{batch.pk}/?step=understood"
    assert (only(ours).state, only(ours).understood["dayfirst"]) == (State.READ, False)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"currency": "pounds"}, "three letters"),
        ({"region": "ZZ"}, "ZZ is not one of the available choices"),
        ({"field-0-0": "nonsense"}, "nonsense is not one of the available choices"),
        ({"holds-0": "out"}, "Every sheet is left out"),
    ],
)
def test_choices_that_make_no_sense_change_nothing(ours: Cast, tmp_path: Path, chosen: Any, words: str) -> None:
    with enter(ours.agency):
        batch = received(ours, tmp_path)
    answer = ours.client().post(f"/imports/{batch.pk}/choices/", choices(batch, **chosen))
    assert answer.status_code == 422
    assert words in text(answer)
    assert only(ours).version == batch.version


def test_choices_of_an_older_version_are_refused_with_what_was_chosen(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = received(ours, tmp_path)
    client = ours.client()
    assert client.post(f"/imports/{batch.pk}/choices/", choices(batch)).status_code == 302
    answer = client.post(f"/imports/{batch.pk}/choices/", choices(batch, currency="EUR"))
    assert answer.status_code == 409
    assert "EUR" in text(answer)


def test_a_file_that_has_gone_says_so(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = received(ours, tmp_path)
    (tmp_path / "uploads" / "imports" / batch.stored).unlink()
    answer = ours.client().post(f"/imports/{batch.pk}/choices/", choices(batch))
    assert answer.status_code == 409
    assert "could not be opened" in text(answer)
    assert ours.client().get(f"/imports/{batch.pk}/rows.xlsx").status_code == 409


def test_it_is_started_paused_and_goes_on_once_each(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = actions.try_now(received(ours, tmp_path), by=ours.sam)
    client, address = ours.client(), f"/imports/{batch.pk}/run/"
    start = {"do": "start", "once": uuid4().hex}
    assert client.post(address, start)["Location"] == f"/imports/{batch.pk}/"
    assert client.post(address, start).status_code == 302
    page = text(client.get(f"/imports/{batch.pk}/"))
    for words in ("<title>0 of 7 · Import", 'role="progressbar"', 'aria-valuemax="7"', 'data-key="Space"', "waiting to begin",
                  'hx-trigger="every 1s"', "Stop and undo"):  # fmt: skip
        assert words in page, words
    client.post(address, {"do": "pause"})
    page = text(client.get(f"/imports/{batch.pk}/"))
    assert "Paused at row 0" in page
    assert "Go on with 7 rows" in page
    assert 'hx-trigger="every 1s"' not in page
    client.post(address, {"do": "go_on"})
    assert only(ours).state == State.WAITING
    assert client.post(address, {"do": "start"}).status_code == 409
    assert client.post(address, {"do": "dance"}).status_code == 422
    client.post(address, {"do": "stop"})
    assert only(ours).state == State.UNDONE


def test_progress_answers_with_its_piece_and_moves_on_once(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = actions.start(actions.try_now(received(ours, tmp_path), by=ours.sam), by=ours.sam)
        Import.objects.update(state=State.RUNNING, done_row=3, counts={"lead": 2, "known": 1})
    client, address = ours.client(), f"/imports/{batch.pk}/progress/"
    piece = text(client.get(f"{address}?state=going", headers=HTMX))
    for words in (
        "<title>3 of 7",
        'aria-valuenow="3"',
        "<dt>New leads</dt><dd>2</dd>",
        "about 5 seconds left",
        "every 1s",
    ):
        assert words in piece, words
    assert "<main" not in piece
    moved = text(client.get(f"{address}?state=trying", headers=HTMX))
    assert 'hx-trigger="load"' in moved
    assert "every 1s" not in moved
    assert client.get(address)["Location"] == f"/imports/{batch.pk}/"
    with enter(ours.agency):
        Import.objects.update(state=State.TRYING)
    assert client.get(f"{address}?state=trying", headers=HTMX).status_code == 204
    assert "Trying all 7 rows" in text(client.get(f"/imports/{batch.pk}/"))


def test_the_result_says_what_came_of_it(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = done(ours, tmp_path)
    page = text(ours.client().get(f"/imports/{batch.pk}/"))
    for words in ("Six rows are in, one hot", "Brought in today at 10:12 by you. One row was not used. None was lost.",
                  "Go to today’s hot call", "gone to Stackline??", "Download it", "Two digits short", "Undo the whole import",
                  'data-key="d"', 'data-key="u"', 'data-key="t"', "See them"):  # fmt: skip
        assert words in page, words
    rows = text(ours.client().get(f"/imports/{batch.pk}/?rows=lead"))
    assert "Irene Castell" in rows
    assert "Bruno Salt" in rows
    assert "Omar Haddad" not in rows


def test_the_refused_rows_go_out_as_they_came_and_harmless(ours: Cast, tmp_path: Path) -> None:
    rows = [*made_imports.ROWS, ("", "", "", "", "", "", '=HYPERLINK(""http://evil.example"")')]
    with enter(ours.agency):
        batch = done(ours, tmp_path, data=csv(rows), name="desk.csv")
    answer = ours.client().get(f"/imports/{batch.pk}/refused.xlsx")
    assert 'filename="desk, not brought in 2026-11-25.xlsx"' in answer["Content-Disposition"]
    found = sheet(answer)
    assert found[0] == ["Sheet", "Row", *made_imports.HEADER, "Reason", "Other values"]
    assert found[1][1] == 8.0
    assert found[1][8:10] == ["gone to Stackline??", "No person and no company in this row."]
    assert found[2][8] == '\'=HYPERLINK("http://evil.example")'


def test_the_trial_goes_out_with_every_row(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = actions.try_now(received(ours, tmp_path), by=ours.sam)
    found = sheet(ours.client().get(f"/imports/{batch.pk}/rows.xlsx"))
    assert len(found) == 8
    assert found[0][-4:] == ["Becomes", "Why", "What could not be read", "Other values"]
    assert found[1][9] == "New lead, hot"
    assert kept(ours, ImportRow) == 0
    with enter(ours.agency):
        actions.run_now(batch, by=ours.sam)
    assert sheet(ours.client().get(f"/imports/{batch.pk}/rows.xlsx"))[1][9] == "New lead"


def test_undoing_shows_what_would_go_and_takes_it_out(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = done(ours, tmp_path)
    client, address = ours.client(), f"/imports/{batch.pk}/undo/"
    assert "Undo the whole import?" in text(client.get(address))
    piece = text(client.get(address, headers=HTMX))
    assert "<main" not in piece
    assert "Taken out:" in piece
    key = {"once": uuid4().hex}
    assert client.post(address, key)["Location"] == f"/imports/{batch.pk}/"
    assert client.post(address, key).status_code == 302
    assert kept(ours, Lead) == 0
    page = text(client.get(f"/imports/{batch.pk}/"))
    assert "Nothing of this import is left" in page
    assert "Undone by you, today 10:12" in page
    assert "gone to Stackline??" in page
    assert client.post(address).status_code == 409


def test_undoing_a_colleagues_import_is_for_managers(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = done(ours, tmp_path, by=ours.priya)
    jo, priya = ours.client(ours.jo), ours.client(ours.priya)
    assert jo.get(f"/imports/{batch.pk}/undo/").status_code == 403
    assert jo.post(f"/imports/{batch.pk}/undo/").status_code == 403
    assert "Undo the whole import" not in text(jo.get(f"/imports/{batch.pk}/"))
    assert f"/imports/{batch.pk}/undo/" not in text(jo.get("/imports/"))
    assert priya.get(f"/imports/{batch.pk}/undo/").status_code == 200
    assert ours.client(ours.sam).post(f"/imports/{batch.pk}/undo/").status_code == 302


def test_without_the_permission_nothing_is_brought(ours: Cast, tmp_path: Path, monkeypatch: Any) -> None:
    from rightday.team import rules

    with enter(ours.agency):
        batch = actions.try_now(received(ours, tmp_path), by=ours.sam)
    monkeypatch.setitem(rules.ALLOWED, rules.Role.RECRUITER, rules.ALLOWED[rules.Role.RECRUITER] - {Permission.IMPORT})
    priya = ours.client(ours.priya)
    assert "Your role does not bring in spreadsheets" in text(priya.get("/imports/"))
    assert priya.post("/imports/", {"table": "Name\tCo\nA B\tC"}).status_code == 403
    assert priya.post(f"/imports/{batch.pk}/run/", {"do": "start"}).status_code == 403
    assert priya.get(f"/imports/{batch.pk}/refused.xlsx").status_code == 403


@pytest.mark.parametrize("end", ["", "progress/", "undo/", "rows.xlsx", "refused.xlsx"])
def test_another_agencys_import_is_not_found(ours: Cast, theirs: Cast, tmp_path: Path, end: str) -> None:
    with enter(theirs.agency):
        batch = received(theirs, tmp_path)
    assert theirs.client().get(f"/imports/{batch.pk}/{end}").status_code != 404
    assert ours.client().get(f"/imports/{batch.pk}/{end}").status_code == 404
    for address, sent in (("choices/", choices(batch)), ("run/", {"do": "start"}), ("undo/", {})):
        assert ours.client().post(f"/imports/{batch.pk}/{address}", sent).status_code == 404
    with enter(theirs.agency):
        assert Import.objects.get().state == State.READ


def test_past_imports_are_listed_with_one_count_of_statements(ours: Cast, tmp_path: Path) -> None:
    counts = []
    for many in (1, 2):
        with enter(ours.agency):
            for _each in range(many):
                done(ours, tmp_path)
        client = ours.client()
        client.get("/imports/")
        with CaptureQueriesContext(connection) as said:
            page = text(client.get("/imports/"))
        counts.append(len(said))
        assert page.count("desk.csv</b>") == (1 if many == 1 else 3)
    assert counts[0] == counts[1]
    assert "/imports/1/refused.xlsx" in page or "refused.xlsx" in page
    assert client.get("/imports/?before=x").status_code == 200
    assert "desk.csv</b>" not in text(client.get("/imports/?before=1"))


def test_the_order_of_days_that_was_chosen_goes_before_what_a_column_shows(ours: Cast, tmp_path: Path) -> None:
    rows = [("Irene Castell", "Sable", "", "", day, "", "") for day in ("23/11/2026", "03/04/2026")]
    with enter(ours.agency):
        batch = received(ours, tmp_path, csv(rows))
    assert batch.understood["dayfirst"] is True
    ours.client().post(f"/imports/{batch.pk}/choices/", choices(batch, order="month"))
    from datetime import date

    from rightday.intake.running.lines import lines

    with enter(ours.agency):
        read = [one.record.spoke_on for one in lines(only_here(), date(2026, 11, 25))]
    assert [moment.day for moment in read if moment] == [date(2026, 11, 23), date(2026, 3, 4)]


def only_here() -> Import:
    return Import.objects.get()


def test_what_stays_after_undoing_is_named_and_found(ours: Cast, tmp_path: Path) -> None:
    with enter(ours.agency):
        batch = done(ours, tmp_path)
        worked = Lead.objects.get(person__name="Bruno Salt")
        leads.note(worked, words="Asked for two more", by=ours.sam)
        actions.undo(batch, by=ours.sam)
    page = text(ours.client().get(f"/imports/{batch.pk}/"))
    assert "Something of one row stays" in page
    assert "Bruno Salt" in page
    assert f'href="/leads/{worked.pk}/"' in page
    assert "Irene Castell" not in page.split('id="not-in"')[0]
