"""Addresses of quick capture and of imports."""

from __future__ import annotations

from django.urls import path

from rightday.intake import views_capture

urlpatterns = [
    path("capture/", views_capture.capture, name="capture"),
    path("capture/parse/", views_capture.parse, name="capture_parse"),
    path("capture/<int:captured_id>/", views_capture.captured, name="captured"),
    path("capture/<int:captured_id>/again/", views_capture.again, name="capture_again"),
    path("capture/<int:captured_id>/undo/", views_capture.undo, name="capture_undo"),
]
