"""Who has a say at the client's, who of us works on an order, and which skills are asked for."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from rightday.joborders import facts
from rightday.joborders.models import JobOrder, OrderMember, OrderPerson, OrderSkill
from rightday.joborders.rules import SAY_CHOICES, Point, Say
from rightday.people.models import Person
from rightday.talent.models import Skill
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission
from rightday.timeline import actions as timeline

_SAID = dict(SAY_CHOICES)


@transaction.atomic
def add_person(order: JobOrder, *, person: Person, role: Say, by: Member, words: str = "") -> OrderPerson:
    """Somebody of the client's has a say; said again, what they care about is renewed."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    row, made = OrderPerson.objects.update_or_create(
        order=order, person=person, role=role.value, defaults={"words": words.strip()[:300]}
    )
    if made:
        timeline.record("order.person", by=by, order=order, person=person, role=_SAID[role.value].lower())
    return row


@transaction.atomic
def remove_person(row: OrderPerson, *, by: Member) -> None:
    """They have no such say after all."""
    by.must(Permission.DESK_WORK)
    OrderPerson.objects.filter(pk=row.pk).delete()
    timeline.record("order.person_removed", by=by, order=row.order, person=row.person, role=_SAID[row.role].lower())


@transaction.atomic
def add_member(order: JobOrder, *, member: Member, by: Member) -> OrderMember:
    """A colleague works on the order beside its owner."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    row, made = OrderMember.objects.get_or_create(order=order, member=member, defaults={"since": team.today(by)})
    if made:
        timeline.record("order.member", by=by, order=order, name=member.name)
    return row


@transaction.atomic
def remove_member(row: OrderMember, *, by: Member) -> None:
    """A colleague works on it no more."""
    by.must(Permission.DESK_WORK, own=row.member_id == by.pk)
    OrderMember.objects.filter(pk=row.pk).delete()
    timeline.record("order.member_left", by=by, order=row.order, name=row.member.name)


@transaction.atomic
def ask_for_skill(
    order: JobOrder, *, skill: Skill | str, by: Member, must: bool = True, years: int | None = None
) -> OrderSkill:
    """The client asks for a skill: a must, or good to have. One that the library lacks is added to it by its name."""
    by.must(Permission.DESK_WORK, own=order.owner_id == by.pk)
    if isinstance(skill, str):
        name = " ".join(skill.split())
        skill, _new = Skill.objects.get_or_create(key=name.casefold(), defaults={"name": name})
    row, _made = OrderSkill.objects.update_or_create(order=order, skill=skill, defaults={"must": must, "years": years})
    _skills_changed(order)
    timeline.record("order.skill", by=by, order=order, skill=skill.name)
    return row


@transaction.atomic
def drop_skill(row: OrderSkill, *, by: Member) -> None:
    """The client does not ask for it after all."""
    by.must(Permission.DESK_WORK)
    OrderSkill.objects.filter(pk=row.pk).delete()
    _skills_changed(row.order)
    timeline.record("order.skill_dropped", by=by, order=row.order, skill=row.skill.name)


def _skills_changed(order: JobOrder) -> None:
    order.known = len(Point) - len(facts.missing(order))
    JobOrder.objects.filter(pk=order.pk).update(known=order.known, version=F("version") + 1)
    order.version += 1
