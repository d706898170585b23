"""Addresses of leads."""

from __future__ import annotations

from django.urls import path

from rightday.leads import views, views_changes, views_template

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
    path("settings/process/", views_template.process, name="settings_process"),
    path("settings/process/milestones/", views_template.add, name="settings_process_milestones"),
    path("settings/process/milestones/<int:place>/", views_template.change, name="settings_process_milestone"),
    path("settings/process/publication/", views_template.publish, name="settings_process_publish"),
    path("settings/process/discarding/", views_template.discard, name="settings_process_discard"),
    path("settings/process/drafts/<int:event_id>/", views_template.bring_back, name="settings_process_draft"),
]
