"""The Jinja2 environment of Django's own backend: strict, escaped, translated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats, translation
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Macro
from markupsafe import Markup

from rightday.ui.counts import spelled
from rightday.ui.once import new_key

COMPONENTS = Path(__file__).parent / "pages" / "components"


def environment(**options: Any) -> Environment:
    """The environment settings.TEMPLATES names; every `{{ }}` that is not defined raises."""
    options |= {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701 - autoescape is in options
    env.install_gettext_callables(  # type: ignore[attr-defined]  # the i18n extension adds it
        gettext=translation.gettext,
        ngettext=translation.ngettext,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
        newstyle=True,
    )
    env.globals |= {"gettext": said, "_": said}
    env.globals |= {
        "static": static,
        "sprite": sprite,
        "url": url,
        "oob": oob,
        "once_key": new_key,
        "messages": get_messages,
        "htmx_script": htmx_script,
        "language": language,
    }
    env.filters |= {
        "date": formats.date_format,
        "time": formats.time_format,
        "number": number,
        "spelled": spelled,
        "dialled": dialled,
        "query": lambda value: quote(str(value), safe=""),
    }
    env.globals["ui"] = components(env)
    return env


def components(env: Environment) -> SimpleNamespace:
    """All macros of pages/components/*.html under one name, so that they can use each other.

    They are a global and not imports: a block rendered alone never runs its page's imports.
    """
    ui = SimpleNamespace()
    # Before the first template is loaded: macros look `ui` up while they run.
    env.globals["ui"] = ui
    for path in sorted(COMPONENTS.glob("*.html")):
        module = env.get_template(f"ui/pages/components/{path.name}").module
        for name, macro in vars(module).items():
            if isinstance(macro, Macro):
                if hasattr(ui, name):
                    raise ValueError(f"Two components are called {name!r}; the second is in {path.name}.")
                setattr(ui, name, remembered(macro) if name in REMEMBERED else macro)
    return ui


REMEMBERED = frozenset({"avatar", "grade", "group", "icon", "kbd", "keys", "local_time"})
"""Macros of plain values only that a page prints by the dozen, or the same on each visit."""


def remembered(macro: Macro) -> Callable[..., str]:
    """The macro, run once for the same values in the same language."""

    @lru_cache(maxsize=4096)
    def of(language: str | None, *args: Any, **kwargs: Any) -> str:
        return macro(*args, **kwargs)

    def component(*args: Any, **kwargs: Any) -> str:
        return of(language(), *args, **kwargs)

    return component


_rendering: ContextVar[str | None] = ContextVar("rightday_language", default=None)


@contextmanager
def one_language() -> Iterator[None]:
    """A page is in one language: asked once for all its words, for asking costs as much as a word."""
    token = _rendering.set(translation.get_language())
    try:
        yield
    finally:
        _rendering.reset(token)


def language() -> str | None:
    return _rendering.get() or translation.get_language()


def said(message: str, **variables: Any) -> Markup:
    """`{{ _("in %(place)s", place=place) }}`: as Jinja's newstyle gettext, each message looked up once a language.

    A page of 25 calls says some 440 of them; looking each up took a quarter of its time.
    """
    text = _translated(language(), message)
    return text % variables if variables or "%" in text else text


@lru_cache(maxsize=8192)
def _translated(language: str | None, message: str) -> Markup:
    return Markup(translation.gettext(message))  # noqa: S704 - messages are ours; variables are escaped


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """`{{ url("lead", lead.id) }}`. Addresses with numbers are reversed once, then filled in."""
    if not kwargs and all(type(arg) is int for arg in args):
        return _pattern(name, len(args)).format(*args)
    return reverse(name, args=args, kwargs=kwargs)


@lru_cache(maxsize=512)
def _pattern(name: str, count: int) -> str:
    """The address with `{}` for each of its numbers."""
    marks = [_MARK + place for place in range(count)]
    address = reverse(name, args=marks).replace("{", "{{").replace("}", "}}")
    for mark in marks:
        address = address.replace(str(mark), "{}", 1)
    return address


_MARK = 9_182_736_450  # a number that stands in no address of ours


def number(value: Any) -> str:
    """1500 → "1,500", as the language groups it."""
    return formats.number_format(value, use_l10n=True, force_grouping=True)


@lru_cache(maxsize=1)
def sprite() -> str:
    """The address of the icons, looked up once: a page of 25 calls prints it 80 times."""
    return static("ui/sprite.svg")


def dialled(number: str) -> str:
    """A number as a `tel:` link wants it: "+44 20 7946 0142" → "+442079460142"; "x7" → ";ext=7"."""
    main, _, extension = number.lower().replace("ext.", "x").replace("ext", "x").partition("x")
    kept = "".join(sign for sign in main if sign.isdigit() or sign in "+*#")
    digits = "".join(sign for sign in extension if sign.isdigit())
    return f"{kept};ext={digits}" if digits else kept


@pass_context
def oob(context: Any, block: str) -> Markup:
    """Inside a block's outer tag: `<ul id="now" {{ oob("now") }}>`; empty on a whole page."""
    return Markup('hx-swap-oob="true"') if block in context.get("_out_of_band", ()) else Markup("")
