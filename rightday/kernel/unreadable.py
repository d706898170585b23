"""What a reader of files says when it cannot."""

from __future__ import annotations

import zipfile
import zlib
from typing import Final

NO_ZIP: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What Python raises for a zip that is damaged, locked, cut off, or packed in a way that it does not know."""


class Unreadable(Exception):
    """The file cannot be read; `reason` says why and what to do, in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
