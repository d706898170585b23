"""What two records become when they are one: the kept one's values, filled from the other's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from rightday.people import rules
from rightday.people.duplicates.moving import Moves
from rightday.people.models import Company, EmailAddress, Permission, Person, PhoneNumber, Position
from rightday.people.rules import Answer, Channel, NumberState
from rightday.team import queries as team
from rightday.team.models import Member

_FILLED: Final = ("city", "zone", "website", "works_with_agencies", "name_confirmed_on", "source")
_FILLED_COMPANY: Final = ("city", "country", "subdivision", "zone", "website", "works_with_agencies")
_NAME: Final = ("given", "family", "name", "key")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a merge leaves to people: whose name, whose position, which number is dialled first (its id)."""

    others_name: bool = False
    others_position: bool = False
    first: int = 0


NOTHING_CHOSEN: Final = Choice()


def join_person(kept: Person, gone: Person, choice: Choice, moves: Moves, *, by: Member) -> None:
    """Values, numbers, addresses, positions and permission; links move afterwards."""
    taken: dict[str, Any] = {name: getattr(gone, name) for name in _FILLED if getattr(kept, name) in ("", None)}
    if choice.others_name:
        taken |= {name: getattr(gone, name) for name in _NAME}
        taken["name_confirmed_on"] = gone.name_confirmed_on
    if choice.others_position or not (kept.title or kept.company_id):
        taken |= {"title": gone.title, "company": gone.company_id}
    else:
        taken |= {"title": kept.title or gone.title, "company": kept.company_id or gone.company_id}
    taken |= {"dials": kept.dials + gone.dials, "talks": kept.talks + gone.talks}
    taken["last_talk_at"] = max((one for one in (kept.last_talk_at, gone.last_talk_at) if one), default=None)
    taken["version"] = kept.version + 1
    _join_permission(kept, gone, moves, by)
    taken["do_not_call"] = kept.do_not_call or gone.do_not_call
    _join_positions(kept, gone, choice, moves)
    _join_numbers(kept, gone, choice, moves)
    _join_addresses(kept, gone, moves)
    moves.change(kept, **taken)


def join_company(kept: Company, gone: Company, choice: Choice, moves: Moves) -> None:
    """The other's name becomes another spelling; what the kept one lacks is filled; notes stand under each other."""
    taken: dict[str, Any] = {name: getattr(gone, name) for name in _FILLED_COMPANY if getattr(kept, name) in ("", None)}
    written = [*kept.also_written, gone.name, *gone.also_written]
    if choice.others_name:
        taken |= {"name": gone.name, "key": gone.key}
        written.insert(0, kept.name)
    name = taken.get("name", kept.name)
    taken["also_written"] = [one for one in dict.fromkeys(written) if one != name]
    taken["note"] = "\n".join(note for note in dict.fromkeys([kept.note, gone.note]) if note)
    taken |= {"competitor": kept.competitor or gone.competitor, "version": kept.version + 1}
    known = {(one.e164 or one.typed, one.ext): one for one in PhoneNumber.objects.filter(company=kept)}
    for number in PhoneNumber.objects.filter(company=gone).order_by("pk"):
        _fold_or_keep(number, known, moves)
    moves.change(kept, **taken)


def _join_numbers(kept: Person, gone: Person, choice: Choice, moves: Moves) -> None:
    """A number both have is there once, with the better of what is known; one is dialled first."""
    known = {(one.e164 or one.typed, one.ext): one for one in PhoneNumber.objects.filter(person=kept).order_by("pk")}
    mine = list(known.values())
    others = []
    for number in PhoneNumber.objects.filter(person=gone).order_by("pk"):
        same = known.get((number.e164 or number.typed, number.ext))
        if same is not None and choice.first == number.pk:
            choice = Choice(choice.others_name, choice.others_position, same.pk)
        if not _fold_or_keep(number, known, moves):
            others.append(number)
    every = [*mine, *others]
    first = next((one for one in every if one.pk == choice.first), None) or first_of(every)
    for one in every:
        if one.first and one is not first:
            moves.change(one, first=False)
    if first is not None and not first.first:
        if first.person_id == gone.pk:
            moves.move(PhoneNumber, "person", gone.pk, kept.pk, [first.pk])
        moves.change(first, first=True)


def first_of(numbers: list[PhoneNumber]) -> PhoneNumber | None:
    """The number to dial: the one that reached them last, else the one that was dialled first, never a wrong one."""
    usable = [one for one in numbers if one.e164 and one.state != NumberState.WRONG.value]
    days = [one for one in usable if one.reached_on]
    if days:
        return max(days, key=lambda one: (one.reached_on, one.first, -one.pk))
    return next((one for one in usable if one.first), usable[0] if usable else None)


def _fold_or_keep(number: PhoneNumber, known: dict[tuple[str, str], PhoneNumber], moves: Moves) -> bool:
    same = known.get((number.e164 or number.typed, number.ext))
    if same is None:
        return False
    if number.state_on and (same.state_on is None or same.state_on < number.state_on):
        moves.change(same, state=number.state, state_on=number.state_on)
    if number.reached_on and (same.reached_on is None or same.reached_on < number.reached_on):
        moves.change(same, reached_on=number.reached_on)
    moves.change(same, label=same.label or number.label)
    moves.fold(number, same)
    return True


def _join_addresses(kept: Person, gone: Person, moves: Moves) -> None:
    known = {one.key: one for one in EmailAddress.objects.filter(person=kept)}
    for address in EmailAddress.objects.filter(person=gone).order_by("pk"):
        if address.key in known:
            moves.fold(address, known[address.key])


def _join_positions(kept: Person, gone: Person, choice: Choice, moves: Moves) -> None:
    """A job both records tell of is there once; of two current ones the chosen one is."""
    mine = {(one.company_id, one.title): one for one in Position.objects.filter(person=kept).order_by("pk")}
    has_one = bool(kept.title or kept.company_id)
    for position in Position.objects.filter(person=gone).order_by("pk"):
        same = mine.get((position.company_id, position.title))
        if same is not None and {same.began, position.began} == {same.began or position.began}:
            moves.fold(position, same)
        elif position.current and has_one and not choice.others_position:
            moves.change(position, current=False)
    if choice.others_position:
        for position in mine.values():
            same_job = (position.company_id, position.title) == (gone.company_id, gone.title)
            moves.change(position, current=same_job)
    between = {kept.pk, gone.pk}
    for position in Position.objects.filter(person_id__in=between, supervisor_id__in=between):
        moves.change(position, supervisor=None)  # nobody reports to themselves


def _join_permission(kept: Person, gone: Person, moves: Moves, by: Member) -> None:
    """Refused wins: a no on either record that a yes of the other would lift is said once more, today."""
    if kept.do_not_call == gone.do_not_call:
        return
    rows = Permission.objects.filter(person_id__in=[kept.pk, gone.pk], channel=Channel.PHONE.value)
    said = [rules.Said(Answer(answer), on, pk) for answer, on, pk in rows.values_list("answer", "on", "pk")]
    if rules.standing(said) is not Answer.REFUSED:
        words = "One of the two records said no."
        answer = Permission(
            person=kept, channel=Channel.PHONE.value, answer=Answer.REFUSED.value, on=team.today(by), words=words, by=by
        )
        moves.make(answer)
