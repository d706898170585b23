"""The words of the agency's library."""

from rightday.talent.cvs.library import named
from rightday.talent.models import Skill, SkillAlias
from tests.conftest import Cast


def test_names_and_other_words(inside: Cast) -> None:
    skill = Skill.objects.create(name="Kubernetes", key="kubernetes")
    SkillAlias.objects.create(skill=skill, name="k8s", key="k8s")
    assert named({"kubernetes", "k8s", "go"}) == dict.fromkeys(("k8s", "kubernetes"), (skill.pk, "Kubernetes"))
