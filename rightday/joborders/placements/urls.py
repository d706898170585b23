"""Addresses of placements."""

from __future__ import annotations

from django.urls import path

from rightday.joborders.placements import views

_HERE = "placements/<int:placement_id>/"
urlpatterns = [
    path(_HERE, views.placement, name="placement"),
    path(f"{_HERE}start-check/", views.start_check, name="placement_start_check"),
    path(f"{_HERE}start/", views.start, name="placement_start"),
    path(f"{_HERE}extension/", views.extension, name="placement_extension"),
    path(f"{_HERE}ending/", views.ending, name="placement_ending"),
    path(f"{_HERE}reopening/", views.reopening, name="placement_reopening"),
]
