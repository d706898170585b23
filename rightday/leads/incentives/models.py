"""Who earned what for which lead: rules, an append-only ledger, marks of approval and payment."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel, AgencyQuerySet
from rightday.leads.incentives import rules as incentives
from rightday.leads.incentives.rules import Mark, State
from rightday.people.models import Person
from rightday.team.models import Member


class IncentiveRule(AgencyModel):
    """What is paid for what, from a day on. A changed rule is a new row; the old one gets its last day."""

    number = models.PositiveSmallIntegerField()
    earns = models.CharField(max_length=20, choices=incentives.EARNS_CHOICES)
    pays = models.CharField(max_length=12, choices=incentives.PAYS_CHOICES)  # whom: colleagues, others, anybody
    amount = models.PositiveIntegerField()  # in minor units: pence, cents
    currency = models.CharField(max_length=3)
    words = models.CharField(max_length=300, blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True)
    made_by = AgencyForeignKey(Member, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="incentive_rule_number_once")]

    def __str__(self) -> str:
        return f"Rule {self.number}"


class LedgerQuerySet(AgencyQuerySet["LedgerLine"]):
    def on_days(self, first: date, last: date) -> Self:
        return self.filter(day__gte=first, day__lte=last)

    def earned_by(self, earner: Member | Person) -> Self:
        return self.filter(member=earner) if isinstance(earner, Member) else self.filter(person=earner)

    def with_state(self) -> Self:
        """`state`: the SQL twin of `incentives.state_of`; a test keeps the two equal."""
        root = self.annotate(root=Coalesce("corrects_id", "id"))
        corrected = LedgerLine.objects.filter(corrects=OuterRef("pk"))
        return root.annotate(
            state=Case(
                When(Exists(_marks(Mark.PAID, "pk")), then=Value(State.PAID.value)),
                When(Exists(_marks(Mark.DECLINED, "root")), then=Value(State.DECLINED.value)),
                When(Exists(_marks(Mark.APPROVED, "root")), then=Value(State.TO_PAY.value)),
                When(Q(corrects__isnull=False) | Exists(corrected), then=Value(State.CLOSED.value)),
                default=Value(State.TO_APPROVE.value),
                output_field=CharField(),
            )
        )

    def waiting(self) -> Self:
        """`with_state`: what is to be approved or to be paid; what was taken back unapproved is among them."""
        return self.filter(~Exists(_marks(Mark.PAID, "pk")), ~Exists(_marks(Mark.DECLINED, "pk"))).with_state()

    def in_state(self, state: State) -> Self:
        return self.with_state().filter(state=state.value)


class LedgerLine(AgencyModel):
    """One line of the ledger; never changed, never deleted. A correction is a line of its own (`corrects`).

    `lead` is a bare number and no link: the line outlives a lead that was taken out again, and says in `words`
    what it was for. `once` is what the line settles ("hot_lead:7:m3:1"): two at once cannot both write it.
    """

    number = models.PositiveIntegerField()
    day = models.DateField()
    lead = models.PositiveBigIntegerField(null=True)
    member = AgencyForeignKey["Member | None", "Member | None"](Member, null=True, related_name="+")
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    rule = AgencyForeignKey["IncentiveRule | None", "IncentiveRule | None"](IncentiveRule, null=True, related_name="+")
    earns = models.CharField(max_length=20, choices=incentives.EARNS_CHOICES)
    words = models.CharField(max_length=300, blank=True)
    amount = models.IntegerField()  # in minor units; a correction is negative
    currency = models.CharField(max_length=3)
    corrects = AgencyForeignKey["LedgerLine | None", "LedgerLine | None"]("LedgerLine", null=True, related_name="+")
    once = models.CharField(max_length=80, null=True)
    made_by = AgencyForeignKey(Member, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager.from_queryset(LedgerQuerySet)()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "day", "id"], name="ledger_by_day"),
            models.Index(fields=["agency", "lead", "id"], name="ledger_by_lead"),
            models.Index(fields=["agency", "member", "id"], name="ledger_by_member"),
            models.Index(fields=["agency", "person", "id"], name="ledger_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="ledger_number_once"),
            models.UniqueConstraint(fields=["agency", "corrects"], name="ledger_corrected_once"),
            models.UniqueConstraint(fields=["agency", "once"], name="ledger_settled_once"),
            models.CheckConstraint(
                name="ledger_one_earner",
                condition=Q(member__isnull=False, person__isnull=True) | Q(member__isnull=True, person__isnull=False),
            ),
        ]

    state: str  # where the query asked `with_state`

    def __str__(self) -> str:
        return f"{self.number}: {self.amount} {self.currency}"

    @property
    def earner(self) -> Member | Person:
        found = self.member or self.person
        assert found is not None
        return found


class LedgerMark(AgencyModel):
    """A line was approved, declined or paid: each once, which keeps an incentive from being paid twice."""

    line = AgencyForeignKey(LedgerLine, related_name="marks")
    kind = models.CharField(max_length=10, choices=incentives.MARK_CHOICES)
    on = models.DateField()
    words = models.CharField(max_length=200, blank=True)
    by = AgencyForeignKey(Member, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["agency", "line", "kind"], name="ledger_mark_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


def _marks(kind: Mark, line: str) -> models.QuerySet[LedgerMark]:
    found: models.QuerySet[LedgerMark] = LedgerMark.objects.filter(line=OuterRef(line), kind=kind.value)
    return found
