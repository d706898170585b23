"""Labels of one lead, through its page."""

from __future__ import annotations

from rightday.db.row_security import enter
from rightday.leads.lists.actions_labels import label_named
from rightday.leads.lists.models import Label, LeadLabel

HX = {"HTTP_HX_REQUEST": "true"}


def test_a_label_is_put_on_by_typing_and_taken_off_by_a_press(ours, shown):
    with enter(ours.agency):
        label_named("Priority", by=ours.sam)
    browser = ours.client()
    form = browser.get(f"/leads/{shown.pk}/labels/", **HX).content.decode()
    assert '<option value="Priority">' in form
    page = browser.post(f"/leads/{shown.pk}/labels/", {"name": "priority"}, **HX).content.decode()
    assert "Take off the label </span>Priority" in page
    with enter(ours.agency):
        label = Label.objects.get()
    answer = browser.post(f"/leads/{shown.pk}/labels/{label.pk}/removal/", follow=True)
    assert answer.redirect_chain == [(f"/leads/{shown.pk}/", 302)]
    assert "Label taken off: Priority" in answer.content.decode()
    with enter(ours.agency):
        assert LeadLabel.objects.count() == 0


def test_nothing_typed_is_asked_again(ours, shown):
    answer = ours.client().post(f"/leads/{shown.pk}/labels/", {"name": " "}, **HX)
    assert answer.status_code == 422
    assert ours.client().post(f"/leads/{shown.pk}/labels/9/removal/").status_code == 404
