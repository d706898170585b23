"""What is said on a feedback call: objective, opening, closing questions, and what is still to be asked. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rightday.joborders.feedback.rules import Need


@dataclass(frozen=True, slots=True)
class ToAsk:
    """Something that nobody knows yet: of whom to ask it, and the question."""

    whom: str
    say: str


def objective(*, client: str, round: int) -> str:
    """What the call is to achieve: in a first round the next meeting, later the offer; always with a day."""
    return f"{client} commits to a {'day for the next meeting' if round < 2 else 'date for the offer decision'}."


def opening(*, client: str, candidate: str, goal: str) -> str:
    stands = "against what you need" if goal else "after your talk"
    return f"{client}, before I give you {candidate}’s side: where does {candidate} stand {stands}?"


def closing(*, candidate: str, round: int, gap: bool) -> tuple[str, ...]:
    """The questions that ask the customer to act, in their order (FIELD_GUIDE 11)."""
    first = f"Could {candidate} do the job?"
    doubt = f"Is there anything {candidate} has not shown you?"
    then = f"If I get you that, is {candidate} your choice?" if gap else "Is there any reason not to move forward?"
    if round < 2:
        return first, doubt, then, f"Which day do you see {candidate} again, and who else should be there?"
    return first, doubt, then, f"Shall we take {candidate} off the market?", "Which day do you make the offer?"


NEED_QUESTIONS: Final = {
    Need.GOAL: "What should be different once this project is done?",
    Need.CHALLENGE: "What is the hardest thing that has to be solved on the way?",
    Need.DELIVERABLE: "What should {candidate} have delivered, and by when?",
    Need.RESULT: "Which number tells you that it worked?",
    Need.SKILL: "Which two skills can you not do without?",
}


def of_client(need: Need, *, client: str, candidate: str) -> ToAsk:
    """The question for a point of the order that nobody knows."""
    return ToAsk(client, NEED_QUESTIONS[need].replace("{candidate}", candidate))


def of_candidate(need: Need, words: str, *, candidate: str) -> ToAsk:
    """The question for a need that the candidate has not shown: asked before the client is called."""
    asked = {
        Need.GOAL: "Where did you work towards something like this",
        Need.CHALLENGE: "When did you last solve something like this",
        Need.DELIVERABLE: "What did you deliver that comes near this",
        Need.RESULT: "Which result of yours could be set beside this",
        Need.SKILL: "What did you last do with this",
    }[need]
    return ToAsk(candidate, f"{asked}: “{words.rstrip('.')}”?")


def evidence(words: str, *, candidate: str, at: str, quote: str, who: str) -> str:
    """One sentence to rest a rebuttal on: what was done and where, and what the referee says; "" where nothing is."""
    did = f"On record{f' at {at}' if at else ''}: {words.rstrip('.')}." if words else ""
    says = f"{who} says of {candidate}: “{quote.rstrip('.')}.”" if quote else ""
    return f"{did} {says}".strip()
