"""Addresses of the objection library."""

from __future__ import annotations

from django.urls import path

from rightday.joborders.objections import views

urlpatterns = [
    path("objections/", views.objections, name="objections"),
    path("objections/stock/", views.stock, name="objections_stock"),
    path("objections/new/", views.adding, name="objection_new"),
    path("objections/<int:objection_id>/", views.objection, name="objection"),
    path("objections/<int:objection_id>/rest/", views.resting, name="objection_rest"),
]
