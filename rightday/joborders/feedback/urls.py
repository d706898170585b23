"""Addresses of the feedback call."""

from __future__ import annotations

from django.urls import path

from rightday.joborders.feedback import views

AT = "interviews/<int:interview_id>/feedback/"
urlpatterns = [
    path(AT, views.feedback, name="feedback"),
    path(f"{AT}anew/", views.anew, name="feedback_anew"),
    path(f"{AT}words/", views.words, name="feedback_words"),
    path(f"{AT}without/", views.without, name="feedback_without"),
    path(f"{AT}decision/", views.decision, name="feedback_decision"),
    path(f"{AT}lines/<int:line_id>/", views.line, name="feedback_line"),
]
