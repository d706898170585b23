"""Addresses of job orders."""

from __future__ import annotations

from django.urls import path

from rightday.joborders import views, views_order

urlpatterns = [
    path("orders/", views.orders, name="orders"),
    path("orders/new/", views.new_order, name="new_order"),
    path("orders/<int:order_id>/", views.order, name="order"),
    path("orders/<int:order_id>/terms/", views.terms, name="order_terms"),
    path("orders/<int:order_id>/points/<slug:name>/", views.point, name="order_point"),
    path("orders/<int:order_id>/notes/", views.notes, name="order_notes"),
    path("orders/<int:order_id>/step/", views_order.step, name="order_step"),
    path("orders/<int:order_id>/closing/", views_order.closing, name="order_closing"),
    path("orders/<int:order_id>/reopening/", views_order.reopening, name="order_reopening"),
    path("orders/<int:order_id>/asks/", views_order.asks, name="order_asks"),
    path("orders/<int:order_id>/asks/<int:ask_id>/", views_order.answer, name="order_ask"),
    path("orders/<int:order_id>/people/", views_order.people, name="order_people"),
    path("orders/<int:order_id>/members/", views_order.members, name="order_members"),
    path("orders/<int:order_id>/skills/", views_order.skills, name="order_skills"),
    path("orders/<int:order_id>/people/<int:row_id>/removal/", views_order.person_removal, name="order_person"),
    path("orders/<int:order_id>/members/<int:row_id>/removal/", views_order.member_removal, name="order_member"),
    path("orders/<int:order_id>/skills/<int:row_id>/removal/", views_order.skill_removal, name="order_skill"),
]
