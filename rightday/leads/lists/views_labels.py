"""Labels of one lead: put on by typing, taken off by a press."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rightday.leads.answers import answer, ask, asking, changing, the_lead
from rightday.leads.bulk.forms import LabelOnForm
from rightday.leads.lists import actions_labels as actions
from rightday.leads.lists.models import Label
from rightday.leads.models import Lead
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.models import Member


def labels(request: MemberRequest, lead_id: int) -> HttpResponse:
    """Puts a label on; one that is new is made."""
    row = the_lead(lead_id)
    form = LabelOnForm(request.POST if request.method == "POST" else None, today=team.today(request.member))
    known = tuple(Label.objects.order_by("key").values_list("name", flat=True)[:200])
    asked = replace(asking(request, row, form, _("Label"), _("Put on")), template="leads/pages/label.html", shown=known)
    if not form.is_valid():
        return ask(request, asked)
    name = form.cleaned_data["name"]
    changing(request, lead_id, lambda: _put_on(row, name, request.member))
    return answer(request, lead_id, _("Labelled: %(name)s") % {"name": name})


@require_POST
def removal(request: MemberRequest, lead_id: int, label_id: int) -> HttpResponse:
    """Takes a label off."""
    row, label = the_lead(lead_id), Label.objects.get(pk=label_id)
    changing(request, lead_id, lambda: actions.take_off(row, label=label, by=request.member))
    return answer(request, lead_id, _("Label taken off: %(name)s") % {"name": label.name})


def _put_on(lead: Lead, name: str, by: Member) -> None:
    actions.put_on(lead, label=actions.label_named(name, by=by), by=by)
