from __future__ import annotations

import pytest

from rightday.commands.say import Meter, problem, say


def test_words_go_out_and_problems_to_the_error_stream(capsys: pytest.CaptureFixture[str]):
    say("Done.")
    say()
    assert problem("Set RIGHTDAY_DATA.") == 1
    assert capsys.readouterr() == ("Done.\n\n", "Set RIGHTDAY_DATA.\n")


def test_a_meter_is_seen_by_people_alone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    for seen in (False, True):
        monkeypatch.setattr("sys.stderr.isatty", lambda seen=seen: seen)
        with Meter("rows", iter((0.0, 0.5, 2.0, 2.5)).__next__) as meter:
            for done in (1, 2_000, 3_000):
                meter(done, 9_000)
        assert capsys.readouterr().err == ("\r2,000 of 9,000 rows \n" if seen else "")
