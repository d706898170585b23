"""What the guards read: the product's own source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "rightday"
ROOMS = (
    "kernel",
    "ui",
    "agencies",
    "timeline",
    "team",
    "people",
    "agenda",
    "leads",
    "talent",
    "joborders",
    "calls",
    "intake",
    "takeout",
)


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.html"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
