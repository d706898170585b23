"""Any filters, any order, both ways: the parts of a list give every lead once, as a plain model puts them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightday.agenda.models import NextStep
from rightday.leads import planning
from rightday.leads.lists import reading
from rightday.leads.lists.filters import Filters
from rightday.leads.lists.models import Label, LeadLabel
from rightday.leads.lists.narrowing import asked
from rightday.leads.lists.orders import FAR, key_of, order_of
from rightday.leads.lists.parts import Part
from rightday.leads.models import Lead, Outcome
from rightday.leads.process.rules import Stage
from rightday.people.models import Company, Person

ON = date(2026, 11, 25)
TITLES = ("2 Java engineers", "Java architect", "Data analyst", "")
GRADES = ("hot", "warm", "cold", "none")


def some(cast, number: int) -> list[Lead]:
    """Leads of all kinds, many of them alike: what a key must not trip over."""
    city = Company.objects.create(name="Linden", key="linden", city="Leeds", country="GB")
    away = Person.objects.create(given="A", family="B", name="A B", key="a b", city="Paris")
    days = [None, *(ON + timedelta(days=n) for n in (-3, 0, 1, 4))]
    made = []
    for n in range(number):
        owner = (cast.sam, cast.jo, cast.priya)[n % 3]
        ended = n % 5 == 4
        step = None if ended else NextStep.objects.create(
            owner=owner, person=cast.martin, kind=("lead", "find_out")[n % 2], why="x", reason="hot", fact_on=ON,
            due=ON + timedelta(days=n % 4 - 1), agreed=n % 3 == 0, zone="",
        )  # fmt: skip
        outcome = Outcome.objects.create(kind=("cancelled", "filled_by_us")[n % 2], on=ON) if ended else None
        made.append(
            Lead.objects.create(
                person=away if n % 7 == 0 else cast.martin, company=(cast.halden, city, None)[n % 3], owner=owner,
                title=TITLES[n % 4], identified_on=ON if n % 6 else None, hot_until=days[n % 5],
                warm_until=days[(n // 2) % 5], cold_until=days[(n // 3) % 5], next_step=step, outcome=outcome,
                source=("form", "import")[n % 2], heard_on=ON, stage=n % 8 + 1, milestone_on=days[(n // 4) % 5],
                last_heard_on=days[(n // 5) % 5],
            )
        )  # fmt: skip
    planning.write_words(made)
    label = Label.objects.create(name="Urgent", key="urgent")
    LeadLabel.objects.bulk_create(LeadLabel(label=label, lead=lead) for lead in made[::3])
    return made


def model(lead: Lead, sort: str):
    """What orders a lead, in plain Python."""
    grade = GRADES.index(lead.grade_on(ON).value)
    until = (lead.hot_until, lead.warm_until, lead.cold_until, None)[grade] or FAR
    match sort:
        case "grade":
            return (grade, until, lead.pk if grade < 3 else -lead.pk)
        case "stage":
            return (lead.stage, lead.milestone_on or FAR, lead.pk if lead.milestone_on else -lead.pk)
        case "due":
            return (lead.next_step.due, lead.next_step_id)
        case "heard":
            return (lead.last_heard_on or FAR, lead.pk)
        case "owner":
            return (lead.owner.name, lead.pk)
        case "age":
            return (lead.made_at, lead.pk)
    return -lead.outcome_id


def passes(cast, lead: Lead, filters: Filters) -> bool:
    step, words = lead.next_step, planning.words_of(lead.title)
    closed = filters.closed
    tests = {
        "grade": lambda want: lead.grade_on(ON) in want,
        "owner": lambda want: (cast.sam.pk if "me" in want else 0) == lead.owner_id or str(lead.owner_id) in want,
        "stage": lambda want: lead.stage in want,
        "step": lambda want: step is not None
        and {
            "overdue": step.due < ON, "today": step.due == ON, "week": ON <= step.due <= ON + timedelta(days=4),
            "agreed": step.agreed,
        }.get(want, step.kind == want),
        "company": lambda want: str(lead.company_id) == want,
        "place": lambda want: want.title() in (lead.company.city if lead.company else "", lead.person.city)
        if want != "GB"
        else lead.company is not None and lead.company.country == "GB",
        "skill": lambda want: all(word in words for word in planning.words_of(want)),
        "source": lambda want: lead.source in want,
        "age": lambda want: not want.more,
        "heard": lambda want: lead.last_heard_on is not None
        and (lead.last_heard_on <= ON - timedelta(days=want.number))
        == (want.more or lead.last_heard_on == ON - timedelta(days=want.number)),
        "outcome": lambda want: "any" in want or (lead.outcome and lead.outcome.kind in want),
        "label": lambda want: lead.labels.exists(),
        "handed": lambda want: False,
    }  # fmt: skip
    view = {
        "mine": lead.owner_id == cast.sam.pk, "hot": lead.grade_on(ON) == "hot", "qualify": lead.grade_on(ON) == "none",
        "stale": (lead.grade_on(ON) == "hot" and lead.hot_until <= ON + timedelta(days=1))
        or (lead.grade_on(ON) == "warm" and lead.warm_until <= ON + timedelta(days=7)),
        "decide": lead.stage == Stage.DECISION and lead.milestone_on and lead.milestone_on <= ON + timedelta(days=4),
        "handed": False,
    }.get(filters.view, True)  # fmt: skip
    if closed is not bool(lead.outcome_id) or not view:
        return False
    return all(tests[name](getattr(filters, name)) for name in filters.set)


def parts(cast, filters: Filters, size: int, walk: int, *, back: bool = False) -> list[int]:
    """Every part in turn, as somebody pages through them; keys travel as texts."""
    sort, turned = order_of(filters)
    one, key, ids = asked(filters, cast.sam, ON), None, []
    for _ in range(500):
        found = reading.read(one, sort, turned=turned, key=key, back=back, size=size, walk=walk)
        here = [lead for _, lead in found.rows]
        ids = here + ids if back else ids + here
        if not found.more:
            return ids
        at = found.looked or found.rows[0 if back else -1][0]
        key = key_of(sort, str(at))
        assert key == at
    raise AssertionError("It never ends.")


FILTERS = {
    "view": st.sampled_from(["mine", "hot", "stale", "decide", "handed", "qualify", "ended"]),
    "grade": st.lists(st.sampled_from(GRADES), min_size=1, max_size=3).map(",".join),
    "owner": st.sampled_from(["me"]), "stage": st.sampled_from(["1", "1,4", "2,3,5,6,7"]),
    "step": st.sampled_from(["overdue", "today", "week", "agreed", "find_out"]),
    "place": st.sampled_from(["leeds", "Paris", "GB", "Nowhere"]),
    "skill": st.sampled_from(["java", "JAVA engineer", "analysts"]), "source": st.sampled_from(["form", "form,import"]),
    "age": st.sampled_from(["7", "1-"]), "heard": st.sampled_from(["0", "0-", "3-", "2"]),
    "outcome": st.sampled_from(["any", "cancelled"]), "label": st.just("1"),
    "sort": st.sampled_from(
        [f"{way}{name}" for name in ("grade", "stage", "due", "heard", "owner", "age") for way in ("", "-")]
    ),
}  # fmt: skip


@pytest.fixture
def leads(inside, monkeypatch):
    return some(inside, 60)


@pytest.mark.parametrize("query", [{"stage": "1,2,3,4,5", "outcome": "any"}, {"view": "decide", "outcome": "any"}])
def test_what_ended_is_found_at_the_milestone_where_it_stood(inside, leads, query):
    """The board's index holds open leads alone: these must not be looked for there."""
    filters = Filters.of(query)
    Lead.objects.filter(outcome__isnull=False).update(stage=Stage.DECISION, milestone_on=ON)
    ended = Lead.objects.filter(outcome__isnull=False).order_by("-outcome_id")
    assert parts(inside, filters, 7, 1000) == [lead.pk for lead in ended]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_lead_once_and_in_order(inside, leads, data):
    names = data.draw(st.lists(st.sampled_from(sorted(FILTERS)), max_size=4, unique=True))
    params = {name: data.draw(FILTERS[name]) for name in names}
    if "label" in params:
        params["label"] = str(Label.objects.get().pk)
    size, walk = data.draw(st.sampled_from([1, 3, 7, 100])), data.draw(st.sampled_from([2, 5, 1000]))
    gathered = data.draw(st.sampled_from([0, 12, 6000]))
    filters = Filters.of(params)
    sort, turned = order_of(filters)
    rows = [lead for lead in leads if passes(inside, lead, filters)]
    expected = [lead.pk for lead in sorted(rows, key=lambda lead: model(lead, sort), reverse=turned)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "GATHERED", gathered)
        # As long a walk as everybody's has its statement built before.
        patch.setattr(reading, "WALK", data.draw(st.sampled_from([walk, reading.WALK])))
        assert parts(inside, filters, size, walk) == expected
        assert parts(inside, filters, size, walk, back=True) == expected


def test_a_filter_of_more_leads_than_are_gathered_finds_none():
    many, few = (Part("grade", Q(), (Q(),), number=lambda number=number: number) for number in (2_001, 7))
    assert reading.fewest([many]) is None
    assert reading.fewest([many, few, many]) is few
