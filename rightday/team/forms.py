"""Forms of the team: browser strings to clean Python."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _

from rightday.team.rules import ROLE_WORDS, Role

THEMES = [("", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))]


class JoinForm(forms.Form):
    """Joining: who is new gives a name and, if they like, a password; who is not gives nothing."""

    name = forms.CharField(label=_("Your name, as colleagues see it"), max_length=120, strip=True)
    password = forms.CharField(
        label=_("A password, if you want one"),
        required=False,
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ten characters or more. Without one we mail you a link each time."),
    )

    def __init__(self, data: Any, *, new: bool, **options: Any) -> None:
        super().__init__(data, **options)
        self.new = new
        if not new:
            del self.fields["password"]

    def clean_password(self) -> str | None:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password or None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned.setdefault("password", None)
        return cleaned


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("Work email"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, data: Any, *, gives: tuple[tuple[str, str], ...]) -> None:
        super().__init__(data)
        self.fields["role"].choices = gives  # type: ignore[attr-defined]  # a ChoiceField has them

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    """A role to give, and the version of the member that was shown."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, ROLE_WORDS[role]) for role in Role])
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class SeenForm(forms.Form):
    """The version that was shown, and nothing else."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class MeForm(forms.Form):
    """What is one's own, for all devices."""

    name = forms.CharField(label=_("Your name"), max_length=120)
    zone = forms.CharField(label=_("Your time zone"), max_length=64, required=False)
    theme = forms.ChoiceField(label=_("Light or dark"), choices=THEMES, required=False)
    keys = forms.BooleanField(label=_("Single-letter keys"), required=False)
    digest = forms.BooleanField(label=_("By mail"), required=False)
    notify = forms.BooleanField(label=_("In the browser"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"].strip()
        if zone and zone not in available_timezones():
            raise forms.ValidationError(_("Choose one of the list, like Europe/London."))
        return zone
