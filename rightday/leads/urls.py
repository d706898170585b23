"""Addresses of leads."""

from __future__ import annotations

from django.urls import path

from rightday.leads import views, views_changes, views_handoffs, views_sightings, views_template, views_track

urlpatterns = [
    path("leads/", views.leads, name="leads"),
    path("leads/new/", views.new_lead, name="new_lead"),
    path("leads/handoffs/", views_handoffs.hand_offs, name="hand_offs"),
    path("leads/handoffs/<int:hand_off_id>/acceptance/", views_handoffs.acceptance, name="hand_off_acceptance"),
    path("leads/handoffs/<int:hand_off_id>/return/", views_handoffs.return_of, name="hand_off_return"),
    path("leads/handoffs/<int:hand_off_id>/withdrawal/", views_handoffs.withdrawal, name="hand_off_withdrawal"),
    path("leads/handoffs/<int:hand_off_id>/keeping/", views_handoffs.keeping, name="hand_off_keeping"),
    path("leads/<int:lead_id>/", views.lead, name="lead"),
    path("leads/<int:lead_id>/handing/", views_handoffs.handing, name="lead_handing"),
    path("leads/<int:lead_id>/evidence/", views_changes.evidence, name="lead_evidence"),
    path("leads/<int:lead_id>/confirmation/", views_changes.confirmation, name="lead_confirmation"),
    path("leads/<int:lead_id>/step/", views_changes.step, name="lead_step"),
    path("leads/<int:lead_id>/outcome/", views_changes.outcome, name="lead_outcome"),
    path("leads/<int:lead_id>/reopening/", views_changes.reopening, name="lead_reopening"),
    path("leads/<int:lead_id>/notes/", views_changes.notes, name="lead_notes"),
    path("leads/<int:lead_id>/details/", views_changes.details, name="lead_details"),
    path("leads/<int:lead_id>/milestones/<int:place>/", views_track.milestone, name="lead_milestone"),
    path("leads/<int:lead_id>/milestones/<int:place>/fall/", views_track.fall, name="lead_fall"),
    path("leads/<int:lead_id>/filler/", views_track.filler, name="lead_filler"),
    path("leads/<int:lead_id>/vacancy/", views_track.vacancy, name="lead_vacancy"),
    path("leads/<int:lead_id>/asked/", views_track.asked_others, name="lead_asked"),
    path("leads/<int:lead_id>/calling/", views_track.calling, name="lead_calling"),
    path("leads/<int:lead_id>/undo/<str:token>/", views_track.undo, name="lead_undo"),
    path("settings/process/", views_template.process, name="settings_process"),
    path("settings/process/milestones/", views_template.add, name="settings_process_milestones"),
    path("settings/process/milestones/<int:place>/", views_template.change, name="settings_process_milestone"),
    path("settings/process/publication/", views_template.publish, name="settings_process_publish"),
    path("settings/process/discarding/", views_template.discard, name="settings_process_discard"),
    path("settings/process/drafts/<int:event_id>/", views_template.bring_back, name="settings_process_draft"),
    path("leads/<int:lead_id>/sightings/", views_sightings.sightings, name="lead_sightings"),
    path(
        "leads/<int:lead_id>/sightings/<int:sighting_id>/removal/", views_sightings.sighting_removal,
        name="lead_sighting_removal",
    ),
]
