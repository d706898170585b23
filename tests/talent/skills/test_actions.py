"""The library of skills, and a person's skill written from its evidence alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rightday.people.models import Position
from rightday.talent.models import PersonSkill, Skill, SkillAlias
from rightday.talent.rules import Shown, SkillSource
from rightday.talent.skills import actions, library
from rightday.talent.skills.rules import Entry
from rightday.team import queries as team
from rightday.team.rules import Refused
from tests import desk
from tests.conftest import Cast


def test_a_word_means_one_skill(inside: Cast):
    sam = inside.sam
    go = actions.skill_called(" Go ", by=sam)
    alias = actions.add_alias(go, "Golang", by=sam)
    assert actions.skill_called("golang", by=sam) == go == actions.skill_called("GO", by=sam)
    assert actions.add_alias(go, "golang", by=sam) == alias
    rust = actions.skill_called("Rust", by=sam)
    for word, why in (("golang", "means Go"), ("Go", "of its own"), (" ", "Give the word")):
        with pytest.raises(Refused, match=why):
            actions.add_alias(rust, word, by=sam)
    with pytest.raises(Refused, match="name"):
        actions.skill_called("…", by=sam)
    actions.remove_alias(alias, by=sam)
    assert actions.skill_called("Golang", by=sam) not in (go, rust)


def test_the_list_we_begin_with_comes_once_and_never_overrules(inside: Cast):
    sam = inside.sam
    own = actions.skill_called("k8s", by=sam)  # this agency means it as a skill of its own
    new = actions.add_entries(library.entries(), by=sam)
    assert new == len(library.entries()) and actions.add_entries(library.entries(), by=sam) == 0
    assert actions.skill_called("k8s", by=sam) == own
    assert actions.skill_called("postgres", by=sam).name == "PostgreSQL"
    more = [Entry("Postgres", ("pgsql",), "http://data.europa.eu/x"), Entry("…"), Entry("Zig", ("ziglang", "…"), "u")]
    assert actions.add_entries(more, by=sam) == 1
    assert actions.skill_called("pgsql", by=sam).name == "PostgreSQL"
    assert Skill.objects.get(name="Zig").uri == "u" and SkillAlias.objects.filter(key="ziglang").exists()


def test_evidence_decides_what_is_known(inside: Cast):
    sam, sanna, today = inside.sam, desk.someone(), team.today(inside.sam)
    go = actions.skill_called("Go", by=sam)
    job = Position.objects.create(person=sanna, title="Developer", current=True)
    cv = actions.add_evidence(
        sanna, go, source=SkillSource.CV, shows=Shown.PROVEN, years=9, position=job, by=sam, on=today
    )
    assert PersonSkill.objects.values_list("shown", "years", "last_used").get() == ("proven", 9, today)
    told = actions.add_evidence(sanna, go, source=SkillSource.CANDIDATE, shows=Shown.PARTLY, words="Read", by=sam)
    assert PersonSkill.objects.values_list("shown", "years").get() == ("partly", 9)
    actions.take_back_evidence(told, by=sam)
    assert PersonSkill.objects.get().shown == "proven"
    actions.take_back_evidence(cv, by=sam)
    assert not PersonSkill.objects.exists()
    with pytest.raises(Refused, match="not come"):
        actions.add_evidence(sanna, go, source=SkillSource.CV, shows=Shown.PROVEN, by=sam, on=today + timedelta(days=1))
