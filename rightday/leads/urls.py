"""Addresses of leads."""

from __future__ import annotations

from django.urls import path

from rightday.leads import views, views_changes

urlpatterns = [
    path("leads/", views.leads, name="leads"),
    path("leads/new/", views.new_lead, name="new_lead"),
    path("leads/<int:lead_id>/", views.lead, name="lead"),
    path("leads/<int:lead_id>/evidence/", views_changes.evidence, name="lead_evidence"),
    path("leads/<int:lead_id>/confirmation/", views_changes.confirmation, name="lead_confirmation"),
    path("leads/<int:lead_id>/step/", views_changes.step, name="lead_step"),
    path("leads/<int:lead_id>/outcome/", views_changes.outcome, name="lead_outcome"),
    path("leads/<int:lead_id>/reopening/", views_changes.reopening, name="lead_reopening"),
    path("leads/<int:lead_id>/notes/", views_changes.notes, name="lead_notes"),
    path("leads/<int:lead_id>/details/", views_changes.details, name="lead_details"),
]
