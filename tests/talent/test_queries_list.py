"""The list narrowed: by another word for a skill, and by whom."""

from __future__ import annotations

from rightday.talent.queries_list import Wanted, candidates
from rightday.talent.rules import Shown, SkillSource
from rightday.talent.skills import actions as skills
from tests import desk
from tests.conftest import Cast


def test_any_word_for_a_skill_finds_it_and_what_is_unknown_is_not_shown_as_known(inside: Cast):
    who = desk.candidate(inside.sam)
    for name, shows in (("Kubernetes", Shown.PROVEN), ("Go", Shown.UNKNOWN)):
        skill = skills.skill_called(name, by=inside.sam)
        skills.add_evidence(who.person, skill, source=SkillSource.CV, shows=shows, by=inside.sam)
    skills.add_alias(skills.skill_called("Kubernetes", by=inside.sam), "k8s", by=inside.sam)
    found = candidates(inside.sam, Wanted(skill="K8S"))
    assert [row.skills for row in found.rows] == ["Kubernetes"] and not found.unknown_skill
    assert candidates(inside.sam, Wanted(skill="Zig")).unknown_skill
    assert candidates(inside.priya, Wanted(view="mine")).rows == ()
