"""The shared files and their truths, where they lie beside the repository."""

import csv
import json
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rightday.intake.reading import Unreadable, open_file
from rightday.intake.understanding import understood
from rightday.intake.understanding.records import Settings
from rightday.kernel.names import company_key

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared files are not here")
SETTINGS = Settings(date(2026, 5, 14))
FILES = sorted(path for path in DATA.rglob("*") if path.suffix in (".csv", ".xlsx", ".xls", ".ods", ".txt"))


def understand(name: str) -> dict[str, Any]:
    book = open_file(DATA / name, Path(name).name)
    return understood.understood_json(book, tuple(understood.understand(table, SETTINGS) for table in book.tables))


def truth(name: str) -> dict[str, Any]:
    return json.loads((DATA / f"{name}.truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_understood_or_refused_in_plain_words(path: Path) -> None:
    try:
        book = open_file(path, path.name)
    except Unreadable as refusal:
        assert len(refusal.reason) > 10  # noqa: PT017 - most files open, and that is tested below
        return
    for table in book.tables:
        records = list(understood.understand(table, SETTINGS).records())
        assert len(records) == table.row_count
        assert all(record.usable or record.refused_reason for record in records)


def facts() -> list[tuple[str, dict[str, Any]]]:
    if not DATA.exists():
        return []
    with (DATA / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["file"], json.loads(row["expected_facts_json"])) for row in csv.DictReader(file)]
    return [
        (name, fact)
        for name, fact in rows
        if name.endswith(".csv") and "synthetic" not in name and isinstance(fact.get("records"), int)
    ]


# Files that hold no list of people, where a first line of unknown words is kept as a row, for it could be one.
NO_HEADER_FOR_US = {"tables/messytables_long.csv", "tables/messytables_utf8bom.csv"}


@pytest.mark.parametrize(("name", "fact"), facts(), ids=lambda value: value if isinstance(value, str) else "")
def test_files_hold_as_many_records_as_their_facts_say(name: str, fact: dict[str, Any]) -> None:
    book = open_file(DATA / name, name)
    (table,) = book.tables
    found = table.row_count + sum(line.reason.value in ("note", "total", "section") for line in table.skipped)
    if len(str(fact.get("delimiter", ""))) == 1:
        assert book.delimiter == fact["delimiter"]
    assert found == fact["records"] + (name in NO_HEADER_FOR_US)


def test_the_lead_tracker_comes_out_as_its_truth_says() -> None:
    true, found = truth("synthetic/lead_tracker_uk.xlsx"), understand("synthetic/lead_tracker_uk.xlsx")
    tables = {table["name"]: table for table in found["tables"]}
    assert list(tables) == true["sheets"]
    assert {name: table["header_row"] for name, table in tables.items()} == true["header_row_1based"]
    assert {name: table["rows"] for name, table in tables.items()} == {
        "Client Leads": 11,
        "Candidates": 4,
        "Follow-ups": 3,
    }
    assert {name: table["holds"] for name, table in tables.items()} == {
        "Client Leads": "leads", "Candidates": "candidates", "Follow-ups": "follow_ups",
    }  # fmt: skip
    leads = tables["Client Leads"]
    told = [line["text"] for line in leads["not_records"] if line["reason"] in ("section", "total")]
    assert [text.split(" · ")[0] for text in told] == true["not_records"]
    assert leads["refused"] == []


def leads() -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = understand("synthetic/lead_tracker_uk.xlsx")["tables"][0]["records"]
    return records


def test_the_lead_tracker_phones() -> None:
    phones = [
        [phone["e164"] + (f";ext={phone['ext']}" if phone["ext"] else "") for phone in record["phones"]]
        for record in leads()
    ]  # fmt: skip
    assert phones == [
        ["+442079460958;ext=12"], ["+442079460958"], ["+442079460958"], ["+447700900123"], ["+447700900123"],
        ["+4722955555"], ["+441614960000", "+447700900456"], ["+97235550100"], ["+447700900789"], ["+447700900789"], [],
    ]  # fmt: skip


def test_the_lead_tracker_days() -> None:
    days = [record["heard_on"] and record["heard_on"]["day"] for record in leads()]
    assert days == [
        "2026-04-03", "2026-04-03", "2026-04-03", "2026-04-07", "2026-04-09", "2026-04-13", "2026-04-14", "2026-04-15",
        None, None, None,
    ]  # fmt: skip
    impossible, yearless = leads()[8], leads()[9]
    assert any("31/04/2026" in problem for problem in impossible["problems"])
    assert "31/04/2026" in impossible["notes"]
    assert any("16/4" in problem for problem in yearless["problems"])
    assert any("28-Apr" in problem for problem in leads()[6]["problems"])


def test_the_lead_tracker_fees_and_addresses() -> None:
    fees = [record["fee"] and (record["fee"]["kind"], record["fee"]["percent"]) for record in leads()]
    assert fees == [
        ("percent", 20), ("percent", 20), ("ambiguous", 20), ("fixed", None), ("percent", 15), ("unknown", None),
        ("percent", 18), ("percent", 25), ("percent", 15), None, None,
    ]  # fmt: skip
    assert (leads()[3]["fee"]["fixed_minor"], leads()[3]["fee"]["currency"]) == (450_000, "GBP")
    assert leads()[3]["emails"] == truth("synthetic/lead_tracker_uk.xlsx")["emails"]["O’Brien row"]
    assert leads()[0]["emails"] == leads()[1]["emails"]


def test_the_lead_tracker_companies_fold_together() -> None:
    companies = {record["company"] for record in leads()}
    for group in truth("synthetic/lead_tracker_uk.xlsx")["company_groups"]:
        names = {name.replace("\u00a0", " ") for name in group}
        assert names <= companies
    smith = truth("synthetic/lead_tracker_uk.xlsx")["company_groups"][0]
    assert len({company_key(name) for name in smith}) == 1


def test_the_lead_tracker_refusal_is_struck_through() -> None:
    assert [(record["struck_through"], record["do_not_contact"]) for record in leads()] == [(False, False)] * 10 + [
        (True, True)
    ]


def test_no_grade_of_the_lead_tracker_is_evidence() -> None:
    assert {heard["shows"] for record in leads() for heard in record["demand"]} == {"rumour", "name_only"}


def test_the_candidates_of_the_lead_tracker() -> None:
    candidates = understand("synthetic/lead_tracker_uk.xlsx")["tables"][1]["records"]
    assert candidates[1]["person"] == {"given": "José Luis", "family": "Martinez", "as_typed": "MARTINEZ, José Luis"}
    assert len({phone["e164"] for record in candidates for phone in record["phones"]}) == 3


def test_a_bomb_is_refused_at_once() -> None:
    with pytest.raises(Unreadable, match="300 MB"):
        open_file(DATA / "synthetic" / "zipbomb.xlsx", "zipbomb.xlsx")


def test_cp1252_with_semicolons() -> None:
    found = understand("synthetic/kunden_semikolon_cp1252.csv")
    (table,) = found["tables"]
    assert (found["encoding"], found["delimiter"], table["rows"]) == ("Windows-1252", ";", 3)
    records = table["records"]
    assert [record["spoke_on"]["day"] for record in records] == ["2026-04-03", "2026-04-03", "2025-12-31"]
    assert records[0]["place"] == "01067 Dresden"
    assert "sucht „Buchhalter“ – dringend" in records[0]["notes"]
    assert records[2]["company"] == "Größe AG; Filiale Süd"


def test_contact_exports() -> None:
    linkedin = understand("synthetic/linkedin_Connections.csv")["tables"][0]
    assert (linkedin["header_row"], len(linkedin["records"])) == (4, 3)
    assert linkedin["refused"] == [{"row": 7, "reason": "No person and no company in this row."}]
    google = understand("synthetic/google_contacts_2024.csv")["tables"][0]
    assert len(google["records"]) == 4
    assert google["records"][0]["emails"] == ["grace@betafoods.example", "g.okafor@betafoods.example"]
    assert [phone["e164"] for phone in google["records"][0]["phones"]] == ["+447700900222", "+447700900223"]
    hubspot = understand("synthetic/hubspot_contacts_ui_export.csv")["tables"][0]
    assert [len(record["phones"]) for record in hubspot["records"]] == [1, 0, 1]
    outlook = understand("synthetic/outlook_contacts_cp1252.csv")["tables"][0]
    assert [record["emails"] for record in outlook["records"]] == [["rene@cafenoir.example"], []]
    assert 'line one\nline two, with comma\n"quoted"' in outlook["records"][0]["notes"]


def test_a_hundred_thousand_rows_take_little_memory(tmp_path: Path) -> None:
    generator = DATA / "generators" / "gen_big.py"
    if not generator.exists():
        pytest.skip("the generator is not here")
    path = tmp_path / "big.csv"
    subprocess.run([sys.executable, generator, "leads", "100000", path], check=True, stdout=subprocess.DEVNULL)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert open_file(path, "big.csv").tables[0].row_count == 100_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60 * 1024


def rows_of(name: str) -> tuple[str, list[dict[str, Any]]]:
    book = open_file(DATA / name, Path(name).name)
    (table,) = book.tables
    cells = [dict(zip(table.header, row.cells, strict=False)) for row in table.rows()]
    return book.format, cells


def facts_of(*kinds: str) -> list[tuple[str, dict[str, Any]]]:
    if not DATA.exists():
        return []
    with (DATA / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in kinds]
    return [(row["file"], json.loads(row["expected_facts_json"])) for row in rows]


@pytest.mark.parametrize(("name", "fact"), facts_of("vcard"), ids=lambda value: value if isinstance(value, str) else "")
def test_cards_as_their_facts_say(name: str, fact: dict[str, Any]) -> None:
    kind, rows = rows_of(name)
    assert (kind, len(rows)) == ("vcard", fact["begin_vcard"])
    for row, card in zip(rows, fact["cards"], strict=False):
        assert row["Full name"] == card["fn"][0]
        assert row.get("Company") == (card["org"][0] if "org" in card else None)
        said = [str(cell) for cell in row.values()]
        assert all(value in said for value in (*card.get("tel", ()), *card.get("email", ())))


@pytest.mark.parametrize(("name", "fact"), facts_of("ics"), ids=lambda value: value if isinstance(value, str) else "")
def test_events_as_their_facts_say(name: str, fact: dict[str, Any]) -> None:
    if not fact["begin_vevent"]:
        with pytest.raises(Unreadable, match="no event"):
            open_file(DATA / name, name)
        return
    kind, rows = rows_of(name)
    assert kind == "icalendar"
    assert len(rows) >= fact["begin_vevent"]  # tasks are rows too
    for row, event in zip(rows, fact["events_first4"], strict=False):
        if "summary" in event:
            assert row["Event"] == event["summary"].strip()
        if len(event.get("dtstart", "")) == 10:
            assert row["Starts"].isoformat() == event["dtstart"]
        elif "dtstart" in event:
            assert row["Starts"].replace(tzinfo=None).isoformat() == event["dtstart"][:19]


@pytest.mark.parametrize(("name", "fact"), facts_of("eml"), ids=lambda value: value if isinstance(value, str) else "")
def test_messages_as_their_facts_say(name: str, fact: dict[str, Any]) -> None:
    kind, (row,) = rows_of(name)
    assert kind == "eml"
    if "subject" in fact:
        assert row["Subject"] == " ".join(fact["subject"].split())
    if "@" in str(fact.get("from", "")):
        sender = row.get("Email") or row["Sent by"].rpartition("<")[2].rstrip(">")
        assert sender in fact["from"].replace("<", " ").replace(">", " ").split()


def test_mailboxes_as_their_facts_say() -> None:
    assert [len(rows_of(name)[1]) for name in ("mail/roundcube_import.mbox", "synthetic/thread.mbox")] == [3, 4]


OLD = ("tables/csvkit_sheets.xls", "crm/odoo_res_partner_2003.xls", "tables/messytables_ods_formats.ods",
       "tables/messytables_blank_line.ods", "tables/messytables_simple.xls", "tables/messytables_unicode_sheet_name.xls")  # fmt: skip


@pytest.mark.parametrize(("name", "fact"), [one for one in facts_of("table-xls", "table-ods", "crm-import-xls") if one[0] in OLD], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_old_workbooks_have_the_lines_that_their_facts_say(name: str, fact: dict[str, Any]) -> None:
    book = open_file(DATA / name, name)
    found = {table.name: table.row_count + len(table.skipped) + bool(table.header_row) for table in book.tables}
    assert found == {sheet: about["nonblank"] for sheet, about in fact["sheets"].items()}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("crm/odoo_crm_lead.xls", "damaged"), ("docs_mail/unstructured_password_protected.xlsx", "password"),
        ("tables/messytables_encrypted_no_password.xls", "password"), ("docs_mail/unstructured_fake-email-attachment.msg", ".msg"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_its_words(name: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        open_file(DATA / name, name)


@pytest.mark.parametrize(("name", "fact"), facts_of("job-html", "synthetic-html"), ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_vacancies(name: str, fact: dict[str, Any]) -> None:
    kind, rows = rows_of(name)
    assert (kind, len(rows)) == ("jobposting", 1)
    assert rows[0]["Job title"]
    if "title" in fact:
        assert (rows[0]["Job title"], rows[0]["Company"]) == (fact["title"], fact["org"])
