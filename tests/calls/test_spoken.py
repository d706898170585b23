"""Titles as a person says them in the middle of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.calls.spoken import spoken


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Controls engineer", "a controls engineer"),
        ("Integration lead", "an integration lead"),
        ("Senior Java Developer", "a senior Java developer"),
        ("SENIOR JAVA DEVELOPER", "a senior Java developer"),
        ("java developer", "a Java developer"),
        ("Java developer", "a Java developer"),
        ("SAP consultant", "an SAP consultant"),
        ("QA engineer", "a QA engineer"),
        (".NET developer", "a .NET developer"),
        (".net developer", "a .NET developer"),
        ("C++ developer", "a C++ developer"),
        ("SRE", "an SRE"),
        ("IT director", "an IT director"),
        ("Go developer", "a Go developer"),
        ("HGV DRIVER", "an HGV driver"),
        ("HR & Payroll Manager", "an HR & payroll manager"),
        ("User researcher", "a user researcher"),
        ("Unix administrator", "a Unix administrator"),
        ("Head of engineering", "a head of engineering"),
        ("Engineer for the Halden project", "an engineer for the Halden project"),
        ("Halden Insurance programme manager", "a Halden Insurance programme manager"),
        ("Engineer, platform", "an engineer, platform"),
        ("Chief-of-staff", "chief-of-staff"),
        ("Business analyst (contract)", "a business analyst (contract)"),
        ("2 senior platform engineers", "two senior platform engineers"),
        ("2x Java Developers", "two Java developers"),
        ("2 x java developers", "two Java developers"),
        ("Java developer x2", "two Java developers"),
        ("Java developers x3", "three Java developers"),
        ("1 controls engineer", "a controls engineer"),
        ("40 Drivers", "40 drivers"),
        ("Two site reliability engineers", "two site reliability engineers"),
        ("Several contractors", "several contractors"),
        ("Contractors", "contractors"),
        ("Data migration", "data migration"),
        ("Two servers", "two servers"),
        ("Mail server", "mail server"),
        ("the platform team", "the platform team"),
        ("a designer.", "a designer"),
        ("2", "two"),
        ("x2", "x2"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_a_title_in_a_sentence(typed: str, said: str) -> None:
    assert spoken(typed, names="Halden Insurance") == said


@given(st.text(max_size=40))
def test_no_word_is_lost_whatever_is_typed(typed: str) -> None:
    said = spoken(typed)
    assert len(said.split()) >= len(typed.strip().rstrip(".,;:!?").split()) - 1
    assert bool(said) == bool(typed.strip().rstrip(".,;:!?").split())
