"""CVs in a folder of the test's own, brought and read here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from rightday.kernel import limits
from rightday.people.models import Person
from rightday.talent.cvs import actions
from rightday.talent.models import Skill
from rightday.talent.models_files import CV
from rightday.talent.skills.rules import key
from tests.conftest import Cast
from tests.desk import someone
from tests.talent.cvs.made import TEXT


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPLOADS", tmp_path / "uploads")
    monkeypatch.setattr(limits._Here, "apart", True)


@pytest.fixture
def tomas(inside: Cast) -> Person:
    return someone("Tomás Rey")


@pytest.fixture
def bring(inside: Cast, tmp_path: Path) -> Callable[..., CV]:
    """Brings a CV and reads it, with Go and Kafka in the library."""
    for name in ("Go", "Kafka"):
        Skill.objects.get_or_create(key=key(name), defaults={"name": name})
    made = iter(range(100))

    def run(text: str | bytes = TEXT, person: Person | None = None) -> CV:
        path = tmp_path / f"{next(made)}.txt"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return actions.read(actions.receive(path, name="Tomas_Rey.pdf", by=inside.sam, person=person), by=inside.sam)

    return run
