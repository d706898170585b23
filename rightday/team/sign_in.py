"""How allauth is bent to our rules: agencies invite, and a code comes with a link beside it."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_noop

from rightday.team import actions, queries
from rightday.ui.fragments import toast

# What allauth says on its own that is worth a line; "You have signed in" is not.
_SAID = {
    "account/messages/password_changed.txt": gettext_noop("Password changed."),
    "account/messages/password_set.txt": gettext_noop("Password set."),
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The sign-in code goes with a link, for whoever reads mail on another device."""
        if template_prefix == "account/email/login_code":
            identity = queries.identity_of(email)
            if identity is not None:
                base = context["request"].build_absolute_uri("/")
                context = context | {"link": actions.one_time_link(identity, base, by_mail=True)}
        super().send_mail(template_prefix, email, context)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Only what is worth saying, in our words."""
        said = message or _SAID.get(message_template or "", "")
        if said:
            toast(request, gettext(said))
