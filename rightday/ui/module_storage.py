"""Static files under hashed names: ES modules rewritten, the style sheet joined into one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRY = "ui/rightday.css"
OURS = ("ui/", "django_htmx/")


class ModuleStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Three things beside whitenoise's own: modules, one style sheet, less to compress.

    `import … from "./x.js";` is rewritten to hashed names in our own files only. Django's
    `support_js_module_import_aggregation` would read every package's scripts, and fails on an
    import() named in one of their comments. The semicolon is part of the pattern: an import
    without it is left unhashed, silently; a test looks for such lines.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("ui/*.js", CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]),
    )

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """Joins the style sheet first, so that the hashed copy is made from the joined one."""
        if ENTRY in paths and not dry_run:
            joined = join_imports(ENTRY, {name: _read(*found) for name, found in paths.items() if _is_sheet(name)})
            self.delete(ENTRY)
            self.save(ENTRY, ContentFile(joined.encode()))
            # The rest reads the joined copy in our own storage instead of the source.
            paths = paths | {ENTRY: (self, ENTRY)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Brotli for what our pages link; the packages' other files are never asked for."""
        yield from super().compress_files([path for path in paths if path.startswith(OURS)])


def join_imports(entry: str, sheets: dict[str, str]) -> str:
    """The entry with each `@import "./x.css";` replaced by that sheet, without comments.

    Raises KeyError when an imported sheet is not among `sheets`.
    """
    folder = entry.rpartition("/")[0]
    text = re.sub(r'@import "\./([\w.-]+)";', lambda found: sheets[f"{folder}/{found[1]}"], sheets[entry])
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", text).strip() + "\n"


def _is_sheet(name: str) -> bool:
    return name.startswith("ui/") and name.endswith(".css")


def _read(storage: Any, path: str) -> str:
    with storage.open(path) as file:
        content = file.read()
    return content.decode() if isinstance(content, bytes) else str(content)
