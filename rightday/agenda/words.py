"""The words of next steps: kinds of call, whose step it is, reasons, and what can come of a call (FIELD_GUIDE 7)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Kinds of call. Each brings its plan (calls.plans)."""

    LEAD = "lead"
    QUALIFY = "qualify"
    CONFIRM = "confirm"
    MILESTONE = "milestone"
    CALL_BACK = "call_back"
    KEEP_IN_TOUCH = "keep_in_touch"
    KNOWLEDGE = "knowledge"
    REFERRAL = "referral"
    CHECK_IN = "check_in"
    FIND_OUT = "find_out"
    PROGRESS = "progress"
    FEEDBACK = "feedback"
    DEBRIEF = "debrief"
    PREPARE = "prepare"
    OFFER = "offer"
    START_CHECK = "start_check"
    PRESENT = "present"
    MATCH = "match"
    CANDIDATE = "candidate"
    MPC = "mpc"
    REFERENCE = "reference"
    EVENT = "event"
    SUPPORT = "support"


LIVE_KINDS: Final = frozenset({Kind.FEEDBACK, Kind.DEBRIEF, Kind.OFFER, Kind.START_CHECK})
"""Calls on live job orders: before everything else on the day (FIELD_GUIDE 7). Who was interviewed is asked first."""

KIND_WORDS: Final = {
    Kind.LEAD: "Lead call",
    Kind.QUALIFY: "Qualifying call",
    Kind.CONFIRM: "Confirming call",
    Kind.MILESTONE: "Milestone call",
    Kind.CALL_BACK: "Call back as agreed",
    Kind.KEEP_IN_TOUCH: "Keep in touch",
    Kind.KNOWLEDGE: "Knowledge call",
    Kind.REFERRAL: "Referral call",
    Kind.CHECK_IN: "Weekly check-in",
    Kind.FIND_OUT: "Find out from others",
    Kind.PROGRESS: "Progress update",
    Kind.FEEDBACK: "Interview feedback",
    Kind.DEBRIEF: "Interview debrief",
    Kind.PREPARE: "Interview preparation",
    Kind.OFFER: "Offer call",
    Kind.START_CHECK: "Start check",
    Kind.PRESENT: "Present by phone",
    Kind.MATCH: "Match call",
    Kind.CANDIDATE: "Candidate update",
    Kind.MPC: "MPC call",
    Kind.REFERENCE: "Reference call",
    Kind.EVENT: "Event invitation",
    Kind.SUPPORT: "Colleague support",
}
KIND_CHOICES: Final = [(kind.value, words) for kind, words in KIND_WORDS.items()]


class Of(StrEnum):
    """The kind of record that a next step belongs to: it points to the step, the step names it."""

    LEAD = "lead"
    CANDIDATE = "candidate"
    REFERENCE = "reference"
    MPC = "mpc"
    ORDER = "order"
    SUBMITTAL = "submittal"
    PLACEMENT = "placement"
    COMMITMENT = "commitment"
    PLAN_STEP = "plan_step"


OF_CHOICES: Final = [(one.value, one.value) for one in Of]


class Reason(StrEnum):
    """Why a call is worth making; the first column of the table of worths."""

    FALL_THROUGH = "fall_through"
    ADVERT = "advert"
    HOT = "hot"
    DECISION = "decision"
    PLAN = "plan"
    CLIENT = "client"
    WARM = "warm"
    RUMOUR = "rumour"
    RAN_OUT = "ran_out"
    COLD = "cold"
    NAME_ONLY = "name_only"
    CHECK_IN = "check_in"
    LIVE_ORDER = "live_order"
    COMMITMENT = "commitment"
    MPC = "mpc"
    REFERENCE = "reference"
    CANDIDATE = "candidate"


REASON_WORDS: Final = {
    Reason.FALL_THROUGH: "fall-through",
    Reason.ADVERT: "advertisement that names the manager",
    Reason.HOT: "hot",
    Reason.DECISION: "milestone due, at a decision",
    Reason.PLAN: "plan they told us about",
    Reason.CLIENT: "client, keep in touch",
    Reason.WARM: "warm",
    Reason.RUMOUR: "rumour",
    Reason.RAN_OUT: "hot that ran out",
    Reason.COLD: "project",
    Reason.NAME_ONLY: "name only",
    Reason.CHECK_IN: "check-in without news",
    Reason.LIVE_ORDER: "live job order",
    Reason.COMMITMENT: "somebody said they would",
    Reason.MPC: "most placeable candidate",
    Reason.REFERENCE: "reference",
    Reason.CANDIDATE: "candidate who waits for news",
}
REASON_CHOICES: Final = [(reason.value, words) for reason, words in REASON_WORDS.items()]


class Achievement(StrEnum):
    """What came of a call, or is intended for a day (FIELD_GUIDE 7)."""

    ORDER_TAKEN = "order_taken"
    INTERVIEW_ARRANGED = "interview_arranged"
    MEETING_BOOKED = "meeting_booked"
    LEAD = "lead"
    REFERRAL = "referral"
    FEEDBACK = "feedback"
    REFERENCE = "reference"
    COMMITMENT = "commitment"
    KNOWLEDGE = "knowledge"


ACHIEVEMENT_WORDS: Final = {
    Achievement.ORDER_TAKEN: "Orders taken",
    Achievement.INTERVIEW_ARRANGED: "Interviews arranged",
    Achievement.MEETING_BOOKED: "Meetings booked",
    Achievement.LEAD: "New leads found",
    Achievement.REFERRAL: "Referrals",
    Achievement.FEEDBACK: "Feedback",
    Achievement.REFERENCE: "References",
    Achievement.COMMITMENT: "Commitments",
    Achievement.KNOWLEDGE: "Things learned",
}
# What came of one call.
ACHIEVEMENT_SAID: Final = {
    Achievement.ORDER_TAKEN: "Order taken",
    Achievement.INTERVIEW_ARRANGED: "Interview arranged",
    Achievement.MEETING_BOOKED: "Meeting booked",
    Achievement.LEAD: "New lead found",
    Achievement.REFERRAL: "Referral",
    Achievement.FEEDBACK: "Feedback",
    Achievement.REFERENCE: "Reference",
    Achievement.COMMITMENT: "Commitment",
    Achievement.KNOWLEDGE: "Something learned",
}
ACHIEVEMENT_CHOICES: Final = [(kind.value, words) for kind, words in ACHIEVEMENT_WORDS.items()]
