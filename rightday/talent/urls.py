"""Addresses of candidates."""

from __future__ import annotations

from django.urls import path

from rightday.talent import views
from rightday.talent import views_changes as changes

_HERE = "talent/<int:candidate_id>/"
_SAID = {
    "wishes": "wish", "skills": "skill", "positions": "position", "exclusions": "exclusion", "consents": "consent",
    "call": "call",
}  # fmt: skip
_TAKEN_BACK = {"wishes": "wish", "exclusions": "exclusion", "evidence": "evidence"}

urlpatterns = [
    path("talent/", views.talent, name="candidates"),
    path("people/<int:person_id>/candidate/", views.make_candidate, name="make_candidate"),
    path(_HERE, views.candidate, name="candidate"),
    path(f"{_HERE}terms/<str:block>/", changes.terms, name="candidate_terms"),
    path(f"{_HERE}rest/", changes.rest, name="candidate_rest"),
    path(f"{_HERE}positions/<int:position_id>/deeds/", changes.deed, name="candidate_deeds"),
    *(path(f"{_HERE}{at}/", changes.change, {"what": what}, name=f"candidate_{at}") for at, what in _SAID.items()),
    *(
        path(f"{_HERE}{at}/<int:row_id>/", changes.take_back, {"what": what}, name=f"candidate_{what}_gone")
        for at, what in _TAKEN_BACK.items()
    ),
]
