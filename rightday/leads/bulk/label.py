"""A label on many leads, or off them, and back: what `put_on` and `take_off` do for one. Ended leads take part."""

from __future__ import annotations

from rightday.db import bulk
from rightday.leads.bulk import rules as bulk_acts
from rightday.leads.bulk.parts import Before, Part
from rightday.leads.lists.models import Label, LeadLabel


def put_on(part: Part) -> None:
    _change(part, put=True)


def take_off(part: Part) -> None:
    _change(part, put=False)


def undo_put(part: Part, before: dict[int, Before]) -> None:
    _change(part, put=False, back=True)


def undo_take(part: Part, before: dict[int, Before]) -> None:
    _change(part, put=True, back=True)


def _change(part: Part, *, put: bool, back: bool = False) -> None:
    """Those that have it already (or have not) are left alone. `back`: somebody was there first since."""
    label = Label.objects.get(pk=part.values["label"])
    ids = [lead.pk for lead in part.leads]
    has = set(LeadLabel.objects.filter(label=label, lead_id__among=ids).values_list("lead_id", flat=True))
    for lead in part.leads:
        if (lead.pk in has) is put:
            left = bulk_acts.LABELLED if put else bulk_acts.UNLABELLED
            part.skip(lead, bulk_acts.MOVED_ON if back else left)
            continue
        part.keep(lead)
        part.told("lead.labelled" if put else "lead.unlabelled", lead, label=label.name)
    if put:
        bulk.insert_values(LeadLabel, ("label_id", "lead_id"), [(label.pk, pk) for pk in part.before])
    else:
        LeadLabel.objects.filter(label=label, lead_id__among=list(part.before)).delete()
