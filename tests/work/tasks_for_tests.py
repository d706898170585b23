"""Tasks that the tests of the worker run in a process of its own."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def slow_once(folder: str) -> str:
    """Stalls on its first try, so that it can be killed; succeeds on the second."""
    tries = Path(folder) / "tries"
    count = int(tries.read_text()) if tries.exists() else 0
    tries.write_text(str(count + 1))
    if count == 0:
        (Path(folder) / "pid").write_text(str(os.getpid()))
        time.sleep(60)
    return f"try {count + 1}"


@task()
def failing(folder: str) -> None:
    with (Path(folder) / "failed").open("a") as file:
        file.write("x")
    raise ValueError("always")


@task()
def repeated() -> None:
    with (Path(os.environ["REPEATED_IN"]) / "beats").open("a") as file:
        file.write("x")
