"""What a form puts right in a proposal."""

from rightday.talent.cvs.forms import AnswerForm


def test_fields_that_are_not_there_say_nothing() -> None:
    form = AnswerForm({"key": "a", "answer": "kept"})
    assert form.is_valid()
    assert form.corrected() == {}


def test_a_last_day_means_that_it_is_over() -> None:
    form = AnswerForm({"key": "a", "answer": "kept", "title": "Lead", "began": "2020-01-01", "ended": "2021-01-01"})
    assert form.is_valid()
    assert form.corrected() == {"title": "Lead", "began": "2020-01-01", "ended": "2021-01-01", "current": False}
