"""Addresses of submittals and interviews."""

from __future__ import annotations

from django.urls import path

from rightday.joborders.submittals import views

urlpatterns = [
    path("orders/<int:order_id>/submittals/", views.submittals, name="submittals"),
    path("orders/<int:order_id>/submittals/new/", views.present, name="present"),
    path("submittals/<int:submittal_id>/interviews/", views.rounds, name="submittal_rounds"),
    path("submittals/<int:submittal_id>/stop/", views.stop, name="submittal_stop"),
    path("submittals/<int:submittal_id>/reopening/", views.reopening, name="submittal_reopening"),
    path("interviews/<int:interview_id>/debrief/", views.debrief, name="interview_debrief"),
    path("interviews/<int:interview_id>/no-debrief/", views.without_debrief, name="interview_without_debrief"),
    path("interviews/<int:interview_id>/word/", views.feedback, name="interview_word"),
]
