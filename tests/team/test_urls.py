"""Every page of the team answers in our own look; allauth's never shows."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from rightday.team import urls
from rightday.team.models import Identity

ALLAUTH = [pattern.name for pattern in urls.urlpatterns if (pattern.name or "").startswith("account_")]
WITHOUT_ARGUMENTS = [name for name in ALLAUTH if name != "account_reset_password_from_key"]


def foreign(response):
    """Templates that are not ours: Django's own engine records what it renders, Jinja's does not."""
    return [template.name for template in response.templates if template.name and "django/forms" not in template.name]


@pytest.mark.parametrize("name", WITHOUT_ARGUMENTS)
@pytest.mark.parametrize("who", ["stranger", "member"])
def test_no_page_of_allauth_falls_through_to_its_own_look(ours, name, who):
    browser = ours.client() if who == "member" else Client()
    if who == "member":
        identity = Identity.objects.get(pk=ours.sam.identity_id)
        identity.set_password(
            "a long enough password" if name in {"account_change_password", "account_reauthenticate"} else None
        )
        identity.save()
        browser.force_login(identity)
    answer = browser.get(reverse(name))
    assert answer.status_code in {200, 302}
    assert foreign(answer) == []
    if answer.status_code == 200:
        assert 'class="gate"' in answer.content.decode()


def test_the_address_of_a_new_password_has_our_look_spent_or_not(ours):
    Client().post(reverse("account_reset_password"), {"email": ours.sam.identity.email})
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    browser = Client()
    answer = browser.get(urlsplit(link).path, follow=True)
    assert "Choose a new password" in answer.content.decode()
    assert foreign(answer) == []
    action = answer.redirect_chain[-1][0]
    saved = browser.post(action, {"password1": "seven green bottles", "password2": "seven green bottles"}, follow=True)
    assert "Your new password is saved" in saved.content.decode()
    spent = Client().get(urlsplit(link).path, follow=True)
    assert "This link is over" in spent.content.decode()
    assert foreign(spent) == []
