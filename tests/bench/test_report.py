from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rightday.bench import report
from rightday.bench.figures import Line, PageLine, Report, Times

BARE = PageLine("Bare page", statements=4, times=Times(5, 8, 300))
RUN = Report(
    "SQLite 3.40.1",
    "2 cores",
    "50 agencies",
    BARE,
    (
        PageLine("Today", statements=9, times=Times(9, 16, 300), most50=2, most95=2.5),
        PageLine("Lead", times=Times(11, 16, 300), most50=2, most95=2.5),
        PageLine("Person", most50=2, most95=2.5, missing="not there"),
        PageLine("Find", times=Times(9, 12, 300), most95=40, absolute=True),
    ),
    (Line("Create a lead", "p50 2.0 ms", "p50 ≤ 10 ms", True),),
    (Line("Cold start", "2 s", "≤ 3 s"),),
)


def test_pages_stand_beside_the_bare_one():
    text = report.section(RUN)
    assert "| Today | 9 | 9.0 | 16.0 | 1.80 | 2.00 | p50 ≤ 2 ×, p95 ≤ 2.5 × | yes |" in text
    assert "| Lead |  | 11.0 | 16.0 | 2.20 | 2.00 | p50 ≤ 2 ×, p95 ≤ 2.5 × | **no** |" in text
    assert "| Person |  | not there | | | |" in text
    assert "| Find |  | 9.0 | 12.0 | 1.80 | 1.50 | p95 ≤ 40 ms | yes |" in text
    assert "| Create a lead | p50 2.0 ms | p50 ≤ 10 ms | yes |" in text
    assert "home page 9 ms; a list –; a search –; a detail page 11 ms; create a record p50 2.0 ms; import –." in text
    assert "Errors" not in text


def test_errors_are_said():
    assert "* Today answered 500" in report.section(replace(RUN, errors=("Today answered 500 at /",)))


def test_a_run_replaces_its_own_section_alone(tmp_path: Path):
    page = tmp_path / "docs" / "benchmarks.md"
    report.write(page, RUN)
    report.write(page, replace(RUN, database="PostgreSQL 15"))
    report.write(page, replace(RUN, machine="4 cores"))
    text = page.read_text(encoding="utf-8")
    assert text.count("## SQLite 3.40.1") == text.count("## PostgreSQL 15") == 1
    assert text.index("SQLite 3.40.1") < text.index("PostgreSQL 15\n")
    assert "4 cores" in text
    assert "OpenCATS | 440 ms" in text


def test_without_actions_there_is_no_empty_table():
    assert "| action |" not in report.section(replace(RUN, actions=()))
