"""Plans of calls to candidates and referees (FIELD_GUIDE 4, 7 and 11). Pure.

A kind that has a page of its own still has a plan here: it is what stands before anything is on record.
"""

from __future__ import annotations

from rightday.calls import plan_parts as parts
from rightday.calls.plan_parts import Brief, Objective, Plan, Question, WhatIf

SUPERVISORS = Question(
    "supervisors", "Who have you reported to, now and before, and what were their titles?", "Referees and managers."
)
SEEING = Question(
    "seeing",
    "Where have you, your friends or colleagues been interviewing, and with whom?",
    "A company and a manager: a lead.",
)
LOOKING = Question(
    "looking", "Which companies look for contractors now, and who decides there?", "Each name is a lead."
)
THREE = (SUPERVISORS, SEEING, LOOKING)
CONFIDENCE = WhatIf(
    "who else is it for?", "I tell nobody whom you speak with, and I tell you nothing of others either."
)
THINK = WhatIf("I need to think about it", "Of course. What is it that you would want to know before you decide?")


def debrief(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Their view of it, and whether they want it",
            "What worries them, and what worried the client",
            "Who they met, and for how long",
        ),
        open=f"{parts.hello(brief)} Before I speak with them: how was it for you?",
        questions=(
            Question("wants", "On what you know now, would you take it?", "Decides what I ask the client for."),
            Question("asked", "What did they come back to more than once?", "It is the objection to prepare."),
            Question("gap", "What did you not get to show them?", "Goes into the feedback call."),
            Question("elsewhere", "Where else are you speaking, and how far is that?", "A lead, and our time."),
        ),
        close="If they say yes today, what do I tell them?",
        what_if=(THINK,),
    )


def prepare(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "They know whom they meet, why, and what to show",
            "One example ready for each thing the client needs",
            "They know when, where and with whom",
        ),
        open=f"{parts.hello(brief)} Ten minutes for tomorrow: whom you meet, what they need, what to ask them.",
        questions=(
            Question(
                "example", "Which project of yours is most like this one, and what came of it?", "Goes on their record."
            ),
            Question("worry", "What would you rather they did not ask?", "Practise the answer now."),
            Question("want", "What do you want to find out from them?", "A question they can ask."),
        ),
        close="I’ll call you right after it, before I speak with them. Which number, and when?",
        what_if=(
            WhatIf("I am not sure about it", "Then let us say now what would make you sure, and ask that tomorrow."),
        ),
    )


def match(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "They want to be put forward, and may be",
            "What would have to be different",
            "An answer to the three questions",
        ),
        open=f"{parts.hello(brief)} I am working on {_role(brief)} and thought of you first. May I tell you why?",
        questions=(
            Question("interest", "What speaks for it, and what against?", "Their motivation, in their words."),
            Question("consent", "May I send your CV to them, and to nobody else?", "Consent for this client alone."),
            *THREE,
        ),
        close="I’ll put you forward today and tell you their answer by tomorrow evening. Agreed?",
        what_if=(CONFIDENCE, WhatIf("not for that money", "What would it have to be, and what makes that the line?")),
    )


def candidate(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "News for them, and one referral",
            "What has changed for them",
            "They know that they are not forgotten",
        ),
        open=f"{parts.hello(brief)} News of your search, and then three short questions.",
        questions=(
            Question(
                "changed", "What has changed: when you are free, what you want, where else you are?", "Their record."
            ),
            *THREE,
        ),
        close="I’ll call you again in two weeks, or the hour I have something. Which is the best number?",
        what_if=(CONFIDENCE, WhatIf("I have taken something", "Good for you. When do you start, and who hired you?")),
    )


def reference(brief: Brief) -> Plan:
    return Plan(
        why=parts.why(brief),
        objective=Objective(
            brief.objective or "Three answers we may quote, and a look at their own team",
            "One answer we may quote",
            "Who else worked with them",
        ),
        open=f"{parts.hello(brief)} Somebody who worked for you has named you. May I tell you about the job first?",
        questions=(
            Question("did", "What did they do for you, and what came of it?", "Evidence in the referee’s words."),
            Question("again", "Would you take them again, and for what?", "The sentence a client asks for."),
            Question("help", "Where did they need help?", "Said by us first, it is no objection later."),
            Question(
                "quote",
                "May I quote you on that, or is it between us?",
                "In confidence, it is on no page for a client.",
            ),
            parts.SEEING,
            parts.ELSE,
        ),
        close=f"Thank you, that helps them. And your own team: is anybody being seen just now? {parts.PERMISSION}",
        what_if=(WhatIf("we give no references", "I understand. Would you say it to me alone, unquoted?"),),
    )


def _role(brief: Brief) -> str:
    return parts.role(brief) or "the role we spoke about"
