"""Addresses of submittals and interviews."""

from __future__ import annotations

from django.urls import path

from rightday.joborders.submittals import views, views_offers

urlpatterns = [
    path("orders/<int:order_id>/submittals/", views.submittals, name="submittals"),
    path("orders/<int:order_id>/submittals/new/", views.present, name="present"),
    path("submittals/<int:submittal_id>/interviews/", views.rounds, name="submittal_rounds"),
    path("submittals/<int:submittal_id>/stop/", views.stop, name="submittal_stop"),
    path("submittals/<int:submittal_id>/reopening/", views.reopening, name="submittal_reopening"),
    path("submittals/<int:submittal_id>/offers/", views_offers.offer, name="submittal_offer"),
    path("submittals/<int:submittal_id>/placement/", views_offers.placing, name="submittal_placement"),
    path("offers/<int:offer_id>/answer/", views_offers.answer, name="offer_answer"),
    path("offers/<int:offer_id>/resignation/", views_offers.resignation, name="offer_resignation"),
    path("interviews/<int:interview_id>/debrief/", views.debrief, name="interview_debrief"),
    path("interviews/<int:interview_id>/no-debrief/", views.without_debrief, name="interview_without_debrief"),
    path("interviews/<int:interview_id>/word/", views.feedback, name="interview_word"),
]
