"""Gap analysis, line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rightday.joborders.feedback.gaps import Done, Has, Needed, Said, likeness, line, parts, stems
from rightday.joborders.feedback.rules import Fit, Need

GOAL = Needed(Need.GOAL, "Patients book online in every clinic by March", 1)
MOVED = "Moved 140 clinics to online booking for patients in nine months"


def done(words=MOVED, *, id=7, need=Need.GOAL, weighs=True):
    return Done(id, need, words, "Norwood Dental", "Reference", weighs)


def test_the_like_with_more_than_their_own_word_is_covered():
    found = line(GOAL, [done("Made coffee", id=3), done()], [], [])
    assert (found.fit, found.deed, found.words) == (Fit.COVERED, 7, MOVED)
    assert found.why == "Did the like at Norwood Dental. Reference."


def test_by_their_own_word_alone_it_is_covered_in_part_until_a_referee_speaks_of_it():
    own = done(weighs=False)
    assert line(GOAL, [own], [], []).fit is Fit.PARTLY
    quoted = line(GOAL, [own], [], [Said(4, "Every clinic could take patients online", "Alison Pike")])
    assert (quoted.fit, quoted.quote) == (Fit.COVERED, 4)


def test_something_near_it_is_partly():
    found = line(GOAL, [Done(7, Need.GOAL, "Online payment of clinic bills", "", "CV", True)], [], [])
    assert (found.fit, found.why) == (Fit.PARTLY, "Something near it. CV.")


def test_words_of_a_referee_alone_are_partly():
    found = line(GOAL, [], [], [Said(4, "Every clinic could take patients online", "Alison Pike")])
    assert (found.fit, found.why, found.quote) == (Fit.PARTLY, "Alison Pike speaks of it.", 4)


def test_nothing_on_record_is_unknown_and_three_unlike_are_missing():
    assert line(GOAL, [], [], [Said(1, "Quiet for a week", "Dev Rao")]).why == "Nobody has asked."
    unlike = [done(words, id=n) for n, words in enumerate(("Baked bread", "Drove vans", "Sold shoes"))]
    assert line(GOAL, unlike[:2], [], []).fit is Fit.UNKNOWN
    assert line(GOAL, unlike, [], []).fit is Fit.MISSING


def skill(**changed):
    return line(Needed(Need.SKILL, "Kafka", None, 5, changed.pop("years", None)), [], changed.pop("has", ()), [])


def test_skills():
    others = [Has(n, 100 + n, "proven", 3) for n in range(3)]
    assert skill(has=others[:2]).fit is Fit.UNKNOWN
    assert (skill(has=others).fit, skill(has=others).why) == (Fit.MISSING, "Not among the 3 skills on record.")
    assert skill(has=[Has(9, 5, "unknown", None)]).fit is Fit.UNKNOWN
    assert skill(has=[Has(9, 5, "partly", 4)]).fit is Fit.PARTLY
    assert (skill(has=[Has(9, 5, "proven", 4)]).fit, skill(has=[Has(9, 5, "proven", 4)]).words) == (
        Fit.COVERED,
        "4 years",
    )
    assert skill(has=[Has(9, 5, "proven", 4)], years=5).why == "5 years are asked for, 4 on record."
    assert skill(has=[Has(9, 5, "proven", None)], years=5).fit is Fit.PARTLY
    assert skill(has=[Has(9, 5, "proven", 5)], years=5).fit is Fit.COVERED


def test_a_skill_that_is_said_in_words_alone_is_read_as_words():
    assert line(Needed(Need.SKILL, "clinic booking", 1), [done()], [], []).fit is Fit.COVERED


def test_several_in_one_breath():
    assert parts("• One thing\n- another; a third\n\nfourth") == ("One thing", "another", "a third")
    assert parts("  ") == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_stays_within_its_bounds(need, deed):
    assert 0.0 <= likeness(need, deed) <= 1.0
    assert likeness(need, need) == (1.0 if stems(need) else 0.0)
