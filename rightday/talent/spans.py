"""What is odd about the days of somebody's positions, as their page says it."""

from __future__ import annotations

from rightday.people.models import Position
from rightday.talent import rules
from rightday.team import queries as team
from rightday.team.models import Member


def odd(position: Position, *, by: Member) -> list[str]:
    """What is odd about the days of a position beside the others of that person, in sentences."""
    others = Position.objects.filter(person_id=position.person_id).exclude(pk=position.pk).order_by("pk")[:100]
    return rules.span_problems(span_of(position), [span_of(one) for one in others], team.today(by))


def span_of(position: Position) -> rules.Span:
    """A position as the rule sees it."""
    return rules.Span(position.title, position.began, position.ended, position.current)
