"""The floor of coverage: what must be run whole, and how much of everything."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from tests.guards import source

_spec = importlib.util.spec_from_file_location("coverage_floor", source.ROOT / "tools" / "coverage_floor.py")
assert _spec is not None
assert _spec.loader is not None
floor = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(floor)


def measured(total: float = 97.0, *, branches: bool = True, **files: list[Any]) -> dict[str, Any]:
    """Files by their names, each with its missing lines and missing branches."""
    return {
        "meta": {"branch_coverage": branches},
        "totals": {"percent_covered": total},
        "files": {
            f"rightday/leads/{name}.py": {"missing_lines": lines, "missing_branches": ways}
            for name, (lines, ways) in files.items()
        },
    }


def test_what_is_run_whole_has_no_problem():
    assert floor.problems(measured(rules=[[], []], views=[[1], [[1, 2]]])) == []


@pytest.mark.parametrize("name", ["rules", "actions_undo", "queries", "step_rules", "capture_rules"])
def test_a_way_that_no_test_takes_is_told(name: str):
    found = floor.problems(measured(**{name: [[], [[7, -3], [7, 9]]]}))
    assert found == [f"rightday/leads/{name}.py is not run whole: ways 7 to the end, 7 to 9"]
    assert floor.problems(measured(**{name: [[12], []]})) == [f"rightday/leads/{name}.py is not run whole: lines 12"]


def test_all_together():
    assert floor.problems(measured(95.0)) == []
    assert floor.problems(measured(94.96)) == ["All together 95.0 of 100 are run; at least 95 must be."]


def test_it_ends_with_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "coverage.json"

    def run(told: dict[str, Any]) -> None:
        path.write_text(json.dumps(told))
        floor.main([str(path)])

    run(measured(rules=[[], []]))
    assert capsys.readouterr().out == "97.0 of 100; 1 files of rules, actions and queries whole.\n"
    with pytest.raises(SystemExit, match="is not run whole"):
        run(measured(rules=[[1], []]))
    with pytest.raises(SystemExit, match="Branches were not measured"):
        run(measured(branches=False))
