"""Forms of saved views: keeping a list under a name, and changing one that is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rightday.leads.lists import view_words
from rightday.leads.lists.filter_values import Filters
from rightday.team import kept_views
from rightday.team.kept_views import LONGEST, SHARED_WORDS, Screen, Shared
from rightday.team.models_views import SavedView


def query_of(screen: Screen, typed: str) -> str:
    """The list asked for, in the one spelling that is kept."""
    return view_words.canonical(typed) if screen is Screen.LEADS else kept_views.plain_query(screen, typed)


class KeepForm(forms.Form):
    """A name, and who sees it. `query` is the list as its address holds it, in its one spelling afterwards."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST, required=False)
    shared = forms.ChoiceField(
        label=_("Who sees it"), widget=forms.RadioSelect, initial=Shared.ME.value, required=False,
        choices=[(one.value, words) for one, words in SHARED_WORDS.items()],
        help_text=_("Sharing a view shares the filter. Each colleague sees what they may see."),
    )  # fmt: skip
    screen = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Screen], widget=forms.HiddenInput, required=False
    )
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5_000)

    def clean_shared(self) -> Shared:
        return Shared(self.cleaned_data["shared"] or Shared.ME)

    def clean_screen(self) -> Screen:
        return Screen(self.cleaned_data["screen"] or Screen.LEADS)

    def clean_query(self) -> str:
        return query_of(self.cleaned_data.get("screen") or Screen.LEADS, self.cleaned_data["query"])


class ViewForm(KeepForm):
    """The same of one that is kept. `seen` is the version shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("name", "screen", "query", "shared")

    def said(self) -> dict[str, Any]:
        """What `actions_views.edit` takes."""
        return {name: self.cleaned_data[name] for name in ("name", "query", "shared", "seen")}

    def __init__(self, data: Any, view: SavedView) -> None:
        initial = {
            "name": view.name, "shared": view.shared, "screen": view.screen,
            "query": kept_views.address(Screen(view.screen), view.query), "seen": view.version,
        }  # fmt: skip
        super().__init__(data, initial=initial)
        if view.screen == Screen.LEADS:
            self.fields["query"] = forms.CharField(
                label=_("Its address"), required=False, max_length=5_000,
                help_text=_("Set the filters on the list as you want them, and copy the address to here."),
            )  # fmt: skip


def new_form(params: Any) -> KeepForm:
    """The form for a list that is shown; named as its own view where nothing narrows it."""
    query, screen = str(params.get("query", ""))[:5_000], str(params.get("screen", ""))
    if screen in (Screen.PEOPLE, Screen.COMPANIES):
        kept = kept_views.plain_query(Screen(screen), query)
        return KeepForm(initial={"query": kept, "screen": screen, "shared": Shared.ME.value})
    filters: Filters = view_words.filters_of(query)
    initial = {"query": filters.query(), "screen": Screen.LEADS.value, "name": view_words.name_for(filters)}
    return KeepForm(initial=initial | {"shared": Shared.ME.value})
