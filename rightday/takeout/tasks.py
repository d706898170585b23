"""Archives in the background: ids in, one action called."""

from __future__ import annotations

from django_tasks import task

from rightday.agencies.models import Agency
from rightday.db.row_security import enter
from rightday.takeout import actions
from rightday.takeout.models import Takeout


@task()
def make_archive(agency_id: int, takeout_id: int) -> None:
    """Makes one archive; begins anew where a worker was ended in the middle."""
    agency = Agency.objects.get(pk=agency_id)
    with enter(agency):
        takeout = Takeout.objects.select_related("by").get(pk=takeout_id)
    actions.make(takeout, agency=agency, by=takeout.by)


@task()
def expire_archives() -> None:
    """Takes away what has waited long enough, of every agency; may run twice."""
    for agency_id in Agency.objects.order_by("pk").values_list("pk", flat=True):
        with enter(agency_id):
            actions.expire()
