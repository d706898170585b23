"""Job orders, closest to the money first."""

from __future__ import annotations

from datetime import timedelta

from rightday.joborders import actions, queries_list, reckoning
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closed, Stage
from tests import desk
from tests.counting import counted


def an_order(cast, fee=1_000_000, **changed):
    owner = changed.pop("owner", cast.sam)
    return desk.order(owner, cast.martin, fee_expected=fee, **changed)


def ids(page):
    return [row.id for row in page.rows]


def test_fee_chance_and_waiting_make_the_order_as_it_is_shown(inside):
    dear, near = an_order(inside, 1_100_000), an_order(inside, 1_000_000, stage=Stage.OFFER)
    euro = an_order(inside, 9_000_000, currency="EUR")
    page = queries_list.orders_page(inside.sam)
    assert ids(page) == [euro.pk, near.pk, dear.pk]
    chances = reckoning.all_chances(reckoning.cases())
    worths = [reckoning.worth_of(row, chances).today.minor for row in (near, dear)]
    assert worths == sorted(worths, reverse=True)
    assert [row.share for row in page.rows] == ["100%", "100%", f"{worths[1] * 100 // worths[0]}%"]
    assert page.together == "€16,600 and £9,400"


def test_views_and_their_counts(inside):
    mine, other = an_order(inside), an_order(inside, owner=inside.priya, stage=Stage.SUBMITTED, known=11)
    closed = an_order(inside)
    actions.close(closed, kind=Closed.COMPETITOR, on=closed.taken_on, who="Brightline", by=inside.sam)
    page = queries_list.orders_page(inside.sam)
    assert page.counts == {"open": 2, "unqualified": 1, "nobody": 1, "closed": 1}
    assert set(ids(page)) == {mine.pk, other.pk}
    assert ids(queries_list.orders_page(inside.sam, mine=True)) == [mine.pk]
    assert ids(queries_list.orders_page(inside.sam, view="nobody")) == [mine.pk]
    (row,) = queries_list.orders_page(inside.sam, view="closed").rows
    assert (row.id, row.stands, row.who, row.worth) == (closed.pk, "Filled by a competitor", "Brightline", "")


def test_who_is_furthest_stands_beside_the_stage(inside):
    order = an_order(inside, openings=2)
    desk.submittal(order, desk.candidate(inside.sam), stage=Stage.OFFER)
    (row,) = queries_list.orders_page(inside.sam).rows
    assert (row.who, row.title) == ("Sanna Koskinen", "2 × Platform engineer, contract")
    desk.submittal(order, desk.candidate(inside.sam, desk.someone("Lena Fischer")))
    (row,) = queries_list.orders_page(inside.sam, open_row=order.pk).rows
    assert row.who == "Sanna Koskinen and 1 more"
    assert "for 2 open places" in row.reckoned.fee_words


def test_a_step_that_is_late_is_marked(inside):
    order = an_order(inside)
    order.next_step.due -= timedelta(days=3)
    order.next_step.save()
    assert queries_list.orders_page(inside.sam).rows[0].late


def test_own_closed_orders_are_counted_and_said(inside):
    for kind in (Closed.FILLED_BY_US, Closed.CANCELLED):
        closed = an_order(inside)
        actions.close(closed, kind=kind, on=closed.taken_on, by=inside.sam)
    order = an_order(inside)
    page = queries_list.orders_page(inside.sam, open_row=order.pk)
    assert page.closed_cases == 2
    assert page.rows[0].reckoned.chance_words.startswith("Of 2 contract orders that came as far as")


def test_one_count_of_statements_however_many_orders(inside):
    counts = []
    for number in range(3):
        order = an_order(inside)
        desk.submittal(order, desk.candidate(inside.sam, desk.someone(f"Somebody {number}")))
        with counted() as found:
            assert len(queries_list.orders_page(inside.sam).rows) == number + 1
        counts.append(len(found))
    assert counts[0] == counts[2] <= 8


def test_no_more_than_fifty_at_once(inside, monkeypatch):
    monkeypatch.setattr(queries_list, "LIMIT", 2)
    for _each in range(3):
        an_order(inside)
    page = queries_list.orders_page(inside.sam)
    assert (len(page.rows), page.more, JobOrder.objects.count()) == (2, True, 3)
