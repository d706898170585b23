from rightday.people.duplicates.nicknames import GIVEN, short_forms


def test_a_short_form_and_the_full_name_are_one_name_and_two_full_names_are_two():
    assert short_forms("bill", "william") and short_forms("alex", "alexandra")
    assert not short_forms("maria", "marie")
    assert {"maria", "marie", "bill"} <= GIVEN
