"""The database at this version; what is pending is said first."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Installation


def test_check_then_migrate(tmp_path: Path):
    fresh = Installation(tmp_path)
    waiting = fresh.command("migrate", "--check")
    assert waiting.returncode == 1
    assert "rightday.0001_rooms" in waiting.stdout.splitlines()
    assert fresh.command("user", "list").stderr.startswith("Nothing is set up here yet. Run: rightday setup")
    assert fresh.command("work").returncode == 1
    done = fresh.command("migrate")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "The database was brought to this version.")
    again = fresh.command("migrate", "--check")
    assert (again.returncode, again.stdout) == (0, "Nothing is pending.\n")


def test_nothing_pending(call, capsys):
    assert call("migrate") == 0
    assert call("migrate", "--check") == 0
    assert capsys.readouterr().out == "Nothing was pending.\nNothing is pending.\n"
