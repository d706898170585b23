"""Every field has its way into a record."""

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.takes import TAKES


def test_each_field_has_a_way() -> None:
    assert set(TAKES) == set(Field)
