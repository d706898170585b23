"""Addresses of the gallery; the project includes them under `_gallery/` when DEBUG is on."""

from django.urls import path

from rightday.ui import views

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("today/", views.gallery_today, name="gallery_today"),
    path("focus/", views.gallery_focus, name="gallery_focus"),
    path("parse/", views.gallery_parse, name="gallery_parse"),
]
