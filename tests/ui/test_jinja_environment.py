"""The environment: strict, escaping, with the trade's filters."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.template import engines
from jinja2 import UndefinedError

from rightday.ui import jinja_environment
from rightday.ui.jinja_environment import dialled, environment


def test_values_are_escaped_and_missing_ones_raise() -> None:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    assert env.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        env.from_string("{{ x }}").render()


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("+44 20 7946 0142", "+442079460142"),
        ("020 7946-0142", "02079460142"),
        ("+1 (212) 555-0142 x 99", "+12125550142;ext=99"),
        ("*31#0207", "*31#0207"),
        ("", ""),
    ],
)
def test_numbers_as_a_link_wants_them(typed: str, link: str) -> None:
    assert dialled(typed) == link


def test_filters_and_globals() -> None:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    assert env.from_string("{{ q | query }}").render(q="a&b c/d") == "a%26b%20c%2Fd"
    assert env.from_string("{{ n | number }}").render(n=5) == "5"
    assert env.from_string("{{ _('Save') }}").render() == "Save"
    assert env.from_string("{{ sprite() }}").render().endswith("sprite.svg")


@pytest.mark.urls("rightday.ui.urls")
def test_addresses_by_name() -> None:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    assert env.from_string("{{ url('gallery_today') }}").render() == "/today/"


def test_two_components_of_one_name_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ui" / "pages" / "components"
    folder.mkdir(parents=True)
    for name in ("a.html", "b.html"):
        (folder / name).write_text("{% macro button() %}{% endmacro %}")
    monkeypatch.setattr(jinja_environment, "COMPONENTS", folder)
    from jinja2 import FileSystemLoader

    with pytest.raises(ValueError, match=r"two|Two components are called 'button'"):
        environment(loader=FileSystemLoader(tmp_path))
