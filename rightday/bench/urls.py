"""The product's addresses and the bare page; used by the measured server alone."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from rightday import urls
from rightday.bench import views

handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
urlpatterns: list[URLPattern | URLResolver] = [path("bench/<int:first>/", views.bare, name="bare"), *urls.urlpatterns]
