"""Terms, ages and days of candidates in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rightday.kernel.amounts import Money, say_money
from rightday.kernel.when import say_day
from rightday.talent import rules
from rightday.talent.points import POINT_WORDS


def terms(row: Any, today: date) -> tuple[tuple[str, str, str, str], ...]:
    """(block, label, words, said when) of each line; '' for words nobody said."""
    free, money, place = (_when(day, today) for day in (row.free_said_on, row.money_said_on, row.place_said_on))
    return (
        ("free", "Free", free_from(row.free_on, row.notice_days, today), free),
        ("free", "Interviews", row.interviews, ""),
        ("money", "Rate", rate(row), money),
        ("money", "Salary", _amount(row.salary, row.salary_floor, row.currency, " a year"), ""),
        ("place", "Place", row.place, place),
        ("place", "Travel", row.travel, ""),
        ("place", "From home", "" if row.home_days is None else f"{row.home_days} days a week", ""),
        ("place", "Titles", row.titles, ""),
    )


def free_from(free_on: date | None, notice_days: int | None, today: date) -> str:
    """ "4 January", "4 weeks after they resign"; what is past is "now"."""
    if free_on is not None:
        if free_on <= today:
            return "now"
        return f"{free_on:%-d %B}" + (f" {free_on.year}" if free_on.year != today.year else "")
    if notice_days is None:
        return ""
    weeks, rest = divmod(notice_days, 7)
    length = f"{weeks} week{'' if weeks == 1 else 's'}" if weeks and not rest else f"{notice_days} days"
    return f"{length} after they resign" if notice_days else "now"


def rate(row: Any) -> str:
    """ "£620 a day, not under £590" """
    return _amount(row.rate, row.rate_floor, row.currency, f" a{'n' if row.rate_per == 'hour' else ''} {row.rate_per}")


def _amount(asked: int | None, floor: int | None, currency: str, per: str) -> str:
    parts = [say_money(Money(asked, currency)) + per] if asked is not None else []
    if floor is not None:
        parts.append(f"not under {say_money(Money(floor, currency))}" + ("" if parts else per))
    return ", ".join(parts)


def _when(day: date | None, today: date) -> str:
    return f"said {say_day(day, today)}" if day else ""


def age(day: date, today: date) -> str:
    """How old a fact is: "today", "12 days", "5 months", "2 years"."""
    days = (today - day).days
    if days <= 0:
        return "today"
    number, unit = (days, "day") if days < 60 else (days // 30, "month") if days < 730 else (days // 365, "year")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def years(number: int | None) -> str:
    return "" if number is None else "one year" if number == 1 else f"{number} years"


def span(of: rules.Span) -> str:
    """ "Jan 2025 to now", "2020 to 2022" as months; '' when nothing is known."""
    began = f"{of.began:%b %Y}" if of.began else ""
    ended = "now" if of.current else f"{of.ended:%b %Y}" if of.ended else ""
    if ended and not began:
        return "Now" if of.current else f"Until {ended}"
    return f"{began} to {ended}" if ended else f"From {began}" if began else ""


def points(kept: Mapping[str, Any]) -> tuple[tuple[str, bool, str], ...]:
    """The five points of a test that is under way: label, met, its fact. None before it has begun."""
    if not kept:
        return ()
    return tuple(
        (words, bool(kept.get(point.value, {}).get("met")), str(kept.get(point.value, {}).get("words", "")))
        for point, words in POINT_WORDS.items()
    )
