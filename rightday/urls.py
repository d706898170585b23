"""Addresses: each room brings its own."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("rightday.agencies.urls")),
    path("", include("rightday.team.urls")),
    path("", include("rightday.people.urls")),
    path("", include("rightday.leads.urls")),
    path("", include("rightday.agenda.urls")),
    path("", include("rightday.joborders.urls")),
    path("", include("rightday.talent.urls")),
    path("", include("rightday.joborders.submittals.urls")),
    path("", include("rightday.joborders.placements.urls")),
    path("", include("rightday.joborders.feedback.urls")),
    path("", include("rightday.joborders.objections.urls")),
    path("", include("rightday.talent.cvs.urls")),
    path("", include("rightday.calls.urls")),
    path("", include("rightday.intake.urls")),
    path("", include("rightday.insight.urls")),
    path("", include("rightday.takeout.urls")),
]
if settings.DEBUG:  # every component in every state, for whoever builds screens
    urlpatterns.append(path("_gallery/", include("rightday.ui.urls")))
handler400 = "rightday.team.views_errors.bad_request"
handler403 = "rightday.team.views_errors.no_access"
handler404 = "rightday.team.views_errors.not_found"
handler500 = "rightday.team.views_errors.broken"
