"""Addresses of quick capture and of imports."""

from __future__ import annotations

from django.urls import path

from rightday.intake import views, views_import
from rightday.intake.bundles import views as views_bundle
from rightday.intake.capture import views as views_capture

urlpatterns = [
    path("capture/", views_capture.capture, name="capture"),
    path("capture/parse/", views_capture.parse, name="capture_parse"),
    path("capture/<int:captured_id>/", views_capture.captured, name="captured"),
    path("capture/<int:captured_id>/again/", views_capture.again, name="capture_again"),
    path("capture/<int:captured_id>/undo/", views_capture.undo, name="capture_undo"),
    path("imports/", views.imports, name="imports"),
    path("imports/together/<slug:word>/", views_bundle.bundle, name="import_bundle"),
    path("imports/together/<slug:word>/run/", views_bundle.run, name="import_bundle_run"),
    path("imports/<int:import_id>/", views.one_import, name="import"),
    path("imports/<int:import_id>/choices/", views_import.choices, name="import_choices"),
    path("imports/<int:import_id>/progress/", views_import.progress, name="import_progress"),
    path("imports/<int:import_id>/run/", views_import.run, name="import_run"),
    path("imports/<int:import_id>/undo/", views_import.undo, name="import_undo"),
    path("imports/<int:import_id>/rows.xlsx", views.trial_sheet, name="import_rows"),
    path("imports/<int:import_id>/refused.xlsx", views.refused_sheet, name="import_refused"),
]
