"""The navigation of the settings."""

from __future__ import annotations

from rightday.agencies import settings_pages


def test_every_page_of_the_settings_is_there_and_opens(ours):
    browser = ours.client()
    groups = settings_pages.nav("Brightwater")
    assert [heading for heading, _ in groups] == ["Brightwater", "You"]
    for _, links in groups:
        for name, label, short, href in links:
            page = browser.get(href).content.decode()
            if href.startswith("/settings/"):
                assert f'href="{href}" aria-current="page"' in page, name
            assert short
            assert label in page.replace("&#39;", "'")
