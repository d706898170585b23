"""Leads: evidence makes dates, dates make the grade."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Case, CharField, Q, Value, When

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel, AgencyQuerySet
from rightday.agenda.models import NextStep
from rightday.leads import rules
from rightday.leads.process import rules as process
from rightday.leads.rules import Grade
from rightday.people.models import Company, Person
from rightday.team.models import Member

if TYPE_CHECKING:
    from rightday.leads.process.models import ProcessTemplate  # noqa: F401 -- read by the type checker in a string

RIVAL = Q(rival__isnull=False)


class Outcome(AgencyModel):
    """How a lead ended, and the day. `who` is the competitor or the person hired, in words; `rival` its record.

    `known_by` is how we know: told by the manager, by somebody else, seen, or a guess. One that was taken back
    stays: `was_of` is the lead it was of until `reopened_at`.
    """

    kind = models.CharField(max_length=24, choices=rules.ENDING_CHOICES)
    on = models.DateField()
    who = models.CharField(max_length=200, blank=True)
    rival = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    known_by = models.CharField(max_length=16, blank=True, choices=rules.KNOWN_BY_CHOICES)
    words = models.TextField(blank=True)
    by = AgencyForeignKey(Member, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # DO_NOTHING: the two point at each other, and a lead that is taken out takes its outcomes with it.
    was_of = AgencyForeignKey["Lead | None", "Lead | None"](
        "Lead", models.DO_NOTHING, null=True, related_name="past_outcomes"
    )
    reopened_at = models.DateTimeField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "was_of"], name="outcome_past", condition=Q(was_of__isnull=False)),
            models.Index(fields=["agency", "rival", "on", "id"], name="outcome_by_rival", condition=RIVAL),
            models.Index(fields=["agency", "kind", "id"], name="outcome_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


OPEN = Q(next_step__isnull=False)
ONCE = OPEN & Q(call_count=1)
TOLD = Q(heard_from__isnull=False)


def graded(on: date) -> Case:
    """The SQL twin of `rules.grade`; a test keeps the two equal on both databases."""
    return Case(
        When(identified_on=None, then=Value(Grade.NONE.value)),
        When(hot_until__gte=on, then=Value(Grade.HOT.value)),
        When(warm_until__gte=on, then=Value(Grade.WARM.value)),
        When(cold_until__gte=on, then=Value(Grade.COLD.value)),
        default=Value(Grade.NONE.value),
        output_field=CharField(),
    )


class LeadQuerySet(AgencyQuerySet["Lead"]):
    """Filters are plain comparisons, so that indexes serve them; `graded` is for display."""

    def open(self) -> Self:
        return self.filter(next_step__isnull=False)

    def owned_by(self, member: Member) -> Self:
        return self.filter(owner=member)

    def hot(self, on: date) -> Self:
        return self.filter(identified_on__isnull=False, hot_until__gte=on)

    def warm(self, on: date) -> Self:
        return self.filter(Q(hot_until=None) | Q(hot_until__lt=on), identified_on__isnull=False, warm_until__gte=on)

    def cold(self, on: date) -> Self:
        return self.filter(
            Q(hot_until=None) | Q(hot_until__lt=on),
            Q(warm_until=None) | Q(warm_until__lt=on),
            identified_on__isnull=False,
            cold_until__gte=on,
        )

    def to_qualify(self, on: date) -> Self:
        """Open or not, what carries no grade on that day."""
        return self.filter(
            Q(identified_on=None)
            | (
                (Q(hot_until=None) | Q(hot_until__lt=on))
                & (Q(warm_until=None) | Q(warm_until__lt=on))
                & (Q(cold_until=None) | Q(cold_until__lt=on))
            )
        )

    def with_grade(self, on: date) -> Self:
        return self.annotate(grade=graded(on))


class Lead(AgencyModel):
    """A record of demand about a hiring manager. Exactly one of `next_step` and `outcome` is set.

    The four dates are `rules.dates` of its evidence, written by the actions alone. So is where its hiring
    process stands: `milestone` is the place awaited in its `template` (empty: the default), `stage` the
    column of that place, `milestone_on` its expected day, `round` counts how often the process began.
    `filler` says who fills the place while that is not yet the end. `call_count` counts calls made, the last on
    `last_call_on`; `last_talk_on` is the last day on which the person was reached. Since `uncalled_on` the person
    wants no call about it: it is tracked through others, never on a sheet. `last_heard_on` is the latest day of
    which demand was heard, else the day the lead was.
    """

    person = AgencyForeignKey(Person, related_name="leads")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="leads")
    owner = AgencyForeignKey(Member, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    identified_on = models.DateField(null=True)
    hot_until = models.DateField(null=True)
    warm_until = models.DateField(null=True)
    cold_until = models.DateField(null=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    outcome = AgencyForeignKey["Outcome | None", "Outcome | None"](Outcome, null=True, related_name="+")
    introduced_by = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    source = models.CharField(max_length=20, choices=rules.SOURCE_CHOICES, default="form")
    source_words = models.CharField(max_length=200, blank=True)
    heard_by = AgencyForeignKey(Member, null=True, related_name="+")
    heard_from = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    heard_on = models.DateField()
    template = AgencyForeignKey["ProcessTemplate | None", "ProcessTemplate | None"](
        "ProcessTemplate", null=True, related_name="+"
    )
    milestone = models.PositiveSmallIntegerField(default=1)
    stage = models.PositiveSmallIntegerField(default=1, choices=process.STAGE_CHOICES)
    milestone_on = models.DateField(null=True)
    round = models.PositiveSmallIntegerField(default=1)
    filler = models.CharField(max_length=12, blank=True, choices=process.FILLER_CHOICES)
    filler_who = models.CharField(max_length=200, blank=True)
    rival = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="+")
    call_count = models.PositiveSmallIntegerField(default=0)
    last_call_on = models.DateField(null=True)
    last_talk_on = models.DateField(null=True)
    last_heard_on = models.DateField(null=True)
    uncalled_on = models.DateField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager.from_queryset(LeadQuerySet)()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "owner", "id"], name="lead_by_owner"),
            models.Index(fields=["agency", "person"], name="lead_by_person"),
            models.Index(fields=["agency", "company"], name="lead_by_company"),
            models.Index(fields=["agency", "owner", "hot_until", "id"], name="lead_by_owner_hot"),
            models.Index(fields=["agency", "hot_until", "id"], name="lead_by_hot"),
            models.Index(fields=["agency", "warm_until", "id"], name="lead_by_warm"),
            models.Index(fields=["agency", "cold_until", "id"], name="lead_by_cold"),
            # Covers what history counts of a period: 20,000 leads, and not one of them is visited.
            models.Index(
                fields=[
                    "agency", "made_at", "id", "outcome", "owner", "heard_by", "milestone_on", "last_talk_on",
                    "last_heard_on", "heard_on", "last_call_on", "milestone", "round", "stage", "call_count",
                ],
                name="lead_history",
            ),
            models.Index(fields=["agency", "last_heard_on", "id"], name="lead_by_heard"),
            models.Index(fields=["agency", "source", "id"], name="lead_by_source"),
            models.Index(fields=["agency", "template"], name="lead_by_template", condition=Q(template__isnull=False)),
            # Who told us, and which open leads somebody heard: what may still earn.
            models.Index(fields=["agency", "heard_from", "id"], name="lead_by_teller", condition=TOLD),
            models.Index(fields=["agency", "heard_by", "source", "id"], name="lead_by_hearer", condition=OPEN),
            # Open leads only: the board, one column or one owner's at a time, and what went quiet.
            models.Index(fields=["agency", "stage", "milestone_on", "id"], name="lead_board", condition=OPEN),
            models.Index(
                fields=["agency", "owner", "stage", "milestone_on", "id"], name="lead_board_own", condition=OPEN
            ),
            models.Index(fields=["agency", "last_call_on", "id"], name="lead_quiet", condition=OPEN),
            models.Index(fields=["agency", "owner", "last_call_on", "id"], name="lead_quiet_own", condition=OPEN),
            models.Index(fields=["agency", "call_count", "last_call_on", "id"], name="lead_once", condition=ONCE),
            models.Index(
                fields=["agency", "owner", "call_count", "last_call_on", "id"], name="lead_once_own", condition=ONCE
            ),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=["agency", "next_step"], name="lead_step_once"),
            models.UniqueConstraint(fields=["agency", "outcome"], name="lead_outcome_once"),
            models.CheckConstraint(
                name="lead_step_or_outcome",
                condition=Q(next_step__isnull=False, outcome__isnull=True)
                | Q(next_step__isnull=True, outcome__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"Lead {self.pk}"

    @property
    def dates(self) -> rules.Dates:
        return rules.Dates(self.identified_on, self.hot_until, self.warm_until, self.cold_until)

    def grade_on(self, on: date) -> Grade:
        return rules.grade(self.dates, on)


class Evidence(AgencyModel):
    """One thing heard about a lead: two moments (the day it was true, the moment it was recorded)."""

    lead = AgencyForeignKey(Lead, related_name="evidence")
    shows = models.CharField(max_length=20, choices=rules.SHOWS_CHOICES)
    words = models.TextField(blank=True)
    said_by = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="+")
    said_by_words = models.CharField(max_length=120, blank=True)
    second_hand = models.BooleanField(default=False)
    true_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = AgencyForeignKey(Member, null=True, related_name="+")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "lead", "id"], name="evidence_by_lead")]

    def __str__(self) -> str:
        return f"{self.shows} {self.true_on}"


class Intelligence(AgencyModel):
    """Something heard with nobody to call about it yet: kept on the company, or on nothing at all.

    One with a `due` day is a watch: its owner is reminded to ask whether the place was filled. `answer` is what
    was found out, on `closed_on`.
    """

    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="intelligence")
    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="intelligence")
    shows = models.CharField(max_length=20, choices=rules.SHOWS_CHOICES, default=rules.Shows.CONTEXT.value)
    words = models.TextField()
    question = models.CharField(max_length=300, blank=True)
    true_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = AgencyForeignKey(Member, null=True, related_name="+")
    became = AgencyForeignKey["Lead | None", "Lead | None"](Lead, null=True, related_name="+")
    owner = AgencyForeignKey["Member | None", "Member | None"](Member, null=True, related_name="+")
    due = models.DateField(null=True)
    answer = models.CharField(max_length=500, blank=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "company"], name="intelligence_by_company"),
            models.Index(fields=["agency", "person"], name="intelligence_by_person"),
            models.Index(fields=["agency", "id"], name="intelligence_by_age"),
            models.Index(fields=["agency", "owner", "due", "id"], name="intelligence_due", condition=Q(closed_on=None)),
        ]

    def __str__(self) -> str:
        return self.words[:60]
