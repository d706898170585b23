"""Who it is and how they are reached."""

from rightday.talent.cvs.understanding.contact import contact
from rightday.talent.cvs.understanding.sections import lines


def test_top_of_a_cv() -> None:
    text = "Curriculum Vitae\nJo van der Berg\nLocation: Leeds\njo@example.com\n020 7946 0142"
    found = {one.kind.value: one.values["text"] for one in contact(lines(text), "GB")}
    assert found == {"name": "Jo van der Berg", "city": "Leeds", "email": "jo@example.com", "phone": "020 7946 0142"}


def test_a_referee_is_not_them() -> None:
    assert contact(lines("References: bob@example.com"), "GB") == []
