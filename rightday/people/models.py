"""Companies, persons, positions, numbers, addresses, permissions, suggestions of duplicates."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from rightday.agencies.wall import AgencyForeignKey, AgencyManager, AgencyModel, AgencyQuerySet
from rightday.people import rules
from rightday.team.models import Member


class Company(AgencyModel):
    """An employer. `key` is the folded name (kernel.names.company_key): equal keys, same company.

    `zone` empty means the agency's own. `works_with_agencies` None means unknown.
    """

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    also_written = models.JSONField(default=list, blank=True)
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=2, blank=True)
    subdivision = models.CharField(max_length=10, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    website = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    works_with_agencies = models.BooleanField(null=True)
    competitor = models.BooleanField(default=False)  # a rival agency
    added_by = AgencyForeignKey(Member, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "key"], name="company_by_key"),
            models.Index(fields=["agency", "name", "id"], name="company_by_name"),
            models.Index(fields=["agency", "city"], name="company_by_city", condition=~Q(city="")),
            models.Index(fields=["agency", "country"], name="company_by_country", condition=~Q(country="")),
            models.Index(fields=["agency", "name", "id"], name="company_rivals", condition=Q(competitor=True)),
        ]

    def __str__(self) -> str:
        return self.name


class PersonQuerySet(AgencyQuerySet["Person"]):
    def may_be_called(self) -> Self:
        """Everybody who has not said no."""
        return self.filter(do_not_call=False)


class Person(AgencyModel):
    """One human. `company` and `title` repeat the current position, so that a call sheet reads one row.

    `dials` and `talks` count tries and answers (chance to answer, FIELD_GUIDE 7). `do_not_call`
    repeats the latest permission for the phone. `zone` empty means: the company's, else the agency's.
    """

    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=160, blank=True)
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="people")
    city = models.CharField(max_length=80, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    website = models.CharField(max_length=200, blank=True)
    do_not_call = models.BooleanField(default=False)
    works_with_agencies = models.BooleanField(null=True)
    dials = models.PositiveIntegerField(default=0)
    talks = models.PositiveIntegerField(default=0)
    last_talk_at = models.DateTimeField(null=True)
    name_confirmed_on = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)
    added_by = AgencyForeignKey(Member, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0)
    objects: ClassVar = AgencyManager.from_queryset(PersonQuerySet)()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "key"], name="person_by_key"),
            models.Index(fields=["agency", "company"], name="person_by_company"),
            models.Index(fields=["agency", "name", "id"], name="person_by_name"),
            models.Index(fields=["agency", "city"], name="person_by_city", condition=~Q(city="")),
            # Few said no: their view finds them without walking over everybody.
            models.Index(fields=["agency", "name", "id"], name="person_refused", condition=Q(do_not_call=True)),
        ]

    def __str__(self) -> str:
        return self.name


class Position(AgencyModel):
    """A job somebody has or had. The supervisor may be known by person or not at all."""

    person = AgencyForeignKey(Person, related_name="positions")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="positions")
    title = models.CharField(max_length=160, blank=True)
    began = models.DateField(null=True)
    ended = models.DateField(null=True)
    current = models.BooleanField(default=False)
    supervisor = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="supervised")
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person"], name="position_by_person"),
            models.Index(fields=["agency", "company"], name="position_by_company"),
            models.Index(fields=["agency", "supervisor"], name="position_by_supervisor"),
        ]

    def __str__(self) -> str:
        return self.title


class PhoneNumber(AgencyModel):
    """A number of a person, or of a company (its switchboard). As typed, and in E.164 where it is one.

    `state` is what the last call to it showed; `reached_on` the last day it reached its owner.
    """

    person = AgencyForeignKey["Person | None", "Person | None"](Person, null=True, related_name="numbers")
    company = AgencyForeignKey["Company | None", "Company | None"](Company, null=True, related_name="numbers")
    typed = models.CharField(max_length=80)
    e164 = models.CharField(max_length=20, blank=True)
    ext = models.CharField(max_length=10, blank=True)
    label = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=rules.NUMBER_CHOICES, default=rules.NumberState.UNTESTED.value)
    state_on = models.DateField(null=True)
    reached_on = models.DateField(null=True)
    first = models.BooleanField(default=False)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "e164"], name="number_by_e164"),
            models.Index(fields=["agency", "person"], name="number_by_person"),
            models.Index(fields=["agency", "company"], name="number_by_company"),
        ]
        constraints = [
            models.CheckConstraint(
                name="number_of_one_owner",
                condition=Q(person__isnull=False, company__isnull=True) | Q(person__isnull=True, company__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["agency", "person"], condition=Q(first=True), name="number_first_of_person"
            ),
        ]

    def __str__(self) -> str:
        return self.e164 or self.typed


class EmailAddress(AgencyModel):
    """An address of a person; `key` is its casefolded form: equal keys, same person."""

    person = AgencyForeignKey(Person, related_name="emails")
    address = models.CharField(max_length=254)
    key = models.CharField(max_length=254)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "key"], name="email_by_key"),
            models.Index(fields=["agency", "person"], name="email_by_person"),
        ]

    def __str__(self) -> str:
        return self.address


class Permission(AgencyModel):
    """What a person answered when asked for a channel. The latest row of a channel counts; refused wins.

    `days` are ISO weekdays 1–7 they gave ([] means any); `hours` as "09:00-11:00" or ''.
    """

    person = AgencyForeignKey(Person, related_name="permissions")
    channel = models.CharField(max_length=10, choices=rules.CHANNEL_CHOICES)
    answer = models.CharField(max_length=10, choices=rules.ANSWER_CHOICES)
    purpose = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    days = models.JSONField(default=list, blank=True)
    hours = models.CharField(max_length=20, blank=True)
    on = models.DateField()
    by = AgencyForeignKey(Member, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        indexes = [models.Index(fields=["agency", "person", "id"], name="permission_by_person")]

    def __str__(self) -> str:
        return f"{self.channel}: {self.answer}"


OPEN_SUGGESTION = Q(decided_at=None)


class Suggestion(AgencyModel):
    """Two records that may be one, with the reasons; decided by a human, never merged by itself.

    `against` is what speaks for two. Put off `later_until` a day.
    """

    reasons = models.JSONField(default=list)
    against = models.JSONField(default=list, blank=True)
    likeness = models.FloatField()
    at = models.DateTimeField(auto_now_add=True)
    later_until = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = AgencyForeignKey(Member, null=True, related_name="+")
    same = models.BooleanField(null=True)
    objects: ClassVar = AgencyManager()

    class Meta(AgencyModel.Meta):
        abstract = True


class DuplicateSuggestion(Suggestion):
    """Two persons that may be one; with `ask` it is a question for the next call."""

    person = AgencyForeignKey(Person, related_name="+")
    other = AgencyForeignKey(Person, related_name="+")
    ask = models.BooleanField(default=False)

    class Meta(AgencyModel.Meta):
        indexes = [
            models.Index(fields=["agency", "person"], name="suggestion_by_person"),
            models.Index(fields=["agency", "other"], name="suggestion_by_other"),
            models.Index(fields=["agency", "-likeness", "id"], name="suggestion_open", condition=OPEN_SUGGESTION),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "person", "other"], name="suggestion_once"),
            models.CheckConstraint(name="suggestion_ordered", condition=Q(person__lt=models.F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} ~ {self.other_id}"
