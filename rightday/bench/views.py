"""The bare page: the measure that every other page is held against."""

from __future__ import annotations

from django.http import HttpResponse

from rightday.bench import draw
from rightday.team.door import MemberRequest
from rightday.team.front import page


def bare(request: MemberRequest, first: int) -> HttpResponse:
    """25 persons by primary key, from this id on, as a plain list in the product's frame."""
    return page(request, "bench/pages/bare.html", {"rows": draw.rows(first)})
