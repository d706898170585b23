"""Filters of leads in words: the chips of those in use, the form that adds one, what no longer exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.agenda.rules import KIND_WORDS, Kind
from rightday.leads.lists.filter_values import ANY, ME, Days, Filters, Step
from rightday.leads.process.rules import STAGE_WORDS, Stage
from rightday.leads.rules import ENDING_WORDS, GRADE_WORDS, SOURCE_CHOICES, Ending, Grade

LABELS: Final = {
    "grade": lazy("Grade"), "owner": lazy("Owner"), "stage": lazy("Milestone"), "step": lazy("Next step"),
    "company": lazy("Company"), "place": lazy("Place"), "skill": lazy("Skill"), "source": lazy("Source"),
    "age": lazy("Brought in"), "heard": lazy("Last heard"), "outcome": lazy("Outcome"), "label": lazy("Label"),
    "handed": lazy("Handed"), "view": lazy("View"), "sort": lazy("Order"), "as": lazy("Layout"), "q": lazy("Words"),
}  # fmt: skip
STEP_WORDS: Final = {
    Step.OVERDUE: lazy("overdue"), Step.TODAY: lazy("today"), Step.WEEK: lazy("this week"),
    Step.AGREED: lazy("agreed with them"),
}  # fmt: skip
SORT_WORDS: Final = {
    "grade": lazy("Grade, soonest to change first"), "stage": lazy("Milestone"), "due": lazy("Day of the next step"),
    "heard": lazy("Last heard, longest ago first"), "-heard": lazy("Last heard, latest first"),
    "owner": lazy("Owner"), "-age": lazy("Brought in, newest first"), "age": lazy("Brought in, oldest first"),
}  # fmt: skip
_AGES: Final = ("0", "7", "30", "90", "30-", "90-")
_HEARD: Final = ("0", "7", "30", "4-", "7-", "14-", "30-", "90-")

Option = tuple[str, str]
Chip = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called: members, labels, the company asked for by its id."""

    owners: Mapping[str, str]
    labels: Mapping[str, str]
    companies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form. `options` of a choice ("" is anything), () of words typed; `several` may be chosen."""

    name: str
    label: str
    value: str | tuple[str, ...]
    options: tuple[Option, ...] = ()
    several: bool = False


def days_words(days: Days) -> str:
    """ "today", "in the last 7 days", "4 days ago or more"."""
    if days.more:
        return _("%(days)s days ago or more") % {"days": days.number} if days.number != 1 else _("yesterday or before")
    if not days.number:
        return _("today")
    return _("in the last %(days)s days") % {"days": days.number} if days.number != 1 else _("today or yesterday")


def step_words(step: str) -> str:
    return str(STEP_WORDS[Step(step)] if step in set(Step) else KIND_WORDS[Kind(step)].lower())


def chips(filters: Filters, missing: Iterable[tuple[str, str]], names: Names) -> tuple[Chip, ...]:
    """(label, value, the address without it) of each filter in use; one that no longer exists has none."""
    gone = {name for name, _value in missing}
    return tuple(
        (str(LABELS[name]), _value(filters, name, names), filters.without(name).href())
        for name in filters.set
        if name not in gone
    )


def missing_words(missing: Iterable[tuple[str, str]], names: Names) -> str:
    """ "This view asks for label 7 and owner 12, which no longer exist." """
    asked = [f"{str(LABELS.get(name, name)).lower()} “{value.strip('(),')}”" for name, value in missing]
    if not asked:
        return ""
    several = _(" and ").join([", ".join(asked[:-1]), asked[-1]]) if len(asked) > 1 else asked[0]
    end = _("which no longer exist. The rest is shown.") if len(asked) > 1 else _("which no longer exists.")
    return _("This view asks for %(what)s, %(end)s") % {"what": several, "end": end}


def _value(filters: Filters, name: str, names: Names) -> str:
    value = getattr(filters, name)
    if isinstance(value, tuple):
        return _(" or ").join(_WORDS[name](str(one), names) for one in value)
    return _WORDS[name](value, names) if name in _WORDS else str(value)


_WORDS: Final[dict[str, Callable[[Any, Names], str]]] = {
    "grade": lambda one, _names: GRADE_WORDS[Grade(one)].lower(),
    "owner": lambda one, names: _("me") if one == ME else names.owners.get(one, "?"),
    "stage": lambda one, _names: STAGE_WORDS[Stage(int(one))],
    "step": lambda one, _names: step_words(one),
    "company": lambda one, names: names.companies.get(one, one),
    "source": lambda one, _names: dict(SOURCE_CHOICES)[one].lower(),
    "age": lambda one, _names: days_words(one),
    "heard": lambda one, _names: days_words(one),
    "outcome": lambda one, _names: _("any") if one == ANY else ENDING_WORDS[Ending(one)].lower(),
    "label": lambda one, names: names.labels.get(one, "?"),
    "handed": lambda _one, _names: _("to me"),
}


def form(filters: Filters, names: Names) -> tuple[Field, ...]:
    """Every filter with what it may be; what is in use stays, also where the form does not offer it."""
    owners = [(ME, _("Me")), *names.owners.items()]
    steps = [(one.value, step_words(one.value).capitalize()) for one in (*Step, *Kind)]
    plain = {name: getattr(filters, name) for name in ("company", "place", "skill")}
    return (
        _several(filters, "grade", [(one.value, GRADE_WORDS[one]) for one in Grade]),
        _several(filters, "stage", [(str(one.value), words) for one, words in STAGE_WORDS.items()]),
        _choice(filters, "owner", owners, names, _("Anyone")),
        _choice(filters, "step", steps, names),
        *(Field(name, str(LABELS[name]), value) for name, value in plain.items()),
        _choice(filters, "source", SOURCE_CHOICES, names),
        _choice(filters, "age", [(one, days_words(_days(one)).capitalize()) for one in _AGES], names),
        _choice(filters, "heard", [(one, days_words(_days(one)).capitalize()) for one in _HEARD], names),
        _choice(filters, "outcome", [(ANY, _("Any end")), *((one.value, words) for one, words in ENDING_WORDS.items())],
                names, _("Still open")),
        _choice(filters, "label", list(names.labels.items()), names),
        _choice(filters, "handed", [(ME, _("To me"))], names),
        _choice_of("sort", _sorted_by(filters), [(value, str(words)) for value, words in SORT_WORDS.items()], "",
                   _("As the view has it")),
    )  # fmt: skip


def _days(text: str) -> Days:
    return Days(int(text.removesuffix("-")), text.endswith("-"))


def _sorted_by(filters: Filters) -> str:
    return f"{'-' if filters.turned else ''}{filters.sort}" if filters.sort else ""


def _several(filters: Filters, name: str, options: list[Option]) -> Field:
    chosen = tuple(str(one) for one in getattr(filters, name))
    return Field(name, str(LABELS[name]), chosen, tuple(options), several=True)


def _choice(filters: Filters, name: str, options: Iterable[Option], names: Names, none: str = "") -> Field:
    value = getattr(filters, name)
    text = ",".join(str(one) for one in value) if isinstance(value, tuple) else str(value or "")
    shown = _value(filters, name, names) if text else ""
    return _choice_of(name, text, list(options), shown, none or _("Any"))


def _choice_of(name: str, value: str, options: list[Option], words: str, none: str) -> Field:
    offered = [("", none), *options]
    if value and value not in dict(offered):
        offered.append((value, words.capitalize() or _turned(value)))
    return Field(name, str(LABELS[name]), value, tuple(offered))


def _turned(sort: str) -> str:
    words = SORT_WORDS.get(sort.removeprefix("-"), lazy("How it ended"))
    return _("%(order)s, turned round") % {"order": words} if sort.startswith("-") else str(words)
