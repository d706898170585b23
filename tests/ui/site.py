"""A site of a few pages for the browser: the gallery, and the addresses its scripts talk to."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path
from markupsafe import Markup

from rightday.ui.fragments import blocks, page, toast
from tests.ui.requests import frame

sent: list[dict[str, str]] = []
broken = {"now": False}


def find(request: HttpRequest) -> HttpResponse:
    """Options of the palette; "nobody" finds none."""
    query = request.GET.get("q", "")
    names = [] if query == "nobody" else ["Halden Insurance", "Halima Saleh"]
    rows = [
        Markup('<a role="option" href="/_gallery/today/?{}" data-dial="tel:+44{}"><span>{}</span></a>').format(
            at, at, name
        )
        for at, name in enumerate(names)
    ]
    return HttpResponse(Markup('<div role="group" aria-label="Leads">{}</div>').format(Markup("").join(rows)))


def capture(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        sent.append(request.POST.dict())  # type: ignore[arg-type]
        answer = HttpResponse()
        answer["HX-Trigger"] = json.dumps({"rightday:captured": "", "rightday:close": ""})
        return answer
    return page(request, "test/capture.html")


def result(request: HttpRequest) -> HttpResponse:
    if broken["now"]:
        return HttpResponse(status=503)
    sent.append(request.POST.dict())  # type: ignore[arg-type]
    toast(request, "Progressed. Next: Martin, Fri 27", undo="/undo/")
    if request.headers.get("HX-Request"):
        return blocks(request, "test/form.html", main="form")
    return HttpResponseRedirect("/_gallery/today/")


def form(request: HttpRequest) -> HttpResponse:
    return page(request, "test/form.html", {"shell": frame()})


urlpatterns = [
    path("_gallery/", include("rightday.ui.urls")),
    path("find/", find),
    path("capture/", capture),
    path("result/", result),
    path("undo/", result),
    path("form/", form),
]

CAPTURE = """
<form method="post" action="/capture/" hx-post="/capture/" hx-swap="none">{{ ui.once(csrf_token) }}
{% call ui.dialog("Quick capture", close_href="/") %}{% endcall %}
{{ ui.capture_text(url("gallery_parse")) }}<div id="cap-read"></div>
{% call ui.dialog_foot() %}{{ ui.button("Save", tone="go", key="Mod+Enter") }}{% endcall %}</form>
"""
FORM = """
{% extends "ui/pages/base.html" %}{% block main %}<div class="page"><h1>Form</h1>{% block form %}
<form method="post" action="/result/" hx-post="/result/" id="form" hx-target="#form" hx-swap="outerHTML"
  data-outbox="Progressed, Martin Ahlqvist">{{ ui.once(csrf_token) }}{{ ui.input("note", "Note", key="n") }}
<button class="btn" type="submit" name="result" value="progressed" data-key="2">Progressed</button></form>
{% endblock %}</div>{% endblock %}
"""
TEMPLATES = {"test/capture.html": CAPTURE, "test/form.html": FORM}
