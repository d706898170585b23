"""Addresses of results."""

from __future__ import annotations

from django.urls import path

from rightday.insight import views, views_history, views_settings

urlpatterns = [
    path("results/", views.results, name="results"),
    path("results/filled/", views.filled, name="filled"),
    path("results/leaks/", views.leaks, name="leaks"),
    path("results/leaks/sheet/", views.leak_on_sheet, name="leak_on_sheet"),
    path("results/history/", views_history.history, name="history"),
    path("results/history/calls/", views_history.history_calls, name="history_calls"),
    path("results/history/download/", views_history.history_download, name="history_download"),
    path("results/competitors/", views.competitors, name="competitors"),
    path("settings/leaks/", views_settings.leaks, name="settings_leaks"),
]
