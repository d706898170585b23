from __future__ import annotations

import pytest
from django.test import Client

from rightday.db.row_security import enter
from rightday.people.models import Person


@pytest.fixture(autouse=True)
def with_the_bare_page(settings):
    settings.ROOT_URLCONF = "rightday.bench.urls"


def test_the_bare_page_lists_persons_from_an_id_on(ours):
    with enter(ours.agency):
        before = Person.objects.create(name="Ada Moss", key="ada moss")
    page = ours.client().get(f"/bench/{before.pk}/")
    assert page.status_code == 200
    assert "Ada Moss" in page.content.decode()
    assert "Martin Ahlqvist" not in page.content.decode()


def test_it_stands_behind_the_door(ours, theirs, outsider: Client):
    martin = theirs.martin.pk
    assert Client().get(f"/bench/{martin}/").status_code == 302
    assert outsider.get(f"/bench/{martin}/").status_code == 404
    assert "Martin" not in ours.client().get(f"/bench/{martin}/").content.decode()


def test_the_product_itself_does_not_have_it(ours, settings):
    settings.ROOT_URLCONF = "rightday.urls"
    assert ours.client().get("/bench/1/").status_code == 404
