import pytest
from django.urls import reverse


@pytest.mark.urls("rightday.ui.urls")
def test_the_gallery_has_an_address_for_each_page() -> None:
    assert [reverse(name) for name in ("gallery", "gallery_today", "gallery_focus", "gallery_parse")] == [
        "/", "/today/", "/focus/", "/parse/",
    ]  # fmt: skip
