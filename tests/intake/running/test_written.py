"""A line on its way: its title, and the day that the file sets."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from hypothesis import given

from rightday.intake.running.judged_lines import JudgedLine
from rightday.intake.running.judging import Became, judge
from rightday.intake.running.lines import Line
from rightday.intake.running.written import Written, title, wish
from rightday.intake.understanding.holds import Holds as Table
from rightday.intake.understanding.records import Record
from rightday.leads.rules import Holds, StepWish
from tests.intake.records import ANY, TODAY, record

LATER = TODAY + timedelta(days=6)


def test_the_first_need_is_the_title() -> None:
    assert title(record(needs="Two  Java\n developers\nand a tester")) == "Two Java"
    assert title(record()) == ""


@given(ANY)
def test_a_title_fits_its_column(one: Record) -> None:
    assert len(title(one)) <= 200
    assert "\n" not in title(one)


def test_a_day_of_the_file_is_a_wish_with_its_time() -> None:
    assert wish(record(next_call=LATER), LATER) == StepWish(due=LATER, earliest=None)
    at = datetime.combine(LATER, time(14, 30))
    assert wish(record(next_call=at), LATER) == StepWish(due=LATER, earliest=time(14, 30))
    assert wish(record(), LATER) == StepWish(due=LATER)
    assert wish(record(next_call=LATER), None) is None


def test_a_line_knows_its_record_and_what_became_of_it() -> None:
    one = record("Ada King")
    judged = judge(one, holds=Table.LEADS, today=TODAY, days=Holds())
    row, other = (Written(JudgedLine(Line(1, "", Table.LEADS, one, {}), judged)) for _ in range(2))
    assert (row.record, row.became) == (one, Became.INTELLIGENCE)
    row.made["lead"] = 7
    assert other.made == {}
