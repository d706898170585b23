"""Addresses of CVs."""

from __future__ import annotations

from django.urls import path

from rightday.talent.cvs import views

urlpatterns = [
    path("cvs/", views.cvs, name="cvs"),
    path("cvs/<int:cv_id>/", views.cv, name="cv"),
    path("cvs/<int:cv_id>/file/", views.cv_file, name="cv_file"),
    path("cvs/<int:cv_id>/answer/", views.cv_answer, name="cv_answer"),
    path("cvs/<int:cv_id>/all/", views.cv_all, name="cv_all"),
    path("cvs/<int:cv_id>/person/", views.cv_person, name="cv_person"),
]
