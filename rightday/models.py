"""All rows of the product, room by room: Django finds a model only through this module."""

from rightday.agencies.models import Agency
from rightday.agencies.once import Receipt
from rightday.agenda.models import IntendedOutcome, Intention, NextStep
from rightday.calls.models import Achievement, Call, OnThePhone
from rightday.intake.models import Captured, Import, ImportRow
from rightday.leads.models import Evidence, Intelligence, Lead, Outcome
from rightday.people.models import (
    Company,
    DuplicateSuggestion,
    EmailAddress,
    Permission,
    Person,
    PhoneNumber,
    Position,
)
from rightday.team.models import Identity, Invitation, Member
from rightday.timeline.models import Event
from rightday.work.models import Recurrence, WorkerBeat

__all__ = [
    "Achievement",
    "Agency",
    "Call",
    "Captured",
    "Company",
    "DuplicateSuggestion",
    "EmailAddress",
    "Event",
    "Evidence",
    "Identity",
    "Import",
    "ImportRow",
    "Intelligence",
    "IntendedOutcome",
    "Intention",
    "Invitation",
    "Lead",
    "Member",
    "NextStep",
    "OnThePhone",
    "Outcome",
    "Permission",
    "Person",
    "PhoneNumber",
    "Position",
    "Receipt",
    "Recurrence",
    "WorkerBeat",
]
