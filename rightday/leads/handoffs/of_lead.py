"""The hand-off beside one lead: who gave it to whom, whose turn it is, until when. One statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import IntegerField

from rightday.agencies import clock
from rightday.agencies import queries as agencies
from rightday.db.prepared import Prepared, Slot
from rightday.leads.handoffs.clocks import clock_of
from rightday.leads.handoffs.models import HandOff
from rightday.leads.handoffs.rows import Reader, back_words, left_of
from rightday.leads.handoffs.rules import Answer, Left
from rightday.leads.rules import Holds
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.team.rules import Permission, initials

_COLUMNS: Final = (
    "id", "giver_id", "giver__name", "receiver_id", "receiver__name", "receiver__zone", "words", "offered_at",
    "answer_by", "answer", "answered_at", "reason", "answer_words", "call_by", "called_at", "seen_at",
)  # fmt: skip
_LAST = Prepared(
    lambda: HandOff.objects.filter(lead_id=Slot("lead", IntegerField())).order_by("-id").values_list(*_COLUMNS)[:1]
)
_DOES: Final = {"": "to accept", "accepted": "accepted it", "returned": "sent it back", "lapsed": "did not answer"}
_BACK: Final = frozenset({Answer.RETURNED.value, Answer.LAPSED.value})


@dataclass(frozen=True, slots=True)
class HandView:
    """The block beside a lead. `state`: waiting, back (to be mended by who gave it), accepted.

    `answers`, `withdraws`, `mends`: what this reader may do. `said` is the sentence under the two names.
    """

    id: int
    state: str
    giver: str
    giver_initials: str
    receiver: str
    receiver_initials: str
    receiver_does: str
    words: str
    said: str
    left: Left | None
    late: bool
    answers: bool
    withdraws: bool
    mends: bool


def hand_off_of(lead_id: int, member: Member) -> HandView | None:
    """The last hand-off of a lead as this member reads it; None where none concerns anybody any more."""
    rows = _LAST(lead=lead_id)
    if not rows:
        return None
    row = dict(zip(_COLUMNS, rows[0], strict=True))
    answer = row["answer"]
    if answer == Answer.WITHDRAWN or (answer in _BACK and row["seen_at"] is not None):
        return None
    reader = Reader(clock_of(member), team.today(member), clock.now(), agencies.numbers(Holds, "grades"))
    gave, receives = row["giver_id"] == member.pk, row["receiver_id"] == member.pk
    waits, back = not answer, answer in _BACK
    manages = member.may(Permission.TEAM_MANAGE)
    left = left_of(row["receiver__zone"], row["offered_at"], row["answer_by"], reader) if waits else None
    said, late = _said(row, reader, "you" if gave else row["giver__name"])
    return HandView(
        id=row["id"], state="waiting" if waits else "back" if back else "accepted",
        giver="You" if gave else row["giver__name"], giver_initials=initials(row["giver__name"]),
        receiver="You" if receives else row["receiver__name"], receiver_initials=initials(row["receiver__name"]),
        receiver_does=_DOES[answer], words=row["answer_words"] if back else row["words"], said=said, left=left,
        late=late or bool(left and left.late), answers=waits and (receives or (manages and not gave)),
        withdraws=waits and (gave or manages), mends=back and (gave or manages),
    )  # fmt: skip


def _said(row: dict[str, Any], reader: Reader, giver: str) -> tuple[str, bool]:
    """Whose turn it is and until when, and whether that is over."""

    def at(name: str) -> str:
        return reader.clock.said(row[name], reader.today)

    if not row["answer"]:
        over = reader.now >= row["answer_by"]
        return (f"The time was over {at('answer_by')}: it goes back to {giver}." if over else
                f"Answer by {at('answer_by')}, or it goes back to {giver}."), over  # fmt: skip
    if row["answer"] != Answer.ACCEPTED:
        return f"{back_words(row['answer'], row['reason'])}, {at('answered_at')}.", False
    if row["called_at"] is not None:
        late = row["call_by"] is not None and row["called_at"] > row["call_by"]
        return f"First called {at('called_at')}, {'late' if late else 'in time'}.", late
    if row["call_by"] is None:
        return f"Since {at('answered_at')}.", False
    over = reader.now > row["call_by"]
    return f"First call {'was due' if over else 'by'} {at('call_by')}.", over
