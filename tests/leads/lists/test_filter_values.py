"""What an address asks for: read without a word of complaint, and written in one spelling."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.leads.lists.filter_values import _READ, Days, Filters, Layout, Sort, View
from rightday.leads.process.rules import Stage
from rightday.leads.rules import Grade

NAMES = st.sampled_from([*_READ, "no_such", "page", "as"])
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["me", "7", "0", "-1", "30", "4-", "99999", "hot,warm", "none,hot,none", "1,8,3", "9", "overdue", "find_out",
         "any,cancelled", "board", "-due", "due", "import,form", "ended", " , ", "²", "1e3", "1~2~2026-01-01"]
    ),
)  # fmt: skip


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_read_written_and_read_again_it_is_the_same(params):
    filters = Filters.of(params)
    again = Filters.of(dict(parse_qsl(filters.query())))
    assert again.query() == filters.query()
    assert again.unknown == ()
    same = filters.without("unknown").without("after")
    assert again == same
    part = Filters.of(dict(parse_qsl(filters.part(after=filters.after, before=filters.before))))
    assert part.after == filters.after and (part.before == filters.before or filters.after)


def test_every_filter_is_read():
    filters = Filters.of(
        {
            "view": "mine", "as": "board", "grade": "warm,hot", "owner": "12,me,3", "stage": "5,1", "step": "week",
            "company": "  Halden   Insurance ", "place": "London", "skill": "java", "source": "call", "age": "7",
            "heard": "4-", "outcome": "cancelled,any", "label": "2,1", "handed": "me", "q": "mar", "sort": "-due",
            "after": "x",
        }
    )  # fmt: skip
    assert filters.view is View.MINE and filters.layout is Layout.BOARD
    assert filters.grade == (Grade.HOT, Grade.WARM) and filters.stage == (Stage.CVS, Stage.OFFER)
    assert filters.owner == ("me", "3", "12") and filters.label == (1, 2)
    assert filters.company == "Halden Insurance" and filters.outcome == ("any", "cancelled")
    assert (filters.age, filters.heard) == (Days(7), Days(4, more=True))
    assert (filters.sort, filters.turned, filters.unknown) == (Sort.DUE, True, ())
    assert filters.closed
    assert filters.query() == (
        "view=mine&as=board&grade=hot,warm&owner=me,3,12&stage=1,5&step=week&company=Halden+Insurance&place=London"
        "&skill=java&source=call&age=7&heard=4-&outcome=any,cancelled&label=1,2&handed=me&q=mar&sort=-due"
    )
    assert filters.part(before="1~2") == filters.query() + "&before=1~2"
    assert filters.canonical == f"/leads/?{filters.query()}&after=x"
    assert filters.set[:3] == ("grade", "owner", "stage") and "handed" in filters.set
    assert filters.without("grade").grade == ()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("grade", "hot,boiling", ("grade", "boiling")),
        ("owner", "sam", ("owner", "sam")),
        ("label", "0", ("label", "0")),
        ("age", "-7", ("age", "-7")),
        ("age", "99999", ("age", "99999")),
        ("sort", "colour", ("sort", "colour")),
        ("view", "no next step", ("view", "no next step")),
        ("colour", "blue", ("colour", "blue")),
    ],
)
def test_what_is_unknown_is_kept_aside_and_the_rest_stays(name, value, said):
    filters = Filters.of({name: value, "skill": "java"})
    assert filters.unknown == (said,)
    assert filters.skill == "java"


def test_without_anything_it_is_the_page_itself():
    assert Filters().query() == "" and Filters().href() == "/leads/"
    assert Filters.of({"grade": "", "q": " \x00 "}) == Filters()
    assert Filters().href(view=View.HOT) == "/leads/?view=hot"
    assert str(Days(3)) == "3" and str(Days(3, more=True)) == "3-"
