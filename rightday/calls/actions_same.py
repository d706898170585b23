"""Whether two records are one person, as they said themselves in a call: their answer decides the pair."""

from __future__ import annotations

from django.db import transaction

from rightday.agenda import actions as agenda
from rightday.calls.models import Call
from rightday.people.duplicates import actions as duplicates
from rightday.people.duplicates import shown
from rightday.people.duplicates.models import Merge
from rightday.people.models import DuplicateSuggestion, Person
from rightday.team.models import Member
from rightday.team.rules import Permission

SAID = "they said so in a call"


@transaction.atomic
def answer_same(call: Call, *, pair: int, same: bool, by: Member) -> Merge | None:
    """Two: never suggested again. One: put together, so that the call, its lead and the next step are of one record.

    Where one of the two records said no to calls, a look before the merge is needed: the pair stays, with their
    answer. A pair that was decided meanwhile, or is not about the person of this call, is left as it is.
    """
    by.must(Permission.PERSON_EDIT)
    asked = DuplicateSuggestion.objects.filter(pk=pair, decided_at=None).select_related("person", "other").first()
    if asked is None or call.person_id not in (asked.person_id, asked.other_id):
        return None
    call.before["pair"] = {
        "id": asked.pk, "reasons": asked.reasons, "likeness": asked.likeness,
        "later_until": asked.later_until.isoformat() if asked.later_until else None, "merge": None,
    }  # fmt: skip
    merge = None
    if not same:
        duplicates.keep_two(asked, by=by)
    elif asked.person.do_not_call != asked.other.do_not_call:
        reasons = [*dict.fromkeys([*asked.reasons, SAID])]
        DuplicateSuggestion.objects.filter(pk=pair).update(ask=False, later_until=None, likeness=1, reasons=reasons)
    else:
        at = shown.pair_page("persons", pair)
        merge = duplicates.merge_persons(at.kept.pk, gone=at.gone.pk, by=by)
        agenda.reorder_for(Person.objects.select_related("company").get(pk=at.kept.pk), by=by)
        call.before["pair"]["merge"] = merge.pk
    Call.objects.filter(pk=call.pk).update(before=call.before)
    return merge


@transaction.atomic
def take_back_same(call: Call, *, by: Member) -> None:
    """With the call its answer is taken back: two records again, and the question stands as before."""
    by.must(Permission.PERSON_EDIT)
    kept = call.before["pair"]
    merge = Merge.objects.filter(pk=kept["merge"], undone_at=None).first() if kept["merge"] else None
    if merge is not None:
        apart = duplicates.unmerge(merge, by=by)
        agenda.reorder_for(apart.back, by=by)
    DuplicateSuggestion.objects.filter(pk=kept["id"]).update(
        decided_at=None, decided_by=None, same=None, ask=True, reasons=kept["reasons"], likeness=kept["likeness"],
        later_until=kept["later_until"],
    )  # fmt: skip
