"""Candidates: what they want of their next work, what they can do, where they may and must not be sent."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel
from rightday.agenda.models import NextStep
from rightday.agenda.rules import Of
from rightday.people.models import Company, Person
from rightday.talent import rules
from rightday.team.models import Member


class Candidate(AgencyModel):
    """What a person wants of their next work, as they said it; one row a person.

    Money is in minor units of `currency`: `rate` and the `rate_floor` below which they say no are per `rate_per`,
    `salary` and its floor per year. `free_on` is the first day of a new start; before it `notice_days` count from
    the day they resign. Each block says on which day it was said. `next_step` is the call they wait for, if any.
    """

    STEP_OF: ClassVar = Of.CANDIDATE
    person = AgencyForeignKey(Person, related_name="candidacy")
    owner = AgencyForeignKey(Member, related_name="+")
    headline = models.CharField(max_length=160, blank=True)
    wants = models.CharField(max_length=10, choices=rules.WANTS_CHOICES, default=rules.Wants.EITHER.value)
    free_on = models.DateField(null=True)
    notice_days = models.PositiveSmallIntegerField(null=True)
    interviews = models.CharField(max_length=160, blank=True)
    free_said_on = models.DateField(null=True)
    currency = models.CharField(max_length=3, default="GBP")
    rate = models.BigIntegerField(null=True)
    rate_floor = models.BigIntegerField(null=True)
    rate_per = models.CharField(max_length=5, choices=rules.PER_CHOICES, default=rules.Per.DAY.value)
    salary = models.BigIntegerField(null=True)
    salary_floor = models.BigIntegerField(null=True)
    money_said_on = models.DateField(null=True)
    titles = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)
    travel = models.CharField(max_length=200, blank=True)
    home_days = models.PositiveSmallIntegerField(null=True)
    place_said_on = models.DateField(null=True)
    next_step = AgencyForeignKey["NextStep | None", "NextStep | None"](NextStep, null=True, related_name="+")
    resting_since = models.DateField(null=True)  # not looking, or not to be looked for
    added_by = AgencyForeignKey(Member, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "owner", "id"], name="candidate_by_owner"),
            models.Index(fields=["agency", "free_on", "id"], name="candidate_by_free"),
            models.Index(fields=["agency", "added_at", "id"], name="candidate_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "person"], name="candidate_once"),
            models.UniqueConstraint(fields=["agency", "next_step"], name="candidate_step_once"),
        ]

    def __str__(self) -> str:
        return self.headline or f"Candidate {self.pk}"

    def taking(self, other: Candidate) -> dict[str, Any]:
        """A merge: whatever was said later of the terms, a headline where there is none; the step where none waits."""
        mine, others = vars(self), vars(other)
        taken = rules.later_terms(mine, others)
        if not self.headline:
            taken["headline"] = other.headline
        if self.wants == rules.Wants.EITHER.value:
            taken["wants"] = other.wants
        return taken


class Wish(AgencyModel):
    """What moves a candidate, or what they say no to, in their words. Taken back by a day, never deleted."""

    candidate = AgencyForeignKey(Candidate, related_name="wishes")
    kind = models.CharField(max_length=6, choices=rules.WISH_CHOICES)
    words = models.CharField(max_length=300)
    said_on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    gone_on = models.DateField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "candidate", "id"], name="wish_by_candidate")]

    def __str__(self) -> str:
        return self.words


class Skill(AgencyModel):
    """A skill as this agency calls it; `key` is its folded name, `uri` where it stands in ESCO, if it does."""

    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120)
    uri = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "uri"], name="skill_by_uri", condition=Q(uri__gt=""))]
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="skill_once")]

    def __str__(self) -> str:
        return self.name


class SkillAlias(AgencyModel):
    """Another word for a skill: "k8s" is Kubernetes. `key` is folded; one word means one skill."""

    skill = AgencyForeignKey(Skill, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "skill"], name="alias_by_skill")]
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="alias_once")]

    def __str__(self) -> str:
        return self.name


class PersonSkill(AgencyModel):
    """That somebody has a skill, how well it is shown, and until when they used it. Written from its evidence alone."""

    person = AgencyForeignKey(Person, related_name="skills")
    skill = AgencyForeignKey(Skill, related_name="people")
    shown = models.CharField(max_length=8, choices=rules.SHOWN_CHOICES, default=rules.Shown.UNKNOWN.value)
    years = models.PositiveSmallIntegerField(null=True)
    last_used = models.DateField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        # Who has a skill is the first question of matching: answered by the index alone.
        indexes = [models.Index(fields=["agency", "skill", "person", "shown", "years"], name="person_skill_match")]
        constraints = [models.UniqueConstraint(fields=["agency", "person", "skill"], name="person_skill_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.skill_id}"

    def taking(self, other: PersonSkill) -> dict[str, Any]:
        """A merge: known anew from the evidence of both, which is this row's by now."""
        return known_of(self)


def known_of(has: PersonSkill) -> dict[str, Any]:
    """The columns that evidence decides. A position that is held or has ended says until when a skill was used."""
    rows = has.evidence.order_by("id").select_related("position")  # of models_shown.py
    known = rules.known_from(
        rules.Seen(row.source, row.shows, row.true_on, row.years, _used_until(row)) for row in rows
    )
    return {"shown": known.shown.value, "years": known.years, "last_used": known.last_used}


def _used_until(row: Any) -> date | None:
    if row.position is None:
        return None
    used: date | None = row.true_on if row.position.current else row.position.ended
    return used


class Exclusion(AgencyModel):
    """A company to which a candidate must not be sent: ruled out by them, by us, or by a contract."""

    person = AgencyForeignKey(Person, related_name="exclusions")
    company = AgencyForeignKey(Company, related_name="+")
    why = models.CharField(max_length=200, blank=True)
    said_on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    lifted_on = models.DateField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "company"], name="exclusion_by_company")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "person", "company"], condition=Q(lifted_on=None), name="exclusion_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} not to {self.company_id}"


class Consent(AgencyModel):
    """Whether a candidate's identifiable CV may go to a company (FIELD_GUIDE 15). A company's latest row counts."""

    person = AgencyForeignKey(Person, related_name="consents")
    company = AgencyForeignKey(Company, related_name="+")
    answer = models.CharField(max_length=10, choices=rules.CONSENT_CHOICES)
    words = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "person", "company", "id"], name="consent_by_person")]

    def __str__(self) -> str:
        return f"{self.answer} {self.on}"
