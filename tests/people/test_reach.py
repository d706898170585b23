"""How a number is kept and shown."""

from __future__ import annotations

from rightday.kernel import phones
from rightday.people import reach
from rightday.people.models import Company, Person


def test_a_number_is_read_aloud_in_groups():
    (extended,) = phones.read("020 7946 0142 ext 12")
    assert reach.shown(reach.new_number(Person(), extended)) == "+44 20 7946 0142 ext. 12"


def test_one_that_is_none_stays_as_it_was_typed():
    number = reach.new_number(Company(), phones.read("ask Ruth")[0], label=" Reception ")
    assert (reach.shown(number), number.label, number.e164) == ("ask Ruth", "Reception", "")


def test_an_address_is_compared_without_its_case():
    email = reach.new_email(Person(), " Ruth@X.example ")
    assert (email.address, email.key) == ("Ruth@X.example", "ruth@x.example")
