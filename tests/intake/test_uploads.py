"""Uploads go to disk, no further than the limit, and their names are for the screen."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadhandler import StopUpload
from django.test import RequestFactory

from rightday.intake.uploads import TOO_LARGE, OntoDisk, on_disk, plain_name


def handler(settings: Any, stated: int) -> OntoDisk:
    settings.UPLOAD_LIMIT = 10
    made = OntoDisk(RequestFactory().post("/imports/"))
    made.handle_raw_input(None, {}, stated, b"x", None)
    made.new_file("file", "desk.csv", "text/csv", None)
    return made


@pytest.mark.parametrize(("stated", "cut"), [(20, False), (41, True)])
def test_past_the_limit_nothing_is_written(settings: Any, stated: int, cut: bool) -> None:
    made = handler(settings, stated)
    made.receive_data_chunk(b"x" * 10, 0)
    with pytest.raises(StopUpload) as stopped:
        made.receive_data_chunk(b"x", 10)
    assert stopped.value.connection_reset is cut
    assert getattr(made.request, TOO_LARGE) is True


def test_a_list_of_a_million_rows_may_come_without_a_setting(settings: Any) -> None:
    """Such a list has some 122 MB."""
    assert settings.UPLOAD_LIMIT >= 122 * 1024 * 1024


def test_a_pasted_table_stands_on_disk_while_it_is_read() -> None:
    with on_disk(None, "Ä\tb") as place:
        assert place.read_text(encoding="utf-8") == "Ä\tb"
    assert not place.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\\b/c.csv", "c.csv"), ("x\x00\ny.csv", "x y.csv"), ("", "file"), ("/", "file"), ("é" * 300, "é" * 200)],
)
def test_a_name_is_one_line(name: str, shown: str) -> None:
    assert plain_name(name) == shown
