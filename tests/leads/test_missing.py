"""What makes a lead hotter, and the question to speak aloud."""

from __future__ import annotations

from hypothesis import given

from rightday.leads.rules import IDENTITY, Grade, Shows, criteria, dates, grade, missing_for_next
from tests.leads.test_grades import DAY, KNOWN, STRENGTH, Piece, heard, near, pieces


def missing(*evidence, known=KNOWN):
    all_of_it = [*known, *evidence]
    return missing_for_next(all_of_it, dates(all_of_it), DAY, who="Nadia")


def test_warm_needs_one_answer_to_be_hot():
    found = missing(heard(Shows.CONTRACTORS, 10), heard(Shows.INTERVIEWING, 6))
    assert (found.makes, found.yes, found.no) == (Grade.HOT, Shows.INTERVIEWING, Shows.NOT_INTERVIEWING)
    assert found.title == "One answer makes it hot"
    assert found.question == "Whom are you seeing this week?"
    assert found.sentence == "Hear from Nadia that somebody is coming in this week."
    assert found.if_not == "If not, it is warm until Fri 12 Feb 2027."


def test_hot_is_kept():
    found = missing(heard(Shows.INTERVIEWING, 4))
    assert (found.makes, found.title) == (Grade.HOT, "Hot until tomorrow")
    assert found.if_not == "If not, it goes back under To qualify, and the next call asks again."


def test_what_is_no_lead_yet_stays_where_it_is():
    assert missing().if_not == "If not, it stays under To qualify, and the next call asks again."


def test_only_the_number_is_missing():
    known = [each for each in KNOWN if each.shows is not Shows.PHONE_TESTED]
    found = missing(heard(Shows.INTERVIEWING), known=known)
    assert found.title == "A call that reaches them makes it hot"
    assert found.sentence == "Call Nadia: an answer tests the number by itself."
    assert (found.question, found.yes, found.confirm) == ("", None, (Shows.PHONE_TESTED,))


def test_spellings_are_missing():
    found = missing(heard(Shows.CONTRACTORS), known=())
    assert found.title == "The name spelled right, the company right and a call that reaches them make it warm"
    assert found.question == "How do you spell your name? And that is the full name of the company?"
    assert found.confirm == IDENTITY


def test_each_non_lead_has_its_question():
    assert missing().question == "Who of your team is on contract at the moment?"
    assert missing(heard(Shows.PROJECT)).makes is Grade.WARM
    assert missing(heard(Shows.RUMOUR)).question == "Whom are you seeing this week?"
    assert missing(heard(Shows.ADVERT)).question == "Is the position still open, and who are you seeing for it?"
    rumour = missing(heard(Shows.RUMOUR), known=())
    assert rumour.title == "One answer makes it hot"
    assert rumour.sentence.endswith("Besides: the name spelled right, the company right and a call that reaches them.")


@given(pieces, near)
def test_the_answer_yes_raises_or_keeps_the_grade(evidence, today):
    found = missing_for_next(evidence, dates(evidence), today)
    before = grade(dates(evidence), today)
    said = [Piece(found.yes, today, today)] if found.yes else []
    after = grade(dates([*evidence, *said, *(Piece(each, today, today) for each in found.confirm)]), today)
    future_denials = any(each.true_on >= today for each in evidence)
    if not future_denials:
        assert after is found.makes
        assert STRENGTH.index(after) > STRENGTH.index(before) or before is after is Grade.HOT


def lines(*evidence, known=KNOWN):
    return [(each.shows, each.holds) for each in criteria([*known, *evidence], DAY)]


def test_four_criteria():
    assert lines(heard(Shows.INTERVIEWING), known=()) == [
        (Shows.NAME_CONFIRMED, False), (Shows.COMPANY_CONFIRMED, False), (Shows.PHONE_TESTED, False),
        (Shows.INTERVIEWING, True),
    ]  # fmt: skip
    assert lines(heard(Shows.INTERVIEWING, 6))[3:] == [(Shows.INTERVIEWING, False)]


def test_what_carries_a_weaker_grade_stands_under_what_is_missing():
    weaker = lines(heard(Shows.CONTRACTORS), heard(Shows.PROJECT))
    assert weaker[3:] == [(Shows.INTERVIEWING, False), (Shows.CONTRACTORS, True)]
    assert lines(heard(Shows.PROJECT))[3:] == [(Shows.INTERVIEWING, False), (Shows.PROJECT, True)]
