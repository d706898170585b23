"""ESCO's CSV, read by its columns."""

from __future__ import annotations

import pytest

from rightday.talent.skills import esco
from rightday.talent.skills.rules import Entry

HEAD = "conceptType,conceptUri,skillType,preferredLabel,altLabels\n"


def test_its_columns_are_read_whatever_else_there_is():
    text = HEAD + 'K,http://e/1,skill,manage staff,"lead staff\nrun a team"\nK,http://e/2,,,\nK\n'
    assert list(esco.read(("\ufeff" + text).encode())) == [
        Entry("manage staff", ("lead staff", "run a team"), "http://e/1")
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "missing"), (b"name,age\n", "missing"), (b"\xff\xfe\x00", "UTF-8"), (b"x" * (esco.LARGEST + 1), "large")],
)
def test_another_file_is_said_to_be_one(content: bytes, words: str):
    with pytest.raises(esco.NotEsco, match=words):
        esco.read(content)
