"""Who is here: the member at the door, the team, and whether a desk is still empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.models import Agency
from rightday.agencies.rules import CallHours
from rightday.db.prepared import Prepared, Slot
from rightday.db.row_security import as_identity
from rightday.team.links import hashed
from rightday.team.models import Identity, Invitation, Member
from rightday.team.rules import ROLE_WORDS, Permission, Role, gives, initials

_MEMBER = tuple(field.attname for field in Member._meta.concrete_fields)
_AGENCY = tuple(field.attname for field in Agency._meta.concrete_fields)
# The door's own statement, run at every request: built once, one row, member and agency together.
_AT_DOOR = Prepared(
    lambda: (
        Member.objects.here()
        .filter(identity_id=Slot("identity"))
        .values_list(*_MEMBER, *(f"agency__{name}" for name in _AGENCY))[:1]
    )
)


@dataclass(frozen=True, slots=True)
class Membership:
    """One of the agencies an identity belongs to, as shown where they choose."""

    agency_id: int
    agency: str
    role: str
    sample: bool


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A member on the members' page. `may_edit`: the reader may change their role or end it."""

    id: int
    name: str
    initials: str
    email: str
    role: str
    last_here: datetime | None
    me: bool
    may_edit: bool


@dataclass(frozen=True, slots=True)
class InvitedRow:
    id: int
    email: str
    name: str
    role: str
    role_key: str
    at: datetime
    until: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class MembersPage:
    """`gives`: the roles the reader may give, empty for who may not manage the team."""

    team: tuple[TeamRow, ...]
    invited: tuple[InvitedRow, ...]
    gives: tuple[tuple[str, str], ...]
    zone: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """The first run. `sample_id`: the sample agency this identity may look at, where there is one."""

    name: str
    role: str
    at: datetime
    agency: str
    zone: str
    hours: CallHours
    colleagues: bool
    sample_id: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """An open invitation as seen by who opens its link. `new`: no identity has the address yet."""

    invitation: Invitation
    agency: str
    by: str
    role: str
    new: bool
    must_sign_in: bool
    signed_in_as: str


def at_door(identity_id: int) -> tuple[Member, Agency] | None:
    """The identity's member in the agency entered, and that agency, in one statement; None without."""
    rows = _AT_DOOR(identity=identity_id)
    if not rows:
        return None
    row = rows[0]
    member = Member.from_db("default", _MEMBER, row[: len(_MEMBER)])
    agency = Agency.from_db("default", _AGENCY, row[len(_MEMBER) :])
    member.agency = agency
    return member, agency


def memberships(identity_id: int) -> tuple[Membership, ...]:
    """The agencies an identity belongs to now, by name: before any agency is entered."""
    with as_identity(identity_id):
        rows = list(
            Member.objects.here()
            .filter(identity_id=identity_id)
            .order_by("agency__name", "agency_id")
            .values_list("agency_id", "agency__name", "role", "agency__sample")[:100]
        )
    return tuple(Membership(agency_id, name, ROLE_WORDS[Role(role)], sample) for agency_id, name, role, sample in rows)


def members_page(reader: Member, *, at: datetime) -> MembersPage:
    """Who works here and who is invited, by name; the first 500 of each."""
    may = gives(Role(reader.role)) if reader.may(Permission.TEAM_MANAGE) else ()
    rows = Member.objects.here().order_by("name", "id")
    columns = ("id", "name", "role", "identity__email", "identity__last_login")
    team = tuple(
        TeamRow(id, name, initials(name), email, ROLE_WORDS[Role(role)], seen, id == reader.pk, Role(role) in may)
        for id, name, role, email, seen in rows.values_list(*columns)[:500]
    )
    pending = Invitation.objects.filter(accepted_at=None, withdrawn_at=None).order_by("-at", "-id")
    invited = tuple(
        InvitedRow(id, email, name, ROLE_WORDS[Role(role)], role, asked, until, until <= at)
        for id, email, name, role, asked, until in pending.values_list("id", "email", "name", "role", "at", "until")[
            : 500 if may else 0
        ]
    )
    return MembersPage(team, invited, tuple((role.value, ROLE_WORDS[role]) for role in may), zone_of(reader))


def invited(secret: str, *, identity: Identity | None, at: datetime) -> Asked | None:
    """The invitation to the agency entered that this secret opens; None when it is over or never was."""
    invitation = (
        Invitation.objects.filter(secret_hash=hashed(secret), accepted_at=None, withdrawn_at=None, until__gt=at)
        .select_related("by", "agency")
        .first()
    )
    if invitation is None:
        return None
    known = Identity.objects.filter(email=invitation.email).first()
    return Asked(
        invitation,
        agency=invitation.agency.name,
        by=invitation.by.name,
        role=ROLE_WORDS[Role(invitation.role)],
        new=known is None,
        must_sign_in=known is not None and known != identity,
        signed_in_as=identity.email if identity else "",
    )


def today(member: Member) -> date:
    """The member's own day: in their zone, else in the agency's."""
    return clock.today_in(zone_of(member))


def zone_of(member: Member) -> str:
    """The member's time zone, else the agency's."""
    return member.zone or agencies.here().zone


def identity_of(email: str) -> Identity | None:
    """The identity with this address, however it is written."""
    return Identity.objects.filter(email=Identity.objects.normalize_email(email.strip()).casefold()).first()


def owners_locked() -> int:
    """How many owners the agency has; they stay until the transaction ends."""
    return len(Member.objects.here().filter(role=Role.OWNER).select_for_update().values_list("id"))


def start_page(member: Member, *, at: datetime) -> StartPage:
    """What is ready for the first call, and what is not."""
    sample = next((one.agency_id for one in memberships(member.identity_id) if one.sample), None)
    agency = agencies.here()
    return StartPage(
        name=member.name.split(" ")[0],
        role=ROLE_WORDS[Role(member.role)],
        at=clock.local(at, zone_of(member)),
        agency=agency.name,
        zone=agency.zone.rpartition("/")[2].replace("_", " "),
        hours=agencies.numbers(CallHours, "hours"),
        colleagues=Member.objects.here().exclude(pk=member.pk).exists(),
        sample_id=sample if sample != agency.pk else None,
    )


def our_addresses() -> frozenset[str]:
    """Addresses of everybody who is or was here, in lower case. One statement."""
    return frozenset(Member.objects.values_list("identity__email", flat=True))


def is_empty_desk() -> bool:
    """Whether the agency has no people yet: the first run shows itself instead of Today.

    One cheap statement; Today asks only when its sheet is empty.
    """
    # By name: people/ is above this room.
    return not apps.get_model("rightday", "Person").objects.exists()
