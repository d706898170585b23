"""What stands around the rows."""

from __future__ import annotations

from dataclasses import replace

from rightday.leads.lists import narrowing
from rightday.leads.lists import page as list_page
from rightday.leads.lists.filters import Filters
from rightday.leads.lists.models import Label
from rightday.team import queries as team
from rightday.team.models import Member
from tests.leads.lists.test_reading import some


def page_of(cast, **params):
    on = team.today(cast.sam)
    return list_page.page_of(narrowing.asked(Filters.of(params), cast.sam, on), cast.sam, on, may_export=True)


def test_tabs_and_layouts_keep_what_is_asked_for(inside):
    page = page_of(inside, grade="hot", q="mar", sort="-due")
    state = "grade=hot&q=mar&sort=-due"
    assert (page.state, page.heading, page.clear) == (state, "All open", "/leads/?sort=-due")
    assert page.tabs[1][1] == f"/leads/?view=mine&{state}" and page.tabs[0][3]
    assert [href for _, href, _ in page.layouts] == [f"/leads/?as=board&{state}", f"/leads/?{state}"]
    assert page.kept == {"grade": "hot", "sort": "-due"}
    kinds = (("Excel", "export/xlsx"), ("CSV", "export/csv"), ("vCard", "cards/vcf"), ("vCard 3.0", "cards/vcf3"),
             ("JSON", "export/json"))  # fmt: skip
    assert page.exports == tuple((words, f"/leads/{kind}/?{state}") for words, kind in kinds)


def test_heads_sort_and_turn_round(inside):
    heads = {head.label: head for head in page_of(inside, sort="due").heads}
    assert (heads["When"].sort, heads["When"].href) == ("ascending", "/leads/?sort=-due")
    assert (heads["Grade"].sort, heads["Grade"].href) == ("", "/leads/?sort=grade")
    assert heads["Person"].href == ""
    turned = {head.label: head for head in page_of(inside, sort="-due").heads}["When"]
    assert (turned.sort, turned.href) == ("descending", "/leads/?sort=due")
    ended = {head.label: head for head in page_of(inside, view="ended").heads}
    assert ended["How it ended"].sort == "ascending" and ended["Milestone"].href == ""


def test_names_of_whoever_left_and_of_companies(inside):
    some(inside, 3)
    Member.objects.filter(pk=inside.jo.pk).update(left_at="2026-01-01T00:00:00Z")
    asked = narrowing.asked(
        Filters.of({"owner": str(inside.jo.pk), "company": str(inside.halden.pk)}), inside.sam, team.today(inside.sam)
    )
    few = list_page.names_of(asked)
    assert few.owners == {str(inside.jo.pk): "Jo Lindqvist"}
    assert few.labels == {}
    names = list_page.names_of(asked, everybody=True)
    assert names.owners[str(inside.jo.pk)] == "Jo Lindqvist"
    assert names.companies == {str(inside.halden.pk): "Halden Insurance"}
    assert names.labels == {str(Label.objects.get().pk): "Urgent"}
    assert str(inside.jo.pk) not in list_page.names_of(replace(asked, filters=Filters()), everybody=True).owners
