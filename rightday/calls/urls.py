"""Addresses of a call."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from rightday.calls import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("today/<int:step_id>/", views.call, name="call"),
    path("today/<int:step_id>/result/", views.result, name="call_result"),
    path("today/<int:step_id>/heard/", views.heard, name="call_heard"),
    path("today/<int:step_id>/phone/", views.phone, name="call_phone"),
    path("calls/<int:call_id>/undo/", views.undo, name="undo_call"),
]
