"""One template serves the page and its pieces: one answer carries every piece that changed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.utils.cache import patch_vary_headers
from jinja2 import Environment
from markupsafe import Markup

from rightday.ui.jinja_environment import one_language


def page(request: HttpRequest, template: str, values: Any = None, *, status: int = 200) -> HttpResponse:
    """The whole page. `values`: a mapping, or a dataclass whose fields become the names."""
    with one_language():
        text = _environment().get_template(template).render(_context(request, values))
    return HttpResponse(text, status=status)


def blocks(
    request: HttpRequest,
    template: str,
    values: Any = None,
    *,
    main: str | None = None,
    also: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """The block `main` for htmx's target, then the blocks `also`, which find their own places.

    An unknown block raises KeyError. The outer tag of each block in `also` has an id and
    `{{ oob("name") }}`. Messages that wait for this person come along as toasts.
    """
    compiled = _environment().get_template(template)
    context = compiled.new_context(_context(request, values) | {"_out_of_band": also})
    parts: list[str] = []
    with one_language():
        for name in ((main,) if main else ()) + also:
            parts.extend(_block(compiled, name)(context))
    if hasattr(request, "_messages") and len(messages.get_messages(request)):
        parts.append(_environment().get_template("ui/pages/toasts.html").render(_context(request, {})))
    response = HttpResponse("".join(parts), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def toast(request: HttpRequest, words: str, *, undo: str = "") -> None:
    """Say what was done, on the next page or piece this person gets; `undo` is an address to POST to."""
    messages.success(request, words, extra_tags=undo)


def _block(compiled: Any, name: str) -> Any:
    """A block of the template itself, or else of the frame around every page (its `nav`)."""
    if name in compiled.blocks:
        return compiled.blocks[name]
    return _environment().get_template("ui/pages/base.html").blocks[name]


def _environment() -> Environment:
    env: Environment = engines["jinja2"].env  # type: ignore[attr-defined]  # only this backend has it
    return env


def _context(request: HttpRequest, values: Any) -> dict[str, Any]:
    """What Django's backend gives a whole page: request, csrf_token, csrf_input, processors."""
    # Plain strings: a lazy token printed by 25 forms costs more than the forms.
    token = get_token(request)
    base: dict[str, Any] = {
        "request": request,
        "csrf_token": token,
        "csrf_input": Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(token),
    }
    for processor in engines["jinja2"].template_context_processors:  # type: ignore[attr-defined]  # as above
        base |= processor(request)
    return base | _names(values)


def _names(values: Any) -> dict[str, Any]:
    if values is None:
        return {}
    if is_dataclass(values) and not isinstance(values, type):
        # Not asdict(): rows stay the dataclasses they are.
        return {field.name: getattr(values, field.name) for field in fields(values)}
    return cast("dict[str, Any]", dict(values))
