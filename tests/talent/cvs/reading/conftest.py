"""CVs are read here, so that what runs is seen, unless a test says otherwise."""

import pytest

from rightday.kernel import limits


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits._Here, "apart", True)
