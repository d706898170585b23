"""Text in the order in which Python sorts it."""

from rightday.db.bytewise import Bytewise
from rightday.people.models import Company


def test_the_order_is_pythons(inside):
    names = ["a", "B", "é", "z", "A b", "Ab", "a-b", "Z"]
    for name in names:
        Company.objects.create(name=name, key=name)
    found = Company.objects.filter(key__in=names).order_by(Bytewise("name")).values_list("name", flat=True)
    assert list(found) == sorted(names)
