"""The gallery renders whole, under a strict environment, without anything inline."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from rightday.ui import views
from tests.ui.requests import asked

pytestmark = pytest.mark.urls("rightday.ui.urls")


@pytest.mark.parametrize("view", [views.gallery, views.gallery_today, views.gallery_focus, views.gallery_parse])
def test_each_page_of_the_gallery_renders(rf: RequestFactory, view: Callable[[HttpRequest], HttpResponse]) -> None:
    answer = view(asked(rf.get("/today/")))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert len(text) > 1000
    assert " style=" not in text
    assert "<style" not in text


def test_the_frame_marks_where_one_is(rf: RequestFactory) -> None:
    text = views.gallery(asked(rf.get("/companies/7/"))).content.decode()
    assert text.count('aria-current="page" data-key="g p"') == 1
    assert 'aria-current="page" data-key="g t"' not in text
