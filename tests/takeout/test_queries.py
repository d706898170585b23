from __future__ import annotations

from pathlib import Path

import pytest

from rightday.agencies import clock
from rightday.takeout import actions, files, queries, rules
from rightday.takeout.models import Takeout
from tests.conftest import Cast


def test_the_page_of_an_owner_says_how_far(inside: Cast, uploads: Path):
    takeout = actions.ask(inside.agency, by=inside.sam)
    files.place(takeout.stored).parent.mkdir(parents=True)
    files.Meter(takeout.stored)(50, 200)
    page = queries.data_page(inside.sam)
    (row,) = page.archives
    assert (page.moving, row.share, row.done, row.of, row.ready) == (True, 25, 50, 200, False)
    assert [name for name, _links in page.lists] == ["people", "companies", "leads"]


def test_others_see_no_archives(inside: Cast, uploads: Path):
    actions.ask(inside.agency, by=inside.sam)
    page = queries.data_page(inside.priya)
    assert (page.archives, page.moving, page.may_archive, page.may_export) == ((), False, False, False)


def test_only_one_that_is_ready_and_not_over_is_fetched(inside: Cast, uploads: Path):
    takeout = actions.ask(inside.agency, by=inside.sam)
    with pytest.raises(Takeout.DoesNotExist):
        queries.ready(takeout.pk)
    Takeout.objects.update(state="done", expires_at=clock.now())
    with pytest.raises(Takeout.DoesNotExist):
        queries.ready(takeout.pk)
    assert queries.the_archive(takeout.pk).pk == takeout.pk
    Takeout.objects.update(expires_at=clock.now() + rules.KEPT)
    with pytest.raises(Takeout.DoesNotExist):  # its file is not there
        queries.ready(takeout.pk)
    files.place(takeout.stored).parent.mkdir(parents=True)
    files.place(takeout.stored).touch()
    assert queries.ready(takeout.pk).pk == takeout.pk
    assert queries.archives(inside.sam)[0].expires is not None


def test_links_keep_what_is_shown(inside: Cast):
    words, href = queries.list_links("people", "view=managers")[0]
    assert (words, href) == ("Excel", "/people/export/xlsx/?view=managers")
    assert queries.lead_links()[-1] == ("JSON", "/leads/export/json/")
