"""Guards about the look: nothing inline, nothing raw, imports that can be rewritten, AA contrast."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path("rightday/ui/static/ui")
TEMPLATES = sorted(Path("rightday").glob("*/pages/**/*.html"))
SCRIPTS = sorted(STATIC.glob("*.js"))
SHEETS = [path for path in sorted(STATIC.glob("*.css")) if path.name != "tokens.css"]


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_template_has_no_inline_script_or_style_and_no_raw_colour(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "inline script"
    assert not re.search(r"<style|\sstyle\s*=", text), "inline style"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "event attribute"
    assert "hx-on" not in text, "htmx would need eval"
    assert not re.search(r"[\"' :]#[0-9a-fA-F]{6}\b", text), "raw colour"
    assert not re.search(r"""(?:src|href)=["']https?://""", text), "loaded from elsewhere"
    assert len(text.splitlines()) <= 120


@pytest.mark.parametrize("path", SCRIPTS, ids=str)
def test_a_module_imports_so_that_names_can_be_rewritten(path: Path) -> None:
    text = path.read_text()
    for line in text.splitlines():
        if re.match(r"\s*(import|export)\b.*\bfrom\b", line):
            assert re.search(r'from "\./[\w-]+\.js";$', line), line
    for target in re.findall(r'"\./([\w-]+\.js)"', text):
        assert (STATIC / target).exists(), target
    assert not re.search(r"\beval\(|new Function|setAttribute\(\"style\"", text)
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", SHEETS, ids=str)
def test_a_sheet_names_no_raw_colour(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)", text)
    assert not re.search(r"\b(?:rgb|hsl|light-dark)\(", text)
    assert len(path.read_text().splitlines()) <= 300


def test_every_token_a_sheet_names_exists() -> None:
    defined = set(re.findall(r"(--[\w-]+):", "".join(path.read_text() for path in STATIC.glob("*.css"))))
    for path in SHEETS:
        assert set(re.findall(r"var\((--[\w-]+)", path.read_text())) <= defined, path.name


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'id="i-([\w-]+)"', (STATIC / "sprite.svg").read_text()))
    for path in TEMPLATES:
        named = set(re.findall(r"""ui\.icon\(["']([\w-]+)["']""", path.read_text()))
        assert named <= drawn, (path, named - drawn)


TOKENS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)", (STATIC / "tokens.css").read_text()
    )
}
SHEET = ("surface", "raised", "sunken", "hover")
PANELS = ("warm-soft", "hot-soft", "cold-soft", "gap-soft", "side-hover", "side-here")
PAIRS = [
    *[(ink, on, 4.5) for ink in ("ink", "ink-2", "ink-3") for on in (*SHEET, "bg", "accent-soft")],
    *[(ink, on, 4.5) for ink in ("accent", "hot", "warm", "cold", "gap") for on in (*SHEET, f"{ink}-soft")],
    *[(ink, on, 4.5) for ink in ("ink", "ink-2") for on in PANELS],
    ("accent-ink", "accent", 4.5),
    ("accent-ink", "accent-hover", 4.5),
    ("hot", "accent-soft", 4.5),
    ("toast-ink", "toast", 4.5),
    ("toast-accent", "toast", 4.5),
    *[("edge", on, 3.0) for on in ("surface", "raised", "sunken")],
]  # fmt: skip


@pytest.mark.parametrize(("ink", "on", "least"), PAIRS)
@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_what_it_stands_on(ink: str, on: str, least: float, side: int) -> None:
    assert contrast(TOKENS[ink][side], TOKENS[on][side]) >= least


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio of two colours, "#rrggbb"."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
