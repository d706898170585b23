"""Addresses of the team: signing in, joining, choosing the agency, members, oneself.

Of allauth's own pages those are here that somebody needs; each has our template
(a test walks them).
"""

from __future__ import annotations

from allauth.account import views as allauth
from django.urls import path, re_path

from rightday.team import views, views_members, views_saved, views_sign_in

urlpatterns = [
    path("accounts/login/", allauth.login, name="account_login"),
    path("accounts/login/code/", allauth.request_login_code, name="account_request_login_code"),
    path("accounts/login/code/confirm/", allauth.confirm_login_code, name="account_confirm_login_code"),
    path("accounts/logout/", allauth.logout, name="account_logout"),
    path("accounts/signup/", allauth.signup, name="account_signup"),
    path("accounts/inactive/", allauth.account_inactive, name="account_inactive"),
    path("accounts/reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", allauth.password_change, name="account_change_password"),
    path("accounts/password/set/", allauth.password_set, name="account_set_password"),
    path("accounts/password/reset/", allauth.password_reset, name="account_reset_password"),
    path("accounts/password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("enter/<str:token>/", views_sign_in.enter, name="enter"),
    path("join/<int:agency_id>/<str:secret>/", views_sign_in.join, name="join"),
    path("agencies/", views_sign_in.agencies, name="agencies"),
    path("start/", views.start, name="start"),
    path("views/", views_saved.views, name="views"),
    path("views/new/", views_saved.new_view, name="new_view"),
    path("views/counts/", views_saved.counts, name="view_counts"),
    path("settings/views/", views_saved.kept, name="settings_views"),
    path("settings/views/<int:view_id>/", views_saved.view, name="saved_view"),
    path("settings/views/<int:view_id>/place/", views_saved.place, name="view_place"),
    path("settings/views/<int:view_id>/sidebar/", views_saved.sidebar, name="view_sidebar"),
    path("settings/views/<int:view_id>/copying/", views_saved.copying, name="view_copying"),
    path("settings/views/<int:view_id>/removal/", views_saved.removal, name="view_removal"),
    path("settings/me/", views.me, name="settings_me"),
    path("settings/members/", views_members.members, name="members"),
    path("settings/members/invitations/", views_members.invitations, name="invitations"),
    path("settings/members/invitations/<int:invitation_id>/", views_members.invitation, name="invitation"),
    path("settings/members/<int:member_id>/", views_members.member, name="member"),
    path("settings/members/<int:member_id>/role/", views_members.role, name="member_role"),
    path("settings/members/<int:member_id>/leaving/", views_members.leaving, name="member_leaving"),
]
