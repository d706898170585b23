"""Addresses of Today."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from rightday.agenda import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.today, name="today"),
    path("today/", views.today, name="today_sheet"),
    path("today/intention/", views.intention, name="intention"),
    path("today/add/", views.add, name="add_call"),
    path("today/<int:step_id>/why/", views.why, name="why_here"),
]
