"""The pages of the settings, as their navigation shows them."""

from __future__ import annotations

from typing import TypeAlias

from django.urls import reverse
from django.utils.translation import gettext as _

Link: TypeAlias = tuple[str, str, str, str]


def nav(agency: str) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Groups of links for `ui.settings_nav`: name, label, label on a phone, address."""
    of_agency = (
        ("agency", _("Agency and hours"), _("Agency"), reverse("settings")),
        ("grades", _("Grades and days"), _("Grades"), reverse("settings_grades")),
        ("expectations", _("Expectations"), _("Expect"), reverse("settings_expectations")),
        ("score", _("Order of calls"), _("Order"), reverse("settings_score")),
        ("leaks", _("Leaks"), _("Leaks"), reverse("settings_leaks")),
        ("process", _("Hiring process"), _("Process"), reverse("settings_process")),
        ("incentives", _("Incentives"), _("Incentives"), reverse("incentives") + "?view=rules"),
        ("members", _("Members and roles"), _("Members"), reverse("members")),
        ("views", _("Saved views"), _("Views"), reverse("settings_views")),
        ("data", _("Your data"), _("Data"), reverse("settings_data")),
    )
    return (agency, of_agency), (_("You"), (("me", _("Keys, look, time"), _("You"), reverse("settings_me")),))
