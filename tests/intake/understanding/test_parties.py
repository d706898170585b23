"""Who takes part."""

from rightday.intake.understanding.parties import others, people_in


def test_names_and_addresses_each_once() -> None:
    said = '"Okafor, Grace" <Grace@Beta.example>, bo@x.example\nBo Lee <bo@x.example>, undisclosed-recipients:;'
    assert people_in(said) == [("Okafor, Grace", "grace@beta.example"), ("Bo Lee", "bo@x.example")]
    assert people_in('"bo@x.example" <bo@x.example>') == [("", "bo@x.example")]
    assert people_in("nobody at all") == []


def test_those_who_are_not_ours() -> None:
    parties = [("Dee", "dee@h.example"), ("Bo", "bo@x.example"), ("Bo", "bo@x.example")]
    assert others(parties, {"dee@h.example"}) == [("Bo", "bo@x.example")]
