"""Plans of calls about demand: lead, confirm, qualify, milestone, call back. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rightday.calls import plan_parts as parts
from rightday.calls.plan_parts import Brief, Lacking, Objective, Plan, Question, WhatIf


def lead(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Take the order, or book a meeting about it",
            "Demand confirmed, and the day of the next decision",
            "Who is on the team now, and permission to call again",
        ),
        open=f"{parts.hello(brief)} {parts.heard(brief)} How is that going?",
        questions=(parts.SEEING, parts.DECIDES, parts.NO, parts.RIVALS),
        close=f"So that I get this right: I’ll have two people for you to look at tomorrow. {parts.PERMISSION}",
        what_if=(parts.HOLD, parts.NO_AGENCIES, parts.BUSY),
    )


def confirm(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Still interviewing, and the day they decide",
            "Still interviewing, or who was taken",
            "Permission to call on the day of the next decision",
        ),
        open=f"{parts.hello(brief)} {parts.heard(brief)} How did they do?",
        questions=(
            Question("seeing", "Who else are you seeing this week?", "A yes keeps it hot for five more days."),
            parts.DECIDES,
            parts.NO,
            parts.RIVALS,
        ),
        close=f"So you see them this week, and then you decide. {parts.PERMISSION}",
        what_if=(
            parts.HOLD,
            WhatIf(
                "we’ve found someone",
                "Good to hear. When do they start, and may I ring that morning to hear that they walked in?",
            ),
        ),
    )


def qualify(brief: Brief) -> Plan:
    opening, question = _MISSING[brief.lacking](brief)
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Is anybody being seen now, and by whom",
            "Who decides about people on this team, with a direct number",
            "Name and number confirmed, and permission to call again",
        ),
        open=f"{parts.hello(brief)} {opening}",
        questions=(question, *(one for one in (parts.SEEING, parts.TEAM, parts.AGENCIES) if one.key != question.key)),
        close=f"Thank you, that helps. {parts.PERMISSION}",
        what_if=(
            parts.NO_AGENCIES,
            WhatIf("it’s not me you want", "Who would you ring in my place? May I say that you sent me?"),
        ),
    )


def _name_only(_brief: Brief) -> tuple[str, Question]:
    return (
        "Your name was given to me as somebody who builds teams. I’d rather ask than guess.",
        Question("where", "Which company are you with now, and which team is yours?", "A name becomes a contact."),
    )


def _company_only(brief: Brief) -> tuple[str, Question]:
    return (
        f"I’m trying to reach whoever takes people on at {parts.company(brief)}.",
        Question("who", "Who decides about people on that team, and how is the name spelled?", "Gives it a name."),
    )


def _no_context(brief: Brief) -> tuple[str, Question]:
    return (
        f"You’re the one who runs the team at {parts.company(brief)}, and I don’t know what you are short of.",
        parts.SEEING,
    )


def _rumour(brief: Brief) -> tuple[str, Question]:
    return (
        f"I hear you may be looking for people{f', perhaps {parts.role(brief)}' if brief.subject else ''}. Is that so?",
        Question("seeing", "Are you interviewing now, and who do you see this week?", "A yes makes it hot."),
    )


def _advert(brief: Brief) -> tuple[str, Question]:
    role = parts.role(brief) or "a role on your team"
    return (
        f"I saw that you advertised {role}.",
        Question("open", "Is it still open, and who have you seen so far?", "Seen somebody: hot. Filled: closed."),
    )


def milestone(brief: Brief) -> Plan:
    if brief.fell:
        return _fallen(brief)
    question = _question(brief.asks)
    opening = "Today was to be the day. How did it go?"
    if brief.milestone:
        about = parts.role(brief)
        opening = f"I’m ringing to hear where it stands{f' with {about}' if about else ''}. {question}"
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "What was decided, and the next commitment",
            "Where the hire stands, and the day it moves on",
            "Permission to call on the next day of it",
        ),
        open=f"{parts.hello(brief)} {opening}",
        questions=(
            *((Question("milestone", question, f"Moves “{brief.milestone}”."),) if brief.milestone else ()),
            Question("stands", "Where does it stand now, and who is still in it?", "Moves the next step."),
            parts.DECIDES,
            Question("no", "If it is a no, what was missing?", "A no is where we begin again, with a shortlist."),
        ),
        close=f"Then the next thing is yours, and I’ll ring when it is due. {parts.PERMISSION}",
        what_if=(
            parts.HOLD,
            WhatIf(
                "they turned us down",
                "That’s hard after all this. You can have three more to look at by tomorrow: what must they bring?",
            ),
        ),
    )


def _fallen(brief: Brief) -> Plan:
    about = parts.role(brief)
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "How soon they need somebody, and three names from us today",
            "The search is open again, and the day they see people",
            "What was missing, and permission to call again",
        ),
        open=f"{parts.hello(brief)} I hear that the place{f' for {about}' if about else ''} is open again. "
        "That is hard after all this. How soon do you need somebody there?",
        questions=(
            Question("missing", "What was it that did not work out?", "Tells you whom to put forward."),
            parts.SEEING,
            parts.DECIDES,
            parts.RIVALS,
        ),
        close=f"You’ll have a shortlist from me today. {parts.PERMISSION}",
        what_if=(
            parts.HOLD,
            WhatIf("we go back to the second one", "Good. And if that one says no as well, whom do you see then?"),
        ),
    )


def find_out(brief: Brief) -> Plan:
    """To anybody but them: they want no call about it."""
    firm, about = brief.company or "that firm", parts.role(brief) or "somebody new"
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Know what became of it, from somebody else",
            "Whether they have filled the place, and with whom",
            "Who else would know",
        ),
        open=f"Hello, it’s {brief.caller} from {brief.agency}. You hear more of {firm} than I do: may I ask you?",
        questions=(
            Question("filled", f"Has {firm} found {about} by now?", "Filled, by whom: that is how the lead ends."),
            Question("by", "Who placed them, an agency or the firm itself?", "Shows whom you are up against."),
            Question("start", "When do they start?", "The day that matters: ask again then."),
            parts.ELSE,
        ),
        close="Thank you, that helps. What can I do for you?",
        what_if=(WhatIf("why don’t you ask them", "They asked me to leave it, and I do. Who else would know?"),),
    )


def _question(asks: str) -> str:
    """The question alone: what follows it is for the caller."""
    return f"{asks.split('?')[0].rstrip('. ')}?" if asks else "How did it go?"


def call_back(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "The answer they had not got last time",
            "The day it will be known",
            "Permission to call on that day",
        ),
        open=f"{parts.hello(brief)} You asked me to ring today, so here I am. What has come of it?",
        questions=(
            Question("changed", "What has changed since we spoke?", "Says what the lead is worth now."),
            parts.SEEING,
            parts.DECIDES,
        ),
        close=f"Good. {parts.PERMISSION}",
        what_if=(parts.HOLD, parts.BUSY),
    )


_MISSING: Final[dict[Lacking, Callable[[Brief], tuple[str, Question]]]] = {
    Lacking.NAME_ONLY: _name_only,
    Lacking.COMPANY_ONLY: _company_only,
    Lacking.NO_CONTEXT: _no_context,
    Lacking.RUMOUR: _rumour,
    Lacking.ADVERT: _advert,
}
