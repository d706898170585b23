"""Identity (who signs in), Member (who they are in an agency), Invitation."""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from rightday.agencies.wall import (
    AgencyForeignKey,
    AgencyManager,
    AgencyModel,
    AgencyQuerySet,
    IdentityLink,
)
from rightday.team import rules


class IdentityManager(BaseUserManager["Identity"]):
    def create_user(self, email: str, password: str | None = None, **values: object) -> Identity:
        """A new identity; without a password it can sign in by email link only."""
        identity = self.model(email=self.normalize_email(email).casefold(), **values)
        identity.set_password(password)
        identity.save(using=self._db)
        return identity


class Identity(AbstractBaseUser):
    """A human who signs in, of any number of agencies. Outside the wall: it holds nothing of the trade."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar[IdentityManager] = IdentityManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="identity_email_once")]

    def __str__(self) -> str:
        return self.name or self.email


class MemberQuerySet(AgencyQuerySet["Member"]):
    def here(self) -> Self:
        """Members who have not left."""
        return self.filter(left_at=None)


class Member(AgencyModel):
    """An identity's place in one agency. `keys_off` switches single-letter keys off; `keys` changes some."""

    identity = IdentityLink[Identity, Identity](Identity, db_index=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=rules.ROLE_CHOICES, default=rules.Role.RECRUITER.value)
    zone = models.CharField(max_length=64, blank=True)
    keys_off = models.BooleanField(default=False)
    theme = models.CharField(max_length=5, blank=True)
    digest = models.BooleanField(default=True)  # what must not wait, by email in the morning
    notify = models.BooleanField(default=False)  # the same by the browser, while a page is open
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager.from_queryset(MemberQuerySet)()

    class Meta(AgencyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agency", "identity"], name="member_once"),
            models.CheckConstraint(
                name="member_role_known", condition=models.Q(role__in=[role.value for role in rules.Role])
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        return rules.initials(self.name)

    def may(self, permission: rules.Permission, *, own: bool = False) -> bool:
        """Whether this member's role allows it; `own` is whether the row is theirs."""
        return self.left_at is None and rules.allowed(rules.Role(self.role), permission, own=own)

    def must(self, permission: rules.Permission, *, own: bool = False) -> None:
        """Raises NotAllowed where `may` is False."""
        if not self.may(permission, own=own):
            raise rules.NotAllowed(permission)


class Invitation(AgencyModel):
    """An address asked to join; the link's secret is kept as a hash only."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=20, choices=rules.ROLE_CHOICES, default=rules.Role.RECRUITER.value)
    secret_hash = models.CharField(max_length=64)
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()
    accepted_by = AgencyForeignKey(Member, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "secret_hash"], name="invitation_secret_once")]

    def __str__(self) -> str:
        return self.email
