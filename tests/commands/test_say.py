from __future__ import annotations

import pytest

from rightday.commands.say import problem, say


def test_words_go_out_and_problems_to_the_error_stream(capsys: pytest.CaptureFixture[str]):
    say("Done.")
    say()
    assert problem("Set RIGHTDAY_DATA.") == 1
    assert capsys.readouterr() == ("Done.\n\n", "Set RIGHTDAY_DATA.\n")
