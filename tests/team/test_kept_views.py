"""The words and the order of kept views."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightday.team.kept_views import (
    ADDRESSES,
    LONGEST,
    SHARED_WORDS,
    Screen,
    Shared,
    address,
    copy_name,
    moved,
    name_of,
    plain_query,
    reaching,
)
from rightday.team.rules import Role


def test_every_reach_has_words_and_every_screen_an_address() -> None:
    assert set(SHARED_WORDS) == set(Shared)
    assert set(ADDRESSES) == set(Screen)


def test_managers_see_what_either_team_shares_and_nobody_sees_whats_only_for_one() -> None:
    assert Shared.SALES not in reaching(Role.RECRUITER)
    assert Shared.RECRUITERS not in reaching(Role.SALESPERSON)
    assert set(reaching(Role.MANAGER)) == set(reaching(Role.OWNER)) == set(Shared) - {Shared.ME}
    assert all(Shared.ME not in reaching(role) and Shared.ALL in reaching(role) for role in Role)


def test_names_are_one_line() -> None:
    assert name_of("  Going \n stale\t ") == "Going stale"
    assert name_of(" \n") == ""
    assert len(name_of("x" * 100)) == LONGEST


def test_addresses() -> None:
    assert address(Screen.LEADS, "view=hot") == "/leads/?view=hot"
    assert address(Screen.PEOPLE, "") == "/people/"


@pytest.mark.parametrize(
    ("taken", "wanted"),
    [((), "Team"), (("Team",), "Team, copy"), (("Team", "Team, copy", "Team, copy 2"), "Team, copy 3")],
)
def test_a_copy_gets_the_first_free_name(taken, wanted) -> None:
    assert copy_name("Team", taken) == wanted


def test_a_long_name_leaves_room_for_its_end() -> None:
    assert copy_name("x" * LONGEST, {"x" * LONGEST}).endswith("x, copy")
    assert len(copy_name("x" * LONGEST, {"x" * LONGEST})) == LONGEST


@pytest.mark.parametrize(
    ("to", "wanted"),
    [("up", [2, 1, 3]), ("down", [1, 3, 2]), ("1", [2, 1, 3]), ("3", [1, 3, 2]), ("99", [1, 3, 2]), ("", [1, 2, 3]),
     ("x", [1, 2, 3]), ("0", [2, 1, 3])],
)  # fmt: skip
def test_one_of_an_order_moves(to, wanted) -> None:
    assert moved([1, 2, 3], 2, to) == wanted


def test_one_that_is_not_there_moves_nothing() -> None:
    assert moved([1, 2], 9, "up") == [1, 2]


@given(st.lists(st.integers(), unique=True, min_size=1), st.data(), st.text(max_size=4))
def test_nothing_is_ever_lost_from_an_order(order, data, to) -> None:
    assert sorted(moved(order, data.draw(st.sampled_from(order)), to)) == sorted(order)


@pytest.mark.parametrize(
    ("screen", "typed", "kept"),
    [
        (Screen.PEOPLE, "/people/?view=managers&q=%20java%20%20leads&after=3", "view=managers&q=java+leads"),
        (Screen.PEOPLE, "q=&view=", ""),
        (Screen.COMPANIES, "view=managers&q=rail", "q=rail"),
        (Screen.COMPANIES, "/companies/", ""),
    ],
)
def test_of_people_and_companies_only_what_narrows_them_is_kept(screen, typed, kept):
    assert plain_query(screen, typed) == kept
