"""Addresses of the agency: its settings, and whether the server is well."""

from __future__ import annotations

from django.urls import path

from rightday.agencies import views

urlpatterns = [
    path("health/", views.health, name="health"),
    path("settings/", views.agency, name="settings"),
    path("settings/grades/", views.grades, name="settings_grades"),
    path("settings/grades/watches/", views.watches, name="settings_watches"),
    path("settings/expectations/", views.expectations, name="settings_expectations"),
    path("settings/score/", views.score, name="settings_score"),
]
