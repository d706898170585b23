"""Addresses of results."""

from __future__ import annotations

from django.urls import path

from rightday.insight import views

urlpatterns = [
    path("results/competitors/", views.competitors, name="competitors"),
]
