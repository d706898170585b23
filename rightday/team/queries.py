"""Who is here: the member at the door, the team, and whether a desk is still empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.apps import apps

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.agencies.models import Agency
from rightday.db.prepared import Prepared, Slot
from rightday.db.row_security import as_identity
from rightday.team.models import Member
from rightday.team.rules import ROLE_WORDS, Role

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
            .values_list("agency_id", "agency__name", "role")[:100]
        )
    return tuple(Membership(agency_id, name, ROLE_WORDS[Role(role)]) for agency_id, name, role in rows)


def today(member: Member) -> date:
    """The member's own day: in their zone, else in the agency's."""
    return clock.today_in(zone_of(member))


def zone_of(member: Member) -> str:
    """The member's time zone, else the agency's."""
    return member.zone or agencies.here().zone


def is_empty_desk() -> bool:
    """Whether the agency has no people yet: the first run shows itself instead of Today.

    One cheap statement; Today asks only when its sheet is empty.
    """
    # By name: people/ is above this room.
    return not apps.get_model("rightday", "Person").objects.exists()
