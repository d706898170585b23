"""Forms of saved views: what is kept is in one spelling."""

from __future__ import annotations

from rightday.team.forms_saved import KeepForm, new_form
from rightday.team.kept_views import Screen, Shared


def test_what_is_kept_is_in_one_spelling():
    form = KeepForm({"name": "Hot", "query": "grade=warm,hot&x=1"})
    assert form.is_valid()
    assert form.cleaned_data == {
        "name": "Hot", "query": "grade=hot,warm", "shared": Shared.ME, "screen": Screen.LEADS,
    }  # fmt: skip


def test_a_new_one_begins_with_the_name_of_its_view():
    assert new_form({"query": "view=stale"})["name"].value() == "Going stale"
