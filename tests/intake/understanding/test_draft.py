"""Where a value goes; whole rows are in test_rules.py."""

from datetime import date

from rightday.intake.understanding.columns import Column
from rightday.intake.understanding.draft import Draft
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.takes import TAKES


def made(field: Field, header: str, *texts: str) -> Draft:
    draft = Draft(date(2026, 5, 14), "GB", True, "GBP")
    for index, text in enumerate(texts):
        TAKES[field](draft, Column(index, header, field, 1.0, "", ()), text, text)
    return draft


def test_each_field_has_a_place() -> None:
    assert set(TAKES) == set(Field)


def test_a_value_left_out_goes_nowhere() -> None:
    assert made(Field.LEAVE_OUT, "Secret", "x").notes == []


def test_a_plain_note_needs_no_label_and_another_does() -> None:
    assert made(Field.NOTES, "Notes", "called").notes == ["called"]
    assert made(Field.KEEP_AS_NOTE, "Shoe size", "42").notes == ["Shoe size: 42"]
    assert made(Field.KEEP_AS_NOTE, "", "42").notes == ["A: 42"]


def test_an_ambiguous_fee_is_kept_and_asked_about() -> None:
    draft = made(Field.FEE, "Fee", "20")
    assert draft.fee is not None
    assert (draft.fee.basis_points, len(draft.problems), draft.notes) == (2_000, 1, [])


def test_an_answer_about_demand_is_a_hint_and_no_sentence() -> None:
    draft = made(Field.KEEP_AS_NOTE, "Interviewing?", "no")
    assert (draft.hints, draft.words, draft.notes) == ([("Interviewing?", "no")], [], ["Interviewing?: no"])
