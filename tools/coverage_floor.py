"""Fails when the last run of the tests reached too little: see `make cover`.

Rules, actions and queries hold what must be right: every branch of them is run. All together, at
least 95 of 100. Reads what coverage measured and kept (`.coverage`), in coverage's JSON; a path given
as argument is such a JSON already.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

TOTAL = 95.0
WHOLE = ("rules", "actions", "queries")
"""How the files begin whose every branch is run; a part split off keeps the name, in front or behind."""


def report() -> dict[str, Any]:
    """What coverage measured last. Ends the program, with coverage's own words, where it has nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"No coverage to read: {done.stdout or done.stderr}".strip())
        return json.loads(path.read_text())  # type: ignore[no-any-return]


def must_be_whole(path: str) -> bool:
    stem = Path(path).stem
    return stem.startswith(WHOLE) or stem.endswith(tuple(f"_{word}" for word in WHOLE))


def problems(measured: dict[str, Any]) -> list[str]:
    """What is under its floor, a sentence each."""
    found = []
    for path, file in sorted(measured["files"].items()):
        lines, branches = file["missing_lines"], file.get("missing_branches", [])
        if must_be_whole(path) and (lines or branches):
            ways = [f"{start} to {end if end > 0 else 'the end'}" for start, end in branches]
            missed = "; ".join(filter(None, [_list("lines", lines), _list("ways", ways)]))
            found.append(f"{path} is not run whole: {missed}")
    total = measured["totals"]["percent_covered"]
    if total < TOTAL:
        found.append(f"All together {total:.1f} of 100 are run; at least {TOTAL:.0f} must be.")
    return found


def _list(what: str, values: list[Any]) -> str:
    return f"{what} {', '.join(map(str, values))}" if values else ""


def main(arguments: list[str]) -> None:
    measured = json.loads(Path(arguments[0]).read_text()) if arguments else report()
    if not measured["meta"].get("branch_coverage"):
        sys.exit("Branches were not measured: run the tests with --cov --cov-branch.")
    if found := problems(measured):
        sys.exit("\n".join(found))
    whole = sum(must_be_whole(path) for path in measured["files"])
    print(f"{measured['totals']['percent_covered']:.1f} of 100; {whole} files of rules, actions and queries whole.")


if __name__ == "__main__":
    main(sys.argv[1:])
