"""The words of the agency's skill library that stand in a text."""

from __future__ import annotations

from collections.abc import Collection

from rightday.talent.models import Skill, SkillAlias


def named(keys: Collection[str]) -> dict[str, tuple[int, str]]:
    """Key → id and name of the skill, for those of these keys that are words of one. Two statements."""
    wanted = list(keys)
    found = {
        key: (pk, name) for key, pk, name in Skill.objects.filter(key__among=wanted).values_list("key", "pk", "name")
    }
    rows = SkillAlias.objects.filter(key__among=wanted).values_list("key", "skill_id", "skill__name")
    return {key: (pk, name) for key, pk, name in rows} | found
