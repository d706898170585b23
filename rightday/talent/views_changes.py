"""What is said of a candidate, each in a dialog, and what is taken back. Each is a page where there is no script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms as django
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from rightday.agencies.once import Stale
from rightday.agenda.rules import DoNotCall
from rightday.people.answers import Asking, acting, ask, done
from rightday.people.models import Position
from rightday.people.rules import NoName
from rightday.talent import actions, actions_life, forms, rules
from rightday.talent.models import Candidate, Exclusion, Wish
from rightday.talent.models_shown import SkillEvidence
from rightday.talent.skills import actions as skills
from rightday.talent.spans import odd
from rightday.team.door import MemberRequest
from rightday.team.models import Member
from rightday.team.rules import Refused

Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Something to say of a candidate: its form, and what is done with what was said; it answers odd things."""

    title: Any
    form: type[django.Form]
    act: Callable[[Candidate, Said, Member], list[str] | None]


def terms(request: MemberRequest, candidate_id: int, block: str) -> HttpResponse:
    """One block of what they want: work, free, money, place."""
    if block not in forms.BLOCKS:
        raise Http404
    row = _row(candidate_id)
    form = forms.BLOCKS[block](_data(request), initial=forms.terms_of(row, block))

    def act(said: Said) -> None:
        actions.say_terms(row, by=request.member, seen=said.pop("seen"), **said)

    return _asked(request, row, form, _("What %(name)s wants") % {"name": row.person.name}, act)


def change(request: MemberRequest, candidate_id: int, what: str) -> HttpResponse:
    """Something else said of them: a wish, a skill, a position, a company, the next call."""
    row, known = _row(candidate_id), CHANGES[what]
    form = known.form(_data(request), initial=request.GET.dict())
    return _asked(request, row, form, str(known.title), lambda said: known.act(row, said, request.member))


def deed(request: MemberRequest, candidate_id: int, position_id: int) -> HttpResponse:
    """What they did in a position."""
    row = _row(candidate_id)
    position = Position.objects.select_related("person", "company").get(pk=position_id, person=row.person_id)
    form = forms.DeedForm(_data(request))

    def act(said: Said) -> None:
        kind, source = rules.DeedKind(said["kind"]), rules.SkillSource(said["source"])
        actions_life.add_deed(position, kind=kind, source=source, words=said["words"], by=request.member)

    return _asked(request, row, form, _("What they did there"), act)


@require_POST
def take_back(request: MemberRequest, candidate_id: int, what: str, row_id: int) -> HttpResponse:
    """A wish that holds no more, an exclusion lifted, evidence that was wrong."""
    row = _row(candidate_id)

    def act() -> str:
        if what == "wish":
            actions.unwish(Wish.objects.get(pk=row_id, candidate=row), by=request.member)
        elif what == "exclusion":
            actions.lift(Exclusion.objects.get(pk=row_id, person=row.person_id), by=request.member)
        else:
            evidence = SkillEvidence.objects.select_related("has__person", "has__skill")
            skills.take_back_evidence(evidence.get(pk=row_id, has__person=row.person_id), by=request.member)
        return done(request, _("Taken back."), f"/talent/{candidate_id}/")

    return redirect(acting(request, act))


@require_POST
def rest(request: MemberRequest, candidate_id: int) -> HttpResponse:
    """Not looking now, or looking again."""
    row, resting = _row(candidate_id), request.POST.get("resting") == "1"

    def act() -> str:
        actions.rest(row, resting=resting, by=request.member)
        return done(request, _("They are not looking.") if resting else _("They are looking."), f"/talent/{row.pk}/")

    return redirect(acting(request, act))


def _row(candidate_id: int) -> Candidate:
    return Candidate.objects.select_related("person__company", "owner").get(pk=candidate_id)


def _data(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _asked(
    request: MemberRequest, row: Candidate, form: django.Form, title: str, act: Callable[[Said], list[str] | None]
) -> HttpResponse:
    """Asks until it can be done; what cannot be says why in the form."""
    back = f"/talent/{row.pk}/"
    asked = Asking(form, title, _("Save"), back)
    if not form.is_valid():
        return ask(request, asked)
    try:
        return redirect(acting(request, lambda: _done(request, act(dict(form.cleaned_data)), back)))
    except (Refused, DoNotCall, NoName) as problem:
        form.add_error(None, str(problem))
        return ask(request, asked)
    except Stale as problem:
        return ask(request, asked, problem=problem, seen=_row(row.pk).version)


def _done(request: MemberRequest, odd: list[str] | None, back: str) -> str:
    return done(request, " ".join([_("Saved."), *(odd or ())]), back)


def _wish(row: Candidate, said: Said, by: Member) -> None:
    actions.wish(row, kind=rules.WishKind(said["kind"]), words=said["words"], by=by)


def _skill(row: Candidate, said: Said, by: Member) -> None:
    skill = skills.skill_called(said.pop("skill"), by=by)
    source, shows = rules.SkillSource(said.pop("source")), rules.Shown(said.pop("shows"))
    skills.add_evidence(row.person, skill, source=source, shows=shows, by=by, **said)


def _position(row: Candidate, said: Said, by: Member) -> list[str]:
    company = actions_life.company_called(said["company"], by=by) if said["company"] else None
    boss = actions_life.supervisor_called(said["supervisor"], company=company, by=by) if said["supervisor"] else None
    span = rules.Span(said["title"], said["began"], said["ended"], said["current"])
    made = actions_life.add_position(row.person, span=span, company=company, supervisor=boss, by=by)
    return odd(made, by=by)


def _exclusion(row: Candidate, said: Said, by: Member) -> None:
    actions.exclude(row.person, actions_life.company_called(said["company"], by=by), why=said["why"], by=by)


def _consent(row: Candidate, said: Said, by: Member) -> None:
    company, answer = actions_life.company_called(said["company"], by=by), rules.ConsentAnswer(said["answer"])
    actions.record_consent(row.person, company, answer=answer, words=said["words"], on=said["on"], by=by)


def _call(row: Candidate, said: Said, by: Member) -> None:
    actions.plan_call(row, by=by, **said)


CHANGES = {
    "wish": Change(lazy("What matters to them"), forms.WishForm, _wish),
    "skill": Change(lazy("A skill, and how we know"), forms.SkillForm, _skill),
    "position": Change(lazy("A position"), forms.PositionForm, _position),
    "exclusion": Change(lazy("Must not be sent to"), forms.ExclusionForm, _exclusion),
    "consent": Change(lazy("May their CV go there?"), forms.ConsentForm, _consent),
    "call": Change(lazy("The next call"), forms.CallForm, _call),
}
