"""The page of a call that no lead asks for, and its result in two keys."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect

from rightday.agenda.models import NextStep
from rightday.agenda.rules import ACHIEVEMENT_SAID
from rightday.agenda.views_sheet import TodayPage, today_page
from rightday.calls.actions import Logged
from rightday.calls.desk.actions import begin, log_desk
from rightday.calls.desk.doors import door_of
from rightday.calls.desk.page import DeskCall, desk_call
from rightday.calls.desk.situation import rule_of, situation_of
from rightday.calls.forms import ResultForm
from rightday.calls.rules import LEVEL_CHOICES, NOTHING_SAID, REACHED, RESULT_WORDS, Choice, NextWish, Result, day_of
from rightday.calls.tries import said as day_words
from rightday.calls.views_focus import Dial, Suggested, extras, in_words, usable, wrong
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.models import Member

TEMPLATE = "calls/desk/pages/call.html"


@dataclass(frozen=True, slots=True)
class DeskScreen:
    """What the page of a lead's call shows, of a call that no lead asks for."""

    focus: DeskCall
    today: TodayPage
    numbers: tuple[Dial, ...]
    wrong: tuple[str, ...]
    suggested: Suggested
    results: tuple[tuple[str, str], ...] = tuple((one.value, words) for one, words in RESULT_WORDS.items())
    levels: tuple[tuple[str, str], ...] = tuple(LEVEL_CHOICES)
    achievements: tuple[tuple[str, str], ...] = tuple((one.value, words) for one, words in ACHIEVEMENT_SAID.items())
    same: None = None
    milestone: None = None

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        return self.focus.facts

    @property
    def local_time(self) -> str:
        return self.focus.local_time

    @property
    def local_place(self) -> str:
        return self.focus.local_place

    @property
    def talking(self) -> str:
        return self.focus.talking


def show(request: MemberRequest, step_id: int, *, form: ResultForm | None = None) -> HttpResponse:
    """The plan of the call; where its kind has a page of its own, that one, unless asked for plainly (`?plain=1`).

    Raises as `begin` does.
    """
    talk = begin(step_id, by=request.member)
    door = door_of(talk.step, talk.record)
    if door is not None and form is None and "plain" not in request.GET:
        return redirect(door)
    screen = _screen(desk_call(talk), request.member)
    values = {"page": screen, "suggested": screen.suggested, "form": form or ResultForm()} | extras()
    return page(request, TEMPLATE, values, status=422 if form else 200, counts={"today": screen.today.due})


def is_desk(step_id: int) -> bool:
    """Whether this is an open step that no lead holds."""
    return NextStep.objects.filter(pk=step_id).exclude(of="lead").exists()


def log(step_id: int, form: ResultForm, *, by: Member) -> Logged:
    """Logs what a valid form says. Raises what `log_desk` raises."""
    values, result, choice = form.cleaned_data, Result(form.cleaned_data["result"]), form.choice()
    said = form.said() if result in REACHED else NOTHING_SAID
    wish = None
    if choice is Choice.PICK and values["day"] and (result not in REACHED or said.may_call is False):
        wish = NextWish(values["day"], values["at"])
    elif choice in (Choice.TOMORROW, Choice.WEEK):
        talk = begin(step_id, by=by)
        wish = NextWish(day_of(Choice(choice), rule_of(talk, result), situation_of(talk)))
    return log_desk(
        step_id, result=result, by=by, note=values["note"], level=values["level"], answers=form.answers,
        achieved=form.achievements(), number=values["number"], said=said, next=wish,
    )  # fmt: skip


def _screen(call: DeskCall, member: Member) -> DeskScreen:
    today = call.situation.today
    return DeskScreen(
        focus=call, today=today_page(member), numbers=usable(call.numbers), wrong=wrong(call.numbers),
        suggested=Suggested(
            tuple((result.value, *in_words(result, rule, today)) for result, rule in call.rules),
            day_words(call.day_of(Choice.TOMORROW)), day_words(call.day_of(Choice.WEEK)),
        ),
    )  # fmt: skip
