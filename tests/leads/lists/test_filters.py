"""Filters as other rooms use them."""

from rightday.leads.lists.filters import Filters, apply
from rightday.leads.models import Lead
from rightday.team import queries as team
from tests.leads.lists.test_reading import some


def test_the_rows_that_filters_mean(inside):
    made = some(inside, 12)
    on = team.today(inside.sam)
    assert set(apply(Filters.of({"skill": "java", "source": "form"}), inside.sam, on)) == {
        lead for n, lead in enumerate(made) if n % 4 in (0, 1) and n % 2 == 0 and n % 5 != 4
    }
    assert set(apply(Filters(), inside.sam, on)) == set(Lead.objects.open())
