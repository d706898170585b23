"""What is said on a feedback call."""

from __future__ import annotations

from rightday.joborders.feedback import spoken
from rightday.joborders.feedback.rules import Need


def test_objective_and_opening():
    assert spoken.objective(client="Ruth", round=1) == "Ruth commits to a day for the next meeting."
    assert spoken.objective(client="Ruth", round=2) == "Ruth commits to a date for the offer decision."
    assert spoken.opening(client="Ruth", candidate="Tomás", goal="x").endswith("stand against what you need?")
    assert spoken.opening(client="Ruth", candidate="Tomás", goal="").endswith("stand after your talk?")


def test_closing_asks_to_act():
    first, second = (spoken.closing(candidate="Tomás", round=n, gap=n == 2) for n in (1, 2))
    assert first[2:] == ("Is there any reason not to move forward?", first[3])
    assert second[2] == "If I get you that, is Tomás your choice?"
    assert second[-1] == "Which day do you make the offer?"


def test_questions_of_whom_they_are():
    assert spoken.of_client(Need.DELIVERABLE, client="Ruth", candidate="Tomás").say.startswith("What should Tomás have")
    asked = spoken.of_candidate(Need.SKILL, "Kafka.", candidate="Tomás")
    assert (asked.whom, asked.say) == ("Tomás", "What did you last do with this: “Kafka”?")


def test_evidence_is_what_is_on_record_or_nothing():
    assert spoken.evidence("", candidate="Tomás", at="", quote="", who="") == ""
    full = spoken.evidence("It ran.", candidate="Tomás", at="Norwood", quote="He writes it down.", who="Alison Pike")
    assert full == "On record at Norwood: It ran. Alison Pike says of Tomás: “He writes it down.”"
