"""What is asked before something is done to many: through the pages in test_views_acts; here what each gives."""

from __future__ import annotations

from rightday.leads.bulk.forms import form_of, kind_of
from rightday.leads.bulk.rules import BulkKind
from rightday.team import queries as team


def test_each_kind_has_a_form_and_what_is_chosen_inside_it(inside):
    today = team.today(inside.sam)
    filled = {"to": inside.jo.pk, "at_once": "on", "stage": "2", "due": "today", "name": "Priority", "off": "off"}
    chosen = {}
    for kind in BulkKind:
        form = form_of(kind, filled, today=today, by=inside.sam)
        assert form.is_valid(), (kind, form.errors)
        chosen[kind] = kind_of(kind, form)
        assert form.values(inside.sam)
    assert chosen[BulkKind.HAND] is BulkKind.OWN
    assert chosen[BulkKind.LABEL] is BulkKind.UNLABEL
    assert chosen[BulkKind.MOVE] is BulkKind.MOVE
