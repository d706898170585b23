"""Nobody scrolls: modules, functions, views and templates have a longest length."""

from __future__ import annotations

from tests.guards import source

MODULE, FUNCTION, VIEW, TEMPLATE, SETTINGS = 300, 40, 15, 120, 250
# May only shrink. Each line says why.
LONGER: dict[str, int] = {}


def _lines(text: str) -> int:
    return len(text.splitlines())


def test_modules():
    long = {
        source.name(path): lines
        for path in source.modules()
        if (lines := _lines(path.read_text(encoding="utf-8"))) > MODULE
    }
    assert {name: lines for name, lines in long.items() if lines > LONGER.get(name, 0)} == {}


def test_settings():
    assert _lines((source.PACKAGE / "settings.py").read_text()) <= SETTINGS


def test_functions():
    long = []
    for path in source.modules():
        most = VIEW if path.name.startswith("views") else FUNCTION
        for node in source.functions(path):
            docstring = node.body[0].end_lineno - node.body[0].lineno + 1 if ast_docstring(node) else 0
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring
            if length > LONGER.get(f"{source.name(path)}:{node.name}", most):
                long.append(f"{source.name(path)}:{node.name} {length}")
    assert long == []


def ast_docstring(node: object) -> bool:
    import ast

    return ast.get_docstring(node) is not None  # type: ignore[arg-type]


def test_templates():
    long = {
        source.name(path): lines
        for path in source.templates()
        if (lines := _lines(path.read_text(encoding="utf-8"))) > TEMPLATE
    }
    assert {name: lines for name, lines in long.items() if lines > LONGER.get(name, 0)} == {}
