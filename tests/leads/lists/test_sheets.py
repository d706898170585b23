"""A view as a spreadsheet: all of it, in its order, and no cell that a program would run."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from rightday.leads.lists import listing as lists
from rightday.leads.lists import sheets as list_sheets
from rightday.leads.lists.filters import Filters
from rightday.leads.models import Lead
from tests.leads.lists.test_reading import some


def read(cast, **params):
    text = b"".join(list_sheets.csv_lines(cast.sam, Filters.of(params))).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("params", [{}, {"sort": "-due"}, {"view": "ended"}, {"skill": "java", "sort": "owner"}])
def test_the_rows_and_their_order_are_the_lists(inside, monkeypatch, params):
    some(inside, 40)
    monkeypatch.setattr(list_sheets, "PART", 7)
    monkeypatch.setattr(lists, "PAGE", 100)
    head, *rows = read(inside, **params)
    shown = lists.reading.read(
        lists.asked(Filters.of(params), inside.sam, lists.team.today(inside.sam)),
        *[lists.order_of(Filters.of(params))[0]], turned=lists.order_of(Filters.of(params))[1], key=None, back=False,
        size=100,
    )  # fmt: skip
    titles = dict(Lead.objects.values_list("pk", "title"))
    assert [row[1] for row in rows] == [titles[pk] for _, pk in shown.rows]
    assert head[0] == "Company" and head[-1] == "Owner"
    assert ("How it ended" in head) == ("view" in params)


def test_the_board_goes_out_in_the_order_of_its_columns(inside):
    some(inside, 20)
    stages = [row[5] for row in read(inside, **{"as": "board"})[1:]]
    words = list(list_sheets.STAGE_WORDS.values())
    assert stages == sorted(stages, key=words.index) and len(set(stages)) > 2


def test_nothing_is_a_formula(inside, tmp_path):
    made = some(inside, 2)
    Lead.objects.filter(pk=made[0].pk).update(title='=HYPERLINK("http://x")')
    Lead.objects.filter(pk=made[1].pk).update(title="\x0bplain")
    assert any(row[1].startswith("'=HYPERLINK") for row in read(inside))
    path = tmp_path / "x.xlsx"
    list_sheets.write_workbook(path, inside.sam, Filters(), "To qualify: [all]")
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert 'name="To qualify all"' in book.read("xl/workbook.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet.lower().replace("'=hyperlink", "")
    assert "'=HYPERLINK" in sheet and "\x0b" not in sheet


def test_too_many_are_refused_with_a_way_out(inside, monkeypatch):
    some(inside, 6)
    list_sheets.refuse_too_many(inside.sam, Filters())
    monkeypatch.setattr(list_sheets, "MOST", 3)
    with pytest.raises(list_sheets.TooMany, match="more than 3 leads"):
        list_sheets.refuse_too_many(inside.sam, Filters())
