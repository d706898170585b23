"""All rows of the product, room by room: Django finds a model only through this module."""

from rightday.agencies.models import Agency
from rightday.agencies.once import Receipt
from rightday.agenda.models import IntendedOutcome, Intention, NextStep
from rightday.calls.models import Achievement, Asked, Call, OnThePhone
from rightday.intake.models import Captured, Import, ImportRow, Shape
from rightday.joborders.feedback.models import Commitment, FeedbackPlan, GapLine, LikelyObjection
from rightday.joborders.models import Ask, Closing, JobOrder, OrderFact, OrderMember, OrderPerson, OrderSkill
from rightday.joborders.mutual.models import MutualPlan, PlanStep
from rightday.joborders.objections.models import Objection, ObjectionAnswer, Raised
from rightday.joborders.placements.models import CheckIn, Extension, Opening, Placement, PlacementEnd, StartCheck
from rightday.joborders.practice.models import RolePlay, RolePlayNote
from rightday.joborders.submittals.models import Interview, InterviewPerson, Offer, Submittal, SubmittalStop
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
from rightday.talent.models import Candidate, Consent, Exclusion, PersonSkill, Skill, SkillAlias, Wish
from rightday.talent.models_files import CV
from rightday.talent.models_mpc import Mpc, MpcTarget
from rightday.talent.models_shown import Deed, Quote, Reference, SkillEvidence
from rightday.team.models import Identity, Invitation, Member
from rightday.team.models_views import KeptView, SavedView
from rightday.timeline.models import Event
from rightday.work.models import Recurrence, WorkerBeat

__all__ = [
    "CV",
    "Achievement",
    "Agency",
    "Ask",
    "Asked",
    "BulkAct",
    "Call",
    "Candidate",
    "Captured",
    "CheckIn",
    "Closing",
    "Commitment",
    "Company",
    "CompanySuggestion",
    "Consent",
    "Deed",
    "DuplicateSearch",
    "DuplicateSuggestion",
    "EmailAddress",
    "Event",
    "Evidence",
    "Exclusion",
    "Extension",
    "ExternalId",
    "FallBack",
    "FeedbackPlan",
    "GapLine",
    "HandOff",
    "Identity",
    "Import",
    "ImportRow",
    "IncentiveRule",
    "Intelligence",
    "IntendedOutcome",
    "Intention",
    "Interview",
    "InterviewPerson",
    "Invitation",
    "JobOrder",
    "Kept",
    "KeptView",
    "Label",
    "Lead",
    "LeadLabel",
    "LeadWord",
    "LedgerLine",
    "LedgerMark",
    "LikelyObjection",
    "Member",
    "Merge",
    "Milestone",
    "Mpc",
    "MpcTarget",
    "MutualPlan",
    "NextStep",
    "Objection",
    "ObjectionAnswer",
    "Offer",
    "OnThePhone",
    "Opening",
    "OrderFact",
    "OrderMember",
    "OrderPerson",
    "OrderSkill",
    "Outcome",
    "Permission",
    "Person",
    "PersonSkill",
    "PhoneNumber",
    "Placement",
    "PlacementEnd",
    "PlanStep",
    "Position",
    "ProcessTemplate",
    "Quote",
    "Raised",
    "Receipt",
    "Recurrence",
    "Reference",
    "RolePlay",
    "RolePlayNote",
    "SavedView",
    "Shape",
    "Sighting",
    "Skill",
    "SkillAlias",
    "SkillEvidence",
    "StartCheck",
    "Submittal",
    "SubmittalStop",
    "Suppressed",
    "Takeout",
    "Wish",
    "WorkerBeat",
]
