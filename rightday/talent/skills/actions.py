"""Skills of the library, and evidence that somebody has one: a person's skill is written from its evidence alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from rightday.people.models import Person, Position
from rightday.talent import rules
from rightday.talent.models import PersonSkill, Skill, SkillAlias, known_of
from rightday.talent.models_files import CV
from rightday.talent.models_shown import Quote, SkillEvidence
from rightday.talent.skills import rules as words_of
from rightday.talent.skills.rules import Entry
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, Refused
from rightday.timeline import actions as timeline


@transaction.atomic
def skill_called(name: str, *, by: Member) -> Skill:
    """The skill that goes by this word, by its own name or another; a new one where there is none. Raises Refused."""
    by.must(Permission.DESK_WORK)
    key = words_of.key(name)
    if not key:
        raise Refused("Give the skill a name.")
    known: Skill | None = Skill.objects.filter(key=key).first() or Skill.objects.filter(aliases__key=key).first()
    if known:
        return known
    made: Skill = Skill.objects.get_or_create(key=key, defaults={"name": " ".join(name.split())[:120]})[0]
    return made


@transaction.atomic
def add_alias(skill: Skill, name: str, *, by: Member) -> SkillAlias:
    """Another word for a skill. Raises Refused where the word means another one."""
    by.must(Permission.DESK_WORK)
    key = words_of.key(name)
    if not key:
        raise Refused("Give the word.")
    taken = Skill.objects.filter(key=key).first()
    if taken:
        raise Refused(f"“{taken.name}” is a skill of its own.")
    alias, _new = SkillAlias.objects.get_or_create(key=key, defaults={"name": name.strip()[:120], "skill": skill})
    if alias.skill_id != skill.pk:
        raise Refused(f"“{alias.name}” means {alias.skill.name} already.")
    found: SkillAlias = alias
    return found


@transaction.atomic
def remove_alias(alias: SkillAlias, *, by: Member) -> None:
    by.must(Permission.DESK_WORK)
    alias.delete()


@transaction.atomic
def add_entries(entries: Iterable[Entry], *, by: Member) -> int:
    """Skills with their other words: new ones are added, known ones get what they lack. How many are new.

    A word that means something already keeps its meaning: what an agency writes itself is never overruled.
    """
    by.must(Permission.DESK_WORK)
    skills = {skill.key: skill for skill in Skill.objects.all()}
    aliases = dict(SkillAlias.objects.values_list("key", "skill_id"))
    fresh, waiting = [], list[tuple[str, Entry]]()
    for entry in entries:
        key = words_of.key(entry.name)
        if not key:
            continue
        waiting.append((key, entry))
        if key not in skills and key not in aliases:
            skills[key] = Skill(name=entry.name[:120], key=key, uri=entry.uri[:200])
            fresh.append(skills[key])
    Skill.objects.bulk_create(fresh, batch_size=1_000)
    ids = dict(Skill.objects.values_list("key", "pk"))
    made = dict[str, SkillAlias]()
    for key, entry in waiting:
        owner = ids.get(key) or aliases[key]
        for name in entry.aliases:
            other = words_of.key(name)
            if other and other not in ids and other not in aliases and other not in made:
                made[other] = SkillAlias(skill_id=owner, name=name[:120], key=other)
    SkillAlias.objects.bulk_create(made.values(), batch_size=1_000)
    timeline.record("skills.added", by=by, count=len(fresh))
    return len(fresh)


@transaction.atomic
def add_evidence(
    person: Person,
    skill: Skill,
    *,
    source: rules.SkillSource,
    shows: rules.Shown,
    by: Member,
    words: str = "",
    years: int | None = None,
    on: date | None = None,
    position: Position | None = None,
    cv: CV | None = None,
    quote: Quote | None = None,
) -> SkillEvidence:
    """How we know that somebody has a skill, on the day it was true; what is known of it follows. Raises Refused."""
    by.must(Permission.DESK_WORK)
    day = on or team.today(by)
    if day > team.today(by):
        raise Refused("What is known cannot be from a day that has not come.")
    has = PersonSkill.objects.get_or_create(person=person, skill=skill)[0]
    made: SkillEvidence = SkillEvidence.objects.create(
        has=has, source=source.value, shows=shows.value, words=words.strip()[:300], years=years, position=position,
        cv=cv, quote=quote, true_on=day, by=by,
    )  # fmt: skip
    _know(has)
    timeline.record("candidate.skill", by=by, person=person, skill=skill.name, words=made.words)
    return made


@transaction.atomic
def take_back_evidence(evidence: SkillEvidence, *, by: Member) -> None:
    """It was wrong: known is what the rest says; a skill without evidence is none."""
    by.must(Permission.DESK_WORK)
    has = evidence.has
    evidence.delete()
    if SkillEvidence.objects.filter(has=has).exists():
        _know(has)
    else:
        has.delete()
    timeline.record("candidate.skill_taken_back", by=by, person=has.person, skill=has.skill.name)


def _know(has: PersonSkill) -> None:
    known: dict[str, Any] = known_of(has)
    PersonSkill.objects.filter(pk=has.pk).update(**known)
