"""All rows of the product, room by room: Django finds a model only through this module."""

from rightday.agencies.models import Agency
from rightday.agencies.once import Receipt
from rightday.agenda.models import IntendedOutcome, Intention, NextStep
from rightday.calls.models import Achievement, Call, OnThePhone
from rightday.intake.models import Captured, Import, ImportRow, Shape
from rightday.leads.handoffs.models import HandOff
from rightday.leads.incentives.models import IncentiveRule, LedgerLine, LedgerMark
from rightday.leads.lists.models import BulkAct, Label, LeadLabel, LeadWord
from rightday.leads.models import Evidence, Intelligence, Lead, Outcome
from rightday.leads.process.models import FallBack, Milestone, ProcessTemplate
from rightday.leads.watching.models import Sighting
from rightday.people.duplicates.models import CompanySuggestion, DuplicateSearch, Merge
from rightday.people.models import (
    Company,
    DuplicateSuggestion,
    EmailAddress,
    Permission,
    Person,
    PhoneNumber,
    Position,
)
from rightday.people.models_files import ExternalId, Kept, Suppressed
from rightday.takeout.models import Takeout
from rightday.team.models import Identity, Invitation, Member
from rightday.team.models_views import KeptView, SavedView
from rightday.timeline.models import Event
from rightday.work.models import Recurrence, WorkerBeat

__all__ = [
    "Achievement",
    "Agency",
    "BulkAct",
    "Call",
    "Captured",
    "Company",
    "CompanySuggestion",
    "DuplicateSearch",
    "DuplicateSuggestion",
    "EmailAddress",
    "Event",
    "Evidence",
    "ExternalId",
    "FallBack",
    "HandOff",
    "Identity",
    "Import",
    "ImportRow",
    "IncentiveRule",
    "Intelligence",
    "IntendedOutcome",
    "Intention",
    "Invitation",
    "Kept",
    "KeptView",
    "Label",
    "Lead",
    "LeadLabel",
    "LeadWord",
    "LedgerLine",
    "LedgerMark",
    "Member",
    "Merge",
    "Milestone",
    "NextStep",
    "OnThePhone",
    "Outcome",
    "Permission",
    "Person",
    "PhoneNumber",
    "Position",
    "ProcessTemplate",
    "Receipt",
    "Recurrence",
    "SavedView",
    "Shape",
    "Sighting",
    "Suppressed",
    "Takeout",
    "WorkerBeat",
]
