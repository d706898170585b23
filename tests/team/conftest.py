"""Rate limits are remembered in the cache: each test begins with none."""

from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_tries_yet():
    cache.clear()
