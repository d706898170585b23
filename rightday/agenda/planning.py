"""From what is said about a next step to its columns: the day moved, the standing computed. Writes nothing."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from typing import Any, Final, Required, TypedDict, Unpack

from rightday.agenda import rules
from rightday.kernel import days
from rightday.people.models import Company, Person
from rightday.people.queries import place_of, zone_of


class PlanValues(TypedDict, total=False):
    """What can be said about a next step; the first seven are always needed."""

    kind: Required[rules.Kind]
    reason: Required[rules.Reason]
    why: Required[str]
    objective: Required[str]
    fact_on: Required[date]
    due: Required[date]
    of: rules.Of
    subject: str
    earliest: time | None
    latest: time | None
    agreed: bool
    introduced: bool
    holds_until: date | None
    then: rules.Reason | None
    tries: int
    weight: float


def columns(
    person: Person, company: Company | None, score: rules.Numbers, **values: Unpack[PlanValues]
) -> dict[str, Any]:
    """The columns of a step, computed and not yet written (for `plan`, and for many at once)."""
    if person.do_not_call:
        raise rules.DoNotCall(person.name)
    agreed, due = values.get("agreed", False), values["due"]
    if not agreed:
        due = days.on_or_after_working_day(due, place_of(person))
    introduced, then, weight = values.get("introduced", False), values.get("then"), values.get("weight", 1.0)
    standing = rules.standing(
        reason=values["reason"], fact_on=values["fact_on"], due=due, agreed=agreed, introduced=introduced,
        holds_until=values.get("holds_until"), then=then, weight=weight,
        off_sheet=values["kind"] is rules.Kind.FIND_OUT, live=values["kind"] in rules.LIVE_KINDS, numbers=score,
        **about(person, company),
    )  # fmt: skip
    return {
        "person": person,
        "company": company,
        "of": values.get("of", rules.Of.LEAD).value,
        "kind": values["kind"].value,
        "subject": values.get("subject", "")[:200],
        "objective": values["objective"][:300],
        "why": values["why"][:300],
        "reason": values["reason"].value,
        "fact_on": values["fact_on"],
        "due": due,
        "earliest": values.get("earliest"),
        "latest": values.get("latest"),
        "zone": zone_of(person),
        "agreed": agreed,
        "introduced": introduced,
        "tries": values.get("tries", 0),
        "weight": weight,
        **standing_columns(standing),
    }


def about(person: Person, company: Company | None) -> dict[str, Any]:
    """What the order takes from the person, and from the company where the person's is unknown."""
    with_agencies = person.works_with_agencies
    if with_agencies is None and company is not None:
        with_agencies = company.works_with_agencies
    return {"dials": person.dials, "talks": person.talks, "works_with_agencies": with_agencies}


def standing_columns(standing: rules.Standing) -> dict[str, Any]:
    """Column → value of a standing, as they are stored."""
    columns = {name: getattr(standing, name) for name in _STANDING}
    columns["place"] = standing.place.value
    columns["then_reason"] = standing.then_reason.value if standing.then_reason else ""
    return columns


_STANDING = tuple(field.name for field in fields(rules.Standing))
STEP: Final = (
    "of", "kind", "subject", "objective", "why", "reason", "fact_on", "due", "earliest", "latest", "zone", "agreed",
    "introduced", "tries", "weight", *_STANDING,
)  # fmt: skip
"""What `columns` says beside whose step it is: named as the columns of the table are."""
