"""Job orders: a qualified, agreed vacancy, what is known of it and who said so, who works on it, how it closed."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel, AgencyQuerySet
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.joborders import rules
from rightday.leads.models import Lead
from rightday.people.models import Company, Person
from rightday.talent.models import Skill
from rightday.team.models import Member

OPEN = Q(next_step__isnull=False)


class Closing(AgencyModel):
    """How a job order closed, and the day. One that was reopened stays: `was_of` is the order it was of."""

    kind = models.CharField(max_length=20, choices=rules.CLOSED_CHOICES)
    on = models.DateField()
    who = models.CharField(max_length=200, blank=True)
    rival = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    words = models.TextField(blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # DO_NOTHING: the two point at each other, and an order that is taken out takes its closings with it.
    was_of = AgencyForeignKey["JobOrder | None", "JobOrder | None"](
        "JobOrder", models.DO_NOTHING, null=True, related_name="past_closings"
    )
    reopened_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "kind", "on", "id"], name="closing_by_kind"),
            models.Index(fields=["agency", "was_of"], name="closing_past", condition=Q(was_of__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class JobOrderQuerySet(AgencyQuerySet["JobOrder"]):
    def open(self) -> Self:
        return self.filter(next_step__isnull=False)

    def owned_by(self, member: Member) -> Self:
        return self.filter(owner=member)


class JobOrder(AgencyModel):
    """A vacancy that the agency works on. Exactly one of `next_step` and `closing` is set.

    Money is in minor units of `currency`. A contract is billed at `bill_from` to `bill_to` per `per`, for people
    paid up to `pay_to`, with `burden` (basis points of the pay) on top. A permanent one pays `salary_from` to
    `salary_to` a year, `fee` basis points of it, with the `guarantee` [[weeks, percent given back], …].
    `stage` is the furthest that one of its submittals stands, `known` how many of the eleven points are known,
    `fee_expected` what all open places may earn: all three written by the actions alone.
    """

    STEP_OF: ClassVar = Of.ORDER
    company = AgencyForeignKey(Company, related_name="orders")
    manager = AgencyForeignKey(Person, related_name="orders")
    lead = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="orders")
    owner = AgencyForeignKey(Member, related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=rules.KIND_CHOICES)
    openings = models.PositiveSmallIntegerField(default=1)
    filled = models.PositiveSmallIntegerField(default=0)
    place = models.CharField(max_length=120, blank=True)
    home_days = models.PositiveSmallIntegerField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    decides_on = models.DateField(null=True)
    years = models.PositiveSmallIntegerField(null=True)
    currency = models.CharField(max_length=3, default="GBP")
    per = models.CharField(max_length=5, choices=rules.PER_CHOICES, default=rules.Per.DAY.value)
    bill_from = models.BigIntegerField(null=True)
    bill_to = models.BigIntegerField(null=True)
    pay_to = models.BigIntegerField(null=True)
    burden = models.PositiveSmallIntegerField(default=0)
    salary_from = models.BigIntegerField(null=True)
    salary_to = models.BigIntegerField(null=True)
    fee = models.PositiveSmallIntegerField(null=True)
    guarantee = models.JSONField(default=list, blank=True)
    brief = models.TextField(blank=True)
    stage = models.PositiveSmallIntegerField(default=0, choices=rules.STAGE_CHOICES)
    known = models.PositiveSmallIntegerField(default=0)
    fee_expected = models.BigIntegerField(default=0)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    closing = AgencyForeignKey["Closing | None", "Closing | None"](Closing, null=True, related_name="+")
    taken_on = models.DateField()
    taken_by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager.from_queryset(JobOrderQuerySet)()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "stage", "id"], name="order_open", condition=OPEN),
            models.Index(fields=["agency", "owner", "stage", "id"], name="order_open_own", condition=OPEN),
            models.Index(fields=["agency", "company", "id"], name="order_by_company"),
            models.Index(fields=["agency", "manager"], name="order_by_manager"),
            models.Index(fields=["agency", "lead"], name="order_by_lead", condition=Q(lead__isnull=False)),
            models.Index(fields=["agency", "at", "id"], name="order_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "next_step"], name="order_step_once"),
            models.UniqueConstraint(fields=["agency", "closing"], name="order_closing_once"),
            models.CheckConstraint(
                name="order_step_or_closing",
                condition=Q(next_step__isnull=False, closing__isnull=True)
                | Q(next_step__isnull=True, closing__isnull=False),
            ),
            models.CheckConstraint(name="order_places", condition=Q(openings__gte=1)),
        ]

    def __str__(self) -> str:
        return self.title


class OrderFact(AgencyModel):
    """One of the eleven points of a qualified order (FIELD_GUIDE 10), as somebody said it; a point's latest counts.

    `known` false keeps what was said although the point is still open ("it should just work").
    """

    order = AgencyForeignKey(JobOrder, related_name="facts")
    point = models.CharField(max_length=16, choices=rules.POINT_CHOICES)
    words = models.TextField()
    known = models.BooleanField(default=True)
    said_by = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    source = models.CharField(max_length=160, blank=True)
    true_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "order", "id"], name="order_fact_by_order")]

    def __str__(self) -> str:
        return f"{self.point}: {self.words[:60]}"


class OrderSkill(AgencyModel):
    """A skill that the client asks for: must, or would be good."""

    order = AgencyForeignKey(JobOrder, related_name="skills")
    skill = AgencyForeignKey(Skill, related_name="+")
    must = models.BooleanField(default=True)
    years = models.PositiveSmallIntegerField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "skill", "order", "must"], name="order_skill_match")]
        constraints = [models.UniqueConstraint(fields=["agency", "order", "skill"], name="order_skill_once")]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.skill_id}"


class OrderPerson(AgencyModel):
    """Somebody of the client's who has a say: decides, holds the budget, interviews. What they care about."""

    order = AgencyForeignKey(JobOrder, related_name="people")
    person = AgencyForeignKey(Person, related_name="+")
    role = models.CharField(max_length=12, choices=rules.SAY_CHOICES)
    words = models.CharField(max_length=300, blank=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "person"], name="order_person_by_person")]
        constraints = [models.UniqueConstraint(fields=["agency", "order", "person", "role"], name="order_person_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"


class OrderMember(AgencyModel):
    """A colleague who works on an order beside its owner."""

    order = AgencyForeignKey(JobOrder, related_name="members")
    member = AgencyForeignKey(Member, related_name="+")
    since = models.DateField()
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "member"], name="order_member_by_member")]
        constraints = [models.UniqueConstraint(fields=["agency", "order", "member"], name="order_member_once")]

    def __str__(self) -> str:
        return f"{self.member_id} on {self.order_id}"


class Ask(AgencyModel):
    """What a client was asked to do at a stage, and what they answered (FIELD_GUIDE 11, closing)."""

    order = AgencyForeignKey(JobOrder, related_name="asks")
    stage = models.PositiveSmallIntegerField(choices=rules.STAGE_CHOICES)
    words = models.CharField(max_length=300)
    of = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    asked_on = models.DateField()
    answer = models.CharField(max_length=8, choices=rules.ASK_CHOICES, blank=True)
    answer_words = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "order", "id"], name="ask_by_order")]

    def __str__(self) -> str:
        return self.words
