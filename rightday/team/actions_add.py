"""Members added without an invitation: from the command line, by whoever keeps the installation."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from rightday.team.models import Identity, Member
from rightday.team.rules import ROLE_WORDS, Permission, Role
from rightday.timeline import actions as timeline


@transaction.atomic
def add_member(*, email: str, name: str, role: Role, by: Member | None, password: str | None = None) -> Member:
    """Somebody who may sign in to the agency entered, at once. `by` None: the installation itself.

    A known identity keeps its password. Raises ValidationError, in words, for an address or password
    that is none, and for somebody who is a member already.
    """
    if by is not None:
        by.must(Permission.TEAM_MANAGE)
    email = email.strip().casefold()
    validate_email(email)
    identity = Identity.objects.filter(email=email).first()
    if identity is None:
        if password:
            validate_password(password)
        identity = Identity.objects.create_user(email, password, name=name.strip())
    if Member.objects.here().filter(identity=identity).exists():
        raise ValidationError(f"{email} is a member already.")
    member, made = Member.objects.get_or_create(
        identity=identity, defaults={"name": name.strip()[:120], "role": role.value}
    )
    if not made:
        Member.objects.filter(pk=member.pk).update(left_at=None, role=role.value)
        member.refresh_from_db()
    timeline.record("member.joined", by=by or member, role=ROLE_WORDS[role])
    return member
