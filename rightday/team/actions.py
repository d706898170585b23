"""The verbs of the team: found, sign in by link, invite, join, change, leave.

`found_agency` has no `by`: nobody is there yet. `accept` has none either: the secret in the
link is what allows it.
"""

from __future__ import annotations

from datetime import datetime

from babel.numbers import get_territory_currencies
from django.db import transaction
from django.db.models import F

from rightday.agencies.clock import now
from rightday.agencies.models import Agency
from rightday.agencies.once import Stale
from rightday.db.row_security import enter
from rightday.team import links, mail, queries, rules
from rightday.team.models import Identity, Invitation, Member
from rightday.team.rules import Permission, Role
from rightday.timeline import actions as timeline


@transaction.atomic
def found_agency(
    name: str,
    *,
    owner_email: str,
    owner_name: str,
    password: str | None = None,
    country: str = "GB",
    zone: str = "Europe/London",
    subdivision: str = "",
    sample: bool = False,
) -> tuple[Agency, Member]:
    """A new agency and its owner, who may already be an identity (then `password` is not used).

    Enters the new agency while it works; the caller enters it again for what follows.
    """
    currencies = get_territory_currencies(country)
    agency = Agency.objects.create(
        name=name.strip(),
        country=country,
        subdivision=subdivision,
        zone=zone,
        currency=currencies[-1] if currencies else "EUR",
        sample=sample,
    )
    identity = queries.identity_of(owner_email)
    if identity is None:
        identity = Identity.objects.create_user(owner_email, password, name=owner_name.strip())
    with enter(agency):
        owner = Member.objects.create(identity=identity, name=owner_name.strip() or str(identity), role=Role.OWNER)
        timeline.record("agency.founded", by=owner, name=agency.name)
    return agency, owner


def one_time_link(identity: Identity, base_url: str, *, agency: Agency | None = None, by_mail: bool = False) -> str:
    """An address that signs this identity in once, within 15 minutes (into `agency`, where given).

    Signing in by any way ends it. A mailed link asks for one press of a button, for scanners
    of mail open links too.
    """
    identity.refresh_from_db(fields=["last_login", "password"])  # what a link is good for
    token = links.sign(identity, agency_id=agency.pk if agency else None, by_mail=by_mail)
    return f"{base_url.rstrip('/')}/enter/{token}/"


def use_link(token: str, *, at: datetime) -> links.Opened:
    """Uses up a sign-in link. Raises links.LinkSpent when it was used, ran out, or is none.

    Of two who open it at once one gets in: the moment of the last sign-in is a compare-and-set.
    """
    opened = links.read(token)
    unused = Identity.objects.filter(pk=opened.identity.pk, last_login=opened.identity.last_login)
    if opened.identity.last_login is None:
        unused = Identity.objects.filter(pk=opened.identity.pk, last_login__isnull=True)
    if not unused.update(last_login=at):
        raise links.LinkSpent
    opened.identity.last_login = at
    return opened


@transaction.atomic
def invite(email: str, *, name: str, role: Role, by: Member, base_url: str) -> Invitation:
    """Asks somebody to join; an open invitation to the same address is replaced by this one.

    Raises NotAllowed, or rules.Refused when they are a member already. The mail goes on commit.
    """
    by.must(Permission.TEAM_MANAGE)
    rules.must_give(Role(by.role), role)
    email = Identity.objects.normalize_email(email.strip()).casefold()
    if Member.objects.here().filter(identity__email=email).exists():
        raise rules.Refused(f"{email} is a member already.")
    Invitation.objects.filter(email=email, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now())
    secret = links.new_secret()
    invitation = Invitation.objects.create(
        email=email,
        name=name.strip(),
        role=role,
        secret_hash=links.hashed(secret),
        by=by,
        until=now() + links.INVITATION_HOLDS,
    )
    timeline.record("member.invited", by=by, name=name or email, role=rules.ROLE_WORDS[role])
    address = f"{base_url.rstrip('/')}/join/{invitation.agency_id}/{secret}/"
    transaction.on_commit(lambda: mail.send_invitation(invitation, by=by, address=address))
    return invitation


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Member) -> None:
    """Ends an invitation that nobody has accepted. Raises Stale when somebody was faster."""
    by.must(Permission.TEAM_MANAGE)
    open_still = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    if not open_still.update(withdrawn_at=now()):
        raise Stale("This invitation has been accepted or withdrawn already.")
    timeline.record("member.invitation_withdrawn", by=by, name=invitation.name or invitation.email)


@transaction.atomic
def accept(invitation: Invitation, *, identity: Identity | None, name: str, password: str | None) -> Member:
    """Joins the agency entered: as `identity`, or as a new one made for the invited address.

    Who left and is invited again comes back as the member they were. Raises rules.Refused when
    the invitation is over, and when the address is an identity that is not the one signed in:
    an invitation is no way into somebody's other agencies.
    """
    joined = now()
    open_still = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None, until__gt=joined)
    if not open_still.update(accepted_at=joined):
        raise rules.Refused("This invitation is over. Ask for a new one.")
    known = queries.identity_of(invitation.email)
    if known is not None and (identity is None or known.pk != identity.pk):
        raise rules.Refused(f"Sign in as {invitation.email} to join.")
    if known is None:
        known = Identity.objects.create_user(invitation.email, password, name=name.strip())
    member, made = Member.objects.get_or_create(
        identity=known, defaults={"name": name.strip() or str(known), "role": invitation.role}
    )
    if not made:
        Member.objects.filter(pk=member.pk).update(left_at=None, role=invitation.role, version=F("version") + 1)
        member.refresh_from_db()
    Invitation.objects.filter(pk=invitation.pk).update(accepted_by=member)
    timeline.record("member.joined", by=member, role=rules.ROLE_WORDS[Role(member.role)])
    return member


@transaction.atomic
def change_role(member: Member, *, to: Role, seen: int, by: Member) -> None:
    """Gives a member another role. Raises NotAllowed, Stale, and rules.Refused for the last owner."""
    by.must(Permission.TEAM_MANAGE)
    rules.must_give(Role(by.role), to)
    rules.must_give(Role(by.role), Role(member.role))
    if to is not Role.OWNER:
        _keep_an_owner(member)
    _save(member, seen, role=to)
    timeline.record(
        "member.role",
        by=by,
        name=member.name,
        role=rules.ROLE_WORDS[to],
        was=rules.ROLE_WORDS[Role(member.role)],
    )


@transaction.atomic
def leave(member: Member, *, seen: int, by: Member) -> None:
    """Ends a membership; the door is shut at once. What they own stays theirs until handed over.

    Raises NotAllowed (one may leave oneself), Stale, and rules.Refused for the last owner.
    """
    if member.pk != by.pk:
        by.must(Permission.TEAM_MANAGE)
        rules.must_give(Role(by.role), Role(member.role))
    _keep_an_owner(member)
    _save(member, seen, left_at=now())
    timeline.record("member.left", by=by, name=member.name)


@transaction.atomic
def edit_me(member: Member, *, seen: int, by: Member, **changed: object) -> None:
    """Changes what is one's own: name, zone, theme, keys_off, digest, notify. Raises NotAllowed, Stale."""
    if member.pk != by.pk:
        by.must(Permission.TEAM_MANAGE)
    _save(member, seen, **changed)


def _save(member: Member, seen: int, **changed: object) -> None:
    """Compare-and-set on the version shown."""
    there = Member.objects.here().filter(pk=member.pk, version=seen)
    if not there.update(version=F("version") + 1, **changed):
        raise Stale(f"{member.name} was changed by somebody else.")


def _keep_an_owner(member: Member) -> None:
    """Raises rules.Refused when the agency would be without an owner."""
    if Role(member.role) is Role.OWNER and queries.owners_locked() < 2:
        raise rules.Refused("An agency needs an owner. Make somebody else owner first.")
