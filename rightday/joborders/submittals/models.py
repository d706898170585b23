"""A candidate presented for a job order: submitted, interviewed in rounds, offered, placed, or stopped, and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders import rules as orders
from rightday.joborders.models import JobOrder
from rightday.joborders.submittals import rules
from rightday.people.models import Person
from rightday.talent.models import Candidate, Consent
from rightday.talent.models_files import CV
from rightday.team.models import Member

OPEN = Q(next_step__isnull=False)


class SubmittalStop(AgencyModel):
    """Why and when a submittal went no further. One that was taken back stays: `was_of` is the submittal it was of."""

    kind = models.CharField(max_length=16, choices=rules.STOP_CHOICES)
    on = models.DateField()
    words = models.CharField(max_length=500, blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # DO_NOTHING: the two point at each other.
    was_of = AgencyForeignKey["Submittal | None", "Submittal | None"](
        "Submittal", models.DO_NOTHING, null=True, related_name="past_stops"
    )
    told = models.JSONField(default=dict, blank=True)  # what it changed on the lead, for taking it back
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "was_of"], name="stop_past", condition=Q(was_of__isnull=False))]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Submittal(AgencyModel):
    """One candidate for one order. Exactly one of `next_step` and `stop` is set.

    Money is in minor units of the order's currency, pay and bill per its `per`, salary a year. `stage` and `round`
    are how far it is; `first_on` to `offer_on` the days it got there: ratios of stages are read from them alone.
    """

    STEP_OF: ClassVar = Of.SUBMITTAL
    order = AgencyForeignKey(JobOrder, related_name="submittals")
    candidate = AgencyForeignKey(Candidate, related_name="submittals")
    owner = AgencyForeignKey(Member, related_name="+")
    consent = AgencyForeignKey(Consent, related_name="+")
    cv = AgencyForeignKey["CV | None", "CV | None"](CV, null=True, related_name="+")
    stage = models.PositiveSmallIntegerField(choices=orders.STAGE_CHOICES, default=orders.Stage.SUBMITTED.value)
    round = models.PositiveSmallIntegerField(default=0)
    pay = models.BigIntegerField(null=True)
    bill = models.BigIntegerField(null=True)
    salary = models.BigIntegerField(null=True)
    words = models.TextField(blank=True)
    by_phone = models.BooleanField(default=False)  # presented by phone before anything was sent
    submitted_on = models.DateField()
    first_on = models.DateField(null=True)
    further_on = models.DateField(null=True)
    offer_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    stop = AgencyForeignKey["SubmittalStop | None", "SubmittalStop | None"](SubmittalStop, null=True, related_name="+")
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "order", "id"], name="submittal_by_order"),
            models.Index(fields=["agency", "candidate", "id"], name="submittal_by_candidate"),
            models.Index(fields=["agency", "submitted_on", "stage", "id"], name="submittal_by_day"),
            models.Index(fields=["agency", "owner", "id"], name="submittal_open_own", condition=OPEN),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "order", "candidate"], condition=OPEN, name="submittal_once"),
            models.UniqueConstraint(fields=["agency", "next_step"], name="submittal_step_once"),
            models.UniqueConstraint(fields=["agency", "stop"], name="submittal_stop_once"),
            models.CheckConstraint(
                name="submittal_step_or_stop",
                condition=Q(next_step__isnull=False, stop__isnull=True) | Q(next_step__isnull=True, stop__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate_id} for {self.order_id}"


class Interview(AgencyModel):
    """A round in which client and candidate meet, at a moment, in the `zone` of its place.

    The candidate is debriefed first: `debriefed_on` with their words, or `skipped_on` when the consultant called
    the client without (FIELD_GUIDE 11). `prep` are the parts of the preparation, {"who": …, "asks": …, …}.
    """

    submittal = AgencyForeignKey(Submittal, related_name="interviews")
    round = models.PositiveSmallIntegerField()
    starts = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    zone = models.CharField(max_length=64, blank=True)
    how = models.CharField(max_length=8, choices=rules.HOW_CHOICES)
    place = models.CharField(max_length=200, blank=True)
    held = models.CharField(max_length=10, choices=rules.HELD_CHOICES, default=rules.Held.PLANNED.value)
    prep = models.JSONField(default=dict, blank=True)
    prepared_on = models.DateField(null=True)
    debriefed_on = models.DateField(null=True)
    debrief = models.TextField(blank=True)
    wanted = models.CharField(max_length=6, choices=rules.WANTED_CHOICES, blank=True)
    skipped_on = models.DateField(null=True)
    skipped_by = AgencyForeignKey(Member, null=True, related_name="+")
    feedback_on = models.DateField(null=True)
    feedback = models.TextField(blank=True)
    forward = models.BooleanField(null=True)  # the client's decision
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "starts", "id"], name="interview_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "submittal", "round"],
                condition=Q(held__in=["planned", "held"]),
                name="interview_round_once",
            )
        ]

    def __str__(self) -> str:
        return f"Round {self.round}, {self.starts:%Y-%m-%d}"


class InterviewPerson(AgencyModel):
    """Somebody of the client's who takes part in an interview."""

    interview = AgencyForeignKey(Interview, models.CASCADE, related_name="people")
    person = AgencyForeignKey(Person, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "person"], name="interview_by_person")]
        constraints = [models.UniqueConstraint(fields=["agency", "interview", "person"], name="interview_person_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.interview_id}"


class Offer(AgencyModel):
    """An offer of a client to a candidate, by word and in writing, its answer, and the way to the start.

    `terms` lists {"term", "offered", "asked", "fits"}. Money in minor units of the order's currency.
    """

    submittal = AgencyForeignKey(Submittal, related_name="offers")
    verbal_on = models.DateField(null=True)
    written_on = models.DateField(null=True)
    answer_by = models.DateTimeField(null=True)
    answer = models.CharField(max_length=10, choices=rules.OFFER_CHOICES, blank=True)
    answered_on = models.DateField(null=True)
    answer_words = models.CharField(max_length=500, blank=True)
    terms = models.JSONField(default=list, blank=True)
    pay = models.BigIntegerField(null=True)
    bill = models.BigIntegerField(null=True)
    salary = models.BigIntegerField(null=True)
    fee = models.PositiveSmallIntegerField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    resigns_on = models.DateField(null=True)
    resigned_on = models.DateField(null=True)
    last_day = models.DateField(null=True)
    counter = models.JSONField(default=list, blank=True)  # what was heard of a counter-offer: [{"words", "who", "on"}]
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agency", "submittal"], condition=Q(answer=""), name="offer_one_open")
        ]

    def __str__(self) -> str:
        return f"Offer {self.written_on or self.verbal_on}"
